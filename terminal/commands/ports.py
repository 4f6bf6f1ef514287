"""``onewindow devices list`` and ``probe``: what is configured, what is there, what answers."""

from __future__ import annotations

import argparse
from typing import Any

from terminal.commands.context import Context
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Kind
from terminal.devices.kinds.census import MachinePort, Placed, machine_ports, path_of, placed, user_of
from terminal.errors import Fault, Refusal
from terminal.settings import SHARED

Row = dict[str, Any]


def list_devices(context: Context, _: argparse.Namespace) -> int:
    """The devices of the settings with how they are, then the other ports of the machine."""
    ports = machine_ports()
    devices = list(placed(context.settings))
    known = {path_of(device.configured.port) for device in devices}
    usb = {path_of(port.path): port.usb for port in ports}
    rows = [_device_row(device, usb) for device in devices]
    rows += [_port_row(port) for port in ports if path_of(port.path) not in known]
    lines = [_line(row) for row in rows]
    return context.say(rows, *(lines or ["no devices in the settings, no serial ports on this machine"]))


def probe(context: Context, args: argparse.Namespace) -> int:
    """Ask at one port, or at all, which kind of device is there."""
    kinds = [KINDS[name] for name in KINDS if args.kind in (None, name)]
    if args.port is not None:
        rows = _answers(args.port, kinds)
    else:
        rows = _probe_all(context, kinds)
    lines = [f"{row['port']}  {row['kind'] or '-'}  {row['profile'] or ''}  {row['said']}" for row in rows]
    nothing = "nothing answers; pads, call boxes and scanners only speak when they are used: try devices test"
    return context.say(rows, *(lines or [nothing]))


def _device_row(device: Placed, usb: dict[str, str]) -> Row:
    found = device.look()
    configured = device.configured
    return {
        "kind": device.kind.name,
        "window": device.window,
        "port": configured.port,
        "profile": configured.profile,
        "address": configured.address,
        "evidence": device.evidence,
        "state": found.state,
        "reason": str(found.said),
        "usb": usb.get(path_of(configured.port)) or None,
        "used_by": None,
        "hints": [str(hint) for hint in device.hints] if found.state != "trouble" else [],
    }


def _port_row(port: MachinePort) -> Row:
    return {
        "kind": None,
        "window": None,
        "port": port.path,
        "profile": None,
        "address": None,
        "evidence": None,
        "state": None,
        "reason": port.description,
        "usb": port.usb or None,
        "used_by": user_of(port.path),
        "hints": [],
    }


def _line(row: Row) -> str:
    if row["kind"] is None:
        parts = ["-", row["port"], row["usb"], row["reason"], row["used_by"] and f"used by {row['used_by']}"]
    else:
        profile = ", ".join(str(part) for part in (row["profile"], row["evidence"]) if part)
        place, port, usb = f"window {row['window']}", str(row["port"]), row["usb"]
        # Names such as ttyUSB0 change from one start of the machine to the next; the plug does not.
        fixed = f"= {usb}" if usb and not port.startswith("usb:") else ""
        parts = [row["kind"], place, port, fixed, profile and f"({profile})", f"{row['state']}:", row["reason"]]
        parts += row["hints"]
    return "  ".join(str(part) for part in parts if part)


def _probe_all(context: Context, kinds: list[Kind]) -> list[Row]:
    """Every port of the machine and of the settings; one that cannot be used is told and passed over."""
    paths = [port.path for port in machine_ports()]
    here = {path_of(path) for path in paths}
    named = dict.fromkeys(device.configured.port for device in placed(context.settings))
    paths += [port for port in named if port != SHARED and path_of(port) not in here]
    rows: list[Row] = []
    for path in paths:
        if not context.as_json:
            context.warn(f"asking at {path} …")
        try:
            rows += _answers(path, kinds)
        except (Fault, Refusal) as trouble:
            rows.append({"port": path, "kind": None, "profile": None, "said": str(trouble)})
    return rows


def _answers(port: str, kinds: list[Kind]) -> list[Row]:
    return [
        {"port": port, "kind": kind.name, "profile": answer.profile, "said": str(answer.said)}
        for kind in kinds
        for answer in kind.probe(port)
    ]
