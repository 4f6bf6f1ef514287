"""One of the eight ledgers: its period, its table, and the way into a file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.ledger_views import LedgerTable
from terminal.screens.casework import ledger_words
from terminal.screens.casework.book_table import BookTable
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Part
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.date_field import DateField
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.strip import Strip
from terminal.screens.widgets.text import heading

PERIODS: Final = ("week", "month", "quarter", "year")


class BookPane(QWidget):
    """``asked`` tells a ledger's name and its first and last day; ``export_asked`` that it is wanted as a file."""

    asked = Signal(str, object, object)
    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = self.title = ""
        self._today = date.today()
        self._heading = heading(theme)
        self.periods = Segments(theme, [Part(name, name) for name in PERIODS])
        self.since, self.until = DateField(theme, self._today), DateField(theme, self._today)
        self.export = small(KeyButton(theme, "", "F12", icon="download"), theme)
        self.table = BookTable(theme)
        self.counted = ElidedLabel(theme, "", "note", "ink2")
        strip = Strip(theme)
        strip.row.addWidget(self._heading, 1)
        strip.put(self.periods, self.since, self.until, self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (strip, HLine(theme)):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(HLine(theme))
        self.counted.setContentsMargins(0, 0, 0, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6))
        foot.addWidget(self.counted)
        column.addLayout(foot)
        self.periods.chosen.connect(self._period)
        for field in (self.since, self.until):
            field.accepted.connect(self.ask)
            field.editingFinished.connect(self.ask)
        self.export.clicked.connect(self.export_asked)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.periods.set_labels(
            [
                translate("Casework", "Week"), translate("Casework", "Month"), translate("Casework", "Quarter"),
                translate("Casework", "Year"),
            ]
        )  # fmt: skip
        self.export.set_face(translate("Casework", "Export"))
        table = self.table.table
        if table is not None:
            self.show_table(table)

    def begin(self, name: str, since: date, today: date) -> None:
        """Another ledger, of the month so far."""
        if name != self.name:
            self.title = ledger_words.title(name, "")
            self._heading.set_text(self.title)
            self.table.show_table(None, translate("Casework", "It is being read …"))
            self.counted.set_text("")
            self.export.setEnabled(False)
        self.name, self._today = name, today
        self.periods.select("month")
        self._show_days(since, today)
        self.ask()

    def ask(self) -> None:
        """Read the period in the fields, where it is one."""
        since, until = self.since.day, self.until.day
        if since is not None and until is not None and since <= until and self.name:
            self.asked.emit(self.name, since, until)

    def show_table(self, table: LedgerTable) -> None:
        """What was read."""
        if table.name != self.name:
            return
        self.title = ledger_words.title(table.name, table.title)
        self._heading.set_text(self.title)
        self.table.show_table(table, translate("Casework", "Nothing was entered in this period."))
        text = translate("Casework", "{count} entries, the first of more") if table.more else ""
        text = text or translate("Casework", "{count} entries")
        self.counted.set_text(text.format(count=len(table.rows)))
        self.export.setEnabled(bool(table.rows))

    def _period(self, name: str) -> None:
        today = self._today
        first = {
            "week": today - timedelta(days=today.weekday()),
            "month": today.replace(day=1),
            "quarter": today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1),
            "year": today.replace(month=1, day=1),
        }[name]
        self._show_days(first, today)
        self.ask()

    def _show_days(self, since: date, until: date) -> None:
        self.since.show_day(since)
        self.until.show_day(until)
