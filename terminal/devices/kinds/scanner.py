"""Barcode scanners, for those who connect and try one."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drivers.bus import Bus
from drivers.line import Line, LineDown
from drivers.scanner.scanner import Scanner
from drivers.scanner.simulator import ScannerFault, ScannerOnPty
from terminal.devices.kinds.base import Answer, Finding, ProfileInfo, Said, Tell, known_fault, line_fault, played
from terminal.devices.kinds.stations import Refusals, StationKind
from terminal.errors import Fault

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

WAIT_SECONDS = 30.0
TURN_SECONDS = 0.5
REFUSALS = Refusals(
    missing=Said("The settings name no scanner.", "Add a part [scanner] with its port."),
    port=Said("The scanner's port cannot be used: {what}.", "Correct the setting."),
)


class ScannerKind(StationKind[Scanner]):
    """A scanner is known to work when it has read a code, and no sooner."""

    name = "scanner"
    faults = tuple(fault.value for fault in ScannerFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """None is needed: every way to end a code is understood."""
        return ()

    def made(self, settings: Settings) -> tuple[Line, Scanner]:
        """Its line and the scanner."""
        scanner = REFUSALS.named(settings.scanner)
        with REFUSALS.told():
            return Line(scanner.port, serial=scanner.serial), Scanner()

    def found(self, line: Line, hung: Scanner) -> Finding:  # noqa: ARG002
        """A scanner says nothing until it reads a code."""
        return Finding("up", Said("The port opens; scanning a code would prove the scanner."))

    def probe(self, port: str) -> list[Answer]:  # noqa: ARG002
        """Nothing: scanners only speak when they read a code."""
        return []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:
        """Wait for one code."""
        seconds = seconds or WAIT_SECONDS
        tell(Said("Hold a code before the scanner within {seconds} s.", seconds=f"{seconds:g}"))
        until = time.monotonic() + seconds
        line, scanner = self.made(settings)
        with line:
            bus = Bus(line, [scanner])
            while (left := until - time.monotonic()) > 0:
                with suppress(LineDown):  # it may be back in time
                    for _, scan in bus.turn(min(TURN_SECONDS, left)):
                        return {"code": scan.code}
            if line.trouble is not None:
                raise line_fault(line.trouble)
        raise Fault(
            "No code was read within {seconds} s.",
            "Scan one; if you did, check the cable, the speed, and that the scanner is set to serial.",
            seconds=f"{seconds:g}",
        )

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:  # noqa: ARG002
        """A scanner; ``profile`` says how it ends a code: cr, lf, crlf or none."""
        return ScannerOnPty(profile or "cr", link=link)

    def acts(self, device: OnPty[Any]) -> None:  # noqa: ARG002
        """Any text may be a code."""
        return

    def act(self, device: OnPty[Any], what: str) -> None:
        """Hold a code before it."""
        if not what.strip():
            raise ValueError("expected a code, not nothing")
        played(self, device, ScannerOnPty).scan(what)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next scans."""
        played(self, device, ScannerOnPty).fault(ScannerFault(known_fault(self, name)), times)
