"""``onewindow devices``: what is connected, whether it works, and simulated devices."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from drivers.traffic import file_for, kept_text
from terminal.commands import learning, print_jobs
from terminal.commands.arguments import address, number, seconds, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.ports import list_devices, probe
from terminal.commands.screens import require_display
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Said
from terminal.devices.kinds.census import Placed, placed
from terminal.errors import Fault, Refusal
from terminal.settings import SHARED, traffic_folder


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "devices", "serial devices of this machine")
    verb(verbs, "list", "the devices of the settings and the ports of the machine", list_devices)
    asking = verb(verbs, "probe", "what answers at a port; nothing is printed, shown or sounded", probe)
    asking.add_argument("kind", nargs="?", choices=tuple(KINDS), help="ask as to this kind only")
    asking.add_argument("--port", metavar="P", help="ask at this port only")
    test = verb(verbs, "test", "try a device of the settings with a person before it", _test)
    test.add_argument("kind", choices=tuple(KINDS))
    test.add_argument("--counter", type=number, metavar="N", help="the device at another window of this machine")
    test.add_argument("--seconds", type=seconds, help="how long to wait for the person")
    test.add_argument("--to", type=text, metavar="NUMBER", help="with gsm_modem: send a message of ours there")
    log = verb(verbs, "log", "what passed on a device's line, for support; without personal data", _log)
    log.add_argument("kind", choices=tuple(KINDS))
    log.add_argument("--counter", type=number, metavar="N", help="of the device at another window of this machine")
    log.add_argument("--output", type=Path, metavar="FILE", help="write it here")
    learning.add(verbs)
    print_jobs.add(verbs)
    simulate = verb(verbs, "simulate", "a device made of software, on a pseudo-terminal", _simulate)
    simulate.add_argument("kind", choices=tuple(KINDS))
    simulate.add_argument("--profile", help="which make of device; the usual one without it")
    simulate.add_argument("--address", type=address, help="its address on the line")
    simulate.add_argument("--port-file", type=Path, metavar="FILE", help="write the port's name here")
    simulate.add_argument("--link", type=Path, metavar="PATH", help="also make the port appear under this name")
    simulate.add_argument(
        "--press", action="append", default=[], metavar="WHAT",
        help="act as a person would (a key, a card, a code): when the host asks for it, else every few seconds; "
        "several in turn",
    )  # fmt: skip
    simulate.add_argument(
        "--fault", action="append", default=[], metavar="NAME",
        help="what goes wrong, always or, as NAME=3, the first 3 times; unplug pulls the cable now and then",
    )  # fmt: skip
    simulate.add_argument("--window", action="store_true", help="with a small window to press and to look at")


def _test(context: Context, args: argparse.Namespace) -> int:
    def tell(said: Said) -> None:
        if not context.as_json:
            context.warn(str(said))

    device = _placed(context, args.kind, args.counter)
    if device.configured.port == SHARED:
        raise Refusal("The {kind} hangs on another machine's line.", "Try it at that machine.", kind=args.kind)
    if args.to is not None:
        found = _send_test(device, args.to, tell)
    else:
        found = device.kind.test(device.settings, tell, args.seconds)
    return context.say(found, "  ".join(f"{name}: {value}" for name, value in found.items()))


def _send_test(device: Placed, to: str, tell: Callable[[Said], None]) -> dict[str, object]:
    if device.kind.name != "gsm_modem":
        raise Refusal("A {kind} sends no messages.", "Leave out --to.", kind=device.kind.name)
    from terminal.devices.kinds.asked_modem import try_modem  # its driver, only for those who have one

    return try_modem(device.settings, tell, to)


def _log(context: Context, args: argparse.Namespace) -> int:
    device = _placed(context, args.kind, args.counter)
    port = device.configured.port
    file = file_for(traffic_folder(), port)
    try:
        text = kept_text(file)
        if args.output is not None and text:
            args.output.write_text(_head(device) + text, encoding="utf-8")
    except OSError as error:
        raise Fault("The log cannot be copied: {why}.", "Choose another place.", why=error) from error
    if not text:
        raise Refusal("Nothing is kept of what passed at {port}.", "Open the window's screen first.", port=port)
    lines = text.splitlines()
    if args.output is not None:
        written = {"port": port, "file": str(args.output), "entries": len(lines)}
        return context.say(written, f"{len(lines)} entries of {port} in {args.output}")
    entries = [line.split(None, 2) for line in lines]
    rows = [{"at": at, "direction": way, "text": rest[0] if rest else ""} for at, way, *rest in entries]
    return context.say({"port": port, "file": str(file), "entries": rows}, *lines)


def _placed(context: Context, kind: str, counter: int | None) -> Placed:
    """The device of the settings. Raises Refusal when there is none."""
    window = counter or context.settings.counter.number
    for device in placed(context.settings):
        if (device.kind.name, device.window) == (kind, window):
            return device
    raise Refusal(
        "The settings name no {kind} at window {window}.",
        "Add a part [{kind}] with its port.",
        kind=kind,
        window=window,
    )


def _head(device: Placed) -> str:
    """What support has to know beside what passed."""
    about = (device.kind.name, f"window {device.window}", device.configured.port, device.configured.profile or "")
    made = f"OneWindow {version('onewindow')}, {platform.platform()}"
    return f"# {', '.join(filter(None, about))}\n# {made}\n"


def _simulate(context: Context, args: argparse.Namespace) -> int:
    # Needs pseudo-terminals, which Windows has not; nothing else here does.
    from terminal.commands.simulating import serve, show

    if args.window:
        require_display()
        return show(context, args)
    return serve(context, args)
