"""Who has an appointment says so here: by its code, typed or scanned, or by the ID card."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.office.codes import ALPHABET, CODE_LENGTH
from terminal.screens.kiosk.frame import GAP
from terminal.screens.kiosk.page import HEAD, QUESTION, Look, Page
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme
from terminal.screens.tokens import RADIUS_KIOSK, Token
from terminal.screens.widgets.letters import Piece, draw_words, draw_wrapped
from terminal.screens.widgets.painting import CENTRE, LEFT, RIGHT, box

COLUMNS: Final = 6
KEY: Final = 104
KEY_TALL: Final = 144
BOX: Final = 120
MOST: Final = 6  # appointments of one person on one day that find room


class Key(TouchButton):
    """One letter, large."""

    def paint_content(self, painter: QPainter) -> None:
        if self.icon_name:
            super().paint_content(painter)
        else:
            draw_words(painter, self.theme, self.rect(), Piece(self.text(), 48, True, self.token), CENTRE)


class CheckInPage(Page):
    """Eight boxes and the letters of a code. Emits it as soon as the last one is there."""

    code = Signal(str)
    back = Signal()

    def __init__(self, look: Look, parent: QWidget, *, reads_cards: bool) -> None:
        super().__init__(look, parent)
        translate = self.words.translate
        self.setAccessibleName("check-in")
        self.title = translate("Kiosk", "Check in for your appointment")
        self.subtitle = translate("Kiosk", "Type the code of your appointment, or hold it before the scanner.")
        self._hint = translate("Kiosk", "No code at hand? Lay your ID card on the reader.") if reads_cards else ""
        self.typed = ""
        self._place_keys()
        frame = self.frame
        self.back_button = TouchButton(self.theme, translate("Kiosk", "Back"))
        self.back_button.icon_name = "arrow-left"
        self.back_button.clicked.connect(self.back)
        self.place(self.back_button, frame.left, frame.height - 56 - 88, 472, 88)

    def type(self, letter: str) -> None:
        """One more letter; what no code holds is passed over."""
        if letter in ALPHABET and len(self.typed) < CODE_LENGTH:
            self.typed += letter
            self.update()
            if len(self.typed) == CODE_LENGTH:
                self.code.emit(self.typed)

    def rub_out(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]
        self.update()

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays."""
        note = self.words.translate("Kiosk", "home in {seconds} s").format(seconds=seconds) if seconds <= 15 else ""
        self.back_button.set_note(note)

    @property
    def _left(self) -> float:
        return self.frame.right - 968 if self.frame.landscape else self.frame.left

    @property
    def _boxes_top(self) -> float:
        return HEAD + QUESTION + 24

    def _place_keys(self) -> None:
        frame, landscape = self.frame, self.frame.landscape
        columns = 10 if landscape else COLUMNS
        width = ((frame.content if landscape else 968) - (columns - 1) * GAP) / columns
        height = KEY_TALL if frame.height >= 1800 else KEY if frame.height >= 1500 or landscape else 88
        top = self._boxes_top + BOX + (48 if landscape else 120)
        for index, letter in enumerate((*ALPHABET, "")):
            row, column = divmod(index, columns)
            key = Key(self.theme, letter)
            if letter:
                key.clicked.connect(lambda _=False, letter=letter: self.type(letter))
            else:
                key.icon_name = "delete"
                key.setAccessibleName(self.words.translate("Kiosk", "Take back the last letter"))
                key.clicked.connect(self.rub_out)
            x = frame.left + column * (width + GAP)
            self.place(key, x, top + row * (height + GAP), width, height)

    def paint_page(self, painter: QPainter) -> None:
        theme, frame, top = self.theme, self.frame, self._boxes_top
        width = (968 - 7 * 16) / CODE_LENGTH
        for place in range(CODE_LENGTH):
            area = self.area(frame.left + place * (width + 16), top, width, BOX)
            here = place == len(self.typed)
            edge: Token = "primary" if here else "edge"
            thick = theme.px(4) if here else theme.strong
            box(painter, QRectF(area), theme.px(RADIUS_KIOSK), "surface", edge, thick, theme)
            if place < len(self.typed):
                draw_words(painter, theme, area, Piece(self.typed[place], 72, True, "primary"), CENTRE)
        if self._hint:
            hint = Piece(self._hint, 36 if theme.contrast else 32, False, "ink2")
            x, y, room = (frame.left + 1000, top, frame.content - 1000) if frame.landscape else (frame.left, 0.0, 968)
            area = self.area(x, y or top + BOX + 24, room, 96)
            draw_wrapped(painter, theme, area, hint, 48)


class BookingRow(TouchButton):
    """One appointment of today: its time, and what it is for."""

    def __init__(self, theme: Theme, words: Words, booking: BookingView, parent: QWidget) -> None:
        super().__init__(theme, booking.items[0].title if booking.items else "", "plain", parent)
        self._time = f"{booking.start:%H:%M}"
        more = len(booking.items) - 1
        self._more = words.translate("Kiosk", "and {count} more").format(count=more) if more > 0 else ""
        self.setAccessibleName(f"{self._time} {self.text()}")

    def paint_content(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(32)
        rect = self.rect().adjusted(side, 0, -side, 0)
        taken = draw_words(painter, theme, rect, Piece(self._time, 48, True, "primary"), LEFT)
        rect.setLeft(rect.left() + taken + theme.px(40))
        if self._more:
            more = draw_words(painter, theme, rect, Piece(self._more, 28, False, "ink2"), RIGHT)
            rect.setRight(rect.right() - more - theme.px(24))
        draw_words(painter, theme, rect, Piece(self.text(), 40, True, self.token), LEFT, smallest=28)


class BookingsPage(Page):
    """Several appointments of one person today: touch the one to check in for."""

    chosen = Signal(str)  # its code
    back = Signal()

    def __init__(self, look: Look, bookings: tuple[BookingView, ...], parent: QWidget) -> None:
        super().__init__(look, parent)
        translate = self.words.translate
        self.setAccessibleName("bookings")
        self.title = translate("Kiosk", "Your appointments today")
        self.subtitle = translate("Kiosk", "Touch the one you come for.")
        frame, top = self.frame, HEAD + QUESTION
        self.rows = []
        for index, booking in enumerate(bookings[:MOST]):
            row = BookingRow(self.theme, self.words, booking, self)
            row.clicked.connect(lambda _=False, code=booking.code: self.chosen.emit(code))
            self.place(row, frame.left, top + index * (112 + GAP), frame.content, 112)
            self.rows.append(row)
        self.back_button = TouchButton(self.theme, translate("Kiosk", "Back"))
        self.back_button.icon_name = "arrow-left"
        self.back_button.clicked.connect(self.back)
        self.place(self.back_button, frame.left, frame.height - 56 - 88, 472, 88)

    def press_digit(self, digit: int) -> None:
        """1 to 6 touch a row."""
        if 0 < digit <= len(self.rows):
            self.rows[digit - 1].click()

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays."""
        note = self.words.translate("Kiosk", "home in {seconds} s").format(seconds=seconds) if seconds <= 15 else ""
        self.back_button.set_note(note)
