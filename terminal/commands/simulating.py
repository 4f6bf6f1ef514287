"""Simulated devices without a window: served until the program is told to stop."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terminal.commands.context import Context
from terminal.commands.stopping import stop_on_signals
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Kind
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from drivers.on_pty import OnPty

LOOK_SECONDS = 0.2
THINK_SECONDS = 0.3  # a person needs a moment before pressing
EVERY_SECONDS = 5.0  # how often somebody comes to a device that asks for nothing
ALWAYS = 1_000_000_000
UNPLUG = "unplug"
PLUGGED_SECONDS, PULLED_SECONDS = 10.0, 3.0


def serve(context: Context, args: argparse.Namespace) -> int:
    """Serve one device until SIGINT or SIGTERM comes; that is its proper end, exit code 0."""
    if sys.platform == "win32":
        raise Refusal("Simulated ports need pseudo-terminals, which Windows has not.", "Run it on Linux.")
    kind = KINDS[args.kind]
    with stop_on_signals() as stop, _device(kind, args) as device, _announced(context, args, device.port):
        _Hand(kind, device, args.press, pulls=UNPLUG in args.fault).work(stop)
    return 0


def show(context: Context, args: argparse.Namespace) -> int:
    """The same in a window to press and to look at, until that is closed. A person presses, not ``--press``."""
    simulator = importlib.import_module("terminal.demo.simulator")  # Qt, only when a window is asked for
    with ExitStack() as stack:

        def announce(port: str) -> None:
            stack.enter_context(_announced(context, args, port))

        try:
            return int(simulator.run(context.settings, args.kind, args.profile, args.address, announce, args.link))
        except ValueError as error:
            raise Refusal("There is no such simulated device: {why}.", why=error) from error
        except OSError as error:
            raise _no_port(error) from error


class _Hand:
    """Does to a device what ``--press`` and ``--fault unplug`` say, until told to stop."""

    def __init__(self, kind: Kind, device: OnPty[Any], acts: list[str], *, pulls: bool) -> None:
        self._kind = kind
        self._device = device
        self._acts = cycle(acts) if acts else None
        self._answered = 0
        self._next_act = time.monotonic() + EVERY_SECONDS
        self._next_pull = time.monotonic() + PLUGGED_SECONDS if pulls else None
        self._plugged = True

    def work(self, stop: threading.Event) -> None:
        """Blocks until ``stop`` is set."""
        while not stop.wait(LOOK_SECONDS if self._acts or self._next_pull else None):
            self._pull(time.monotonic())
            if self._acts is not None and self._is_time(time.monotonic(), stop):
                self._kind.act(self._device, next(self._acts))

    def _is_time(self, now: float, stop: threading.Event) -> bool:
        """Whether somebody acts now: asked for it, and after a moment of thinking; or it is time again."""
        asks = self._kind.asks(self._device)
        if asks is not None:
            asked, self._answered = asks != self._answered, asks
            return asked and not stop.wait(THINK_SECONDS)
        due = now >= self._next_act
        if due:
            self._next_act = now + EVERY_SECONDS
        return due

    def _pull(self, now: float) -> None:
        if self._next_pull is None or now < self._next_pull:
            return
        self._plugged = not self._plugged
        if self._plugged:
            self._device.replug()
        else:
            self._device.unplug()
        self._next_pull = now + (PLUGGED_SECONDS if self._plugged else PULLED_SECONDS)


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
        for act in args.press:
            if known is not None and act not in known:
                raise Refusal(
                    "Nobody can do {what} to this device.",
                    "What can be done: {known}.",
                    what=act,
                    known=", ".join(known) or "–",
                )
        for fault in args.fault:
            _make_fail(kind, device, fault)
        yield device


def _make_fail(kind: Kind, device: OnPty[Any], given: str) -> None:
    name, _, times = given.partition("=")
    if name == UNPLUG:
        return  # not the device's: its cable's
    try:
        kind.fault(device, name, int(times) if times else ALWAYS)
    except ValueError as error:
        raise Refusal("The device cannot be made to fail so: {why}.", why=error) from error


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


def _write(path: Path, text: str) -> None:
    # Beside it first: a script that waits for the file must not read half of it.
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text(text + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise Fault("{file} cannot be written: {why}.", "Choose another place.", file=path, why=error) from error
