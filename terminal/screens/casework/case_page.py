"""One case over the office: read, shown, and changed by one verb at a time; what somebody else changed is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.errors import Fault, Trouble
from terminal.office.case_views import CaseView, MaterialMark
from terminal.screens.asking import Said
from terminal.screens.casework.case_sheet import CaseSheet
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.widgets.side_form import Form

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")
Named = tuple[tuple[str, str], ...]  # codes and names
GATHER_MS: Final = 200  # marks that come closer together are kept as one


class CasePage(QWidget):
    """Reads a case and shows it. A form keeps the version of the case it was opened on: when somebody changed the case
    meanwhile the office refuses and says what changed, the page shows the case as it is now, and the form stays as it
    was typed; doing it again then is done on the new version. The same for marks of materials.
    """

    left = Signal()
    person_asked = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.case: int | None = None
        self.view: CaseView | None = None
        self.staff: Named = ()
        self.departments: Named = ()
        self.pending: dict[int, MaterialMark] = {}
        self.stalled = False  # marks that were refused wait to be kept again or dropped
        self._opening = False  # the focus goes to it with whichever answer comes first: a newer read drops an older one
        self._version: int | None = None  # that the open form, or the marks, were made on
        self.sheet = CaseSheet(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.keep_marks)
        self.sheet.head.left.connect(self.left)
        self.sheet.head.person_asked.connect(self._person)
        desk.busy_changed.connect(self._enable)

    # Reading and showing.

    def open_case(self, case: int) -> None:
        """Show another case."""
        if case != self.case:
            self.close_form()
            self.pending, self.stalled, self.view = {}, False, None
        self.case = case
        self._opening = True
        self.refresh()

    def refresh(self) -> None:
        """Read anew; an open form and marks not yet kept stay."""
        case, by = self.case, self.desk.by
        if case is None:
            return

        def verb(office: Office) -> tuple[CaseView, Named, Named]:
            staff = tuple((one.code, one.name) for one in office.counters.staff())
            departments = tuple((one.code, one.name) for one in office.cases.departments())
            return office.cases.view(case, by=by), staff, departments

        def came(found: tuple[CaseView, Named, Named]) -> None:
            view, self.staff, self.departments = found
            if case == self.case:
                self.show_case(view)
                if self._opening:
                    self._opening = False
                    self.take_focus()

        self.desk.read("case", verb, came)

    def show_case(self, view: CaseView) -> None:
        """Show a case as the office told it; an answer that was overtaken by a newer one is dropped."""
        if self.view is not None and self.view.row.id == view.row.id and view.version < self.view.version:
            return
        self.view = view
        self.sheet.show_case(view, self.pending, self.desk.now().date(), free=not self.desk.busy)

    def take_focus(self) -> None:
        """Where work goes on: the open form; the materials while they come in; else the next step."""
        form = self.sheet.side.form
        if isinstance(form, Form):
            form.start()
        elif self.view is not None and self.view.row.state in ("received", "to_correct"):
            self.sheet.materials.setFocus()
        elif self.sheet.bar.next.isEnabled():
            self.sheet.bar.next.setFocus()
        else:
            self.sheet.materials.setFocus()

    def _enable(self) -> None:
        free = not self.desk.busy
        self.sheet.allow(free)
        form = self.sheet.side.form
        if isinstance(form, Form):
            form.allow(free)
        if free and self.pending and not self.stalled:
            self._gather.start()

    def _person(self) -> None:
        if self.view is not None:
            self.person_asked.emit(self.view.resident.id)

    # Forms.

    def open_form(self, form: Form) -> None:
        """Beside the case; it is made on the version on show."""
        self._version = self.view.version if self.view is not None else None
        form.left.connect(self.step_back)
        self.sheet.side.open_form(form)
        form.allow(not self.desk.busy)
        form.start()

    def close_form(self) -> None:
        """Back to the notices."""
        if self.sheet.side.form is not None:
            self.sheet.side.close_form()

    def step_back(self) -> bool:
        """Escape: a form goes, then refused marks, then a list in the materials' place. False: nothing was open."""
        if self.sheet.side.form is not None:
            self.close_form()
            self.take_focus()
            return True
        if self.stalled:
            self.pending, self.stalled = {}, False
            self.desk.told.emit(None)
            self.refresh()
            return True
        return self.sheet.to_materials()

    # Doing.

    def act(self, verb: Callable[[Office, int, int | None], T], said: str = "") -> None:
        """Run a verb with the case and the version it is made on; then say what came of it and show the case anew."""
        case = self.case
        if case is None:
            return
        version = self._version

        def done(found: T) -> None:
            self.close_form()
            if said:
                self.desk.told.emit(Said("calm", said))
            self._version = None
            if isinstance(found, CaseView):
                self.show_case(found)
            else:
                self.refresh()
            self.take_focus()

        self.desk.act(lambda office: verb(office, case, version), done, self._refused)

    def _refused(self, trouble: Trouble) -> None:
        """What was typed stays; the case is shown as it is now, and doing it again is done on that."""
        self.desk.say(trouble)
        if isinstance(trouble, Fault) or self.case is None:
            return
        case, by = self.case, self.desk.by

        def came(view: CaseView) -> None:
            self._version = view.version
            self.show_case(view)

        self.desk.read("case", lambda office: office.cases.view(case, by=by), came)

    # Materials, ticked.

    def mark(self, mark: MaterialMark) -> None:
        """Shown at once, kept with those that follow closely."""
        if not self.pending:
            self._version = self.view.version if self.view is not None else None
        self.pending[mark.position] = mark
        self.stalled = False
        if self.view is not None:
            self.show_case(self.view)
        self._gather.start()

    def keep_marks(self) -> None:
        """Hand the marks over; while another verb is under way they wait."""
        case, by, version, marks = self.case, self.desk.by, self._version, dict(self.pending)
        if case is None or not marks:
            return

        def done(view: CaseView) -> None:
            self.pending = {at: mark for at, mark in self.pending.items() if marks.get(at) != mark}
            self._version = view.version
            self.show_case(view)

        def refused(trouble: Trouble) -> None:
            self.stalled = True
            self._refused(trouble)

        self.stalled = False
        self.desk.act(
            lambda office: office.materials.mark(case, tuple(marks.values()), version=version, by=by), done, refused
        )
