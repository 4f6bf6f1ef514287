"""Which devices the settings name and how they are, and which ports the machine has. No Qt; blocks as kinds do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from drivers.diagnosis.doctor import Doctor
from drivers.diagnosis.holders import holder_of
from drivers.diagnosis.machine import Machine
from drivers.identity import Identity, Whereabouts
from drivers.line import LineDown, LineSettingError
from drivers.ports import SENTENCES, FoundPort, PortName
from drivers.transports import listed_ports
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Configured, Finding, Kind, Said
from terminal.settings import SHARED, CounterSettings, Settings


@dataclass(frozen=True, slots=True)
class Placed:
    """A device that the settings name: its kind, at which window, and the settings as they are for that window."""

    kind: Kind
    window: int
    configured: Configured
    settings: Settings

    @property
    def evidence(self) -> str | None:
        """What its profile is known from; None where that cannot be told."""
        return None if self.configured.profile is None else self.kind.evidence(self.configured.profile)

    @property
    def hints(self) -> list[Said]:
        """What is likely to go wrong with its port although it can be used."""
        port = self.configured.port
        try:
            place = Whereabouts(PortName.parse(port), listed_ports)
            place.find()
        except (LineSettingError, LineDown):
            return []
        found = Doctor().hints(place, port)
        return [Said(SENTENCES[hint.reason], port=hint.port, detail=hint.detail) for hint in found]

    def look(self) -> Finding:
        """How it is. One on another machine's line, or in use by another OneWindow, is not asked."""
        if self.configured.port == SHARED:
            return Finding("unknown", Said("Another machine owns its line.", "Look at it there."))
        found = self.kind.look(self.settings)
        if found.said.text == SENTENCES["busy_same"]:
            holder = found.said.values.get("detail")
            return Finding("unknown", Said("OneWindow uses its port now: {holder}.", holder=holder))
        return found


@dataclass(frozen=True, slots=True)
class MachinePort:
    """A serial port of this machine. ``usb`` is the form to copy into the settings, "" for one that is not on USB."""

    path: str
    description: str
    usb: str


def placed(settings: Settings) -> Iterator[Placed]:
    """All devices of the settings: this window's, and those of other windows on this machine's lines."""
    for window, own in _windows(settings):
        for name in KINDS:
            # Its section is named as the kind is: a kind that is not used is not loaded, nor its libraries.
            kind = None if getattr(own, name) is None else KINDS[name]
            if kind is not None and (configured := kind.configured(own)) is not None:
                yield Placed(kind, window, configured, own)


def machine_ports() -> list[MachinePort]:
    """The ports there are, in order of their names."""
    return [
        MachinePort(port.device, getattr(port, "description", ""), _usb(port))
        for port in sorted(listed_ports(), key=lambda port: port.device)
    ]


def path_of(port: str) -> str:
    """Where a port of the settings is now, for comparing: a path without links; the setting itself when not found."""
    try:
        name = PortName.parse(port)
        return port if name.is_remote else os.path.realpath(Whereabouts(name, listed_ports).find())
    except (LineSettingError, LineDown):
        return port


def user_of(port: str) -> str | None:
    """The program that has a port open, as far as this account may see it."""
    holder = holder_of(Machine(), port)
    return None if holder is None else str(holder)


def _windows(settings: Settings) -> Iterator[tuple[int, Settings]]:
    yield settings.counter.number, settings
    for other in settings.windows:
        parts = {field: getattr(other, field) for field in other.__struct_fields__ if field != "number"}
        bare = Settings(database=settings.database, centre=settings.centre, counter=CounterSettings(other.number))
        yield other.number, msgspec.structs.replace(bare, **parts)


def _usb(port: FoundPort) -> str:
    identity = Identity.of(port)
    if identity is None:
        return ""
    make, plug = f"usb:{identity.vid:04x}:{identity.pid:04x}", identity.location
    return f"{make}@{plug}" if plug else make
