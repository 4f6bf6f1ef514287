"""What can be done with a case's notices: printed, given with or without a signature, taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from terminal.office.case_views import NoticeRow
from terminal.screens.casework import case_forms as forms
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.fields_form import Values, text_of
from terminal.screens.casework.words import translate
from terminal.screens.paper_printing import PaperPrinter


class NoticeActs(QObject):
    """Opens forms on the page and runs their verbs."""

    def __init__(self, page: CasePage, printer: PaperPrinter) -> None:
        super().__init__(page)
        self._page, self._printer = page, printer

    def print_(self) -> None:
        """The notice in hand, or else the last one that was issued."""
        view, held = self._page.view, self._page.sheet.notices.list
        issued = [one for one in view.notices if one.id is not None and one.state != "void"] if view else []
        chosen = held.in_hand if held.hasFocus() and held.in_hand in issued else issued[-1] if issued else None
        if chosen is not None:
            self._print(chosen)

    def print_new(self, notice: NoticeRow | None) -> None:
        """At once what was just issued to be signed, if anything was."""
        if notice is not None:
            self._print(notice)

    def _print(self, notice: NoticeRow) -> None:
        number, by = notice.id, self._page.desk.by
        if number is not None:
            self._printer.print_made(lambda office: office.notices.pdf(number, by=by), notice.title)

    def open_notice(self, notice_id: int) -> None:
        """Give it to somebody, print it, or take it back; one that was taken back is past all that."""
        view = self._page.view
        notice = next((one for one in view.notices if one.id == notice_id), None) if view is not None else None
        if view is None or notice is None or notice.state == "void":
            return
        form, by = forms.notice_form(self._page.theme, notice, view.resident.name), self._page.desk.by

        def keep(values: Values) -> None:
            state, to = text_of(values, "state"), text_of(values, "to")
            self._page.act(
                lambda office, *_: office.notices.hand(
                    notice_id, to, signed=state == "signed", posted=state == "posted", by=by
                )
            )

        form.submitted.connect(keep)
        form.add_button(translate("Casework", "Print it"), "Alt+P").clicked.connect(lambda: self._print(notice))
        void = form.add_button(translate("Casework", "Take it back"), "Alt+V", "danger")
        void.clicked.connect(lambda: self.take_back(notice))
        self._page.open_form(form)

    def ask_payment(self) -> None:
        """Issue a payment notice."""
        view = self._page.view
        if view is None:
            return
        form, by = forms.payment_form(self._page.theme, self._page.desk.now().date()), self._page.desk.by

        def keep(values: Values) -> None:
            extra = forms.payment_of(values)
            self._page.act(lambda office, case, _: office.notices.issue(case, "payment-notice", extra=extra, by=by))

        form.submitted.connect(keep)
        self._page.open_form(form)

    def take_back(self, notice: NoticeRow) -> None:
        """It is void; its number stays used."""
        number, by = notice.id, self._page.desk.by
        if number is None:
            return
        form = forms.void_form(self._page.theme, notice)
        form.submitted.connect(
            lambda values: self._page.act(lambda office, *_: office.notices.void(number, text_of(values, "why"), by=by))
        )
        self._page.open_form(form)
