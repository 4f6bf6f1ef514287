"""Simulated devices without a window: served until the program is told to stop."""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from drivers.rating_pad.simulator import PadOnPty
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.commands.context import Context
from terminal.devices.slip_fonts import slip_fonts
from terminal.errors import Fault, Refusal

LOOK_SECONDS = 0.2
THINK_SECONDS = 0.3  # a person needs a moment before pressing


def serve(context: Context, args: argparse.Namespace) -> int:
    """Serve one device until SIGINT or SIGTERM comes; that is its proper end, exit code 0."""
    if sys.platform == "win32":
        raise Refusal("Simulated ports need pseudo-terminals, which Windows has not.", "Run it on Linux.")
    with _stop_on_signals() as stop:
        if args.kind == "rating_pad":
            with _pad(args) as pad, _announced(context, args, pad.port):
                _press(pad, args.press, stop)
        else:
            with _printer(args) as printer, _announced(context, args, printer.port):
                stop.wait()
    return 0


def show(context: Context, args: argparse.Namespace) -> int:
    """The same in a window to press and to look at, until that is closed. A person presses, not ``--press``."""
    simulator = importlib.import_module("terminal.demo.simulator")  # Qt, only when a window is asked for
    with ExitStack() as stack:

        def announce(port: str) -> None:
            stack.enter_context(_announced(context, args, port))

        try:
            if args.kind == "rating_pad":
                return int(simulator.run_pad(context.settings, args.profile, args.address, announce, args.link))
            return int(simulator.run_printer(context.settings, announce, args.link))
        except ValueError as error:
            raise _no_such_pad(args) from error
        except OSError as error:
            raise _no_port(error) from error


def _press(pad: PadOnPty, key: str | None, stop: threading.Event) -> None:
    """Answer every question with ``key``, if one is given, until told to stop."""
    answered = 0
    while not stop.wait(LOOK_SECONDS if key else None):
        asks = pad.state.asks
        if key and asks != answered:
            answered = asks
            if not stop.wait(THINK_SECONDS):
                pad.press(key)


@contextmanager
def _pad(args: argparse.Namespace) -> Iterator[PadOnPty]:
    try:
        pad = PadOnPty(args.profile, args.address, link=args.link)
    except ValueError as error:
        raise _no_such_pad(args) from error
    except OSError as error:
        raise _no_port(error) from error
    with pad:
        if args.press and args.press not in pad.keys.values():
            known = ", ".join(pad.keys.values())
            raise Refusal("The pad has no key {key}.", "It has: {known}.", key=args.press, known=known)
        yield pad


@contextmanager
def _printer(args: argparse.Namespace) -> Iterator[PrinterOnPty]:
    try:
        printer = PrinterOnPty(slip_fonts(), link=args.link)
    except OSError as error:
        raise _no_port(error) from error
    with printer:
        yield printer


def _no_such_pad(args: argparse.Namespace) -> Refusal:
    return Refusal("There is no simulated pad {kind}.", "Use six-key, ff68 or byte.", kind=args.profile)


def _no_port(error: OSError) -> Fault:
    return Fault("The simulated port cannot be made: {why}.", "Choose another name.", why=error)


@contextmanager
def _announced(context: Context, args: argparse.Namespace, port: str) -> Iterator[None]:
    """Tell the port's name on standard output and in the file, which is there only as long as the port is."""
    if args.port_file is not None:
        _write(args.port_file, port)
    try:
        context.say({"kind": args.kind, "port": port}, f"{args.kind} on {port}")
        yield
    finally:
        if args.port_file is not None:
            args.port_file.unlink(missing_ok=True)


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
    # Beside it first: a script that waits for the file must not read half of it.
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text(text + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise Fault("{file} cannot be written: {why}.", "Choose another place.", file=path, why=error) from error
