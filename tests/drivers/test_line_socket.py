"""Lines over TCP: raw (socket://) and with a serial server that understands RFC 2217."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
import serial
import serial.rfc2217

from drivers.line import Line, LineDown, LineState
from tests.drivers.ptys import after, descriptors, eventually


class Server:
    """A TCP server for one client at a time, on a port of its own choosing."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(5.0)
        self.number = self.listener.getsockname()[1]
        self.client: socket.socket | None = None

    def accept(self) -> socket.socket:
        self.client, _ = self.listener.accept()
        self.client.settimeout(5.0)
        return self.client

    def close(self) -> None:
        self.listener.close()
        if self.client is not None:
            self.client.close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    with Line(f"socket://127.0.0.1:{server.number}") as line:
        line.open()
        server.accept()
        yield line


def test_bytes_pass_both_ways_over_a_socket(server: Server, line: Line) -> None:
    assert server.client is not None
    line.write(b"ask")
    assert server.client.recv(100) == b"ask"
    server.client.sendall(bytes(range(256)))
    assert line.read(1.0) == bytes(range(256))
    assert line.read(0.01) == b""


def test_a_server_that_hangs_up_is_lost_and_found_again(server: Server, line: Line) -> None:
    assert server.client is not None
    server.client.close()
    with pytest.raises(LineDown) as caught:
        line.read(5.0)
    assert caught.value.reason == "lost"
    assert eventually(lambda: line.read(0.5) == b"" and line.is_up)
    server.accept().sendall(b"again")
    assert line.read(1.0) == b"again"


def test_a_connection_that_is_reset_is_lost(server: Server, line: Line) -> None:
    assert server.client is not None
    linger_off = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    server.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_off)
    server.client.close()
    with pytest.raises(LineDown):
        line.read(5.0)
    assert line.state is LineState.DOWN


def test_a_server_that_is_not_there_is_refused_with_a_remedy(server: Server) -> None:
    server.close()
    with Line(f"socket://127.0.0.1:{server.number}") as line, pytest.raises(LineDown, match="Check the network"):
        line.open()


def test_another_thread_can_end_a_read_of_a_socket_early(line: Line) -> None:
    waking = after(0.05, line.wake)
    assert line.read(60.0) == b""
    waking.join()


def test_sockets_leak_no_descriptor(server: Server) -> None:
    before = descriptors()
    for _ in range(50):
        with Line(f"socket://127.0.0.1:{server.number}") as line:
            line.open()
            client = server.accept()
            client.close()
            with pytest.raises(LineDown):
                line.read(5.0)
    assert descriptors() == before


class Rfc2217Server:
    """A serial server for one client, whose serial port has its output wired to its input."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(5.0)
        self.port = f"rfc2217://127.0.0.1:{self.listener.getsockname()[1]}"
        self.baud = 0
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        client, _ = self.listener.accept()
        client.settimeout(0.02)
        with serial.serial_for_url("loop://", timeout=0) as port, client:
            manager = serial.rfc2217.PortManager(port, _Writer(client))  # type: ignore[arg-type]
            while not self.stop.is_set():
                with contextlib.suppress(TimeoutError):
                    port.write(b"".join(manager.filter(client.recv(1024))))
                client.sendall(b"".join(manager.escape(port.read(1024))))
                self.baud = port.baudrate

    def close(self) -> None:
        self.stop.set()
        self.thread.join(5.0)
        self.listener.close()


class _Writer:
    def __init__(self, client: socket.socket) -> None:
        self.client = client

    def write(self, data: bytes) -> None:
        self.client.sendall(data)


@pytest.fixture
def serial_server() -> Iterator[Rfc2217Server]:
    server = Rfc2217Server()
    yield server
    server.close()


# pyserial's reader thread is set up with calls that Python 3.10 deprecated.
@pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")
def test_a_serial_server_is_spoken_to_by_rfc_2217_and_its_loss_is_noticed(serial_server: Rfc2217Server) -> None:
    with Line(serial_server.port, serial="19200-8N1") as line:
        line.open()
        assert eventually(lambda: serial_server.baud == 19200)
        line.write(b"\x10\x04\xff\x01")
        got = b""
        while len(got) < 4:
            got += line.read(1.0)
        assert got == b"\x10\x04\xff\x01"
        waking = after(0.05, line.wake)
        assert line.read(60.0) == b""
        waking.join()
        serial_server.close()
        with pytest.raises(LineDown):
            line.read(5.0)
