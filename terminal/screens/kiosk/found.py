"""What the kiosk shows of a slip held before its scanner: the place in the queue, or where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from terminal.errors import Refusal, Trouble
from terminal.office.booking_views import BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found, LineTile
from terminal.screens.background import Background
from terminal.screens.kiosk.case_words import case_words
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.page import Look, Page
from terminal.screens.kiosk.result import PrintState, ResultPage
from terminal.screens.kiosk.ticket import Taken
from terminal.screens.kiosk.words import icon_of

if TYPE_CHECKING:  # brings the database in
    from terminal.office.office import Office


class ScansSeen(Protocol):
    """The scanners. Signals come on the GUI thread."""

    @property
    def scanned(self) -> SignalInstance: ...


class CardsSeen(Protocol):
    """The ID-card reader. Signals come on the GUI thread."""

    @property
    def read(self) -> SignalInstance: ...

    @property
    def refused(self) -> SignalInstance: ...

    def forget(self) -> None:
        """Keep nothing of the card."""
        ...


class SlipFinder(QObject):
    """Looks a scanned code up behind the window; the newest scan alone counts. GUI thread."""

    found = Signal(object)
    """Found, the BookingView of an appointment, the CaseStanding of a case, or None for a code that nothing has."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._scans = 0

    def find(self, code: str) -> None:
        """A code was scanned."""
        self._scans += 1
        scan = self._scans

        def verb(office: Office) -> Found | BookingView | CaseStanding:
            return office.finding.anything(code)

        def missed(trouble: Trouble) -> None:
            # A database that is away is told by the page for that.
            if isinstance(trouble, Refusal):
                self._tell(scan, None)

        self._background.run(verb, lambda found: self._tell(scan, found), trouble=missed, owner=self)

    def forget(self) -> None:
        """Nobody waits for what is being looked up."""
        self._scans += 1

    def _tell(self, scan: int, found: Found | BookingView | CaseStanding | None) -> None:
        if scan == self._scans:
            self.found.emit(found)


class PlacePage(ResultPage):
    """The number, how many are before it and about how long, as they are now; nothing is printed."""

    def __init__(self, look: Look, found: Found, icon: str, parent: QWidget) -> None:
        issued = found.issued
        taken = Taken(found.id, found.number, look.words.line(issued), issued.arrived_at, issued)
        super().__init__(look, taken, icon, taken.field, issued.title, parent)
        self.setAccessibleName("found")

    def show_printing(self, state: PrintState, arrow: str) -> None:  # noqa: ARG002 - the slip is in the hand already
        """Say what stands: the place is kept."""
        self.band.say(self.words.translate("Kiosk", "Your place is kept: keep this slip"), icon="ticket")


def found_page(
    look: Look, found: Found | CaseStanding | None, lines: tuple[LineTile, ...], parent: QWidget
) -> Page:  # fmt: skip
    """The page for what a scanned code stands for."""
    if isinstance(found, Found) and found.is_today and found.state == "waiting":
        field = next((line.field for line in lines if line.letter == found.issued.line), "")
        return PlacePage(look, found, icon_of(field), parent)
    icon, title, sentences = _words(look, found)
    return MessagePage(look, "found", icon, title, sentences, parent, look.words.translate("Kiosk", "Back"))


def _words(look: Look, found: Found | CaseStanding | None) -> tuple[str, str, tuple[str, ...]]:
    translate = look.words.translate
    if found is None:
        title = translate("Kiosk", "This code is not known here")
        return "circle-alert", title, (translate("Kiosk", "Show the square code on a slip of this hall."),)
    if isinstance(found, CaseStanding):
        return case_words(look.words, found)
    number, counter = found.number, found.counter
    if not found.is_today:
        title = translate("Kiosk", "{number} is of another day").format(number=number)
        return "clock", title, (translate("Kiosk", "Numbers hold for one day. Please take a new one."),)
    if found.state in ("called", "serving"):
        title = translate("Kiosk", "{number}: please go to window {counter}").format(number=number, counter=counter)
        return "volume-2", title, (translate("Kiosk", "Your number has been called."),)
    if found.state == "skipped":
        title = translate("Kiosk", "{number} was called and passed").format(number=number)
        return "skip-forward", title, (translate("Kiosk", "Any window can give you your place back."),)
    if found.state == "held":
        title = translate("Kiosk", "{number} is on hold").format(number=number)
        return "pause", title, (translate("Kiosk", "Your place is kept. The window calls you again."),)
    title = translate("Kiosk", "{number} has been served").format(number=number)
    return "check", title, (translate("Kiosk", "If something is missing, please take a new number."),)
