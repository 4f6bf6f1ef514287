"""A page that asks for characters: boxes that fill, and the keys to fill them with, for a finger and for a keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.frame import GAP, Frame
from terminal.screens.kiosk.page import HEAD, QUESTION, Look, Page
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.tokens import RADIUS_KIOSK, Token
from terminal.screens.widgets.letters import Piece, draw_words, draw_wrapped
from terminal.screens.widgets.painting import CENTRE, LEFT, box

BOX: Final = 120
ROW: Final = 968  # width of the boxes
BETWEEN: Final = 16
APART: Final = 56  # between two groups of boxes
LABEL: Final = 52
KEY: Final = 104
KEY_TALL: Final = 144
TAKE_BACK: Final = "back"  # the key that does
NO_KEY: Final = ""  # a place without one


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that belong together: how many, what they ask for, and whether what is typed stays hidden."""

    count: int
    label: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Pad:
    """The keys: what each types; how many stand in a row, and from where on, in the design's pixels."""

    keys: tuple[str, ...]
    columns: int
    x: float
    y: float
    width: float
    tall: float


class Key(TouchButton):
    """One letter, large."""

    def paint_content(self, painter: QPainter) -> None:
        if self.icon_name:
            super().paint_content(painter)
        else:
            draw_words(painter, self.theme, self.rect(), Piece(self.text(), 48, True, self.token), CENTRE)


class CodePage(Page):
    """Boxes and keys. Emits what was typed as soon as the last box is full."""

    typed_all = Signal(str)
    back = Signal()

    def __init__(self, look: Look, groups: tuple[Group, ...], letters: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._groups, self._letters = groups, letters
        self._hint = ""
        self.typed = ""
        self._place_keys(self.pad(self.frame))
        frame = self.frame
        self.back_button = TouchButton(self.theme, self.words.translate("Kiosk", "Back"))
        self.back_button.icon_name = "arrow-left"
        self.back_button.clicked.connect(self.back)
        self.place(self.back_button, frame.left, frame.height - 56 - 88, 472, 88)

    def pad(self, frame: Frame) -> Pad:
        """Where the keys stand."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many characters are asked for."""
        return sum(group.count for group in self._groups)

    def type(self, letter: str) -> None:
        """One more letter; what is not asked for is passed over."""
        if len(letter) == 1 and letter in self._letters and len(self.typed) < self.count:
            self.typed += letter
            self.update()
            if len(self.typed) == self.count:
                self.typed_all.emit(self.typed)

    def rub_out(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]
        self.update()

    def press(self, key: int, text: str) -> bool:
        self.rub_out() if key == Qt.Key.Key_Backspace else self.type(text)
        return True

    def countdown(self, seconds: int) -> None:
        note = self.words.translate("Kiosk", "home in {seconds} s").format(seconds=seconds) if seconds <= 15 else ""
        self.back_button.set_note(note)

    @property
    def boxes_top(self) -> float:
        """Where the boxes begin, below their labels."""
        return HEAD + QUESTION + 24 + (LABEL if any(group.label for group in self._groups) else 0)

    def _place_keys(self, pad: Pad) -> None:
        width = (pad.width - (pad.columns - 1) * GAP) / pad.columns
        for index, letter in enumerate(pad.keys):
            row, column = divmod(index, pad.columns)
            if letter == NO_KEY:
                continue
            key = Key(self.theme, letter if letter != TAKE_BACK else "")
            if letter != TAKE_BACK:
                key.clicked.connect(lambda _=False, letter=letter: self.type(letter))
            else:
                key.icon_name = "delete"
                key.setAccessibleName(self.words.translate("Kiosk", "Take back the last letter"))
                key.clicked.connect(self.rub_out)
            x, y = pad.x + column * (width + GAP), pad.y + row * (pad.tall + GAP)
            self.place(key, x, y, width, pad.tall)

    def paint_page(self, painter: QPainter) -> None:
        apart = (len(self._groups) - 1) * (APART - BETWEEN)
        width = (ROW - (self.count - 1) * BETWEEN - apart) / self.count
        x, place = self.frame.left, 0
        for group in self._groups:
            if group.label:
                label = Piece(group.label, 36 if self.theme.contrast else 32, False, "ink2")
                room = self.area(x, self.boxes_top - LABEL - 8, group.count * (width + BETWEEN), LABEL)
                draw_words(painter, self.theme, room, label, LEFT, smallest=24)
            for _ in range(group.count):
                self._paint_box(painter, x, width, place, hidden=group.hidden)
                x, place = x + width + BETWEEN, place + 1
            x += APART - BETWEEN
        self._paint_hint(painter)

    def _paint_box(self, painter: QPainter, x: float, width: float, place: int, *, hidden: bool) -> None:
        theme, area = self.theme, self.area(x, self.boxes_top, width, BOX)
        here = place == len(self.typed)
        edge: Token = "primary" if here else "edge"
        box(
            painter, QRectF(area), theme.px(RADIUS_KIOSK), "surface", edge, theme.px(4) if here else theme.strong, theme
        )
        if place >= len(self.typed):
            return
        if hidden:
            painter.setBrush(theme.colour("primary"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPoint(area.center()), theme.px(16), theme.px(16))
        else:
            draw_words(painter, theme, area, Piece(self.typed[place], 72, True, "primary"), CENTRE)

    def _paint_hint(self, painter: QPainter) -> None:
        if self._hint:
            hint = Piece(self._hint, 36 if self.theme.contrast else 32, False, "ink2")
            draw_wrapped(painter, self.theme, self.area(*self.hint_place()), hint, 48)

    def hint_place(self) -> tuple[float, float, float, float]:
        """Where the words below the boxes stand."""
        return self.frame.left, self.boxes_top + BOX + 24, ROW, 96
