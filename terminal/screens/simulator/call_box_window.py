"""A call box on the screen: to try the terminal, to show it, to train with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from terminal.devices.simulated.call_box import SimulatedCallBox
from terminal.screens.simulator.box_key import BoxKey
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.led_digits import LedDigits
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import RIGHT, draw_text

MOST_DIGITS: Final = 6
# As the keys lie on it, row by row.
KEYS: Final = (
    ("1", "2", "3", "call"),
    ("4", "5", "6", "recall"),
    ("7", "8", "9", "ask"),
    ("pause", "0", "transfer", "confirm"),
)
SIDE, GAP, HEAD, DISPLAY = 16, 8, 24, 48
DISPLAY_SHARE = 0.19  # of the height, where there is more


class CallBoxWindow(DeviceWindow):
    """360 × 304 and larger; the keys grow with it. Mouse, touch, digits with Enter, and Tab with Space press a key.

    It knows no more of the terminal than a box does: digits that are typed stay in it until a key sends them along.
    """

    _simulator: SimulatedCallBox

    def __init__(self, simulator: SimulatedCallBox, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
        self._typed = ""
        self.display = LedDigits(theme, self)
        self.keys = {name: BoxKey(theme, main=name == "call", parent=self) for row in KEYS for name in row}
        for name, key in self.keys.items():
            key.pressed.connect(partial(self._press, name))
        simulator.changed.connect(self._say)
        simulator.plugged.connect(self._say)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(392 if theme.contrast else 320), theme.px(272 if theme.contrast else 240))
        self.resize(theme.px(360), theme.px(304))
        self._retranslate()
        self.setFocus()  # on no key, which would look chosen already

    @property
    def typed(self) -> str:
        """Digits that wait for a key."""
        return self._typed

    # What happens.

    def _press(self, name: str) -> None:
        if name.isdecimal():
            self._typed = (self._typed + name)[-MOST_DIGITS:]
        else:
            typed, self._typed = self._typed, ""
            self._simulator.press(name, typed)
        self._say()

    def _say(self, _: object = None) -> None:
        plugged = self._simulator.is_plugged
        # The newest is with the simulator; one of several changes that came at once may be older.
        self.display.show_text(self._simulator.state.display if plugged else "")
        for key in self.keys.values():
            key.setEnabled(plugged)
        self.update()

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("garbage", translate("CallBox", "Next press: disturbed line")),
            ("half", translate("CallBox", "Next press: half a frame")),
            ("checksum", translate("CallBox", "Next press: wrong checksum")),
            ("address", translate("CallBox", "Next press: another box's address")),
            ("silent", translate("CallBox", "Next press: nothing is sent at first")),
            ("lost_echo", translate("CallBox", "Next press: the echo is lost")),
            ("bounce", translate("CallBox", "Next press: the key bounces")),
        )

    # Looks.

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("CallBox", "Call box {port}").format(port=self._simulator.port))
        words = {
            "call": translate("CallBox", "Call"),
            "recall": translate("CallBox", "Recall"),
            "ask": translate("CallBox", "Rating"),
            "confirm": translate("CallBox", "Confirm"),
            "pause": translate("CallBox", "Pause"),
            "transfer": translate("CallBox", "Transfer"),
        }
        for name, key in self.keys.items():
            key.setText(words.get(name, name))
        self._place()
        self._say()

    def _place(self) -> None:
        theme = self._theme
        side, gap, top = theme.px(SIDE), theme.px(GAP), theme.px(SIDE + HEAD)
        width = self.width() - 2 * side
        display = max(theme.px(DISPLAY), round(self.height() * DISPLAY_SHARE))
        self.display.setGeometry(side, top, width, display)
        area = QRect(side, top + display + gap, width, 0)
        area.setBottom(self.height() - side - 1)
        columns, rows = len(KEYS[0]), len(KEYS)
        for row, names in enumerate(KEYS):
            above, below = (area.top() + (area.height() + gap) * at // rows for at in (row, row + 1))
            for column, name in enumerate(names):
                left, right = (area.left() + (area.width() + gap) * at // columns for at in (column, column + 1))
                self.keys[name].setGeometry(left, above, right - left - gap, below - above - gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme, translate = QPainter(self), self._theme, QCoreApplication.translate
        head = QRect(theme.px(SIDE), theme.px(SIDE) - theme.px(8), self.width() - 2 * theme.px(SIDE), theme.px(HEAD))
        address = translate("CallBox", "Address {address}").format(address=self._simulator.address)
        draw_text(painter, theme, head, address, "note", "ink2")
        if not self._simulator.is_plugged:
            draw_text(painter, theme, head, translate("CallBox", "Not connected"), "note", "trouble", align=RIGHT)
        elif self._typed:
            typed = translate("CallBox", "Typed: {digits}").format(digits=self._typed)
            draw_text(painter, theme, head, typed, "note", "ink", bold=True, align=RIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.keys.get("confirm" if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else event.text())
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self._typed = ""
            self._say()
        elif key is not None and key.isEnabled() and not event.isAutoRepeat():
            key.animateClick()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._typed = ""
        super().closeEvent(event)
