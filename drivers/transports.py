"""Open ports under one interface: a file descriptor that can be waited for, or a port that must be asked in slices.

All of it belongs to :class:`drivers.line.Line`; nothing here reopens, retries or remembers.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

import serial
from serial.tools import list_ports

from drivers.ports import FoundPort, PortName, SerialSettings

if sys.platform == "win32":
    PORT_ERRORS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    import termios

    # SerialException is an OSError, but in_waiting raises the plain one and settings raise termios.error, which is not.
    PORT_ERRORS = (OSError, ValueError, termios.error)

CONNECT_TIMEOUT_S = 2.0  # for socket://; pyserial's rfc2217:// takes up to 5 s to connect and 3 s to negotiate
SLICE_S = 0.05  # how long a port that cannot be woken is waited for at a time
CHUNK = 4096


class Gone(OSError):  # noqa: N818 - a state of the world, named as people say it
    """The other end closed: unplugged, switched off, or the server hung up."""


class Waker:
    """Lets another thread end a wait early. ``ring`` may be called from any thread; the rest belongs to the owner."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rung = False
        self._pair: tuple[socket.socket, socket.socket] | None = None

    def ring(self) -> None:
        """End the present wait, or the next one if nobody waits now."""
        with self._lock:
            if not self._rung and self._pair is not None:
                self._pair[1].send(b"!")
            self._rung = True

    @property
    def is_rung(self) -> bool:
        """Whether it was rung and nobody has taken it yet."""
        return self._rung

    def take(self) -> bool:
        """Whether it was rung since the last time it was taken."""
        with self._lock:
            if self._rung and self._pair is not None:
                _drain(self._pair[0])
            rung, self._rung = self._rung, False
        return rung

    def wait(self, seconds: float, source: int | socket.socket | None = None) -> bool:
        """Wait for bytes at ``source``, a ring, or the end of the time. True when ``source`` has something."""
        bell = self._bell()
        sources = [bell] if source is None else [source, bell]
        ready, _, _ = select.select(sources, [], [], max(0.0, seconds))
        return source in ready

    def close(self) -> None:
        """Give the descriptors back. A later wait opens new ones."""
        with self._lock:
            pair, self._pair = self._pair, None
            self._rung = False
        for end in pair or ():
            end.close()

    def _bell(self) -> socket.socket:
        with self._lock:
            if self._pair is None:
                self._pair = socket.socketpair()
                self._pair[0].setblocking(False)
                self._pair[1].setblocking(False)
                if self._rung:
                    self._pair[1].send(b"!")
            return self._pair[0]


def _drain(bell: socket.socket) -> None:
    try:
        bell.recv(CHUNK)
    except BlockingIOError:
        return  # rung before anybody waited: there is no byte


class Transport(Protocol):
    """An open port. Every method raises one of PORT_ERRORS when the port fails."""

    def read(self, timeout: float, waker: Waker) -> bytes:
        """Whatever has arrived, as soon as anything has; b"" after ``timeout`` seconds or when woken."""

    def write(self, data: bytes, timeout: float) -> int:
        """Hand over bytes for up to ``timeout`` seconds; how many were taken."""

    def close(self, *, discard: bool) -> None:
        """Give the port back; ``discard`` drops bytes the device has not taken yet. Never raises."""


class SerialTransport:
    """A serial port or pseudo-terminal on POSIX, opened by pyserial and then read and written by its descriptor.

    pyserial's own read wants to be told how many bytes to expect, and each change of its timeout sets the port up anew.
    """

    def __init__(self, path: str, settings: SerialSettings) -> None:
        self._port = _serial_port(path, settings)
        self._port.open()
        self._descriptor = self._port.fileno()

    def read(self, timeout: float, waker: Waker) -> bytes:
        if not waker.wait(timeout, self._descriptor):
            return b""
        try:
            data = os.read(self._descriptor, CHUNK)
        except BlockingIOError:
            return b""
        if not data:
            raise Gone("the port reports readiness but has no bytes")
        return data

    def write(self, data: bytes, timeout: float) -> int:
        return _write_all(lambda rest: os.write(self._descriptor, rest), self._descriptor, data, timeout)

    def close(self, *, discard: bool) -> None:
        if discard:
            # Closing waits for unsent bytes, up to 30 s on Linux, when the device has stopped taking any. A port that
            # is gone has nothing left to drop.
            with contextlib.suppress(*PORT_ERRORS):
                self._port.reset_output_buffer()
        with contextlib.suppress(*PORT_ERRORS):
            self._port.close()


class SocketTransport:
    """Raw bytes over TCP."""

    def __init__(self, host: str, number: int) -> None:
        self._socket = socket.create_connection((host, number), timeout=CONNECT_TIMEOUT_S)
        try:
            self._socket.setblocking(False)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:  # hung up already
            self._socket.close()
            raise

    def read(self, timeout: float, waker: Waker) -> bytes:
        if not waker.wait(timeout, self._socket):
            return b""
        try:
            data = self._socket.recv(CHUNK)
        except BlockingIOError:
            return b""
        if not data:
            raise Gone("the server hung up")
        return data

    def write(self, data: bytes, timeout: float) -> int:
        return _write_all(self._socket.send, self._socket, data, timeout)

    def close(self, *, discard: bool) -> None:  # noqa: ARG002 - nothing waits for unsent bytes here
        self._socket.close()


class SlicedTransport:
    """A port without a descriptor to wait for: rfc2217://, and serial ports on Windows.

    A ring is noticed within SLICE_S; bytes at once. The timeouts of such a port are set once, before it is opened:
    changing them later would negotiate the whole connection anew.
    """

    def __init__(self, port: serial.Serial) -> None:
        self._port = port
        self._port.open()

    def read(self, timeout: float, waker: Waker) -> bytes:
        deadline = time.monotonic() + timeout
        while True:
            data = bytes(self._port.read(1))
            if data:
                return data + bytes(self._port.read(self._port.in_waiting))
            if time.monotonic() >= deadline or waker.is_rung:
                return b""

    def write(self, data: bytes, timeout: float) -> int:  # noqa: ARG002
        # The port's own write timeout holds here (Windows), or the 5 s of pyserial's socket (rfc2217).
        try:
            return self._port.write(data) or 0
        except serial.SerialTimeoutException:
            return 0  # how many were taken is not told

    def close(self, *, discard: bool) -> None:  # noqa: ARG002 - nothing waits for unsent bytes here
        with contextlib.suppress(*PORT_ERRORS):
            self._port.close()


def listed_ports() -> list[FoundPort]:
    """The computer's serial ports. A port that vanishes while they are listed makes the list empty, never an error."""
    try:
        return list(list_ports.comports())
    except (OSError, TypeError, ValueError):  # pyserial takes the numbers of a vanished device for text
        return []


def open_transport(name: PortName, settings: SerialSettings) -> Transport:
    """Open a port: exclusively, with DTR and RTS raised, input flushed. Raises one of PORT_ERRORS.

    A port named by its USB cable has to be found first (:class:`drivers.identity.Whereabouts`).
    """
    if name.kind == "socket":
        return SocketTransport(name.host, name.number)
    if name.kind == "rfc2217":
        remote: serial.Serial = serial.serial_for_url(name.text, do_not_open=True)
        _apply(remote, settings)
        remote.timeout = SLICE_S
        return SlicedTransport(remote)
    if sys.platform == "win32":
        return SlicedTransport(_serial_port(name.text, settings))
    return SerialTransport(name.text, settings)


def _serial_port(path: str, settings: SerialSettings) -> serial.Serial:
    # exclusive: two programs on one port each get half of the bytes. dsrdtr off: on Windows an unwired DSR blocks.
    port = serial.Serial(None, timeout=SLICE_S, write_timeout=1.0, dsrdtr=False, exclusive=True)
    _apply(port, settings)
    port.port = path
    return port


def _apply(port: serial.Serial, settings: SerialSettings) -> None:
    port.baudrate = settings.baud
    port.bytesize = settings.bits
    port.parity = settings.parity
    port.stopbits = settings.stop


def _write_all(send: Callable[[bytes], int], sink: int | socket.socket, data: bytes, timeout: float) -> int:
    """Write until all is taken or the time is over; how many bytes were taken."""
    deadline = time.monotonic() + timeout
    taken = 0
    while taken < len(data):
        try:
            taken += send(data[taken : taken + CHUNK])
        except BlockingIOError:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            select.select([], [sink], [], left)
    return taken
