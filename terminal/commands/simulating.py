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
from typing import TYPE_CHECKING, Any

from terminal.commands.context import Context
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Kind
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from drivers.on_pty import OnPty

LOOK_SECONDS = 0.2
THINK_SECONDS = 0.3  # a person needs a moment before pressing
EVERY_SECONDS = 5.0  # how often somebody comes to a device that asks for nothing
ALWAYS = 1_000_000_000


def serve(context: Context, args: argparse.Namespace) -> int:
    """Serve one device until SIGINT or SIGTERM comes; that is its proper end, exit code 0."""
    if sys.platform == "win32":
        raise Refusal("Simulated ports need pseudo-terminals, which Windows has not.", "Run it on Linux.")
    kind = KINDS[args.kind]
    with _stop_on_signals() as stop, _device(kind, args) as device, _announced(context, args, device.port):
        _act(kind, device, args, stop)
    return 0


def show(context: Context, args: argparse.Namespace) -> int:
    """The same in a window to press and to look at, until that is closed. A person presses, not ``--press``."""
    simulator = importlib.import_module("terminal.demo.simulator")  # Qt, only when a window is asked for
    with ExitStack() as stack:

        def announce(port: str) -> None:
            stack.enter_context(_announced(context, args, port))

        try:
            if args.kind == "rating_pad":
                profile, address = args.profile or "six-key", 1 if args.address is None else args.address
                return int(simulator.run_pad(context.settings, profile, address, announce, args.link))
            return int(simulator.run_printer(context.settings, announce, args.link))
        except ValueError as error:
            raise Refusal("There is no such simulated device: {why}.", why=error) from error
        except OSError as error:
            raise _no_port(error) from error


def _act(kind: Kind, device: OnPty[Any], args: argparse.Namespace, stop: threading.Event) -> None:
    """Do what ``--press`` says whenever the host asks for it, or every few seconds, until told to stop."""
    answered = 0
    while not stop.wait(LOOK_SECONDS if args.press else None):
        asks = kind.asks(device)
        if asks is None:
            if not stop.wait(EVERY_SECONDS):
                kind.act(device, args.press)
        elif asks != answered:
            answered = asks
            if not stop.wait(THINK_SECONDS):
                kind.act(device, args.press)


@contextmanager
def _device(kind: Kind, args: argparse.Namespace) -> Iterator[OnPty[Any]]:
    """The simulated device, with the faults asked for. Raises Refusal, or Fault for a port that cannot be made."""
    try:
        made = kind.simulator(args.profile, args.address, args.link)
    except ValueError as error:
        raise Refusal("There is no such simulated device: {why}.", why=error) from error
    except OSError as error:
        raise _no_port(error) from error
    with made as device:
        known = kind.acts(device)
        if args.press and known is not None and args.press not in known:
            raise Refusal(
                "Nobody can {what} this device.",
                "It knows: {known}.",
                what=args.press,
                known=", ".join(known) or "–",
            )
        for fault in args.fault:
            try:
                kind.fault(device, fault, ALWAYS)
            except ValueError as error:
                raise Refusal("The device cannot be made to fail so: {why}.", why=error) from error
        yield device


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
