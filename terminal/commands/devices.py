"""``onewindow devices``: what is connected, whether it works, and simulated devices."""

from __future__ import annotations

import argparse
from pathlib import Path

from serial.tools import list_ports

from terminal.commands import print_jobs
from terminal.commands.arguments import address, seconds
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.screens import require_display
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Said
from terminal.errors import Refusal


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "devices", "serial devices of this machine")
    verb(verbs, "list", "the devices of the settings and the ports of the machine", _list)
    test = verb(verbs, "test", "try a device of the settings with a person before it", _test)
    test.add_argument("kind", choices=tuple(KINDS))
    test.add_argument("--seconds", type=seconds, help="how long to wait for the person")
    print_jobs.add(verbs)
    simulate = verb(verbs, "simulate", "a device made of software, on a pseudo-terminal", _simulate)
    simulate.add_argument("kind", choices=tuple(KINDS))
    simulate.add_argument("--profile", help="which make of device; the usual one without it")
    simulate.add_argument("--address", type=address, help="its address on the line")
    simulate.add_argument("--port-file", type=Path, metavar="FILE", help="write the port's name here")
    simulate.add_argument("--link", type=Path, metavar="PATH", help="also make the port appear under this name")
    simulate.add_argument("--press", metavar="WHAT", help="act as a person would: a key, a card, a code")
    simulate.add_argument("--fault", action="append", default=[], metavar="NAME", help="something that goes wrong")
    simulate.add_argument("--window", action="store_true", help="with a small window to press and to look at")


def _list(context: Context, _: argparse.Namespace) -> int:
    rows: list[dict[str, object]] = []
    for kind in KINDS.values():
        configured = kind.configured(context.settings)
        if configured is not None:
            found = kind.look(context.settings)
            row: dict[str, object] = {"kind": kind.name, "port": configured.port, "profile": configured.profile}
            rows.append(row | {"state": found.state, "reason": str(found.said)})
    used = {row["port"] for row in rows}
    rows += [
        {"kind": None, "port": port.device, "profile": None, "state": None, "reason": port.description}
        for port in sorted(list_ports.comports())
        if port.device not in used
    ]
    lines = [f"{row['kind'] or '-':16} {row['port']}  {row['state'] or ''}  {row['reason']}".rstrip() for row in rows]
    return context.say(rows, *(lines or ["no devices in the settings, no serial ports on this machine"]))


def _test(context: Context, args: argparse.Namespace) -> int:
    def tell(said: Said) -> None:
        if not context.as_json:
            context.warn(str(said))

    found = KINDS[args.kind].test(context.settings, tell, args.seconds)
    return context.say(found, "  ".join(f"{name}: {value}" for name, value in found.items()))


def _simulate(context: Context, args: argparse.Namespace) -> int:
    # Needs pseudo-terminals, which Windows has not; nothing else here does.
    from terminal.commands.simulating import serve, show

    if args.press and args.kind == "receipt_printer":
        raise Refusal("Nobody presses anything on a printer.", "Leave --press out.")
    if args.window:
        require_display()
        return show(context, args)
    return serve(context, args)
