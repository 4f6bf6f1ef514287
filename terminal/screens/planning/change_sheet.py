"""Other hours from a date on, or special days: typed, tried, then saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.plan_views import HoursChange
from terminal.rules.hours import Span
from terminal.screens.planning.broken_panel import BrokenPanel
from terminal.screens.planning.panel import ReasonField
from terminal.screens.planning.span_rows import SpanRows
from terminal.screens.planning.week import Week
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Paragraph, Part
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.date_field import DateField
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.text import heading

if TYPE_CHECKING:
    from terminal.office.office import Office

KINDS: Final = ("week", "special", "centre")


@dataclass(frozen=True, slots=True)
class Change:
    """What was typed, ready to be tried or saved."""

    kind: str  # week, special or centre (a line gives its own hours up)
    line: str | None
    since: date
    until: date
    week: Week
    special: tuple[Span, ...]
    reason: str

    def run(self, office: Office, by: str, *, dry_run: bool) -> HoursChange:
        """On a worker: try it, or save it. Raises Refusal and Fault as the hours' desk does."""
        if self.kind == "special":
            return office.hours.special(
                self.special, self.since, self.until, line=self.line, reason=self.reason, by=by, dry_run=dry_run
            )
        if self.kind == "centre":
            return office.hours.follow_centre(self.line or "", self.since, reason=self.reason, by=by, dry_run=dry_run)
        return office.hours.change(self.week, self.since, line=self.line, reason=self.reason, by=by, dry_run=dry_run)


class ChangeSheet(QWidget):
    """``tried`` tells a Change whose consequences are asked for; ``saved`` one that is to be saved; ``left`` Escape.

    Whatever is typed after it was tried has to be tried again. ``week_asked`` asks for the hours in force of the line.
    """

    tried = Signal(object)
    saved = Signal(object)
    left = Signal()
    week_asked = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: Mapping[str, str] = {}
        self._line: str | None = None
        self._known = False  # what it would break
        self._asked: Change | None = None  # of what that was asked
        self.title = heading(theme)
        self.kind = Segments(theme, [Part(name, "-") for name in KINDS])
        self.line = small(KeyButton(theme, "", icon="chevron-down"), theme)
        self.since, self.until = DateField(theme, today), DateField(theme, today)
        self.rows = SpanRows(theme)
        self.reason = ReasonField(theme)
        self.verdict = Paragraph(theme, "", "body", "ink2", bold=True)
        self.broken = BrokenPanel(theme, handled=False)
        self.go = KeyButton(theme, "", "F9", kind="filled")
        self.back = KeyButton(theme, "", "Esc")
        self._labels = [ElidedLabel(theme, "", "note", "ink2", elastic=False) for _ in range(2)]
        self._lay_out()
        self.kind.chosen.connect(self._show_kind)
        self.line.clicked.connect(self._choose_line)
        self.go.clicked.connect(self._go)
        self.back.clicked.connect(self.left)
        self.rows.edited.connect(self._edited)
        self.reason.textChanged.connect(self._edited)
        for field in (self.since, self.until):
            field.edited.connect(self._edited)
        self.retranslate()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(24)
        top, dates, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (top, dates, foot):
            row.setSpacing(theme.px(8))
        top.addWidget(self.line)
        top.addWidget(self.kind)
        top.addStretch(1)
        for part in (self._labels[0], self.since, self._labels[1], self.until):
            dates.addWidget(part)
        dates.addStretch(1)
        form = QVBoxLayout()
        form.setContentsMargins(side, theme.px(16), side, theme.px(12))
        form.setSpacing(theme.px(12))
        form.addWidget(self.title)
        form.addLayout(top)
        form.addLayout(dates)
        form.addWidget(self.rows)
        form.addWidget(self.reason)
        foot.setContentsMargins(side, theme.px(12), side, theme.px(16))
        foot.addWidget(self.go)
        foot.addWidget(self.back)
        foot.addStretch(1)
        said = QVBoxLayout()
        said.setContentsMargins(side, theme.px(8), side, theme.px(8))
        said.addWidget(self.verdict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(form)
        layout.addWidget(HLine(theme))
        layout.addLayout(said)
        layout.addWidget(self.broken, 1)
        layout.addWidget(HLine(theme))
        layout.addLayout(foot)

    @property
    def chosen_line(self) -> str | None:
        """Whose hours are changed; None: the centre's."""
        return self._line

    def start(self, day: date, fields: Mapping[str, str]) -> None:
        """Begin a change that holds from a day on."""
        self._fields, self._line = fields, None
        self.since.show_day(day)
        self.until.show_day(day)
        self.reason.clear()
        self.kind.select("week")
        self._show_kind("week")
        self.retranslate()
        self.week_asked.emit()

    def show_week(self, week: Week) -> None:
        """Start from the hours in force."""
        self.rows.show_week(week)
        self._edited()

    def show_consequences(self, change: HoursChange, of: Change) -> None:
        """What it would break; now it may be saved. Of what was typed before, it is dropped."""
        if of != self._asked:
            return
        self._known = True
        count = len(change.broken)
        none = QCoreApplication.translate("Planning", "It breaks no appointment.")
        some = QCoreApplication.translate(
            "Planning", "It breaks {count} appointments. After saving, each can be moved or cancelled."
        )
        self.verdict.setText(some.format(count=count) if count else none)
        self.verdict.set_token("trouble" if count else "ok-text")
        self.broken.show_bookings(change.broken)
        self.broken.setVisible(bool(count))
        self._name_button()

    def change(self) -> Change | None:
        """What was typed; None, with the focus on the place, while something cannot be kept."""
        special = self.kind.value == "special"
        fault = self.rows.first_fault(special) if self.kind.value != "centre" else None
        since, until = self.since.day, self.until.day
        if fault is not None or since is None or (special and until is None):
            (fault or (self.since if since is None else self.until)).setFocus()
            return None
        if special and not self.reason.wanted():
            return None
        return Change(
            self.kind.value, self._line, since, until or since, self.rows.week or {}, self.rows.special or (),
            self.reason.words,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self.title.set_text(translate("Planning", "Change the hours"))
        self.kind.set_labels(
            [
                translate("Planning", "Every week"),
                translate("Planning", "Special days"),
                translate("Planning", "As the centre"),
            ]
        )
        whole = translate("Planning", "Whole centre")
        self.line.set_face(whole if self._line is None else f"{self._line} {self._fields.get(self._line, '')}".strip())
        self._labels[0].set_text(translate("Planning", "From"))
        self._labels[1].set_text(translate("Planning", "to"))
        self.reason.setPlaceholderText(translate("Planning", "Reason, which residents see"))
        self.back.set_face(translate("Planning", "Back"))
        self.rows.retranslate()
        self._name_button()

    def _name_button(self) -> None:
        try_it = QCoreApplication.translate("Planning", "See what it breaks")
        self.go.set_face(QCoreApplication.translate("Planning", "Save") if self._known else try_it)

    def _show_kind(self, kind: str) -> None:
        if kind == "centre" and self._line is None:  # the centre has nobody to follow
            self.kind.select("week")
            kind = "week"
        self.rows.setVisible(kind != "centre")
        self.rows.show_special(kind == "special")
        self.until.setVisible(kind == "special")
        self._labels[1].setVisible(kind == "special")
        self._edited()

    def _edited(self) -> None:
        self._known, self._asked = False, None
        self.verdict.setText("")
        self.broken.hide()
        self._name_button()

    def _go(self) -> None:
        change = self.change()
        if change is not None:
            self._asked = change
            (self.saved if self._known else self.tried).emit(change)

    def _choose_line(self) -> None:
        whole = QCoreApplication.translate("Planning", "Whole centre")
        choices = [Choice(None, whole), *(Choice(letter, f"{letter} {name}") for letter, name in self._fields.items())]
        title = QCoreApplication.translate("Planning", "Whose hours?")
        chooser = Chooser(self._theme, title, choices, "", self)
        chooser.chosen.connect(self._line_chosen)
        chooser.open_at(self.line.mapToGlobal(QPoint(0, self.line.height())))

    def _line_chosen(self, line: object) -> None:
        self._line = None if line is None else str(line)
        self._show_kind(self.kind.value)
        self.retranslate()
        self.week_asked.emit()
