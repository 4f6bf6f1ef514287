"""What a person does with a case: the actions at its foot and on its lists, each with the form it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal

from terminal.office.case_views import CaseView, MandateEntry, MoveChoice, NoticeRow
from terminal.screens.casework import case_forms as forms
from terminal.screens.casework import words
from terminal.screens.casework.actions_bar import next_stop
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.fields_form import FieldsForm, Values, day_of, text_of
from terminal.screens.casework.history_panel import HistoryPanel
from terminal.screens.casework.material_acts import MaterialActs
from terminal.screens.casework.notice_acts import NoticeActs
from terminal.screens.casework.route_acts import RouteActs
from terminal.screens.casework.words import translate
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.widgets.chooser import Choice, Chooser

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

MANDATES: Final = ("mandate", "resumption-mandate")  # the forms of what a resident mandates


class CaseActs(QObject):
    """Opens forms on the page and runs their verbs. ``files_asked`` tells the position of a material, or None."""

    files_asked = Signal(object)

    def __init__(self, page: CasePage, printer: PaperPrinter) -> None:
        super().__init__(page)
        self._page, self.notices = page, NoticeActs(page, printer)
        self.materials, self.route = MaterialActs(page), RouteActs(page)
        self.materials.files_asked.connect(self.files_asked)
        self._theme, self._desk = page.theme, page.desk
        self._accepting: FieldsForm | None = None
        page.shown.connect(self._warn)
        sheet = page.sheet
        sheet.asked.connect(self.ask)
        sheet.notices.opened.connect(self.notices.open_notice)
        sheet.head.hand_asked.connect(lambda: self.ask("hand"))

    @property
    def view(self) -> CaseView | None:
        """The case on show."""
        return self._page.view

    def ask(self, name: str) -> None:
        """A button of the foot."""
        if self.view is None or self._desk.busy:
            return
        doing = {
            "tell": self.tell, "pause": self.pause, "hand": self.hand, "route": self.route.plan_stop,
            "print": self.notices.print_, "more": self.more, "next": self.next,
        }  # fmt: skip
        doing[name]()

    # Moves.

    def move(self, name: str) -> None:
        """Open the form of a move; one that needs nothing on record is asked all the same, with F9."""
        view = self.view
        choice = next((one for one in view.choices if one.name == name), None) if view is not None else None
        if view is None or choice is None:
            return
        form = forms.move_form(self._theme, view, choice, self._page.staff, self._page.departments)
        form.submitted.connect(lambda values: self._advance(choice, values))
        self._page.open_form(form)
        self._accepting = form if name == "accept" else None
        self._warn()

    def _warn(self) -> None:
        """In the form that accepts: what is lacking. Marks that are made meanwhile count."""
        if self._accepting is not None and self._page.sheet.side.form is self._accepting:
            self._accepting.warn(*forms.lacking_words(self._page.sheet.materials.lacking()))

    def _advance(self, choice: MoveChoice, values: Values) -> None:
        by, days = self._desk.by, values.get("days")
        said = translate("Casework", "{move}: done.").format(move=words.move(choice.name))
        self._page.act(
            lambda office, case, version: office.cases.advance(
                case, choice.name, note=text_of(values, "note"), days=days if isinstance(days, int) else None,
                approved_by=text_of(values, "approved_by"), signature=text_of(values, "signature"),
                whom=text_of(values, "whom"), delivery=text_of(values, "delivery") or None,
                result=text_of(values, "result"), version=version, by=by,
            ),
            said,
        )  # fmt: skip

    def pause(self) -> None:
        """Suspend, or resume."""
        names = {choice.name for choice in self.view.choices} if self.view is not None else set()
        self.move("resume" if "resume" in names else "suspend")

    def next(self) -> None:
        """The main button: marks that wait, the route's next stop, or the next move."""
        view = self.view
        if view is None:
            return
        form = self._page.sheet.side.form
        if isinstance(form, FieldsForm):
            form.submit()
        elif self._page.stalled:
            self._page.keep_marks()
        elif (stop := next_stop(view)) is not None:
            self.route.open_stop(stop.id)
        else:
            self.move(view.next_step)

    def more(self) -> None:
        """Everything else that can be done."""
        view = self.view
        if view is None:
            return
        choices = [
            Choice(f"move:{one.name}", words.move(one.name), one.why_not, warns=not one.allowed)
            for one in view.choices
            if one.name not in ("suspend", "resume")
        ]
        choices.append(Choice("files", translate("Casework", "Attached files"), right=str(len(view.files) or "")))
        if view.ended_at is None:
            choices.append(Choice("payment", translate("Casework", "Payment notice")))
        choices.append(Choice("history", translate("Casework", "History")))
        if view.row.proxy and view.ended_at is None:
            choices.append(Choice("mandate", translate("Casework", "Mandate")))
        if not view.stops and view.ended_at is None:
            choices.append(Choice("usual", translate("Casework", "Take over the usual route")))
        button = self._page.sheet.bar.buttons["more"]
        sheet = Chooser(self._theme, translate("Casework", "What else can be done"), choices, "", self._page)
        sheet.chosen.connect(self._chosen)
        sheet.open_at(button.mapToGlobal(QPoint(0, -sheet.height())))

    def _chosen(self, value: object) -> None:
        kind, _, name = str(value).partition(":")
        if kind == "move":
            self.move(name)
        elif kind == "files":
            self.files_asked.emit(None)
        elif kind == "history":
            self.history()
        elif kind == "mandate":
            self.mandate()
        elif kind == "payment":
            self.notices.ask_payment()
        else:
            self.route.plan_usual()

    def history(self) -> None:
        """Who did what and when, and who answered for it."""
        if self.view is not None:
            self._page.open_form(HistoryPanel(self._theme, self.view, dict(self._page.staff)))

    # Telling, handing on.

    def tell(self) -> None:
        """Keep what the resident was told."""
        assert self.view is not None
        form = forms.tell_form(self._theme, self.view)
        by = self._desk.by

        def keep(values: Values) -> None:
            self._page.act(
                lambda office, case, _: office.cases.tell(
                    case, text_of(values, "how"), text_of(values, "words"), text_of(values, "whom"),
                    day_of(values, "next_on"), by=by,
                )
            )  # fmt: skip

        form.submitted.connect(keep)
        self._page.open_form(form)

    def hand(self) -> None:
        """Somebody else answers for it."""
        assert self.view is not None
        form = forms.hand_form(self._theme, self.view, self._page.staff)
        by = self._desk.by
        form.submitted.connect(
            lambda values: self._page.act(
                lambda office, case, version: office.cases.hand_to(
                    case, text_of(values, "staff"), text_of(values, "reason"), version=version, by=by
                )
            )
        )
        self._page.open_form(form)

    # The mandate.

    def mandate(self) -> None:
        """Enter one, sign the one there is, or go on from one that is over."""
        view = self.view
        if view is None:
            return
        now, by, today = view.mandate, self._desk.by, self._desk.now().date()
        if now is not None and now.ended_at is None and not (now.resident_signed_on and now.staff_signed_on):
            form, number = forms.sign_form(self._theme, now, today), now.id
            form.submitted.connect(
                lambda values: self._page.act(
                    lambda office, *_: office.mandates.sign(
                        number, day_of(values, "resident"), day_of(values, "staff"), by=by
                    )
                )
            )
            self._page.open_form(form)
            return
        form, known = forms.mandate_form(self._theme, view, now, today), {one.id for one in view.notices}

        def keep(values: Values) -> None:
            entry = _mandate_entry(values)

            def verb(office: Office, case: int, _: int | None) -> NoticeRow | None:
                enter = office.mandates.resume if now is not None else office.mandates.give
                enter(case, entry, by=by)
                issued = (one for one in office.notices.of_case(case) if one.form in MANDATES and one.state != "void")
                return next((one for one in issued if one.id not in known), None)

            self._page.act(verb, then=self.notices.print_new)

        form.submitted.connect(keep)
        self._page.open_form(form)


def _mandate_entry(values: Values) -> MandateEntry:
    until = day_of(values, "until")
    assert until is not None  # the form asks for it
    return MandateEntry(
        text_of(values, "scope"), until, day_of(values, "since"), text_of(values, "may"), text_of(values, "may_not"),
        day_of(values, "resident_signed_on"), day_of(values, "staff_signed_on"),
    )  # fmt: skip
