"""The entries below the tiles: for an appointment, for an ID card, for how a matter stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.frame import GAP
from terminal.screens.kiosk.page import Page
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words
from terminal.screens.widgets.painting import CENTRE, LEFT

ENTRY: Final = 176
ENTRY_LARGE: Final = 112
SMALL: Final = 130  # below this height the second line goes
NARROW: Final = 400  # below this width the icon is smaller


class EntryPage(Page):
    """A page that has entries."""

    booked = Signal()  # who has an appointment
    card = Signal()  # who comes with an ID card
    matter = Signal()  # who asks how a matter stands


class Entry(TouchButton):
    """An icon, what it is, and one line on whom it is for."""

    def __init__(self, theme: Theme, icon: str, text: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "tint", parent)
        self._icon, self._second = icon, second
        self.setAccessibleDescription(second)

    def paint_content(self, painter: QPainter) -> None:
        theme = self.theme
        if self.height() < theme.px(100):
            draw_words(painter, theme, self.rect(), Piece(self.text(), 36, True, self.token), CENTRE, smallest=26)
            return
        small = self.height() < theme.px(SMALL)
        narrow = self.width() < theme.px(NARROW)
        size, side = 64 if small or narrow else 80, 20 if narrow else 28
        picture = theme.icon(self._icon, size, self.token, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(side), (self.height() - theme.px(size)) // 2), picture)
        left = theme.px(side + size + (16 if narrow else 24))
        words = QRect(left, 0, self.width() - left - theme.px(12 if narrow else 20), self.height())
        name = Piece(self.text(), 48 if theme.contrast or (small and not narrow) else 40, True, self.token)
        if small:
            draw_words(painter, theme, words, name, LEFT, smallest=28)
            return
        line, rest = theme.px(64), theme.px(40)
        words.setTop((self.height() - line - rest) // 2)
        words.setHeight(line)
        draw_words(painter, theme, words, name, LEFT, smallest=28)
        words.translate(0, line)
        words.setHeight(rest)
        draw_words(painter, theme, words, Piece(self._second, 28, False, "ink"), LEFT, smallest=20)


def entries_of(page: EntryPage, *, reads_cards: bool) -> list[Entry]:
    """The entries that a page offers, not placed yet."""
    translate = page.words.translate
    booked = translate("Kiosk", "Check in"), translate("Kiosk", "with an appointment")
    entries = [Entry(page.theme, "calendar-check", *booked)]
    entries[0].clicked.connect(page.booked)
    if reads_cards:
        card = translate("Kiosk", "Use ID card"), translate("Kiosk", "lay it on the reader below")
        entries.append(Entry(page.theme, "id-card", *card))
        entries[1].clicked.connect(page.card)
    matter = translate("Kiosk", "My matter"), translate("Kiosk", "how it stands")
    entries.append(Entry(page.theme, "clipboard-check", *matter))
    entries[-1].clicked.connect(page.matter)
    return entries


def place_entries(page: EntryPage, y: float, height: float = ENTRY, *, reads_cards: bool) -> None:
    """Put them side by side over the content's width."""
    frame, entries = page.frame, entries_of(page, reads_cards=reads_cards)
    width = (frame.content - (len(entries) - 1) * GAP) / len(entries)
    for index, entry in enumerate(entries):
        page.place(entry, frame.left + index * (width + GAP), y, width, height)
