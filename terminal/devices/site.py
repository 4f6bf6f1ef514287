"""What a machine has to offer to whoever sets it up: its ports, and profiles of its own. Blocking, without Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from drivers.ports import LineSettingError, PortName
from drivers.traffic import file_for, kept_text
from terminal.devices.kinds import KINDS, census
from terminal.devices.kinds.base import Finding, ProfileInfo, Said
from terminal.errors import Fault, Refusal
from terminal.settings import SHARED, Settings, data_folder, traffic_folder

MOST_PROFILES = 100  # of one kind in the folder: more are not profiles


@dataclass(frozen=True, slots=True)
class MachinePort:
    """A serial port of this machine. ``port`` is what a setting should say: it finds the device again after a replug.

    ``device`` is today's name of it.
    """

    port: str
    device: str
    description: str


def machine_ports() -> tuple[MachinePort, ...]:
    """The serial ports that this machine has now."""
    found = census.machine_ports()
    return tuple(MachinePort(port.usb or port.path, port.path, port.description.removeprefix("n/a")) for port in found)


def look(kind: str, settings: Settings) -> Finding:
    """How the device that the settings name is; one that a running screen has in hand is left to it."""
    configured = KINDS[kind].configured(settings)
    if configured is None:
        return Finding("unknown", Said("The settings name no such device."))
    return census.Placed(KINDS[kind], settings.counter.number, configured, settings).look()


def is_port(text: str) -> bool:
    """Whether a setting names a port in a form that can be opened, or one of another machine ("shared")."""
    if text == SHARED:
        return True
    try:
        PortName.parse(text)
    except LineSettingError:
        return False
    return True


def profile_folder(kind: str) -> Path:
    """Where profiles that were learned on this machine are kept. Not created here."""
    return data_folder() / "profiles" / kind


def own_profiles(kind: str) -> tuple[ProfileInfo, ...]:
    """The profiles of this machine's own folder, named by their paths. A file that is no TOML is left out."""
    found = []
    for path in sorted(profile_folder(kind).glob("*.toml"))[:MOST_PROFILES]:
        try:
            head = tomllib.loads(path.read_text("utf-8-sig"))
        except (OSError, ValueError):
            continue  # no profile that anybody could use; whoever names it by hand is told why
        title, evidence = head.get("title"), head.get("evidence")
        found.append(ProfileInfo(str(path), str(title or path.stem), str(evidence or "")))
    return tuple(found)


def export_log(kind: str, port: str, folder: Path, at: datetime) -> Path:
    """Put what was kept of a port's traffic, without personal data, into one file of ``folder``; that file.

    Raises Refusal when nothing was kept, Fault when the file cannot be written.
    """
    try:
        kept = kept_text(file_for(traffic_folder(), port))
        if not kept:
            raise Refusal(
                "Nothing has passed on this port since it was set up.",
                "Open the counter's screen, use the device, try again.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"onewindow-{kind}-{at:%Y%m%d-%H%M%S}.log"
        target.write_text(kept, encoding="utf-8")
    except OSError as error:
        raise Fault("{file} cannot be written: {why}.", "Choose another place.", file=folder, why=error) from error
    return target
