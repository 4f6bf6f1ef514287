"""The tools over the roster: which days, which roster, and what is done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.plan_views import RosterRow
from terminal.screens import dates
from terminal.screens.planning import words
from terminal.screens.planning.term import KINDS, Term
from terminal.screens.theme import Theme
from terminal.screens.widgets import Badge, ElidedLabel, KeyButton, Part
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.strip import ToolStrip, steppers


class RosterTools(ToolStrip):
    """64 high. ``kind_chosen`` week, month or quarter; ``term_chosen`` a Term; ``side_chosen`` people or posts;
    ``roster_chosen`` an id; ``asked`` what to do.

    ``asked`` tells draft, propose, publish, discard, sheet, xlsx or ical.
    """

    kind_chosen = Signal(str)
    term_chosen = Signal(object)
    side_chosen = Signal(str)
    roster_chosen = Signal(int)
    asked = Signal(str)

    def __init__(self, theme: Theme, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._term = term
        self._rows: tuple[RosterRow, ...] = ()
        self._shown: RosterRow | None = None
        self._kinds = Segments(theme, [Part(kind, "-") for kind in KINDS])
        self.back, self.on = steppers(theme)
        self._days = ElidedLabel(theme, "", "body", bold=True, elastic=False)
        self.state = Badge(theme, "", "tint")
        self.pick = small(KeyButton(theme, "", kind="link", icon="chevron-down"), theme)
        self._sides = Segments(theme, [Part("people", "-"), Part("posts", "-")])
        self.propose = small(KeyButton(theme, "", kind="filled"), theme)
        self.publish = small(KeyButton(theme, ""), theme)
        self.sheet = small(KeyButton(theme, "", icon="printer"), theme)
        self.export = small(KeyButton(theme, "", icon="download"), theme)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.put(self._kinds, self.back, self._days, self.on, self.state, self.pick)
        self.row.addStretch(1)
        self.put(self._sides, self.propose, self.publish, self.sheet, self.export)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self.kind_chosen)
        self.back.clicked.connect(lambda: self.term_chosen.emit(self._term.stepped(-1)))
        self.on.clicked.connect(lambda: self.term_chosen.emit(self._term.stepped(1)))
        self._sides.chosen.connect(self.side_chosen)
        self.pick.clicked.connect(self._pick)
        self.propose.clicked.connect(lambda: self.asked.emit("propose"))
        self.publish.clicked.connect(lambda: self.asked.emit("publish"))
        self.sheet.clicked.connect(lambda: self.asked.emit("sheet"))
        self.export.clicked.connect(self._export)

    def show_term(self, term: Term) -> None:
        """Show other days without telling anyone."""
        self._term = term
        self._kinds.select(term.kind)
        self._days.set_text(words.term(term))

    def show_roster(self, rows: tuple[RosterRow, ...], shown: RosterRow | None, *, busy: bool = False) -> None:
        """The rosters of these days, and which of them is on show."""
        self._rows, self._shown = rows, shown
        translate = QCoreApplication.translate
        draft = shown is not None and shown.state == "draft"
        if shown is None:
            self.state.set_badge("")
        elif draft:
            self.state.set_badge(translate("Planning", "Draft"), "wait")
        else:
            self.state.set_badge(translate("Planning", "Published"), "ok")
        self.pick.setVisible(shown is not None)
        if shown is not None:
            self.pick.set_face(dates.span(shown.since, shown.until))
        self.propose.setEnabled(draft and not busy)
        self.publish.setEnabled(draft and not busy)
        self.sheet.setEnabled(shown is not None)
        self.export.setEnabled(shown is not None)

    def set_narrow(self, narrow: bool) -> None:
        """Where room is short the buttons lose their icons, and the roster's days are told by the list alone."""
        for button in (self.propose, self.publish, self.sheet, self.export, self.pick):
            button.set_fit("tight" if narrow else "full")

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        translate = QCoreApplication.translate
        self._kinds.set_labels(
            [translate("Planning", "Week"), translate("Planning", "Month"), translate("Planning", "Quarter")]
        )
        self._sides.set_labels([translate("Planning", "People"), translate("Planning", "Posts")])
        self.back.setAccessibleName(translate("Planning", "Earlier days"))
        self.on.setAccessibleName(translate("Planning", "Later days"))
        self.propose.set_face(translate("Planning", "Propose"))
        self.publish.set_face(translate("Planning", "Publish"))
        self.sheet.set_face(translate("Planning", "Print"))
        self.sheet.setToolTip(translate("Planning", "The roster as a wall sheet (PDF)"))
        self.export.set_face(translate("Planning", "Export"))
        self.show_term(self._term)
        self.show_roster(self._rows, self._shown)

    def _pick(self) -> None:
        translate = QCoreApplication.translate
        states = {"draft": translate("Planning", "Draft"), "published": translate("Planning", "Published")}
        open_posts = translate("Planning", "Duties: {duties}, open posts: {open}")
        choices = [
            Choice(
                row.id, dates.span(row.since, row.until),
                open_posts.format(duties=row.duties, open=row.open_posts), states.get(row.state, row.state),
            )
            for row in self._rows
        ]  # fmt: skip
        choices.append(Choice("draft", translate("Planning", "New draft of the days on show")))
        if self._shown is not None and self._shown.state == "draft":
            choices.append(Choice("discard", translate("Planning", "Throw this draft away"), warns=True))
        chooser = Chooser(self._theme, translate("Planning", "Rosters of these days"), choices, "", self)
        chooser.chosen.connect(self._picked)
        chooser.open_at(self.pick.mapToGlobal(QPoint(0, self.pick.height())))

    def _picked(self, value: object) -> None:
        if isinstance(value, int):
            self.roster_chosen.emit(value)
        else:
            self.asked.emit(str(value))

    def _export(self) -> None:
        translate = QCoreApplication.translate
        choices = [
            Choice(what, label, about)
            for what, label, about in (
                ("xlsx", translate("Planning", "Excel workbook"), translate("Planning", "With everybody's share")),
                ("ical", translate("Planning", "Calendar (iCalendar)"), translate("Planning", "Of the person in hand")),
            )
        ]
        chooser = Chooser(self._theme, translate("Planning", "Export the roster"), choices, "", self)
        chooser.chosen.connect(lambda value: self.asked.emit(str(value)))
        chooser.open_at(self.export.mapToGlobal(QPoint(self.export.width() - chooser.width(), self.export.height())))
