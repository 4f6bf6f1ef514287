"""What can be done with a case's materials: marked, counted, handed on, given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terminal.office.case_views import MaterialMark, MaterialView
from terminal.screens.casework import case_forms as forms
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.fields_form import Values, day_of, number_of, text_of
from terminal.screens.casework.words import translate

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


class MaterialActs(QObject):
    """Opens forms on the page and runs their verbs. ``files_asked`` tells the position of a material."""

    files_asked = Signal(object)

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self._page, self._theme, self._desk = page, page.theme, page.desk
        page.sheet.materials.marked.connect(self.mark)
        page.sheet.materials.opened.connect(lambda _: self.material("open"))

    def mark(self, position: int, state: str) -> None:
        """A key on a material: at once, or with the reason or the day it needs."""
        material = self._material(position)
        if material is None or self._page.view is None or self._page.view.ended_at is not None:
            return
        if state == "wrong":
            form = forms.wrong_form(self._theme, material)
        elif state == "waived":
            form = forms.promise_form(self._theme, material, self._page.view.row.promised_on)
        else:
            self._page.mark(MaterialMark(position, state))
            return

        def keep(values: Values) -> None:
            self._page.close_form()
            self._page.mark(
                MaterialMark(position, state, why=text_of(values, "why"), promised_by=day_of(values, "promised_by"))
            )
            self._page.sheet.materials.setFocus()

        form.submitted.connect(keep)
        self._page.open_form(form)

    def material(self, what: str) -> None:
        """Counts, where the originals go, and files of the material in hand."""
        material = self._page.sheet.materials.in_hand
        if material is None:
            return
        if what == "custody":
            self._custody(material)
            return
        form = forms.counts_form(self._theme, material)
        position = material.position

        def keep(values: Values) -> None:
            self._page.close_form()
            mark = MaterialMark(
                position, "received", number_of(values, "originals"), number_of(values, "copies"),
                to_return=number_of(values, "to_return"),
            )  # fmt: skip
            self._page.mark(mark)
            self._page.sheet.materials.setFocus()

        form.submitted.connect(keep)
        if material.got_originals:
            moving = form.add_button(translate("Casework", "Originals change hands"), "Alt+O")
            moving.clicked.connect(lambda: self.material("custody"))
        files = form.add_button(translate("Casework", "Files of it"), "Alt+F")
        files.clicked.connect(lambda: self.files_asked.emit(position))
        self._page.open_form(form)

    def _custody(self, material: MaterialView) -> None:
        form, by, position = forms.custody_form(self._theme, material), self._desk.by, material.position

        def keep(values: Values) -> None:
            what, place, signed = (text_of(values, name) for name in ("what", "place", "signed_by"))

            def verb(office: Office, case: int, _: int | None) -> object:
                if what == "returned":
                    return office.materials.return_(case, (position,), signed_by=signed, by=by)
                return office.materials.move(case, (position,), what, place, signed_by=signed, by=by)

            self._page.act(verb)

        form.submitted.connect(keep)
        self._page.open_form(form)

    def _material(self, position: int) -> MaterialView | None:
        materials = self._page.view.materials if self._page.view is not None else ()
        return next((one for one in materials if one.position == position), None)
