"""Left of the sheet: find an item, and what this visit holds so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from terminal.rules.search import Finder
from terminal.screens.counter import words
from terminal.screens.counter.case_rows import CaseRows
from terminal.screens.counter.detail import GUTTER
from terminal.screens.counter.head import Head
from terminal.screens.counter.rows import Rows
from terminal.screens.counter.take_away import OPEN_KEY
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import SearchBox
from terminal.screens.widgets.item_results import ItemResults
from terminal.screens.widgets.painting import RIGHT, draw_text

if TYPE_CHECKING:
    from terminal.office.views import HandlingRow, ItemView


class VisitRows(Rows):
    """The handlings of this visit: finished with their outcome, the one in hand with a dot, others with a ring."""

    selected = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 40, parent)
        self._handlings: tuple[HandlingRow, ...] = ()
        self._selected: int | None = None

    def set_handlings(self, handlings: Sequence[HandlingRow], selected: int | None) -> None:
        """Show these."""
        self._handlings, self._selected = tuple(handlings), selected
        self.measure()

    def count(self) -> int:
        return len(self._handlings)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        row = self._handlings[index]
        current = row.id == self._selected
        if row.finished_at is not None:
            note = f"{words.clock(row.finished_at)} {words.outcome_short(row.outcome)}"
            self._paint(painter, rect, row.title, "circle-check", "ok-text", note, "ink2", bold=False)
        elif current:
            self._paint(painter, rect, row.title, "circle-dot", "primary", self.tr("in hand"), "primary", bold=True)
        else:
            self._paint(painter, rect, row.title, "circle", "ink2", self.tr("open"), "ink2", bold=False)

    def _paint(
        self,
        painter: QPainter,
        rect: QRect,
        title: str,
        icon: str,
        token: Token,
        note: str,
        colour: Token,
        *,
        bold: bool,
    ) -> None:
        theme = self._theme
        mark = theme.icon(icon, 20, token, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(rect.left(), rect.center().y() - theme.px(10) + 1), mark)
        right = draw_text(painter, theme, rect, note, "note", colour, align=RIGHT)
        area = rect.adjusted(theme.px(28), 0, -right - theme.px(8), 0)
        draw_text(painter, theme, area, title, "body", bold=bold)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._handlings):
            row = self._handlings[index]
            if row.finished_at is None:
                self.selected.emit(row.id)


class ItemsColumn(QWidget):
    """Search 40, results, and this visit. F3 goes to the field; Enter begins the item found."""

    def __init__(self, theme: Theme, work: Work, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._visit = theme, work, visit
        self._finder: Finder[ItemView] = Finder(())
        self.search = SearchBox(theme, self.tr("Initials, name or code"))
        self.results = ItemResults(theme)
        self._head = Head(theme, self.tr("Items"), self.tr("pinyin initials"), "F3")
        self._visit_head = Head(theme, self.tr("This visit"))
        self._rows = VisitRows(theme)
        self._cases_head = Head(theme, self.tr("Open cases"), "", OPEN_KEY)
        self.cases = CaseRows(theme)
        column = QVBoxLayout(self)
        self._column = column
        column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(theme.px(4))
        column.addWidget(self.search)
        column.addWidget(self.results)
        self._gap = column.count()
        column.addSpacing(theme.px(20))
        column.addWidget(self._visit_head)
        column.addWidget(self._rows)
        column.addSpacing(theme.px(20))
        column.addWidget(self._cases_head)
        column.addWidget(self.cases)
        column.addStretch(1)
        self.search.searched.connect(self._search)
        self.search.stepped.connect(self.results.step)
        self.search.accepted.connect(self._accept)
        self.search.left.connect(self._leave)
        self.results.picked.connect(self._begin)
        self._rows.selected.connect(visit.select)
        work.items_changed.connect(self._load)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.focus_search)
        self._load()

    def focus_search(self) -> None:
        """Put the cursor into the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_line(self, line: bool) -> None:
        """As one line over the detail: the field alone, and a row for each handling only when there are several."""
        self._compact = line
        policy = QSizePolicy.Policy.Fixed if line else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._head.setHidden(line)
        self._column.setContentsMargins(0, self._theme.px(12), self._theme.px(GUTTER if line else 0), self._theme.px(4))
        self.render_work()

    _compact = False

    def render_work(self) -> None:
        """Show this visit."""
        current = self._work.view.current if self._work.view else None
        rows = current.handlings if current else ()
        handling = self._visit.handling
        self._rows.set_handlings(rows, handling.id if handling else None)
        self._visit_head.set_parts([(self.tr("{n} items").format(n=len(rows)), "ink", True)] if rows else [])
        if self._compact:  # the line over the detail: rows only to choose between items in hand, and never with results
            rows = self._work.open_handlings()
            self._rows.set_handlings(rows, handling.id if handling else None)
        shown = bool(rows) and (not self._compact or (len(rows) > 1 and self.results.isHidden()))
        self._rows.setHidden(not shown)
        self._visit_head.setHidden(not shown or self._compact)
        self.search.setEnabled(current is not None)
        cases = self._visit.client.cases
        self.cases.set_cases(cases)
        for widget in (self._cases_head, self.cases):
            widget.setHidden(not cases or self._compact)

    def _load(self) -> None:
        self._finder = Finder(self._work.items.values())

    def _search(self, text: str) -> None:
        added = {row.item for row in self._work.open_handlings()}
        self.results.set_matches(self._finder.find(text, 30) if text else [], added, typed=bool(text))
        if self._compact:
            self.render_work()

    def _accept(self) -> None:
        code = self.results.selected
        if code is not None:
            self._begin(code)

    def _begin(self, code: str) -> None:
        opened = next((row for row in self._work.open_handlings() if row.item == code), None)
        if opened is not None:
            self._visit.select(opened.id)
        elif self._work.can_act:
            self._work.start(code)
        else:
            return  # a verb is under way: keep what was typed
        self.search.clear()
        self._leave()

    def _leave(self) -> None:
        self.search.clearFocus()
        self.focusNextChild()
