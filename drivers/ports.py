"""Ports: what may stand in a ``port`` setting, how it is opened, and why opening or talking failed.

A port is a path (``/dev/ttyUSB0``), a Windows name (``COM3``), ``usb:VID:PID[@location]`` (found among the computer's
ports each time it is opened, since a replugged cable returns under another name), ``socket://host:port`` (raw bytes
over TCP) or ``rfc2217://host:port`` (a serial server that can be told the speed).
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

PORT_FORMS = "a path such as /dev/ttyUSB0, COM3, usb:1a86:7523@1-1.2, socket://host:port or rfc2217://host:port"
SETTINGS_FORM = "speed, data bits, parity (N E O M S) and stop bits such as 9600-8N1"

_USB = re.compile(r"usb:([0-9a-f]{4}):([0-9a-f]{4})(?:@([\w.:-]+))?", re.IGNORECASE)
_SETTINGS = re.compile(r"(\d{2,7})-([5-8])([NEOMS])(1\.5|1|2)")

# One sentence per kind of trouble: what is the matter, and what to do about it. {port} is the setting, {detail} is
# what the system said. Their keys are what LineDown.reason holds.
SENTENCES = {
    "missing": "There is no port {port}. Check the cable and the device's power, or choose another port.",
    "other_device": "Another device is at {port} now: {detail}. Plug the right one in again; if this is its new cable, "
    "start the program again.",
    "brltty": "The program for Braille displays (brltty) took the cable of {port} ({detail}). Remove it with: "
    "sudo apt remove brltty. Then plug the cable in again.",
    "no_driver": "The cable of {port} is plugged in ({detail}), but the system made no port of it. Plug it in again; "
    "if that does not help, its driver is missing.",
    "busy": "Port {port} is in use by another program. Close that program.",
    "busy_with": "Port {port} is in use by {detail}. Close that program.",
    "busy_same": "Port {port} is in use by another OneWindow: {detail}. Close it, or correct the settings of one.",
    "busy_here": "Port {port} is in use by another device of this program. Correct the settings.",
    "busy_modem": "Port {port} is in use, probably by ModemManager, which looks for modems. Wait a minute; if it stays "
    "so, install the udev rules that come with OneWindow.",
    "permission": "This account may not use {port}. Add it to the dialout group and sign in again.",
    "permission_group": "This account may not use {port}, which belongs to the group {detail}. Run: "
    "sudo usermod -aG {detail} $USER. Then sign out and in again.",
    "permission_session": "This account was added to the group {detail}, to which {port} belongs, but has not signed "
    "in since. Sign out and in again, or restart the computer.",
    "permission_mode": "The system keeps {port} for {detail} alone. Install the udev rules that come with OneWindow.",
    "lost": "The device on {port} was unplugged or switched off. Check the cable.",
    "stalled": "The device on {port} takes no bytes. Check that it is switched on and ready.",
    "ambiguous": "More than one device matches {port} ({detail}). Add @location to the port.",
    "refused": "Nobody answers at {port} ({detail}). Check the network and the serial server.",
    "failed": "Port {port} cannot be used: {detail}. Check the port setting and the cable.",
    # Of lines that are up:
    "speed": "Only garbage comes from {port}: the speed is likely wrong. Compare it with the device's switches.",
    "asleep": "The computer may put the cable of {port} to sleep, which garbles what comes. Install the udev rules "
    "that come with OneWindow, or write on to {detail}.",
}


class LineSettingError(ValueError):
    """A port or speed setting that can never work; the text names what was given and what is expected."""


class LineDown(Exception):  # noqa: N818 - a state of the world, named as people say it
    """The line cannot be used now. ``str()`` is a sentence with a remedy.

    ``reason`` is a key of :data:`SENTENCES`, for those who translate; ``written`` is how many bytes of a failed write
    had been handed to the port.
    """

    def __init__(self, reason: str, port: str, detail: str = "", written: int = 0) -> None:
        super().__init__(SENTENCES[reason].format(port=port, detail=detail))
        self.reason = reason
        self.port = port
        self.detail = detail
        self.written = written


@dataclass(frozen=True, slots=True)
class LineHint:
    """What is likely to be wrong with a line that is up. ``str()`` is a sentence with a remedy."""

    reason: str
    port: str
    detail: str = ""

    def __str__(self) -> str:
        return SENTENCES[self.reason].format(port=self.port, detail=self.detail)


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """Speed and character format of a line."""

    baud: int
    bits: int
    parity: str
    stop: float

    @classmethod
    def parse(cls, text: str, baud: int | None = None) -> SerialSettings:
        """Read ``9600-8N1``; ``baud`` overrides its speed. Raises LineSettingError."""
        match = _SETTINGS.fullmatch(text.upper())
        if match is None:
            raise LineSettingError(f"serial setting {text!r}: expected {SETTINGS_FORM}")
        speed = int(match[1]) if baud is None else baud
        if not 50 <= speed <= 4_000_000:
            raise LineSettingError(f"speed {speed}: expected 50 to 4000000 baud")
        return cls(speed, int(match[2]), match[3], float(match[4]))

    @property
    def character_s(self) -> float:
        """How long one byte takes on the wire, with its start, parity and stop bits."""
        return (1 + self.bits + (self.parity != "N") + self.stop) / self.baud


@dataclass(frozen=True, slots=True)
class PortName:
    """A port setting taken apart. ``kind`` is device, usb, socket or rfc2217."""

    text: str
    kind: str
    usb: tuple[int, int] = (0, 0)
    location: str = ""
    host: str = ""
    number: int = 0

    @property
    def is_remote(self) -> bool:
        """Whether opening it goes over the network."""
        return self.kind in ("socket", "rfc2217")

    def at(self, path: str) -> PortName:
        """The port at a path; a remote one is where it is."""
        return self if self.is_remote else PortName(path, "device")

    @classmethod
    def parse(cls, text: str) -> PortName:
        """Take a port setting apart without looking whether the port exists. Raises LineSettingError."""
        if not text.strip() or any(ord(character) < 32 for character in text):
            raise LineSettingError(f"port {text!r}: expected {PORT_FORMS}")
        if text.lower().startswith("usb:"):
            match = _USB.fullmatch(text)
            if match is None:
                raise LineSettingError(
                    f"port {text!r}: expected usb:VID:PID or usb:VID:PID@location, four hexadecimal digits each"
                )
            return cls(text, "usb", (int(match[1], 16), int(match[2], 16)), match[3] or "")
        if "://" not in text:
            return cls(text, "device")
        return cls._parse_url(text)

    @classmethod
    def _parse_url(cls, text: str) -> PortName:
        try:
            parts = urlsplit(text)
            number = parts.port
        except ValueError as error:
            raise LineSettingError(f"port {text!r}: {error}; expected {PORT_FORMS}") from error
        if parts.scheme not in ("socket", "rfc2217"):
            raise LineSettingError(f"port {text!r}: unknown kind {parts.scheme}://; expected {PORT_FORMS}")
        extras = parts.path.strip("/") or parts.query or parts.fragment
        if not parts.hostname or not number or extras:
            raise LineSettingError(f"port {text!r}: expected {parts.scheme}://host:port with a port of 1 to 65535")
        return cls(text, parts.scheme, host=parts.hostname, number=number)


class FoundPort(Protocol):
    """What is needed of an entry of pyserial's list of ports."""

    device: str
    vid: int | None
    pid: int | None
    location: str | None
    serial_number: str | None


def find_usb(name: PortName, ports: Callable[[], Iterable[FoundPort]]) -> str:
    """The path of the one port that matches ``usb:VID:PID[@location]`` now.

    Raises LineDown "missing" or "ambiguous": guessing between two equal cables would send slips to the pad.
    """
    matching = [port for port in ports() if (port.vid, port.pid) == name.usb and _is_at(port.location, name.location)]
    if not matching:
        raise LineDown("missing", name.text)
    if len(matching) > 1:
        raise LineDown("ambiguous", name.text, ", ".join(f"{port.device} at {port.location}" for port in matching))
    return matching[0].device


def _is_at(location: str | None, wanted: str) -> bool:
    # Adapters with several interfaces are listed as 1-1.2:1.0; the plug they sit in is 1-1.2.
    return not wanted or location == wanted or (location or "").startswith(f"{wanted}:")


_REASONS = {
    errno.ENOENT: "missing",
    errno.ENODEV: "missing",
    errno.ENXIO: "missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EBUSY: "busy",
    errno.EAGAIN: "busy",  # another program holds the exclusive lock
}


def why_not_opened(name: PortName, error: Exception) -> LineDown:
    """Turn what the system says about opening a port into a reason and a sentence."""
    detail = str(error)
    if name.is_remote:
        return LineDown("refused", name.text, detail)
    number = getattr(error, "errno", None)
    if number in _REASONS:
        return LineDown(_REASONS[number], name.text, detail)
    # On Windows pyserial keeps only the text of the system's error; access denied there means that it is in use.
    if "FileNotFoundError" in detail:
        return LineDown("missing", name.text, detail)
    if "PermissionError" in detail:
        return LineDown("busy", name.text, detail)
    return LineDown("failed", name.text, detail)
