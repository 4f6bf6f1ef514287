"""What can be done with a case's route: errands planned, set out on, done, left out."""

from __future__ import annotations

from PySide6.QtCore import QObject

from terminal.office.case_views import StopEntry
from terminal.screens.casework import case_forms as forms
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.fields_form import Values, day_of, moment_of, text_of
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk


class RouteActs(QObject):
    """Opens forms on the page and runs their verbs."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self._page, self._theme, self._desk = page, page.theme, page.desk
        page.sheet.route.opened.connect(self.open_stop)
        page.sheet.route.stops.dropped.connect(self.drop_stop)

    def open_stop(self, stop_id: int) -> None:
        """One that is to be done is recorded; one that is only planned may be set out on, or changed."""
        view = self._page.view
        stop = next((one for one in view.stops if one.id == stop_id), None) if view is not None else None
        if stop is None or stop.state not in ("planned", "now"):
            return
        form, by = forms.done_form(self._theme, stop), self._desk.by
        form.submitted.connect(
            lambda values: self._page.act(
                lambda office, *_: office.routes.done(stop_id, text_of(values, "came_back"), by=by)
            )
        )
        if stop.state == "planned":
            begin = form.add_button(translate("Casework", "Set out, or hand in"), "Alt+B")
            begin.clicked.connect(lambda: self._page.act(lambda office, *_: office.routes.begin(stop_id, by=by)))
            change = form.add_button(translate("Casework", "Change the errand"), "Alt+C")
            change.clicked.connect(lambda: self.plan_stop(stop_id))
        self._page.open_form(form)

    def plan_stop(self, stop_id: int | None = None) -> None:
        """A new errand, or another plan for one."""
        view = self._page.view
        if view is None:
            return
        stop = next((one for one in view.stops if one.id == stop_id), None)
        form, by = forms.stop_form(self._theme, view, stop, self._page.staff), self._desk.by

        def keep(values: Values) -> None:
            entry = _stop_entry(values, self._desk)
            if stop_id is None:
                self._page.act(lambda office, case, _: office.routes.plan(case, entry, by=by))
            else:
                self._page.act(lambda office, *_: office.routes.change(stop_id, entry, by=by))

        form.submitted.connect(keep)
        if not view.stops:
            usual = form.add_button(translate("Casework", "Take over the usual route"), "Alt+U")
            usual.clicked.connect(self.plan_usual)
        self._page.open_form(form)

    def drop_stop(self, stop_id: int) -> None:
        """An errand that is not needed."""
        by = self._desk.by
        self._page.act(lambda office, *_: office.routes.drop(stop_id, by=by))

    def plan_usual(self) -> None:
        """The usual route of the item."""
        by = self._desk.by
        self._page.act(lambda office, case, _: office.routes.plan_suggested(case, by=by))


def _stop_entry(values: Values, desk: Desk) -> StopEntry:
    zone = desk.now().tzinfo
    day = day_of(values, "day")
    return StopEntry(
        text_of(values, "kind"), text_of(values, "place"), text_of(values, "purpose"), None, text_of(values, "address"),
        text_of(values, "bring"), text_of(values, "staff") or None, day, moment_of(day, values.get("hour"), zone),
    )  # fmt: skip
