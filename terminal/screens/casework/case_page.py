"""One case over the office: read, shown, and changed by one verb at a time; what somebody else changed is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.errors import Fault, Reasons, Refusal, Trouble
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
PEOPLE: Final = ("who", "responsible")  # what of a refusal is the code of somebody of the staff


class CasePage(QWidget):
    """Reads a case and shows it. A form keeps the version of the case it was opened on: when somebody changed the case
    meanwhile the office refuses and says what changed, the page shows the case as it is now, and the form stays as it
    was typed; doing it again then is done on the new version. The same for marks of materials.
    """

    left = Signal()
    shown = Signal()  # the case as it is now, with what was just marked
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
        self._unreached = False  # it was the database that did not take them
        self._sent: dict[int, MaterialMark] = {}  # marks on their way
        self._behind: list[tuple[int, int | None, tuple[MaterialMark, ...]]] = []  # of cases that were left
        # What the next answer is to do: a newer read drops an older one, and must not drop this with it.
        self._opening = False  # take the focus
        self._renewing = False  # what is open is done on that version from now on
        self._version: int | None = None  # that the open form was made on
        self._marked_on: int | None = None  # that the marks were made on
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
            self.close_down()
            self.close_form()
            self.pending, self._sent, self.stalled = {}, {}, False
            self.view, self._renewing = None, False
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
            self.show_case(view)
            if self._renewing:
                self._renewing = False
                self._version = self._marked_on = view.version
            if self._opening:
                self._opening = False
                self.take_focus()

        self.desk.read("case", verb, came)

    def show_case(self, view: CaseView) -> None:
        """Show the case as the office told it. What is told of another one, or was overtaken by a newer answer, is
        dropped.
        """
        if view.row.id != self.case or (self.view is not None and view.version < self.view.version):
            return
        self.view = view
        self.sheet.show_case(view, self.pending, self.desk.now().date(), free=not self.desk.busy)
        self.shown.emit()

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
        if free:
            self._keep_behind()
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

    def act(
        self,
        verb: Callable[[Office, int, int | None], T],
        said: str = "",
        then: Callable[[T], None] | None = None,
    ) -> None:
        """Run a verb with the case and the version it is made on; then say what came of it and show the case anew.
        ``then`` is told what it returned, whatever is on show by then.
        """
        case = self.case
        if case is None:
            return
        version = self._version

        def done(found: T) -> None:
            if then is not None:
                then(found)
            if case != self.case:
                return  # another one is on show by now, with a form of its own
            self.close_form()
            if said:
                self.desk.told.emit(Said("calm", said))
            self._version = None
            if isinstance(found, CaseView):
                self._mine(version, found.version)
                self.show_case(found)
            else:
                self.refresh()
            self.take_focus()

        self.desk.act(lambda office: verb(office, case, version), done, lambda trouble: self._refused(case, trouble))

    def _refused(self, case: int, trouble: Trouble) -> None:
        """What was typed stays; the case is shown as it is now, and doing it again is done on that."""
        self.desk.say(_with_names(trouble, dict(self.staff)))
        if case == self.case and not isinstance(trouble, Fault):
            self._renewing = True
            self.refresh()

    def _mine(self, before: int | None, after: int) -> None:
        """This page changed the case itself: what else is open on it was made on the version of now."""
        if self._version == before:
            self._version = after
        if self._marked_on == before:
            self._marked_on = after

    # Materials, ticked.

    def mark(self, mark: MaterialMark) -> None:
        """Shown at once, kept with those that follow closely."""
        if not self.pending:
            self._marked_on = self.view.version if self.view is not None else None
        self.pending[mark.position] = mark
        self.stalled = False
        if self.view is not None:
            self.show_case(self.view)
        self._gather.start()

    def keep_marks(self) -> None:
        """Hand the marks over; while another verb is under way they wait."""
        case, by, version, marks = self.case, self.desk.by, self._marked_on, dict(self.pending)
        if case is None or not marks or self.desk.busy:
            return

        def done(view: CaseView) -> None:
            self._sent = {}
            if case == self.case:
                self.pending = {at: mark for at, mark in self.pending.items() if marks.get(at) != mark}
                self._mine(version, view.version)
                self.show_case(view)

        def refused(trouble: Trouble) -> None:
            self._sent = {}
            self.stalled, self._unreached = case == self.case, isinstance(trouble, Fault)
            self._refused(case, trouble)

        self.stalled, self._sent = False, marks
        self.desk.act(
            lambda office: office.materials.mark(case, tuple(marks.values()), version=version, by=by), done, refused
        )

    def reached(self) -> None:
        """The database answers again: marks that it did not take are kept now."""
        if self.stalled and self._unreached:
            self.keep_marks()

    def close_down(self) -> None:
        """It goes from the screen: marks that wait are kept now, or as soon as what is under way is done."""
        marks = tuple(mark for at, mark in self.pending.items() if self._sent.get(at) != mark)
        if self.case is not None and marks and not self.stalled:
            version = None if self.desk.busy else self._marked_on  # what is under way changes the case itself
            self._behind.append((self.case, version, marks))
            self._keep_behind()

    def _keep_behind(self) -> None:
        if self._behind and not self.desk.busy:
            (case, version, marks), by = self._behind.pop(0), self.desk.by
            self.desk.act(lambda office: office.materials.mark(case, marks, version=version, by=by))


def _with_names(trouble: Trouble, staff: Mapping[str, str]) -> Trouble:
    """The same; who changed something and who answers for it by name, where the page knows it."""
    if not isinstance(trouble, Refusal):
        return trouble
    values = dict(trouble.values)
    for name, value in values.items():
        if isinstance(value, Reasons):
            values[name] = Reasons(_with_names(one, staff) for one in value)
        elif name in PEOPLE:
            values[name] = staff.get(str(value), value)
    return Refusal(trouble.text, trouble.what_to_do, **values)
