"""An ID-card reader on the screen: cards of people who do not exist are laid on it and lifted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from terminal.devices.simulated.id_card import SimulatedCardReader
from terminal.screens.simulator.card_reader_body import CardReaderBody
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import box, draw_text, text_width

COLUMNS: Final = 2
DIGITS: Final = (*(Qt.Key(Qt.Key.Key_1 + at) for at in range(9)), Qt.Key.Key_0)


class CardKey(QAbstractButton):
    """One card in the box beside the reader: a press lays it on, in place of another one."""

    def __init__(self, theme: Theme, digit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._digit = theme, digit
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # digits press it, and Space lifts
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(28), theme.type("note").line + theme.px(8)))

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.text(), self._theme.font("note")) + self._theme.px(40), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self.height())

    def nextCheckState(self) -> None:
        """What lies on the reader is told by the reader."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, on = self._theme, QPainter(self), self.isChecked()
        fill: Token = "sunk" if self.isDown() else "tint" if on or self.underMouse() else "surface"
        edge: Token = "primary" if on or self.underMouse() else "edge"
        wide = theme.strong if on else theme.border
        box(painter, QRectF(self.rect()), theme.radius, fill, edge, wide, theme)
        inner = self.rect().adjusted(theme.px(8), 0, -theme.px(8), 0)
        taken = draw_text(painter, theme, inner, self._digit, "note", "ink3", bold=True) + theme.px(8)
        token: Token = "primary" if on else "ink"
        draw_text(painter, theme, inner.adjusted(taken, 0, 0, 0), self.text(), "note", token, bold=on)


class CardReaderWindow(DeviceWindow):
    """The reader above, its box of cards below. A click on the card, or Space, lifts it; digits lay cards on.

    Troubles to train with stand in the menu of the right button.
    """

    _simulator: SimulatedCardReader

    def __init__(self, simulator: SimulatedCardReader, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
        self.body = CardReaderBody(theme)
        self.keys: dict[str, CardKey] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.px(4))
        for index, person in enumerate(simulator.people):
            key = CardKey(theme, str((index + 1) % 10))
            key.clicked.connect(partial(simulator.place, person.key))
            grid.addWidget(key, index // COLUMNS, index % COLUMNS)
            self.keys[person.key] = key
        layout = QVBoxLayout(self)
        side = theme.px(8)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(side)
        layout.addWidget(self.body)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.body.pressed.connect(simulator.lift)
        simulator.changed.connect(lambda _: self._say())
        simulator.plugged.connect(lambda _: self._say())
        self.setMinimumSize(theme.px(320), layout.minimumSize().height())
        self.resize(theme.px(360), layout.minimumSize().height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    # What it shows.

    def _say(self) -> None:
        reader, state, translate = self._simulator, self._simulator.state, QCoreApplication.translate
        for key, button in self.keys.items():
            button.setChecked(key == state.card)
        note = translate("CardReader", "Cards read: {count}").format(count=state.reads) if state.reads else ""
        if not reader.is_plugged:
            lamp, title = "trouble", translate("CardReader", "Not connected")
        elif "self_test" in state.lasting:
            lamp, title = "trouble", translate("CardReader", "Self-test failed")
        elif "silent" in state.lasting:
            lamp, title = "unknown", translate("CardReader", "Answers nothing")
        elif state.card is not None:
            lamp, title = "up", translate("CardReader", "A card lies there")
        elif state.finds:
            lamp, title = "up", translate("CardReader", "Looks for a card")
        else:
            lamp, title = "unknown", translate("CardReader", "Nobody asks it")
        if state.card is not None:
            lift = translate("CardReader", "Space lifts it")
            note = "·".join(part for part in (note, lift) if part)
        name = next((person.name for person in reader.people if person.key == state.card), "")
        self.body.say(lamp, title, note, reader.port, name)

    def _retranslate(self) -> None:
        title = QCoreApplication.translate("CardReader", "Card reader {port}")
        self.setWindowTitle(title.format(port=self._simulator.port))
        names = _cards()
        for key, button in self.keys.items():
            button.setText(names.get(key, key))
        self._say()

    # Troubles.

    def menu(self) -> QMenu:
        """Pull or put in the cable, spoil the next card, or begin a trouble that lasts."""
        menu, translate, reader = super().menu(), QCoreApplication.translate, self._simulator
        menu.addSeparator()
        for fault, words in (
            ("silent", translate("CardReader", "Answer nothing")),
            ("self_test", translate("CardReader", "Fail the self-test")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(fault in reader.state.lasting)
            action.toggled.connect(partial(reader.set_lasting, fault))
        return menu

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("pulled", translate("CardReader", "Next card: pulled too early")),
            ("unreadable", translate("CardReader", "Next card: unreadable at first")),
            ("garbage", translate("CardReader", "Next card: disturbed line")),
            ("header", translate("CardReader", "Next card: damaged mark")),
            ("checksum", translate("CardReader", "Next card: wrong checksum")),
            ("partial", translate("CardReader", "Next card: half an answer")),
            ("lost", translate("CardReader", "Next card: the answer is lost")),
            ("slow", translate("CardReader", "Next card: a slow answer")),
        )

    # What hands do.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = next((index for index, key in enumerate(DIGITS) if event.key() == key), len(self.keys))
        if digit < len(self.keys) and not event.isAutoRepeat():
            self._simulator.place(list(self.keys)[digit])
        elif event.key() == Qt.Key.Key_Space:
            self._simulator.lift()
        else:
            super().keyPressEvent(event)


def _cards() -> dict[str, str]:
    """What a trainer looks for in the box."""
    translate = QCoreApplication.translate
    return {
        "resident": translate("CardReader", "Resident"),
        "fingerprints": translate("CardReader", "With fingerprints"),
        "long_term": translate("CardReader", "Valid long term"),
        "expired": translate("CardReader", "Expired"),
        "rare_name": translate("CardReader", "Rare characters"),
        "wrong_digit": translate("CardReader", "Wrong check digit"),
        "hmt_permit": translate("CardReader", "Hong Kong permit"),
        "foreign_2017": translate("CardReader", "Foreigner, 2017"),
        "foreign_2023": translate("CardReader", "Foreigner, 2023"),
        "unknown_kind": translate("CardReader", "Unknown kind"),
    }
