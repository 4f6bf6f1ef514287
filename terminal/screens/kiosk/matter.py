"""Who has no receipt to scan asks how a matter stands: by the ends of its number and of their telephone number."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminal.errors import Trouble
from terminal.office.case_views import CaseStanding
from terminal.screens.background import Background
from terminal.screens.kiosk.code_page import BOX, KEY, KEY_TALL, NO_KEY, TAKE_BACK, CodePage, Group, Pad
from terminal.screens.kiosk.frame import Frame
from terminal.screens.kiosk.page import HEAD, QUESTION, Look
from terminal.screens.kiosk.state import NoMatter, Stage, Visit
from terminal.screens.kiosk.words import Words

if TYPE_CHECKING:  # brings the database in
    from terminal.office.office import Office

DIGITS: Final = 4
TRIES: Final = 5  # wrong ones within REST
REST: Final = 600.0  # seconds; receipts are scanned meanwhile
KEYS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", NO_KEY, "0", TAKE_BACK)


class MatterPage(CodePage):
    """Four digits and four, the telephone's hidden as they are typed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        translate = look.words.translate
        number = Group(DIGITS, translate("Kiosk", "Last four digits of the number"))
        phone = Group(DIGITS, translate("Kiosk", "Last four of your telephone"), hidden=True)
        super().__init__(look, (number, phone), "0123456789", parent)
        self.setAccessibleName("matter")
        self.title = translate("Kiosk", "Ask how a matter stands")
        self.subtitle = translate("Kiosk", "Type the last four digits of its number, and of your telephone.")
        self._hint = translate(
            "Kiosk", "Of LC01-2026-BJ-0042 that is 0042. Receipt at hand? Hold its square code before the scanner."
        )

    def pad(self, frame: Frame) -> Pad:
        if frame.landscape:
            left = frame.left + 1000
            return Pad(KEYS, 3, left, HEAD + QUESTION + 24, frame.right - left, 132)
        tall = KEY_TALL if frame.height >= 1800 else KEY
        return Pad(KEYS, 3, frame.left, self.boxes_top + BOX + 144, 968, tall)


class MatterAsk(QObject):
    """Looks matters up behind the window, and counts the wrong tries: digits are few enough to be tried out. GUI
    thread; the newest question alone counts.
    """

    turned = Signal(object)
    """Visit: what to show."""

    def __init__(
        self, background: Background, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._background, self._clock = background, clock
        self._wrong: deque[float] = deque(maxlen=TRIES)
        self._asked = 0

    def visit(self) -> Visit:
        """Where somebody who wants to ask is led."""
        rests = len(self._wrong) == TRIES and self._clock() - self._wrong[0] < REST
        return no_matter(NoMatter.RESTS) if rests else Visit(Stage.MATTER)

    def ask(self, digits: str) -> None:
        """Both ends were typed."""
        self._asked += 1
        asked = self._asked

        def verb(office: Office) -> tuple[CaseStanding, ...]:
            return office.finding.cases(digits[:DIGITS], digits[DIGITS:])

        def tell(found: tuple[CaseStanding, ...] | None) -> None:
            if asked == self._asked:
                self.turned.emit(self._answer(found))

        def missed(_trouble: Trouble) -> None:
            tell(None)  # nobody may stand before "one moment" for ever

        self._background.run(verb, tell, trouble=missed, owner=self)

    def _answer(self, found: tuple[CaseStanding, ...] | None) -> Visit:
        if found is None:
            return Visit(Stage.REFUSED)
        if not found:
            self._wrong.append(self._clock())
            return no_matter(NoMatter.UNKNOWN)
        return Visit(Stage.FOUND, found=found[0]) if len(found) == 1 else no_matter(NoMatter.SEVERAL)


def no_matter(why: NoMatter) -> Visit:
    """The visit of who gets no answer."""
    return Visit(Stage.NO_MATTER, no_matter=why)


def no_matter_words(words: Words, why: NoMatter) -> tuple[str, str, tuple[str, ...]]:
    """Icon, title and sentences."""
    translate = words.translate
    scan = translate("Kiosk", "Hold the receipt's square code before the scanner, or ask at any window.")
    if why is NoMatter.SEVERAL:
        return "files", translate("Kiosk", "Several matters fit"), (scan,)
    if why is NoMatter.RESTS:
        title = translate("Kiosk", "Please use the receipt's code")
        return "clock", title, (translate("Kiosk", "There were too many wrong tries: digits rest for a while."), scan)
    title = translate("Kiosk", "No matter fits these digits")
    check = translate("Kiosk", "Please compare with the receipt, and with the telephone number you left.")
    return "circle-alert", title, (check, scan)
