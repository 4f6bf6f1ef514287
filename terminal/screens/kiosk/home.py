"""The first page: one tile for each field, and the switches for large type and language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.views import KioskView, LineTile
from terminal.screens.kiosk.entry import ENTRY, ENTRY_LARGE, EntryPage, entries_of, place_entries
from terminal.screens.kiosk.frame import GAP
from terminal.screens.kiosk.language import LanguageSwitch
from terminal.screens.kiosk.open_words import foot
from terminal.screens.kiosk.page import HEAD, QUESTION, Look, Notice
from terminal.screens.kiosk.tile import Tile, TileShape
from terminal.screens.kiosk.touch import ArrowButton, LargeSwitch
from terminal.screens.widgets.letters import Piece, draw_words, draw_wrapped
from terminal.screens.widgets.painting import LEFT

TALLEST: Final = 336
LEAST: Final = 208
BOTTOM_ROW: Final = 88
SIDE_COLUMN: Final = 520
BAND: Final = 112
ENTRY_LANDSCAPE: Final = 120
SHORT: Final = 1700  # below this height the tiles need the room of the entries


class HomePage(EntryPage):
    """今天办什么事？ Emits what was chosen; shows fresh figures without being built again while the lines stay."""

    chosen = Signal(str)  # a line's letter
    large = Signal(bool)
    language = Signal(str)
    turned = Signal(int)  # to another page of tiles

    def __init__(
        self,
        look: Look,
        view: KioskView,
        parent: QWidget,
        *,
        page: int = 0,
        printer_away: bool = False,
        reads_cards: bool = False,
        items: int = 0,
    ) -> None:
        """``items`` is how many the catalogue offers."""
        super().__init__(look, parent)
        translate = self.words.translate
        self.setAccessibleName("home")
        self.title = translate("Kiosk", "What brings you here today?")
        self.subtitle = translate("Kiosk", "Touch what it is about and take a number.")
        self._hours = foot(self.words, view, items)
        self._now = view.at
        self._help = translate("Kiosk", "Need help? Ask the staff at the windows")
        self._band: Notice | None = None
        self._reads_cards = reads_cards
        self._entries_top = 0.0  # in landscape
        self.tiles: dict[str, Tile] = {}
        large = self.theme.contrast
        if not self.frame.landscape and not large and self.frame.height >= 1800:
            self.foot_left, self.foot_right = foot(self.words, view, items), self._help
        if not self.frame.landscape and self.frame.height < 1640:
            self.subtitle = ""
        top = HEAD + (QUESTION if self.subtitle else 136)
        floor = self._place_entries(self._place_switches())
        if printer_away:
            floor = self._place_band(floor, translate("Kiosk", "No slips just now: your number is shown on the screen"))
        self._place_tiles(view.lines, top, floor, page)

    def show_view(self, view: KioskView, items: int) -> bool:
        """Take fresh figures. False when the lines themselves changed: then build the page again."""
        lines = {line.letter: line for line in view.lines}
        if not set(self.tiles) <= set(lines):
            return False
        for letter, tile in self.tiles.items():
            tile.set_line(lines[letter])
        self._hours = foot(self.words, view, items)
        if self.foot_left:
            self.foot_left = self._hours
        self.update()
        return True

    def _place_switches(self) -> float:
        frame = self.frame
        switch = LargeSwitch(self.theme, self.words.translate("Kiosk", "Large type"), self.theme.contrast)
        switch.toggled.connect(self.large)
        language = LanguageSwitch(self.theme, self.words.language)
        language.chosen.connect(self.language)
        width = self._switch_width = max(356, switch.natural_width())
        if frame.landscape:
            x = frame.right - SIDE_COLUMN
            self.place(switch, x, frame.height - 56 - 2 * BOTTOM_ROW - GAP, SIDE_COLUMN, BOTTOM_ROW)
            self.place(language, x, frame.height - 56 - BOTTOM_ROW, SIDE_COLUMN, BOTTOM_ROW)
            return frame.height - 56
        y = self.bottom - BOTTOM_ROW - (24 if self.foot_left else 0)
        self.place(switch, frame.left, y, width, BOTTOM_ROW)
        self.place(language, frame.right - 320, y, 320, BOTTOM_ROW)
        return y - 40

    def _place_entries(self, floor: float) -> float:
        frame = self.frame
        if frame.landscape:
            entries = entries_of(self, reads_cards=self._reads_cards)
            tall, gap = (BOTTOM_ROW, 16) if len(entries) > 2 else (ENTRY_LANDSCAPE, GAP)
            self._entries_top = frame.height - 56 - 2 * (BOTTOM_ROW + GAP) - len(entries) * (tall + gap)
            for index, entry in enumerate(entries):
                self.place(
                    entry, frame.right - SIDE_COLUMN, self._entries_top + index * (tall + gap), SIDE_COLUMN, tall
                )
            return floor
        if frame.height < SHORT:
            # Between the two switches; a card may be laid on the reader at any time.
            left, right = frame.left + self._switch_width + GAP, frame.right - 320 - GAP
            self.place(entries_of(self, reads_cards=False)[0], left, floor + 40, right - left, BOTTOM_ROW)
            return floor
        height = ENTRY_LARGE if self.theme.contrast else ENTRY
        place_entries(self, floor - height, height, reads_cards=self._reads_cards)
        return floor - height - GAP

    def _place_band(self, floor: float, text: str) -> float:
        frame = self.frame
        self._band = Notice(self.theme)
        self._band.say(text, waiting=True)
        width = self._tiles_width()
        self.place(self._band, frame.left, floor - BAND, width, BAND)
        return floor - BAND - GAP

    @property
    def band(self) -> str:
        """What the band says, "" without one."""
        return self._band.text if self._band else ""

    def _tiles_width(self) -> float:
        return self.frame.content - SIDE_COLUMN - 48 if self.frame.landscape else self.frame.content

    def _place_tiles(self, lines: tuple[LineTile, ...], top: float, floor: float, page: int) -> None:
        frame, large = self.frame, self.theme.contrast
        columns = 4 if frame.landscape and not large else 2 if not large or frame.landscape else 1
        shape: TileShape = "tall" if columns == 4 else "row" if large else "wide"
        least = 136 if shape == "row" else LEAST
        most = columns * max(1, int((floor - top + GAP) // (least + GAP)))
        if len(lines) > most:
            most = columns * max(1, int((floor - top - BOTTOM_ROW) // (least + GAP)))
            floor = self._place_arrows(floor, page, -(-len(lines) // most))
            lines = lines[page * most : (page + 1) * most]
        rows = max(-(-len(lines) // columns), 1)
        tallest = 152 if shape == "row" else TALLEST
        height = int(min(tallest, (floor - top - (rows - 1) * GAP) / rows)) // 8 * 8
        width = (self._tiles_width() - (columns - 1) * GAP) / columns
        for index, line in enumerate(lines):
            row, column = divmod(index, columns)
            tile = Tile(self.theme, self.words, line, shape, self._now, self)
            tile.clicked.connect(lambda _=False, letter=line.letter: self.chosen.emit(letter))
            self.place(tile, frame.left + column * (width + GAP), top + row * (height + GAP), width, height)
            self.tiles[line.letter] = tile

    def _place_arrows(self, floor: float, page: int, pages: int) -> float:
        y, middle = floor - BOTTOM_ROW, self.frame.left + self._tiles_width() / 2
        translate = self.words.translate
        for step, icon, name, x in (
            (-1, "arrow-left", translate("Kiosk", "Previous page"), middle - 100),
            (1, "arrow-right", translate("Kiosk", "Next page"), middle + 12),
        ):
            arrow = ArrowButton(self.theme, icon, name)
            arrow.setEnabled(0 <= page + step < pages)
            arrow.clicked.connect(lambda _=False, to=page + step: self.turned.emit(to))
            self.place(arrow, x, y, 88, 88)
        return y - GAP

    def paint_page(self, painter: QPainter) -> None:
        if not self.frame.landscape:
            return
        frame, theme = self.frame, self.theme
        x, top = frame.right - SIDE_COLUMN, HEAD + QUESTION
        painter.fillRect(self.area(x, top, SIDE_COLUMN, 2), theme.colour("line"))
        translate = self.words.translate
        hours = Piece(translate("Kiosk", "Opening hours"), 28, False, "ink2")
        draw_words(painter, theme, self.area(x, top + 20, SIDE_COLUMN, 40), hours, LEFT)
        area = self.area(x, top + 64, SIDE_COLUMN, 96)
        taken = draw_wrapped(painter, theme, area, Piece(self._hours, 32, True), 48)
        y = top + 64 + taken / theme.scale + 24
        if y + 140 > self._entries_top:
            return
        painter.fillRect(self.area(x, y, SIDE_COLUMN, 2), theme.colour("line"))
        draw_wrapped(painter, theme, self.area(x, y + 20, SIDE_COLUMN, 96), Piece(self._help, 32), 48)

    def title_width(self) -> float:
        return self.frame.content
