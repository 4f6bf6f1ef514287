"""What the four lists have in common: read, shown, the row in hand kept, one verb at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.errors import Trouble
from terminal.screens import tokens
from terminal.screens.asking import Said
from terminal.screens.booking.list_side import InHand, Shown, Side, Verb
from terminal.screens.desk import Desk
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role
from terminal.screens.widgets import ElidedLabel, HLine
from terminal.screens.widgets.side_form import Form, TextForm
from terminal.screens.widgets.wide_list import WideList, WideRow

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")
F = TypeVar("F", bound=Form)
V = TypeVar("V")

_WIDE = 1200  # from here on the side column is 376 wide, below it 328


class ListPane(QWidget, Generic[T]):
    """A list, and beside it the row in hand. A subclass says what is read, how a row looks and what can be done.

    ``counted`` tells how many entries there are, whenever they were read.
    """

    name = ""
    verbs: tuple[Verb, ...] = ()
    lead: Role = "large"
    counted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.desk = theme, desk
        self.entries: tuple[T, ...] = ()  # as they were read
        self.shown: tuple[T, ...] = ()  # those of them that are listed
        self.read_at: datetime | None = None
        self.list: WideList[T] = WideList(theme, self.lead)
        self.in_hand = InHand(theme, self.verbs)
        self.side = Side(theme, self.in_hand)
        self._rule = ElidedLabel(theme, "", "note", "ink2")
        self._left = QVBoxLayout()
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)
        self._left.addWidget(self.list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._left, 1)
        layout.addWidget(self.side)
        self.list.moved.connect(lambda _: self._in_hand())
        self.list.opened.connect(lambda _: self.focus_verb())
        self.in_hand.asked.connect(self.ask)
        desk.busy_changed.connect(self.enable)
        self._fit()

    # What a subclass says.

    def read(self, office: Office) -> tuple[T, ...]:
        """On a worker: the entries."""
        raise NotImplementedError

    def key(self, entry: T) -> int:
        """What an entry is known by."""
        raise NotImplementedError

    def row(self, entry: T) -> WideRow:
        """How it stands in the list."""
        raise NotImplementedError

    def about(self, entry: T) -> Shown:
        """What the column beside says of it."""
        raise NotImplementedError

    def allowed(self, entry: T) -> Collection[str]:
        """The verbs it allows."""
        raise NotImplementedError

    def empty(self) -> str:
        """What is said when there are none."""
        raise NotImplementedError

    def faces(self) -> dict[str, str]:
        """The verbs' words."""
        raise NotImplementedError

    def rule(self) -> str:
        """What the list is for, over it."""
        return ""

    def do(self, verb: str, entry: T) -> None:
        """Do it, or open the form that it needs."""
        raise NotImplementedError

    def matching(self, entries: Sequence[T]) -> tuple[T, ...]:
        """Those that are to be listed."""
        return tuple(entries)

    # Reading and showing.

    def refresh(self) -> None:
        """Read anew; the row in hand and an open form stay."""
        self.desk.read(self.name, self.read, self._came)

    def _came(self, found: tuple[T, ...]) -> None:
        self.entries, self.read_at = found, self.desk.now()
        self.counted.emit(len(found))
        self.show_entries()

    def show_entries(self) -> None:
        """List them again: others were read, others match, or time has passed."""
        entry = self.entry
        self.shown = self.matching(self.entries)
        keys = [self.key(one) for one in self.shown]
        empty = self.empty() if self.read_at is not None else ""
        self.list.show_wide(self.shown, [self.row(one) for one in self.shown], empty, keys)
        if self.side.form is not None and entry is not None and self.key(entry) not in keys:
            self.close_form()  # what it was about is gone
        if self.shown:
            self.list.choose(max(0, self.list.current))
        else:
            self._in_hand()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.close_form()
        self._rule.set_text(self.rule())
        for name, face in self.faces().items():
            self.in_hand.buttons[name].set_face(face)
        self.show_entries()

    @property
    def entry(self) -> T | None:
        """The entry in hand."""
        return self._entry

    _entry: T | None = None

    def _in_hand(self) -> None:
        before, at = self._entry, self.list.current
        self._entry = self.shown[at] if 0 <= at < len(self.shown) else None
        if before is not None and self._entry is not None and self.key(before) != self.key(self._entry):
            self.close_form()
        self.in_hand.show_entry(self.about(self._entry) if self._entry is not None else None)
        self.enable()

    def go_to(self, key: int) -> bool:
        """Take an entry in hand, if it is listed."""
        found = next((at for at, one in enumerate(self.shown) if self.key(one) == key), None)
        if found is not None:
            self.list.choose(found)
        return found is not None

    # Doing.

    def ask(self, verb: str) -> None:
        """A verb's button was pressed."""
        if self.entry is not None and not self.desk.busy and verb in self.allowed(self.entry):
            self.do(verb, self.entry)

    def act(self, verb: Callable[[Office], V], said: Callable[[V], str]) -> None:
        """Run a verb; then say what came of it and read anew. A refusal leaves an open form as it is."""

        def done(found: V) -> None:
            self.close_form()
            self.desk.told.emit(Said("calm", said(found)))
            self.refresh()
            self.focus()

        def refused(trouble: Trouble) -> None:
            self.desk.say(trouble)
            self.refresh()

        self.desk.act(verb, done, refused)

    def enable(self) -> None:
        """Buttons as the entry in hand and the verb under way allow."""
        free = not self.desk.busy
        self.in_hand.allow(self.allowed(self.entry) if self.entry is not None and free else ())
        if isinstance(self.side.form, Form):
            self.side.form.allow(free)

    # Forms.

    def open_form(self, form: F) -> F:
        """Show a form beside the list."""
        form.left.connect(self.step_back)
        self.side.open_form(form)
        self.enable()
        form.start()
        return form

    def ask_first(self, form: TextForm, verb: Callable[[Office, str], object], said: str) -> None:
        """Open a small form; once it is confirmed, run a verb with its text."""
        shown = self.open_form(form)
        shown.confirmed.connect(lambda text: self.act(lambda office: verb(office, text), lambda _: said))

    def close_form(self) -> None:
        """Back to the row in hand."""
        self.side.close_form()

    def step_back(self) -> bool:
        """Escape: what is open goes. False when nothing is."""
        if self.side.form is None:
            return False
        self.close_form()
        self.focus()
        return True

    # Focus and place.

    def focus(self) -> None:
        """To the list."""
        self.list.setFocus()

    def focus_verb(self) -> None:
        """To the first verb that can be done."""
        for button in self.in_hand.buttons.values():
            if button.isEnabled() and button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def put_rule(self, *buttons: QWidget) -> None:
        """A strip over the list: what it is for, and buttons at the right."""
        theme, strip = self.theme, QWidget()
        strip.setFixedHeight(theme.px(72 if theme.contrast else 64) if buttons else theme.target(40))
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.px(tokens.SIDE), 0, theme.px(tokens.SIDE), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self._rule, 1)
        for button in buttons:
            row.addWidget(button)
        self.put_tools(strip)

    def put_tools(self, tools: QWidget) -> None:
        """Tools over the list."""
        self._left.insertWidget(0, tools)
        self._left.insertWidget(1, HLine(self.theme))

    def _fit(self) -> None:
        wide = self.width() >= self.theme.px(_WIDE)
        width = (440 if wide else 384) if self.theme.contrast else (376 if wide else 328)
        self.side.setFixedWidth(self.theme.px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
