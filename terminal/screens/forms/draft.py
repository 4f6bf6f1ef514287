"""A form being filled in: every field goes to the office as soon as it is worth keeping, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.errors import Fault, Trouble
from terminal.office.form_fields import FormView, form_view
from terminal.office.form_views import Correction, EntryView
from terminal.screens.asking import Asking
from terminal.screens.background import Background
from terminal.screens.forms.field_row import Value
from terminal.screens.i18n import tell

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

AGAIN_MS: Final = 3000  # after which what could not be stored is tried again


@dataclass(frozen=True, slots=True)
class Of:
    """What a form is filled in for; ids, and the item's code."""

    form: str
    item: str | None = None
    case: int | None = None
    handling: int | None = None
    resident: int | None = None


class FormDraft(QObject):
    """GUI thread only. What was typed stays in ``unsaved`` until the office has it, whatever happens meanwhile.

    ``opened`` tells that there is a form to fill in (``found`` says whether it was begun before); ``changed`` that
    values or errors are others now; ``saved`` that nothing is unsaved any more. What somebody else writes into the same
    form meanwhile comes in as soon as the office has it.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal()
    waiting = Signal()  # something could not be stored yet
    joined = Signal(str)  # somebody else, of this name if it is known, changed the form
    told = Signal(object)

    def __init__(self, background: Background, by: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._asking = Asking(background, self)
        self._asking.told.connect(self.told)
        self.by = by
        self.form: FormView | None = None
        self.entry: EntryView | None = None
        self.unsaved: dict[str, Value] = {}
        self.meanwhile: dict[str, object] = {}  # what somebody else entered where this one was typing
        self.refused: dict[str, str] = {}  # what the office did not take, and why
        self.found = False
        self.watched = False  # somebody looks at it: only then is it kept up to date
        self.today = date.today()
        self._left: dict[tuple[int, str], dict[str, Value]] = {}  # unsaved of forms that were left, by form and person
        self._sending = False
        self._of: Of | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._go_on)
        background.connection.connect(lambda reachable, _: self._go_on() if reachable else None)
        background.changed.connect(self._heard)

    # Opening.

    def open(self, of: Of) -> None:
        """Begin it, or go on with a draft of it. What is not stored yet of the form before goes on its way."""
        if self.entry is not None and self.unsaved:
            self._left[self.entry.id, self.by] = self.unsaved
            self._store_left()
        self._of, by = of, self.by
        self.form = self.entry = None
        self._sending = False  # what is on its way is another form's, and its answer no concern of this one
        self._asking.forget("view")
        self._asking.forget("heard")
        self.unsaved, self.meanwhile, self.refused = {}, {}, {}

        def verb(office: Office) -> tuple[EntryView, FormView, date]:
            entry = office.forms.start(
                of.form, item=of.item, case=of.case, handling=of.handling, resident=of.resident, by=by
            )
            return entry, form_view(office.forms.form(of.form)), office.room.day(office.room.now())

        self._asking.read("open", verb, self._opened)

    def _opened(self, found: tuple[EntryView, FormView, date]) -> None:
        self.entry, self.form, self.today = found
        self.found = self.entry.version > 1 and not self.entry.done
        self.opened.emit()
        self.changed.emit()

    def begin_anew(self) -> None:
        """Throw the draft away and begin with what is known."""
        entry, of, by = self.entry, self._of, self.by
        if entry is None or of is None:
            return
        self.unsaved = {}

        def verb(office: Office) -> None:
            office.forms.discard(entry.id, by=by)

        self._asking.act(verb, lambda _: self.open(of))

    # Keeping what is typed.

    def put(self, name: str, value: Value) -> None:
        """Keep a field's value."""
        if self.entry is None or self.entry.done:
            return
        known = self.entry.values.get(name, "")
        if value == known and name not in self.unsaved:
            return
        chosen = self.meanwhile.pop(name, None) is not None
        self.refused.pop(name, None)
        self.unsaved[name] = value
        if chosen:
            self.changed.emit()
        self._send()

    def take_theirs(self, name: str) -> None:
        """What somebody else entered there stands; what was typed here goes."""
        if self.meanwhile.pop(name, None) is not None:
            self.changed.emit()

    def _go_on(self) -> None:
        self._store_left()
        self._send()

    def _send(self) -> None:
        if self._sending or self.entry is None or not self.unsaved:
            return
        self._sending = True
        entry, by = self.entry, self.by
        name, value = next(iter(self.unsaved.items()))

        def verb(office: Office) -> EntryView:
            return office.forms.put(entry.id, name, value, version=entry.version, by=by)

        self._background.run(
            verb,
            lambda view: self._stored(name, value, view),
            trouble=lambda raised: self._lost(entry.id, name, raised),
            owner=self,
        )

    def _store_left(self) -> None:
        """Store what forms that were left still lack, as often as it takes."""
        if not self._left:
            return
        (entry, by), rest = next(iter(self._left.items()))

        def verb(office: Office) -> None:
            for name, value in rest.items():
                office.forms.put(entry, name, value, by=by)

        def stored(_: None) -> None:
            self._left.pop((entry, by), None)
            self._store_left()

        def lost(raised: Trouble) -> None:
            self._asking.say(raised)
            if isinstance(raised, Fault):
                self._again.start()
            else:
                stored(None)

        self._background.run(verb, stored, trouble=lost, owner=self)

    def _stored(self, name: str, value: Value, view: EntryView) -> None:
        if self.entry is None or self.entry.id != view.id:
            return
        self._sending, self.entry = False, view
        if self.unsaved.get(name) == value:
            del self.unsaved[name]
        self.changed.emit()
        if self.unsaved:
            self._send()
        else:
            self.saved.emit()

    def _lost(self, entry: int, name: str, raised: Trouble) -> None:
        if self.entry is None or self.entry.id != entry:
            self._asking.say(raised)  # of a form that was left: told, and no more
            return
        self._sending = False
        if isinstance(raised, Fault):
            self._asking.say(raised)
            self.waiting.emit()
            self._again.start()
        else:
            self._look_again(name, raised)

    def _look_again(self, name: str, raised: Trouble) -> None:
        """A value was refused: somebody else was quicker, or it cannot be kept."""
        entry = self.entry
        assert entry is not None

        def shown(view: EntryView) -> None:
            if view.version == entry.version:
                self._asking.say(raised)
                self.unsaved.pop(name, None)
                self.refused[name] = tell(raised)[0]
            self._merge(entry, view)

        self._asking.read("view", lambda office: office.forms.view(entry.id), shown)

    def _heard(self, topics: frozenset[str]) -> None:
        """Some form changed; what is under way here comes to know of it by itself."""
        entry = self.entry
        if "paper" not in topics or not self.watched or entry is None or entry.done or self._sending or self.unsaved:
            return

        def shown(view: EntryView) -> None:
            if not self._sending and not self.unsaved and self.entry is entry and view.version > entry.version:
                self._merge(entry, view)

        self._asking.read("heard", lambda office: office.forms.view(entry.id), shown)

    def _merge(self, before: EntryView, after: EntryView) -> None:
        """Theirs come in; where one was typing the same field, that stays on screen and theirs is said below it."""
        for name in list(self.unsaved):
            theirs = after.values.get(name, "")
            if theirs not in (before.values.get(name, ""), self.unsaved[name]):
                self.meanwhile[name] = theirs
                del self.unsaved[name]
        self.entry = after
        if after.version != before.version:
            self.joined.emit(after.changed_by)
        self.changed.emit()
        if self.unsaved:
            self._send()
        else:
            self.saved.emit()

    # The end.

    def finish(self, done: Callable[[tuple[Correction, ...]], None]) -> None:
        """It is filled in. Refused with everything that is missing; call when nothing is unsaved."""
        entry, by = self.entry, self.by
        if entry is None:
            return

        def verb(office: Office) -> tuple[EntryView, tuple[Correction, ...]]:
            view = office.forms.done(entry.id, by=by)
            return view, tuple(office.forms.corrections(entry.id))

        def answer(found: tuple[EntryView, tuple[Correction, ...]]) -> None:
            self.entry = found[0]
            self.changed.emit()
            done(found[1])

        self._asking.act(verb, answer)

    def take_over(self, fields: list[str], done: Callable[[], None]) -> None:
        """Write what differs to the resident's record."""
        entry, by = self.entry, self.by
        if entry is None:
            return

        def verb(office: Office) -> None:
            office.forms.take_over(entry.id, fields, by=by)

        self._asking.act(verb, lambda _: done())
