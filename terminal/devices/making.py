"""Devices from settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drivers.line import Line, LineSettingError
from drivers.profiles import ProfileError
from drivers.rating_pad.profile import load_profile as load_pad_profile
from drivers.receipt_printer.profile import load_profile as load_printer_profile
from terminal.devices.lamp import DeviceLamp
from terminal.devices.rating_pad import PadDevice
from terminal.devices.receipt_printer import PrinterDevice
from terminal.devices.slip_fonts import slip_fonts

if TYPE_CHECKING:
    from terminal.settings import PadSettings, PrinterSettings


class UnusableSettingError(ValueError):
    """Settings of a device that can never work; the text says which and what is expected."""


def make_pad(settings: PadSettings, lamp: DeviceLamp, parent: QObject | None = None) -> PadDevice:
    """The pad of the settings; not started. Raises UnusableSettingError."""
    try:
        profile = load_pad_profile(settings.profile)
        line = Line(settings.port, serial=profile.serial)
        return PadDevice(line, profile, settings.address, lamp, parent)
    except (ProfileError, LineSettingError) as error:
        raise UnusableSettingError(f"[rating_pad] {error}") from error


def make_printer(settings: PrinterSettings, lamp: DeviceLamp, parent: QObject | None = None) -> PrinterDevice:
    """The printer of the settings; not started. Raises UnusableSettingError."""
    try:
        profile = load_printer_profile(settings.profile)
        return PrinterDevice(Line(settings.port, baud=settings.baud), profile, slip_fonts(), lamp, parent)
    except (ProfileError, LineSettingError) as error:
        raise UnusableSettingError(f"[receipt_printer] {error}") from error
