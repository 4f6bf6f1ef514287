"""The simulated devices of the demo's window, on pseudo-terminals, and the settings of a machine that has them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from drivers.call_box.simulator import CallBoxSimulator
from drivers.on_pty_bus import BusOnPty
from drivers.rating_pad.simulator import PadSimulator
from drivers.window_display.simulator import StripSimulator
from terminal.devices.simulated import (
    SimulatedCallBox,
    SimulatedCardReader,
    SimulatedModem,
    SimulatedPad,
    SimulatedPrinter,
    SimulatedScanner,
    SimulatedStrip,
)
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Refusal
from terminal.settings import (
    CallBoxSettings,
    CardSettings,
    CounterSettings,
    DatabaseSettings,
    DisplaySettings,
    MessagesSettings,
    ModemSettings,
    PadSettings,
    PrinterSettings,
    ScannerSettings,
    Settings,
    sqlite_url,
)

COUNTER: Final = 3
STAFF: Final = "zhang"
PAD: Final = "six-key"
STRIP: Final = "yongtai"
# On the shared line: the tens say what it is, the unit at which window.
PAD_ADDRESS, BOX_ADDRESS, STRIP_ADDRESS = COUNTER, 10 + COUNTER, 20 + COUNTER


class DemoDevices:
    """A pad and a printer; with ``all_kinds`` all the others too.

    That is a call box and a strip on the pad's line, a card reader, a scanner, and a modem that sends the messages.

    Raises Refusal on Windows. Close it: the devices' threads keep the process alive.
    """

    def __init__(self, *, all_kinds: bool = False) -> None:
        if sys.platform == "win32":
            raise Refusal("The demo's devices need pseudo-terminals, which Windows has not.", "Run it on Linux.")
        # A cable that was pulled and put back makes a new port; the link leads to it, as udev's names do.
        self._folder = tempfile.TemporaryDirectory(prefix="desk-")
        self._made: list[Any] = []
        self.call_box: SimulatedCallBox | None = None
        self.strip: SimulatedStrip | None = None
        self.card_reader: SimulatedCardReader | None = None
        self.scanner: SimulatedScanner | None = None
        self.modem: SimulatedModem | None = None
        try:
            self._make(Path(self._folder.name), all_kinds=all_kinds)
        except BaseException:
            self.close()
            raise

    def settings(self, database: Path) -> Settings:
        """The machine that has them."""
        box, strip, reader, scanner = self.call_box, self.strip, self.card_reader, self.scanner
        modem = self.modem
        address = PAD_ADDRESS if box is not None else None
        return Settings(
            counter=CounterSettings(number=COUNTER, staff=STAFF),
            database=DatabaseSettings(url=sqlite_url(database)),
            rating_pad=PadSettings(port=self.pad.port, profile=PAD, address=address),
            call_box=None if box is None else CallBoxSettings(port=box.port, address=BOX_ADDRESS),
            window_display=None
            if strip is None
            else DisplaySettings(port=strip.port, profile=STRIP, address=STRIP_ADDRESS),
            receipt_printer=PrinterSettings(port=self.printer.port),
            id_card=None if reader is None else CardSettings(port=reader.port),
            scanner=None if scanner is None else ScannerSettings(port=scanner.port),
            gsm_modem=None if modem is None else ModemSettings(port=modem.port),
            messages=None if modem is None else MessagesSettings(sms="modem"),
        )

    def close(self) -> None:
        """Remove the ports and end the threads, within bounds."""
        for device in self._made:
            device.close()
        self._folder.cleanup()

    def _make(self, ports: Path, *, all_kinds: bool) -> None:
        if all_kinds:
            self._make_line(ports)
            self.card_reader = self._kept(SimulatedCardReader(link=ports / "card-reader"))
            self.scanner = self._kept(SimulatedScanner(link=ports / "scanner"))
            self.modem = self._kept(SimulatedModem(link=ports / "modem"))
        else:
            self.pad: SimulatedPad = self._kept(SimulatedPad(PAD, link=ports / "pad"))
        self.printer: SimulatedPrinter = self._kept(SimulatedPrinter(slip_fonts(), link=ports / "printer"))

    def _make_line(self, ports: Path) -> None:
        """Three devices on one pair of wires, as at a real window."""
        devices = (
            PadSimulator(PAD, PAD_ADDRESS), CallBoxSimulator(BOX_ADDRESS), StripSimulator(STRIP, STRIP_ADDRESS)
        )  # fmt: skip
        line = self._kept(BusOnPty(devices, link=ports / "line"))
        pad, box, strip = line.seats
        self.pad = SimulatedPad(host=pad)
        self.call_box = SimulatedCallBox(host=box)
        self.strip = SimulatedStrip(host=strip)

    def _kept(self, device: Any) -> Any:
        self._made.append(device)
        return device
