"""The line under the grid: the cell in hand in words, what is wrong with it, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.office.plan_views import DutyView
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.conflict_words import reason
from terminal.screens.planning.grid import RosterGrid
from terminal.screens.planning.roster_reading import Picture
from terminal.screens.planning.sheet import Cell, Row
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel
from terminal.screens.wording import joined


class GridNote(QWidget):
    """56 high: who and when, then the duty; at the right what is wrong, or the keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(theme, "", "body", bold=True, elastic=False)
        self.about = ElidedLabel(theme, "", "body", "ink2")
        self.wrong = ElidedLabel(theme, "", "body", "trouble", bold=True)
        self.keys = ElidedLabel(theme, "", "note", "ink3", elastic=False)
        self.setFixedHeight(theme.px(48 if theme.contrast else 40))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, theme.px(16), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.title)
        row.addWidget(self.about, 1)
        row.addWidget(self.wrong, 1)
        row.addWidget(self.keys)

    def show_cell(self, grid: RosterGrid, picture: Picture) -> None:
        """Say what the grid has in hand."""
        row, cell, sheet = grid.row, grid.cell, grid.sheet
        if row is None or cell is None or sheet is None or picture.view is None:
            return
        day = sheet.days[grid.current[1]]
        title = row.title if row.post is None else f"{row.title} {words.window(row.post.counter)}"
        self.title.set_text(f"{title}  {dates.short_day(day.day)} {dates.long_weekday(day.day)}")
        notes = [words.day_notes(day), _cell(row, cell)]
        if row.share is not None and not cell.duties:
            quarter = QCoreApplication.translate("Planning", "extended this quarter: {count}")
            notes += [words.share(row.share), quarter.format(count=row.share.extended_quarter)]
        self.about.set_text("  ".join(filter(None, notes)))
        shifts = {shift.code: shift.name for shift in picture.view.shifts}
        uncovered = sheet.uncovered[grid.current[1]]
        said = [reason(one, shifts, picture.fields) for one in cell.conflicts]
        if uncovered and not said:
            names = "、".join(f"{letter} {picture.fields.get(letter, '')}".strip() for letter in uncovered)
            said = [QCoreApplication.translate("Planning", "Nobody on duty serves {field}").format(field=names)]
        self.wrong.set_text(joined(said, "；"))
        self.wrong.setVisible(bool(said))
        self.keys.set_text(QCoreApplication.translate("Planning", "Enter change  Del clear  F2 fix"))
        self.keys.setVisible(not said and self.width() > self._theme.px(720))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))


def _cell(row: Row, cell: Cell) -> str:
    said = [_duty(duty, post=row.post is not None) for duty in cell.duties]
    if cell.away:
        said.append(QCoreApplication.translate("Planning", "on leave"))
    if cell.open:
        said.append(QCoreApplication.translate("Planning", "nobody is put here"))
    return "  ".join(said)


def _duty(duty: DutyView, *, post: bool) -> str:
    said = [duty.staff_name if post else words.duty(duty)]
    if duty.absent is not None:
        said.append(QCoreApplication.translate("Planning", "absent: {reason}").format(reason=words.absence(duty)))
    elif duty.arrived_at is not None:
        said.append(QCoreApplication.translate("Planning", "came {time}").format(time=f"{duty.arrived_at:%H:%M}"))
    if duty.fixed:
        said.append(QCoreApplication.translate("Planning", "set by hand"))
    return " ".join(said)
