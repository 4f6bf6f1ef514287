"""How a page asks the office: its questions, its verbs, and their trouble."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from terminal.errors import Fault, Trouble
from terminal.screens.background import Background
from terminal.screens.i18n import tell

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")


class Said(NamedTuple):
    """One sentence for the band, and what to do."""

    kind: Literal["calm", "wait", "trouble"]
    sentence: str
    advice: str = ""


class Asking(QObject):
    """Runs questions and verbs behind one page, which owns it; GUI thread only.

    ``told`` has a Said (a refusal is said calmly, a fault as trouble), or None when what was said is over;
    ``answered`` that a question was answered.
    """

    told = Signal(object)
    answered = Signal()

    def __init__(self, background: Background, page: QObject) -> None:
        super().__init__(page)
        self._background = background
        self._numbers: dict[str, int] = {}

    @property
    def reachable(self) -> bool:
        """Whether the database answers, as far as is known."""
        return self._background.reachable is not False

    def read(
        self,
        name: str,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Ask; an answer that comes after a later question of the same name is dropped."""
        number = self._numbers[name] = self._numbers.get(name, 0) + 1

        def answer(found: T) -> None:
            if number == self._numbers[name]:
                self.answered.emit()
                done(found)

        def trouble(raised: Trouble) -> None:
            if number == self._numbers[name]:
                self.say(raised)
                if failed is not None:
                    failed()

        self._run(verb, answer, trouble)

    def forget(self, name: str) -> None:
        """The answer to the last question of this name is not wanted any more."""
        self._numbers[name] = self._numbers.get(name, 0) + 1

    def act(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None] | None = None,
        trouble: Callable[[Trouble], None] | None = None,
    ) -> bool:
        """Do something; what was said before is taken back. ``trouble`` is told instead of the page. True: it runs."""
        self.told.emit(None)
        self._run(verb, done or _nothing, trouble or self.say)
        return True

    def say(self, trouble: Trouble) -> None:
        """Tell of a trouble."""
        sentence, advice = tell(trouble)
        self.told.emit(Said("trouble" if isinstance(trouble, Fault) else "calm", sentence, advice))

    def _run(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None],
        trouble: Callable[[Trouble], None],
        settled: Callable[[], None] | None = None,
    ) -> None:
        self._background.run(verb, done, trouble=trouble, settled=settled, owner=self)


def _nothing(_: object) -> None:
    """What a verb returned is not asked for."""
