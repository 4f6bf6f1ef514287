"""A visit by appointment: booked by telephone, told by text message, checked in early at the kiosk, called, served."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drivers.gsm_modem.simulator import Arrived
from terminal.demo.centre import DemoCentre
from terminal.demo.devices import COUNTER
from terminal.demo.director import Director
from terminal.devices.simulated import SimulatedModem
from terminal.errors import Fault
from terminal.office.booking_views import BookingView, ResidentEntry
from terminal.office.office import Office
from terminal.rules.id_number import check_digit
from terminal.screens.kiosk.home import HomePage
from terminal.screens.simulator import ModemWindow

ITEM: Final = "SB-001"
CHANNEL: Final = "street_hotline"
BY: Final = "li"  # who answers the telephone
_BORN: Final = "99999919800101000"  # of an area that is not given out
PERSON: Final = ResidentEntry("王秀华", _BORN + check_digit(_BORN), "13800000009")


class BookedVisit:
    """Played in the windows of a demo centre that has a modem, after whoever waited there is served."""

    def __init__(self, centre: DemoCentre, director: Director, output: Path, printed: list[tuple[int, str]]) -> None:
        """``printed`` grows with each slip: its ticket and what became of it."""
        self._centre, self._director, self._output, self._printed = centre, director, output, printed

    def play(self, key: str) -> dict[str, Any]:
        """The visit, step by step, the pad's ``key`` pressed at its end. A step that does not come about raises Fault.

        Returns what ``visit.json`` says of it; the person's telephone is not told.
        """
        booking = self._book()
        text = self._told(booking)
        number = self._check_in(booking)
        self._call(number)
        handling = self._serve(key)
        return {
            "id": booking.id, "code": booking.code, "channel": CHANNEL, "item": ITEM,
            "start": booking.start.isoformat(), "text": text.text, "text_parts": text.parts, "ticket": number,
            "handling": handling,
        }  # fmt: skip

    def _book(self) -> BookingView:
        """A colleague at another machine takes the call; the windows here learn of it as of any change."""
        office = self._office
        slot = next((one for one in office.appointments.slots([ITEM], self._today)[0].slots if one.free), None)
        if slot is None:
            raise Fault("The visit stopped: no slot is free today.")
        booking = office.appointments.book([ITEM], slot.start, PERSON, CHANNEL, by=BY)
        self._director.say(f"{ITEM} booked by hotline for {booking.start:%H:%M}, code {booking.code}")
        return booking

    def _told(self, booking: BookingView) -> Arrived:
        """The text message goes over the modem's line and arrives whole."""
        director = self._director
        director.wait("the text message", lambda: self._arrived(booking.code))
        director.wait(
            "the record of the text message",
            lambda: all(row.state == "sent" for row in self._office.outbox.messages(appointment=booking.id)),
        )
        text = self._arrived(booking.code)[0]
        window = ModemWindow(self._modem, self._centre.terminal.theme)
        window.show()
        director.picture(window, self._output / "modem.png")
        window.close()
        director.say(f"its text message arrived over the modem at {self._modem.port}, in {text.parts} parts")
        return text

    def _check_in(self, booking: BookingView) -> str:
        director, kiosk = self._director, self._centre.kiosk
        director.press(kiosk, Qt.Key.Key_Escape)
        director.wait("the kiosk's first page", lambda: kiosk.stage == "home")
        page = kiosk.page
        assert isinstance(page, HomePage)
        page.booked.emit()
        director.wait("the page to check in", lambda: kiosk.stage == "check-in")
        QTest.keyClicks(kiosk, booking.code[:-1])
        director.picture(kiosk, self._output / "kiosk-check-in.png")
        slips = len(self._printed)
        QTest.keyClicks(kiosk, booking.code[-1])
        director.wait("the number of the appointment", lambda: kiosk.stage == "result")
        director.wait("its slip", lambda: self._printed[slips:] and self._printed[-1][1] in ("printed", "sent"))
        director.picture(kiosk, self._output / "kiosk-checked-in.png")
        number = self._office.appointments.find(booking.id).ticket or ""
        early = (booking.start - self._office.room.now()).total_seconds() // 60
        director.say(f"checked in at the kiosk {early:.0f} minutes early: number {number}")
        return number

    def _call(self, number: str) -> None:
        director, counter = self._director, self._centre.counter
        director.wait("the number in the counter's queue", lambda: self._waits(number))
        director.picture(counter, self._output / "counter-booked.png")
        director.press(counter, Qt.Key.Key_F5)
        director.wait("the call", lambda: counter.work.phase == "called")
        director.wait("the call on the board", lambda: self._on_board() == number)
        director.say(f"{number} called to counter {COUNTER}")

    def _serve(self, key: str) -> int:
        director, centre = self._director, self._centre
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the start", lambda: centre.counter.work.phase == "serving")
        director.wait("who booked it", lambda: centre.counter.client.known)
        handling = int(centre.counter.work.view.current.handlings[0].id)  # type: ignore[union-attr]
        rated: list[int] = []
        centre.devices.ratings.rated.connect(lambda which, _: rated.append(which))
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the question on the pad", lambda: centre.pad.state.asked)
        centre.pad.press(key)
        director.wait("the rating's record", lambda: rated == [handling])
        director.say("the appointment is served and rated")
        return handling

    @property
    def _office(self) -> Office:
        return self._centre.terminal.door.open()

    @property
    def _today(self) -> Any:
        return self._office.room.day(self._office.room.now())

    @property
    def _modem(self) -> SimulatedModem:
        modem = self._centre.simulated.modem
        assert modem is not None
        return modem

    def _arrived(self, code: str) -> list[Arrived]:
        return [one for one in self._modem.state.messages if one.parts == one.of and code in one.text]

    def _waits(self, number: str) -> bool:
        view = self._centre.counter.work.view
        return view is not None and any(ticket.number == number for ticket in view.waiting)

    def _on_board(self) -> str:
        call = self._centre.board.slab.call
        return call.number if call else ""
