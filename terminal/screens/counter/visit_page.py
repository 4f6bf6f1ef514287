"""The centre sheet during a visit: items at the left, the one in hand at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from terminal.screens.counter.detail import GUTTER, Detail
from terminal.screens.counter.items_column import ItemsColumn
from terminal.screens.counter.shrink import Room
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import VLine


class VisitPage(QWidget):
    """Items 256 (208 inside), a line, the detail elastic; where room is short the items stand over the detail."""

    def __init__(self, theme: Theme, work: Work, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._visit = theme, work, visit
        self.items = ItemsColumn(theme, work, visit)
        self.detail = Detail(theme, work, visit)
        self._line = VLine(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24 - GUTTER), 0)
        self._row.setSpacing(theme.px(24))
        self._row.addWidget(self.items)
        self._row.addWidget(self._line)
        self._row.addWidget(self.detail, 1)
        self._started: int | None = None

    def set_room(self, room: Room) -> None:
        """Give way as the window shrinks."""
        beside = room.items
        self._line.setHidden(not beside)
        if beside:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            self.items.setFixedWidth(self._theme.px(260 if self._theme.contrast else 208))
        else:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self.items.setMinimumWidth(0)
            self.items.setMaximumWidth(16777215)
        self._row.setSpacing(self._theme.px(24 if beside else 0))
        self.items.set_line(not beside)

    def render_work(self) -> None:
        """Show the visit; when a handling has just begun, its materials have the focus, ready for Space."""
        self.items.render_work()
        self.detail.render_work()
        handling = self._visit.handling
        started = handling.id if handling else None
        if started is not None and started != self._started:
            self.detail.materials.setFocus(Qt.FocusReason.OtherFocusReason)
        self._started = started
