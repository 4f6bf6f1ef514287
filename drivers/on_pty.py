"""A simulated device behind a real pseudo-terminal, so that programs open it as they open a serial port.

The device itself does no input or output (:class:`Simulated`); one thread serves it. POSIX only.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from drivers.transports import CHUNK, Waker

if sys.platform != "win32":
    import tty

ANSWER_WITHIN_S = 2.0  # for what is asked of the serving thread; it never waits longer than it takes to serve


class Simulated(Protocol):
    """A device made of software: bytes in, bytes out. Moments are monotonic seconds."""

    @property
    def state(self) -> Any:
        """A frozen picture of what a person would see of the device."""

    @property
    def due(self) -> float | None:
        """When :meth:`tick` has something to do next, or None."""

    def receive(self, data: bytes, now: float) -> bytes:
        """The host sent bytes; what the device answers."""

    def tick(self, now: float) -> bytes:
        """Time has passed; what the device sends of its own."""


Device = TypeVar("Device", bound=Simulated)
Played = TypeVar("Played", bound=Simulated, covariant=True)
Answer = TypeVar("Answer")


class Host(Protocol[Played]):
    """Where a simulated device is served: a port of its own (:class:`OnPty`) or a seat on a shared line. Any thread."""

    on_change: Callable[[Any], None] | None

    @property
    def device(self) -> Played:
        """The device; to be touched by ``send`` and ``call`` only."""

    @property
    def port(self) -> str:
        """What a program opens to talk to it."""

    @property
    def state(self) -> Any:
        """The device's state when it was last served."""

    def send(self, make: Callable[[float], bytes]) -> None:
        """Let the device do something at this moment that makes it send bytes."""

    def call(self, job: Callable[[], Answer]) -> Answer:
        """Run ``job`` on the serving thread."""

    def unplug(self) -> None:
        """Pull the cable."""

    def replug(self) -> None:
        """Put the cable back."""

    def close(self) -> None:
        """Remove the port and end the thread."""


class OnPty(Generic[Device]):
    """Serves one simulated device on a pseudo-terminal until closed.

    ``port`` is what to open: the pseudo-terminal's path, or ``link`` when given, a symbolic link that is kept pointing
    at it, since a device that is plugged in again gets another path. ``on_change(state)`` is called on the serving
    thread whenever the device's state changed. All other methods may be called from any thread.
    """

    def __init__(
        self,
        device: Device,
        *,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if link is not None and link.exists() and not link.is_symlink():
            raise FileExistsError(f"{link} exists and is not a symbolic link; choose another name for the port")
        self.device = device
        self.on_change = on_change
        self._clock = clock
        self._link = link
        self._master: int | None = None
        self._slave: int | None = None
        self._path = ""
        self._shown = device.state
        self._told = self._shown  # what on_change was told last
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._stopping = threading.Event()
        self._waker = Waker()
        self._plug()
        self._thread = threading.Thread(target=self._serve, name=f"simulated device on {self.port}", daemon=False)
        self._thread.start()

    @property
    def port(self) -> str:
        """What a program opens to talk to the device."""
        return str(self._link) if self._link is not None else self._path

    @property
    def state(self) -> Any:
        """The device's state when it was last served."""
        return self._shown

    def unplug(self) -> None:
        """Pull the cable: the port vanishes, with everything under way."""
        self.call(self._unplug)

    def replug(self) -> None:
        """Put the cable back: a new port, under the same link."""
        self.call(self._plug)

    def send(self, make: Callable[[float], bytes]) -> None:
        """Let the device do something at this moment that makes it send bytes. Returns when they are sent."""
        self.call(lambda: self._put(make(self._clock())))

    def call(self, job: Callable[[], Answer]) -> Answer:
        """Run ``job`` on the serving thread, where the device may be touched; its result.

        What it raises of OSError, LookupError and ValueError is raised here. TimeoutError when a callback keeps the
        thread.
        """
        if threading.current_thread() is self._thread:
            return job()
        answer: Future[Answer] = Future()
        self._jobs.put(lambda: _settle(answer, job))
        self._waker.ring()
        return answer.result(ANSWER_WITHIN_S)

    def close(self) -> None:
        """Remove the port and end the thread. Raises TimeoutError if a callback keeps the thread."""
        self._stopping.set()
        self._waker.ring()
        if threading.current_thread() is self._thread:
            return
        self._thread.join(ANSWER_WITHIN_S)
        if self._thread.is_alive():
            raise TimeoutError(f"the {self._thread.name} did not end within {ANSWER_WITHIN_S} s")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _plug(self) -> None:
        if self._master is not None:
            return
        # The slave end is held open here too. Without it, reading the master raises EIO whenever no program has the
        # port open, and settings and bytes would be dropped between one program and the next.
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)  # a fresh terminal echoes, and turns CR into LF
        os.set_blocking(self._master, False)
        self._path = os.ttyname(self._slave)
        try:
            self._point_link()
        except OSError:
            self._hang_up()
            raise

    def _point_link(self) -> None:
        if self._link is not None:
            # Made beside it and moved into place: who opens the link finds the old port or the new one.
            fresh = self._link.with_name(f".{self._link.name}.{os.getpid()}")
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(self._path)
            fresh.replace(self._link)

    def _unplug(self) -> None:
        if self._link is not None and self._master is not None:
            self._link.unlink(missing_ok=True)
        self._hang_up()

    def _hang_up(self) -> None:
        for end in (self._master, self._slave):
            if end is not None:
                os.close(end)
        self._master = self._slave = None

    def _serve(self) -> None:
        try:
            while not self._stopping.is_set():
                if self._waker.wait(self._patience(), self._master) and self._master is not None:
                    with contextlib.suppress(BlockingIOError):
                        self._put(self.device.receive(os.read(self._master, CHUNK), self._clock()))
                self._waker.take()
                self._run_jobs()
                self._put(self.device.tick(self._clock()))
                self._show()
        finally:
            self._unplug()
            self._waker.close()

    def _patience(self) -> float:
        due = self.device.due
        return 1.0 if due is None else min(1.0, max(0.0, due - self._clock()))

    def _run_jobs(self) -> None:
        with contextlib.suppress(Empty):
            while True:
                self._jobs.get_nowait()()

    def _put(self, data: bytes) -> None:
        if data and self._master is not None:
            # Known before the host can act on the bytes: who hears the device finds it in the state it speaks of.
            self._shown = self.device.state
            # When nobody reads, the terminal's buffer fills up and bytes are lost, as on a wire.
            with contextlib.suppress(BlockingIOError):
                os.write(self._master, data)

    def _show(self) -> None:
        before, self._told = self._told, self.device.state
        self._shown = self._told
        if before != self._told and self.on_change is not None:
            self.on_change(self._told)


def _settle(answer: Future[Answer], job: Callable[[], Answer]) -> None:
    try:
        answer.set_result(job())
    except (OSError, LookupError, ValueError) as error:  # raised again on the thread that asked; others are bugs
        answer.set_exception(error)
