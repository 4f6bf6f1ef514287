"""Lines and devices from settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drivers.call_box.profile import load_profile as load_box_profile
from drivers.id_card import SERIAL as CARD_SERIAL
from drivers.line import Line, LineSettingError
from drivers.profiles import ProfileError
from drivers.rating_pad.profile import load_profile as load_pad_profile
from drivers.receipt_printer.profile import load_profile as load_printer_profile
from drivers.traffic import TrafficLog, file_for
from drivers.window_display.profile import load_profile as load_display_profile
from terminal.devices.bus_worker import BusWorker
from terminal.devices.call_box import CallBoxDevice
from terminal.devices.id_card import CardDevice
from terminal.devices.lamp import DeviceLamp
from terminal.devices.rating_pad import PadDevice
from terminal.devices.receipt_printer import PrinterDevice
from terminal.devices.scanner import ScannerDevice
from terminal.devices.slip_fonts import slip_fonts
from terminal.devices.window_display import DisplayDevice

if TYPE_CHECKING:
    from terminal.devices.port_worker import PortWorker
    from terminal.settings import (
        CallBoxSettings,
        CardSettings,
        DisplaySettings,
        PadSettings,
        PrinterSettings,
        ScannerSettings,
    )


class UnusableSettingError(ValueError):
    """Settings of a device that can never work; the text says which and what is expected."""


class Workshop:
    """Makes a machine's devices. Those that name the same port share its line and its thread. GUI thread.

    ``traffic`` is the folder where what passes on each line is kept for support; without it, in memory alone.
    """

    def __init__(self, parent: QObject | None = None, traffic: Path | None = None) -> None:
        self._parent = parent
        self._traffic = traffic
        self._logs: dict[str, TrafficLog] = {}
        self._buses: dict[str, tuple[BusWorker, str]] = {}
        self._owned: dict[str, PortWorker] = {}

    @property
    def workers(self) -> tuple[PortWorker, ...]:
        """One for each port that is used; none is started."""
        return (*(bus for bus, _ in self._buses.values()), *self._owned.values())

    def bus(self, port: str, serial: str, kind: str) -> BusWorker:
        """The line on a port, for one more device. Raises UnusableSettingError when it cannot be shared so."""
        if port in self._owned:
            raise UnusableSettingError(f"port {port} belongs to a device that cannot share its line")
        if port not in self._buses:
            self._buses[port] = (BusWorker(self._line(kind, port, serial), self._parent), serial)
        bus, spoken = self._buses[port]
        if spoken != serial:
            raise UnusableSettingError(
                f"port {port} is used with {spoken} already; {serial} cannot be on the same line"
            )
        self._logs[port].add_kind(kind)
        return bus

    def pad(self, settings: PadSettings, lamp: DeviceLamp) -> PadDevice:
        """A pad. Raises UnusableSettingError."""
        with _section("rating_pad"):
            profile = load_pad_profile(settings.profile)
            bus = self.bus(settings.port, profile.serial, "rating_pad")
            return PadDevice(bus, profile, settings.address, lamp, self._parent)

    def call_box(self, settings: CallBoxSettings, lamp: DeviceLamp) -> CallBoxDevice:
        """A call box. Raises UnusableSettingError."""
        with _section("call_box"):
            profile = load_box_profile(settings.profile)
            bus = self.bus(settings.port, profile.serial, "call_box")
            return CallBoxDevice(bus, profile, settings.address, lamp, self._parent)

    def printer(self, settings: PrinterSettings, lamp: DeviceLamp) -> PrinterDevice:
        """A printer, which has its line for itself. Raises UnusableSettingError."""
        with _section("receipt_printer"):
            profile = load_printer_profile(settings.profile)
            self._check_alone(settings.port, "printer")
            line = self._line("receipt_printer", settings.port, profile.link.serial, settings.baud)
            device = PrinterDevice(
                line, profile, slip_fonts(), lamp, self._parent, key=settings.key, roll_metres=settings.roll_metres
            )
            self._owned[settings.port] = device
            return device

    def window_display(self, settings: DisplaySettings, lamp: DeviceLamp) -> DisplayDevice:
        """A strip over the window. Raises UnusableSettingError."""
        with _section("window_display"):
            profile = load_display_profile(settings.profile)
            bus = self.bus(settings.port, profile.serial, "window_display")
            return DisplayDevice(bus, profile, settings.address, lamp, self._parent)

    def scanner(self, settings: ScannerSettings, lamp: DeviceLamp) -> ScannerDevice:
        """A scanner, whose line nobody else can be on: it has no address. Raises UnusableSettingError."""
        with _section("scanner"):
            self._check_alone(settings.port, "scanner")
            bus = BusWorker(self._line("scanner", settings.port, settings.serial), self._parent)
            self._owned[settings.port] = bus
            return ScannerDevice(bus, lamp, self._parent)

    def id_card(self, settings: CardSettings, lamp: DeviceLamp) -> CardDevice:
        """A card reader, which has its line for itself: it has no address. Raises UnusableSettingError."""
        with _section("id_card"):
            self._check_alone(settings.port, "card reader")
            bus = BusWorker(self._line("id_card", settings.port, CARD_SERIAL, settings.baud), self._parent)
            self._owned[settings.port] = bus
            return CardDevice(bus, lamp, self._parent)

    def _line(self, kind: str, port: str, serial: str, baud: int | None = None) -> Line:
        """A line of its own log. Raises LineSettingError."""
        line = Line(port, serial=serial, baud=baud)
        self._logs[port] = TrafficLog([kind], None if self._traffic is None else file_for(self._traffic, port))
        line.tap = self._logs[port].tap
        return line

    def _check_alone(self, port: str, what: str) -> None:
        if port in self._buses or port in self._owned:
            raise UnusableSettingError(f"port {port} is used by another device; a {what} needs its own")


@contextmanager
def _section(name: str) -> Iterator[None]:
    try:
        yield
    except (ProfileError, LineSettingError, UnusableSettingError) as error:
        raise UnusableSettingError(f"[{name}] {error}") from error
