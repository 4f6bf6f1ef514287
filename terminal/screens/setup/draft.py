"""What is being set up: the settings file's values, and what people changed of them since. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from terminal.devices.kinds import KINDS
from terminal.devices.site import is_port
from terminal.settings import (
    CallBoxSettings,
    CardSettings,
    DisplaySettings,
    ModemSettings,
    PadSettings,
    PrinterSettings,
    ScannerSettings,
    Settings,
)
from terminal.settings_file import WINDOWS, Place, SettingRefused, SettingsFile

# Kind → its part of the settings, in the order people are shown them.
PARTS: Final[dict[str, type[msgspec.Struct]]] = {
    "rating_pad": PadSettings,
    "call_box": CallBoxSettings,
    "window_display": DisplaySettings,
    "receipt_printer": PrinterSettings,
    "id_card": CardSettings,
    "scanner": ScannerSettings,
    "gsm_modem": ModemSettings,
}
OF_WINDOWS: Final = ("rating_pad", "call_box", "window_display")  # what another window may have on our lines


@dataclass(frozen=True, slots=True)
class Device:
    """One device that this machine may have: its own, or another window's on its lines."""

    kind: str
    window: int | None = None

    @property
    def place(self) -> Place:
        """Its part of the settings."""
        return (self.kind,) if self.window is None else (WINDOWS, self.window, self.kind)


def kinds() -> tuple[str, ...]:
    """The kinds that this program can connect."""
    there = tuple(KINDS)  # by name: asking for one would load its drivers
    return tuple(kind for kind in PARTS if kind in there)


def fields(kind: str) -> tuple[str, ...]:
    """The names of a kind's settings."""
    return tuple(field.name for field in msgspec.structs.fields(PARTS[kind]))


def default(kind: str, field: str) -> object:
    """What holds where the settings are silent; None when that is the device's own affair."""
    found = next(one for one in msgspec.structs.fields(PARTS[kind]) if one.name == field)
    return None if found.default is msgspec.NODEFAULT else found.default


def parsed(text: str, *, number: bool) -> object:
    """A typed text as a setting's value: None for nothing; what should be a number and is none stays text."""
    text = text.strip()
    if not text or not number:
        return text or None
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text


class Draft:
    """The file's values with the changes on top. Reading and saving block for as long as the disk does."""

    def __init__(self, file: SettingsFile) -> None:
        self.file = file
        self._before: dict[Place, Any] = {}
        self._now: dict[Place, Any] = {}

    def read(self) -> None:
        """Take the file as it is; changes are forgotten. Raises Refusal and Fault."""
        self.take(self.file.values())

    def take(self, values: dict[Place, Any]) -> None:
        """Begin from these values of the file."""
        self._before, self._now = dict(values), dict(values)

    @property
    def before(self) -> dict[Place, Any]:
        """The file's values, as last read or written."""
        return dict(self._before)

    @property
    def fresh(self) -> bool:
        """Whether nothing was ever set up here."""
        return not self._before

    @property
    def changes(self) -> dict[Place, object]:
        """What :meth:`save` would put into the file: places and values, None for what is taken away."""
        gone = {place: None for place in self._before if place not in self._now}
        # A part that lost all its values goes as a whole, with its heading.
        parts = {place[:end] for place in gone for end in range(1, len(place))}
        lost = {part for part in parts if not any(place[: len(part)] == part for place in self._now)}
        whole = {part for part in lost if part != (WINDOWS,) and part[:-1] not in lost - {(WINDOWS,)}}
        rest = {place: None for place in gone if not any(place[: len(part)] == part for part in whole)}
        put = {place: value for place, value in self._now.items() if self._before.get(place) != value}
        return {**dict.fromkeys(whole), **rest, **put}

    @property
    def dirty(self) -> bool:
        """Whether anything was changed."""
        return self._now != self._before

    def value(self, *place: str | int) -> Any:
        """What stands there now; None for nothing."""
        return self._now.get(place)

    def put(self, place: Place, value: object) -> None:
        """Change a value; None takes it away."""
        if value is None:
            self._now.pop(place, None)
        else:
            self._now[place] = value

    def drop(self, part: Place) -> None:
        """Take a whole part away."""
        self._now = {place: value for place, value in self._now.items() if place[: len(part)] != part}

    def has(self, device: Device) -> bool:
        """Whether anything is set of a device."""
        return any(place[: len(device.place)] == device.place for place in self._now)

    def changed(self, device: Device) -> bool:
        """Whether anything of a device was changed."""
        return self.of(device) != self._of(device, self._before)

    def of(self, device: Device) -> dict[Place, Any]:
        """All that is set of a device."""
        return self._of(device, self._now)

    @property
    def windows(self) -> tuple[int, ...]:
        """The other windows on this machine's lines."""
        return tuple(sorted({int(place[1]) for place in self._now if place[0] == WINDOWS}))

    def add_window(self, number: int) -> None:
        """One more window on this machine's lines."""
        self._now.setdefault((WINDOWS, number, "number"), number)

    def devices(self) -> Iterator[Device]:
        """Everything that is set, this machine's own first."""
        every = [Device(kind) for kind in kinds()]
        every += [Device(kind, window) for window in self.windows for kind in kinds() if kind in OF_WINDOWS]
        return (device for device in every if self.has(device))

    def check(self) -> Settings:
        """The settings as they would be. Raises SettingRefused with the place at fault, Refusal and Fault."""
        settings = self.file.check(self.changes)
        for device in self.devices():
            self._check_port(device)
        return settings

    def settings_for(self, device: Device) -> Settings:
        """The settings as they would be on the machine that owns ``device``. Raises as :meth:`check` does."""
        self._check_port(device)
        if self.value(*device.place, "port") is None:
            raise SettingRefused("Choose the device's port first.", place=(*device.place, "port"))
        settings = self.check()
        if device.window is None:
            return settings
        window = next(window for window in settings.windows if window.number == device.window)
        own = {kind: getattr(window, kind) for kind in OF_WINDOWS}
        return msgspec.structs.replace(settings, **own)

    def save(self) -> Settings:
        """Write the changes, which then are the file's. Raises as :meth:`check` does, and writes nothing then."""
        self.check()
        settings = self.file.save(self.changes)
        self.read()
        return settings

    def copy(self) -> Draft:
        """The same at this moment, for another thread."""
        copied = Draft(self.file)
        copied._before, copied._now = dict(self._before), dict(self._now)
        return copied

    def written(self, saved: Draft) -> None:
        """A copy of this was saved; what was changed since is still a change."""
        self._before = dict(saved._before)

    def _of(self, device: Device, values: dict[Place, Any]) -> dict[Place, Any]:
        return {place: value for place, value in values.items() if place[: len(device.place)] == device.place}

    def _check_port(self, device: Device) -> None:
        port = self.value(*device.place, "port")
        if port is not None and not is_port(str(port)):
            raise SettingRefused(
                "The port {port} has none of the forms a port can have.",
                "Write a path, COM3, usb:VID:PID@place, socket://host:port, rfc2217://host:port or shared.",
                place=(*device.place, "port"),
                port=port,
            )
