"""Simulated devices without a window: served until the program is told to stop."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from drivers.rating_pad.simulator import PadOnPty
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.commands.context import Context
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Fault, Refusal

LOOK_SECONDS = 0.2
THINK_SECONDS = 0.3  # a person needs a moment before pressing


def serve(context: Context, args: argparse.Namespace) -> int:
    """Serve one device until SIGINT or SIGTERM, or until standard input closes when it is a pipe that was given."""
    if sys.platform == "win32":
        raise Refusal("Simulated ports need pseudo-terminals, which Windows has not.", "Run it on Linux.")
    with _stop_on_signals() as stop, _device(args) as device:
        if args.port_file is not None:
            _write(args.port_file, device.port)
        context.say({"kind": args.kind, "port": device.port}, f"{args.kind} on {device.port}")
        sys.stdout.flush()
        seen = 0
        while not stop.wait(LOOK_SECONDS):
            asks = getattr(device.state, "asks", 0)
            if args.press and asks != seen:
                seen = asks
                if not stop.wait(THINK_SECONDS):
                    device.press(args.press)
    return 0


@contextmanager
def _device(args: argparse.Namespace) -> Iterator[Any]:
    try:
        if args.kind == "rating_pad":
            device: Any = PadOnPty(args.profile, args.address, link=args.link)
            if args.press and args.press not in device.keys.values():
                device.close()
                raise Refusal(
                    "The pad has no key {key}.",
                    "It has: {known}.",
                    key=args.press,
                    known=", ".join(device.keys.values()),
                )
        else:
            device = PrinterOnPty(slip_fonts(), link=args.link)
    except OSError as error:
        raise Fault("The simulated port cannot be made: {why}.", "Choose another name.", why=error) from error
    except ValueError as error:
        raise Refusal("There is no simulated pad {kind}.", "Use six-key, ff68 or byte.", kind=args.profile) from error
    with device:
        yield device


@contextmanager
def _stop_on_signals() -> Iterator[threading.Event]:
    stop = threading.Event()

    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, told) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Fault("{file} cannot be written: {why}.", "Choose another place.", file=path, why=error) from error
