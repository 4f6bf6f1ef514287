"""The page of single ratings: whose they are, which of them, and the table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.views import Key, RatingRow
from terminal.screens import tokens
from terminal.screens.manager import words
from terminal.screens.manager.query import SHOWN, RatingQuery
from terminal.screens.manager.rating_table import RatingTable
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, Part, Plate
from terminal.screens.widgets.segments import Segments


class RatingsPage(QWidget):
    """Newest first; silences are rows too. ``asked`` tells a RatingQuery to read; ``left`` that Back was taken."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._query = RatingQuery()
        self._wanted: int | None = None
        self._count = 0
        self.table = RatingTable(theme)
        self._kinds = Segments(theme, [Part("all", "-"), Part("bad", "-"), Part("silent", "-")])
        self._kinds.chosen.connect(self._kind_chosen)
        self._plate = Plate(theme, "", 32)
        self._title = ElidedLabel(theme, "", "title", elastic=False)
        self._back = KeyButton(theme, "", "Esc", icon="chevron-left")
        self._back.clicked.connect(self.left)
        self._all = KeyButton(theme, "")
        self._all.clicked.connect(self._everything)
        for button in (self._back, self._all):
            button.setFixedHeight(theme.target(tokens.TARGET))
        self._note = ElidedLabel(theme, "", "note", "ink3")
        self._empty = ElidedLabel(theme, "", "large", "ink2", align=Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(tokens.SIDE)
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.px(16), 0, theme.px(16))
        head.setSpacing(theme.px(12))
        head.addWidget(self._back)
        head.addSpacing(theme.px(12))
        head.addWidget(self._plate)
        head.addWidget(self._title)
        head.addWidget(self._all)
        head.addStretch(1)
        head.addWidget(self._kinds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, 0, side, theme.px(8))
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._note)

    @property
    def query(self) -> RatingQuery:
        """Which ratings it shows."""
        return self._query

    def ask(self, query: RatingQuery, handling: int | None = None) -> None:
        """Show other ratings; ``handling`` is the one to go to when they come."""
        self._query, self._wanted = query, handling
        self._kinds.select(query.kind)
        self.retranslate()
        self.asked.emit(query)

    def show_rows(self, rows: tuple[RatingRow, ...], scale: tuple[Key, ...]) -> None:
        """Show what was read; the row in hand stays in hand."""
        chosen = self._wanted if self._wanted is not None else self.table.chosen()
        self._wanted = None
        place = self.table.verticalScrollBar().value()
        self.table.model_of_rows.show_rows(rows, scale)
        self.table.verticalScrollBar().setValue(place)
        if chosen is not None:
            self.table.choose(chosen)
        self._count = len(rows)
        self.table.setHidden(not rows)
        self._empty.setHidden(bool(rows))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self._kinds.set_labels(
            [translate("Manager", "All"), translate("Manager", "Bad"), translate("Manager", "Not rated")]
        )
        query = self._query
        title = translate("Manager", "All windows")
        if query.counter is not None:
            title = words.window(query.counter)
            self._plate.set_plate(query.counter)
        elif query.staff is not None:
            title = query.staff_name or query.staff
        self._plate.setHidden(query.counter is None)
        self._title.set_text(title)
        self._back.set_face(translate("Manager", "Back to the stars"))
        self._all.set_face(translate("Manager", "Show all windows"))
        self._all.setHidden(not query.narrowed)
        empty = {
            "all": translate("Manager", "No ratings in these days."),
            "bad": translate("Manager", "No bad ratings in these days."),
            "silent": translate("Manager", "Everybody who was asked has rated."),
        }
        self._empty.set_text(empty[query.kind])
        if self._count >= SHOWN:
            text = translate("Manager", "The newest {count} are shown; choose fewer days to see earlier ones.")
        else:
            text = translate("Manager", "{count} shown. Not rated: asked, and no key pressed in time.")
        self._note.set_text(text.format(count=words.count(self._count)))
        self.table.horizontalHeader().viewport().update()

    def _kind_chosen(self, kind: str) -> None:
        if kind == "bad":
            self.ask(replace(self._query, kind="bad"))
        elif kind == "silent":
            self.ask(replace(self._query, kind="silent"))
        else:
            self.ask(replace(self._query, kind="all"))

    def _everything(self) -> None:
        self.ask(RatingQuery(kind=self._query.kind))
