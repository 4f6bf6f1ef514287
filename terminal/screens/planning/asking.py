"""How a page asks the office: its questions and its verbs, their trouble in its band."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from terminal.errors import Fault, Trouble
from terminal.screens.background import Background
from terminal.screens.i18n import tell
from terminal.screens.widgets import Band

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

T = TypeVar("T")


class Asking(QObject):
    """Runs verbs behind one page. A refusal is said calmly, a fault as trouble; GUI thread only."""

    def __init__(self, background: Background, band: Band, page: QWidget) -> None:
        super().__init__(page)
        self._background, self._band, self._page = background, band, page
        self._numbers: dict[str, int] = {}
        self.still: Callable[[], str] = lambda: ""  # what the page still shows while the office does not answer

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
                if self._band.kind == "trouble" and self._background.reachable is not False:
                    self._band.quiet()
                done(found)

        def trouble(raised: Trouble) -> None:
            if number == self._numbers[name]:
                self.say(raised)
                if failed is not None:
                    failed()

        self._background.run(verb, answer, trouble=trouble, owner=self._page)

    def act(
        self,
        verb: Callable[[Office], T],
        done: Callable[[T], None] | None = None,
        trouble: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Do something; what was said before is taken back."""
        self._band.quiet()
        self._background.run(
            verb, lambda found: done(found) if done is not None else None, trouble=trouble or self.say, owner=self._page
        )

    def say(self, trouble: Trouble) -> None:
        """Put a trouble into the band."""
        sentence, advice = tell(trouble)
        kept = self.still() if isinstance(trouble, Fault) else ""
        self._band.say("trouble" if isinstance(trouble, Fault) else "calm", sentence, f"{advice} {kept}".strip())
