"""The second page: the items of a field, and who may go a little ahead. Choosing takes the number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.office.views import ItemView, LineTile
from terminal.screens.kiosk.frame import GAP
from terminal.screens.kiosk.page import HEAD, QUESTION, Look, Page
from terminal.screens.kiosk.touch import ArrowButton, PriorityToggle, TouchButton
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words, size_of
from terminal.screens.widgets.painting import LEFT, RIGHT

if TYPE_CHECKING:
    from terminal.office.priorities import PriorityClass

MOST: Final = 9  # rows on a page: each has a digit
DIRECT: Final = 104
TOGGLE: Final = 88
SIDE_COLUMN: Final = 520


class ItemRow(TouchButton):
    """One item: its digit, its name, and whether it is finished at once."""

    def __init__(
        self, theme: Theme, words: Words, item: ItemView, digit: int, parent: QWidget, *, closed: bool = False
    ) -> None:
        super().__init__(theme, item.name, "closed" if closed else "plain", parent)
        self.item = item
        self._digit = digit
        translate = words.translate
        days = item.promised_days
        text = translate("Kiosk", "{days} working days") if days else translate("Kiosk", "done on the spot")
        self._kind = translate("Kiosk", "not at this hour") if closed else text.format(days=days)
        self.setEnabled(not closed)
        self.setAccessibleName(f"{item.name} {self._kind}")

    def paint_content(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(32)
        rect = self.rect().adjusted(side, 0, -side, 0)
        digit = Piece(str(self._digit), 32, True, "primary")
        draw_words(painter, theme, rect, digit)
        rect.setLeft(rect.left() + theme.px(52))
        name = Piece(self.text(), size_of(theme, "kiosk-large"), True, self.token)
        note = Piece(self._kind, size_of(theme, "kiosk-note") + 2, False, "ink2")
        if self.width() >= theme.px(800):
            taken = draw_words(painter, theme, rect, note, RIGHT)
            rect.setRight(rect.right() - taken - theme.px(24))
            draw_words(painter, theme, rect, name, LEFT, smallest=28)
            return
        height = self.height()
        upper = QRect(rect.left(), round(height * 0.08), rect.width(), round(height * 0.5))
        draw_words(painter, theme, upper, name._replace(px=min(32, name.px)), LEFT, smallest=26)
        lower = QRect(rect.left(), round(height * 0.54), rect.width(), round(height * 0.38))
        draw_words(painter, theme, lower, note._replace(px=24))


class ItemsPage(Page):
    """Rows to touch, never to scroll; ``priority`` is the class chosen, "" for none."""

    take = Signal(str)  # an item's code, or the line's letter
    back = Signal()
    turned = Signal(int)

    def __init__(
        self,
        look: Look,
        line: LineTile,
        items: tuple[ItemView, ...],
        priorities: tuple[PriorityClass, ...],
        parent: QWidget,
        *,
        page: int = 0,
        priority: str = "",
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """``closed`` items stand last and cannot be touched: they are not served at this hour."""
        super().__init__(look, parent)
        translate = self.words.translate
        self._closed = closed
        items = (*(item for item in items if item.code not in closed), *(item for item in items if item.code in closed))
        self.setAccessibleName("items")
        self.title = self.words.line(line)
        self.subtitle = translate("Kiosk", "Touch your matter to take a number.")
        self.priority = priority
        self._line = line
        self._priorities = priorities
        self._toggles: list[PriorityToggle] = []
        self._note_area = QRect()
        self._page_note = QRect()
        self._page_text = ""
        self._arrows: dict[int, ArrowButton] = {}
        self.rows: list[ItemRow] = []
        self.back_button = TouchButton(self.theme, translate("Kiosk", "Back"))
        self.back_button.icon_name = "arrow-left"
        self.back_button.clicked.connect(self.back)
        self.direct = TouchButton(self.theme, translate("Kiosk", "Not sure which? Take a number"), "filled")
        self.direct.icon_name = "ticket"
        self.direct.clicked.connect(lambda: self.take.emit(line.letter))
        width = self.frame.content - (SIDE_COLUMN + 48 if self.frame.landscape else 0)
        top = HEAD + QUESTION
        self.place(self.direct, self.frame.left, top, width, DIRECT)
        bottom = self._place_side() if self.frame.landscape else self._place_bottom()
        self._place_rows(items, top + DIRECT + GAP, bottom, width, page)

    def press_digit(self, digit: int) -> None:
        """0 takes the number of the field, 1 to 9 that of a row."""
        if digit == 0:
            self.direct.click()
        elif digit <= len(self.rows):
            self.rows[digit - 1].click()

    def press(self, key: int, text: str) -> bool:
        if text.isdecimal():
            self.press_digit(int(text))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.direct.click()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            self.turn(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up):
            self.turn(-1)
        elif text == "P":
            self.next_priority()
        return True

    def next_priority(self) -> None:
        """The next class, after the last none: for the keyboard."""
        keys = ["", *(toggle.key for toggle in self._toggles)]
        self._choose(keys[(keys.index(self.priority) + 1) % len(keys)])

    def turn(self, step: int) -> None:
        """As the arrows do."""
        arrow = self._arrows.get(step)
        if arrow is not None:
            arrow.click()

    def countdown(self, seconds: int) -> None:
        note = self.words.translate("Kiosk", "home in {seconds} s").format(seconds=seconds) if seconds <= 15 else ""
        self.back_button.set_note(note)

    def _place_bottom(self) -> float:
        frame = self.frame
        y = frame.height - 56 - TOGGLE
        self.place(self.back_button, frame.left, y, frame.content - 3 * (88 + GAP), TOGGLE)
        self._arrows_at = (frame.right - 2 * 88 - GAP, y)
        if not self._priorities:
            return y - 40
        columns = 3
        rows = -(-len(self._priorities) // columns)
        y -= 40 + rows * (TOGGLE + GAP) - GAP
        width = (frame.content - (columns - 1) * GAP) / columns
        self._place_toggles(frame.left, y, width, columns)
        self._note_area = self.area(frame.left, y - 56, frame.content, 48)
        return y - 56 - 24

    def _place_side(self) -> float:
        frame = self.frame
        x = frame.right - SIDE_COLUMN
        if self._priorities:
            self._note_area = self.area(x, HEAD + QUESTION, SIDE_COLUMN, 56)
            self._place_toggles(x, HEAD + QUESTION + 72, (SIDE_COLUMN - GAP) / 2, 2)
        y = frame.height - 56 - TOGGLE
        self.place(self.back_button, x, y, SIDE_COLUMN - 2 * (88 + GAP), TOGGLE)
        self._arrows_at = (frame.right - 2 * 88 - GAP, y)
        return frame.height - 56

    def _place_toggles(self, x: float, y: float, width: float, columns: int) -> None:
        for index, one in enumerate(self._priorities):
            row, column = divmod(index, columns)
            label = one.label if self.words.chinese else one.label_en or one.label
            toggle = PriorityToggle(self.theme, one.key, label, one.key == self.priority)
            toggle.clicked.connect(lambda _=False, key=one.key: self._choose("" if key == self.priority else key))
            self.place(toggle, x + column * (width + GAP), y + row * (TOGGLE + GAP), width, TOGGLE)
            self._toggles.append(toggle)

    def _place_rows(self, items: tuple[ItemView, ...], top: float, bottom: float, width: float, page: int) -> None:
        columns = 2 if self.frame.landscape else 1
        height = 96 if columns == 2 or self.theme.contrast else 88
        most = min(MOST, columns * max(1, int((bottom - top + GAP) // (height + GAP))))
        pages = max(1, -(-len(items) // most))
        most = max(1, -(-len(items) // pages))  # pages alike, instead of one row on the last
        row_width = (width - (columns - 1) * GAP) / columns
        down = -(-most // columns)
        for index, item in enumerate(items[page * most : (page + 1) * most]):
            column, row = divmod(index, down)
            closed = item.code in self._closed
            button = ItemRow(self.theme, self.words, item, index + 1, self, closed=closed)
            button.clicked.connect(lambda _=False, code=item.code: self.take.emit(code))
            x = self.frame.left + column * (row_width + GAP)
            self.place(button, x, top + row * (height + GAP), row_width, height)
            self.rows.append(button)
        if pages > 1:
            self._place_arrows(page, pages)

    def _place_arrows(self, page: int, pages: int) -> None:
        x, y = self._arrows_at
        translate = self.words.translate
        for step, icon, name in (
            (-1, "arrow-up", translate("Kiosk", "Previous page")),
            (1, "arrow-down", translate("Kiosk", "Next page")),
        ):
            arrow = ArrowButton(self.theme, icon, name)
            arrow.setEnabled(0 <= page + step < pages)
            arrow.clicked.connect(lambda _=False, to=page + step: self.turned.emit(to))
            self.place(arrow, x + (0 if step < 0 else 88 + GAP), y, 88, 88)
            self._arrows[step] = arrow
        if not self.frame.landscape:
            self._page_note = self.area(x - 88 - GAP, y, 88, 88)
            self._page_text = f"{page + 1}/{pages}"

    def _choose(self, key: str) -> None:
        self.priority = key
        for toggle in self._toggles:
            on = toggle.key == key
            toggle.setChecked(on)
            toggle.kind = "tint" if on else "plain"
            toggle.update()
        self.update()

    def _note(self) -> str:
        translate = self.words.translate
        for one in self._priorities:
            if one.key == self.priority:
                evidence = one.evidence if self.words.chinese else one.evidence_en or one.evidence
                return translate("Kiosk", "At the window: {evidence}").format(evidence=evidence)
        return translate("Kiosk", "You may go ahead a little if this applies to you")

    def paint_page(self, painter: QPainter) -> None:
        theme = self.theme
        if self._toggles:
            note = Piece(self._note(), 34 if theme.contrast else 28, False, "ink2" if not self.priority else "primary")
            draw_words(painter, theme, self._note_area, note, LEFT, smallest=22)
        if self._page_text:
            draw_words(painter, theme, self._page_note, Piece(self._page_text, 28, False, "ink2"), RIGHT)
