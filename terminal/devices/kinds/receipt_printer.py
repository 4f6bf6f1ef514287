"""Receipt printers, for those who connect and try one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drivers.line import Line, LineDown
from drivers.profiles import ProfileError
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import Profile, load_profile, profile_names
from drivers.receipt_printer.simulator.on_pty import FAULTS, PrinterOnPty
from drivers.receipt_printer.slip import Align, Cut, Feed, Slip, Text
from drivers.receipt_printer.status import PrinterStatus, PrinterTrouble
from terminal.devices.kinds.asked_printer import print_slip, status
from terminal.devices.kinds.base import Answer, Finding, Kind, ProfileInfo, Said, Tell, played, port_faults, shipped
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Refusal

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

USUAL: Final = "generic-80mm"
SPEEDS: Final = (9600, 19200, 38400, 115200)
TEST_SLIP: Final = Slip(
    (
        Text("一窗 OneWindow", width=2, height=2, align=Align.CENTRE),
        Text("打印测试 ABC 123 ，。：《》", align=Align.CENTRE),
        Text("居住证 社保 䶮 𬭎", align=Align.CENTRE),
        Feed(2),
        Cut(),
    )
)
TROUBLES: Final = {
    PrinterTrouble.PAPER_OUT: Said("The printer is out of paper. Put in a new roll."),
    PrinterTrouble.COVER_OPEN: Said("The printer's cover is open. Close it."),
    PrinterTrouble.CUTTER: Said("The printer's cutter is stuck. Switch it off, take out the paper, switch it on."),
    PrinterTrouble.ERROR: Said("The printer reports an error. Switch it off and on."),
    PrinterTrouble.OFFLINE: Said("The printer is offline. Press its feed key, or switch it off and on."),
}


class ReceiptPrinterKind(Kind):
    """A printer is asked how it is; one that never answers may print all the same."""

    name = "receipt_printer"
    faults = FAULTS

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles."""
        return shipped(profile_names(), load_profile)

    def look(self, settings: Settings) -> Finding:
        """Ask for its status."""
        try:
            return _finding(status(settings))
        except (LineDown, Refusal) as trouble:
            return Finding("trouble", Said.of(trouble))

    def probe(self, port: str) -> list[Answer]:
        """Ask for the status at the usual speeds, until one answers."""
        for speed in SPEEDS:
            found = _status_at(port, speed)
            if found.known:
                return [Answer(None, Said("A printer answers at {speed} baud.", speed=speed))]
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:  # noqa: ARG002
        """Print a slip with what is hard to print."""
        return {"printed": print_slip(settings, TEST_SLIP, tell)}

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:  # noqa: ARG002
        """A printer that can do what the profile says, and no more."""
        try:
            known = load_profile(profile or USUAL)
        except ProfileError as error:
            raise ValueError(str(error)) from error
        return PrinterOnPty(
            slip_fonts(), dots=known.paper.dots, rom=known.text.charset, lacks=_lacking(known), link=link
        )

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Begin a trouble, or end it with 0."""
        played(self, device, PrinterOnPty).fault(name, times)


def _lacking(profile: Profile) -> tuple[str, ...]:
    """What such a printer does not know, by the simulator's names."""
    answers = profile.status.completion
    lacks = [] if answers == "process_id" else ["process_id"]
    lacks += [] if answers in ("process_id", "in_turn") else ["in_turn"]
    lacks += [] if profile.qr.native else ["qr"]
    lacks += [] if profile.status.kinds else ["status"]
    return tuple(lacks)


def _finding(found: PrinterStatus) -> Finding:
    if found.trouble is not None:
        return Finding("trouble", TROUBLES[found.trouble])
    if not found.known:
        return Finding("unknown", Said("The printer does not answer: it may be switched off, or may never answer."))
    if found.paper == "near_end":
        return Finding("up", Said("The paper is about to end. Have a new roll ready."))
    return Finding("up", Said("The printer is ready."))


def _status_at(port: str, speed: int) -> PrinterStatus:
    with port_faults(), Line(port, baud=speed) as line:
        return Printer(line, load_profile(USUAL)).status()
