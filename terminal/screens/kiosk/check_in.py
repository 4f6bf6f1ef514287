"""Who has an appointment says so here: by its code, typed or scanned, or by the ID card."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.office.codes import ALPHABET, CODE_LENGTH
from terminal.screens.kiosk.code_page import BOX, KEY, KEY_TALL, TAKE_BACK, CodePage, Group, Pad
from terminal.screens.kiosk.frame import GAP, Frame
from terminal.screens.kiosk.page import HEAD, QUESTION, Look, Page
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words
from terminal.screens.widgets.painting import LEFT, RIGHT

COLUMNS: Final = 6
MOST: Final = 6  # appointments of one person on one day that find room


class CheckInPage(CodePage):
    """Eight boxes and the letters of a code. Emits it as soon as the last one is there."""

    matter = Signal()  # who does not come for an appointment, but asks how a matter stands

    def __init__(self, look: Look, parent: QWidget, *, reads_cards: bool) -> None:
        super().__init__(look, (Group(CODE_LENGTH),), ALPHABET, parent)
        translate = self.words.translate
        self.setAccessibleName("check-in")
        self.title = translate("Kiosk", "Check in for your appointment")
        self.subtitle = translate("Kiosk", "Type the code of your appointment, or hold it before the scanner.")
        self._hint = translate("Kiosk", "No code at hand? Lay your ID card on the reader.") if reads_cards else ""
        frame = self.frame
        other = TouchButton(self.theme, translate("Kiosk", "Ask how a matter stands"), "tint")
        other.clicked.connect(self.matter)
        self.place(other, frame.left + 472 + GAP, frame.height - 56 - 88, 472, 88)

    def pad(self, frame: Frame) -> Pad:
        tall = KEY_TALL if frame.height >= 1800 else KEY if frame.height >= 1500 or frame.landscape else 88
        top = self.boxes_top + BOX + (48 if frame.landscape else 120)
        width = frame.content if frame.landscape else 968
        return Pad((*ALPHABET, TAKE_BACK), 10 if frame.landscape else COLUMNS, frame.left, top, width, tall)

    def hint_place(self) -> tuple[float, float, float, float]:
        if self.frame.landscape:
            return self.frame.left + 1000, self.boxes_top, self.frame.content - 1000, 96
        return super().hint_place()


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

    def press(self, key: int, text: str) -> bool:  # noqa: ARG002 - its digit says it
        if not text.isdecimal():
            return False
        self.press_digit(int(text))
        return True

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays."""
        note = self.words.translate("Kiosk", "home in {seconds} s").format(seconds=seconds) if seconds <= 15 else ""
        self.back_button.set_note(note)
