"""``onewindow devices``: what is connected, whether it works, and simulated devices."""

from __future__ import annotations

import argparse
from pathlib import Path

from serial.tools import list_ports

from drivers.line import LineDown
from drivers.rating_pad.pad import Pad
from drivers.receipt_printer.slip import Align, Cut, Feed, Slip, Text
from terminal.commands import asking, printing
from terminal.commands.arguments import address, seconds
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.screens import require_display
from terminal.errors import Fault, Refusal
from terminal.office.scales import load_scale, shipped_scales

KINDS = ("rating_pad", "receipt_printer")


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "devices", "serial devices of this machine")
    verb(verbs, "list", "the devices of the settings and the ports of the machine", _list)
    test = verb(verbs, "test", "wait for one key of the pad, or print a test slip", _test)
    test.add_argument("kind", choices=KINDS)
    test.add_argument("--seconds", type=seconds, help="how long to wait for the key")
    simulate = verb(verbs, "simulate", "a device made of software, on a pseudo-terminal", _simulate)
    simulate.add_argument("kind", choices=KINDS)
    simulate.add_argument("--profile", default="six-key", help="of the pad: six-key, ff68 or byte")
    simulate.add_argument("--address", type=address, default=1, help="of the pad")
    simulate.add_argument("--port-file", type=Path, metavar="FILE", help="write the port's name here")
    simulate.add_argument("--link", type=Path, metavar="PATH", help="also make the port appear under this name")
    simulate.add_argument("--press", metavar="KEY", help="answer each question of the host with this key")
    simulate.add_argument("--window", action="store_true", help="with a small window to press and to look at")


def _list(context: Context, _: argparse.Namespace) -> int:
    rows = [row for row in (_pad_row(context), _printer_row(context)) if row is not None]
    used = {row["port"] for row in rows}
    rows += [
        {"kind": None, "port": port.device, "profile": None, "state": None, "reason": port.description}
        for port in sorted(list_ports.comports())
        if port.device not in used
    ]
    lines = [f"{row['kind'] or '-':16} {row['port']}  {row['state'] or ''}  {row['reason']}".rstrip() for row in rows]
    return context.say(rows, *(lines or ["no devices in the settings, no serial ports on this machine"]))


def _pad_row(context: Context) -> dict[str, object] | None:
    if context.settings.rating_pad is None:
        return None
    pad = context.settings.rating_pad
    row: dict[str, object] = {"kind": "rating_pad", "port": pad.port, "profile": pad.profile}
    try:
        with asking.configured_pad(context.settings).line() as line:
            line.open()
    except (LineDown, Refusal) as trouble:
        return row | {"state": "trouble", "reason": str(trouble)}
    # A pad says nothing until a key is pressed: an open port is all that can be known of it.
    return row | {"state": "up", "reason": "the port opens; a key press would prove the pad"}


def _printer_row(context: Context) -> dict[str, object] | None:
    printer = context.settings.receipt_printer
    if printer is None:
        return None
    row: dict[str, object] = {"kind": "receipt_printer", "port": printer.port, "profile": printer.profile}
    try:
        status = printing.status(context.settings)
    except (LineDown, Refusal) as trouble:
        return row | {"state": "trouble", "reason": str(trouble)}
    state = "trouble" if status.trouble else ("up" if status.known else "unknown")
    return row | {"state": state, "reason": status.text}


def _test(context: Context, args: argparse.Namespace) -> int:
    return _test_pad(context, args.seconds) if args.kind == "rating_pad" else _test_printer(context)


def _test_pad(context: Context, given: float | None) -> int:
    configured = asking.configured_pad(context.settings, given)
    if not context.as_json:
        context.warn(f"Press a key on the pad within {configured.seconds:g} s.")
    with configured.line() as line:
        try:
            line.open()
            press = asking.wait_for_key(line, Pad(configured.profile, configured.address), configured.seconds, _stray)
        except LineDown as trouble:
            raise asking.fault_of(trouble) from trouble
        if press is None and line.trouble is not None:
            raise asking.fault_of(line.trouble)
    if press is None:
        raise Fault(
            "No key was pressed within {seconds} s.",
            "Press one; if you did, check cable, speed and profile.",
            seconds=f"{configured.seconds:g}",
        )
    frame = press.frame.hex(" ").upper()
    return context.say(
        {"key": press.key, "score": _score(press.key), "frame": frame},
        f"{press.key}  score {_score(press.key)}  {frame}",
    )


def _stray(key: str | None, frame: bytes) -> None:
    """A press other than the one asked for: of a key that the profile has not, the test's finding."""
    if key is None:
        raise Refusal(
            "The pad sent a key that its profile does not know: {frame}.",
            "Correct the keys of the profile.",
            frame=frame.hex(" ").upper(),
        )


def _score(key: str) -> int | None:
    """What the key scores, by the default scale and else by another shipped one."""
    for name in sorted(shipped_scales(), key=lambda scale: scale != "six-key"):
        for known in load_scale(name).keys:
            if known.key == key:
                return known.score
    return None


def _test_printer(context: Context) -> int:
    slip = Slip(
        (
            Text("一窗 OneWindow", width=2, height=2, align=Align.CENTRE),
            Text("打印测试 ABC 123 ，。：《》", align=Align.CENTRE),
            Text("居住证 社保 䶮 𬭎", align=Align.CENTRE),
            Feed(2),
            Cut(),
        )
    )
    outcome = printing.print_slip(context.settings, slip)
    return context.say({"printed": outcome}, f"test slip: {outcome}")


def _simulate(context: Context, args: argparse.Namespace) -> int:
    # Needs pseudo-terminals, which Windows has not; nothing else here does.
    from terminal.commands.simulating import serve, show

    if args.press and args.kind != "rating_pad":
        raise Refusal("Only a pad has keys to press.", "Leave --press out.")
    if args.window:
        require_display()
        return show(context, args)
    return serve(context, args)
