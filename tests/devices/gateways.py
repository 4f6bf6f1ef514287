"""An SMS gateway on this machine: a real HTTP server that answers as it is told to. And messages to send."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from terminal.devices.delivery.transport import Result, Standing
from terminal.model import StaffContact
from terminal.office.office import Office
from terminal.office.outbox import tell
from tests.office.outbox_workers import known_resident, tell_resident

PATIENCE = 20.0


class Letter(NamedTuple):
    """A message as the outbox hands it out."""

    id: int = 1
    address: str = "13800000001"
    text: str = "您好，您的预约已登记。"
    attempts: int = 1


class GatewayServer:
    """``behave`` is ok, silent (keeps the caller waiting), hang_up (without a word), or a status such as 500."""

    def __init__(self) -> None:
        self.behave: str | int = "ok"
        self.got: list[tuple[str, str]] = []  # path, text
        self.asked = threading.Semaphore(0)
        self.release = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.got.append((self.path, body["message"]))
                server.asked.release()
                if server.behave == "silent":
                    server.release.wait(PATIENCE)
                if server.behave in ("silent", "hang_up"):
                    self.close_connection = True
                    return
                self.send_response(server.behave if isinstance(server.behave, int) else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: tests look at what was got."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        """A template with the number in it; a second of silence is enough."""
        return f"json://user:secret-{self.port}@127.0.0.1:{self.port}/sms/{{phone}}?rto=1&cto=1"

    def close(self) -> None:
        self.release.set()
        self._http.shutdown()
        self._thread.join(PATIENCE)
        self._http.server_close()


@contextmanager
def gateway_server() -> Iterator[GatewayServer]:
    server = GatewayServer()
    try:
        yield server
    finally:
        server.close()


class Pigeon:
    """A transport that does with each message what it is told, and keeps those it carried."""

    def __init__(self, via: str = "sms", carry: Callable[[Any], Result] | None = None) -> None:
        self.via = via
        self.standing = Standing()
        self.ready = True
        self.carried: list[int] = []
        self.carry = carry or (lambda _: Result("sent"))
        self.woken = threading.Event()
        self.stopped = threading.Event()
        self.closed = False

    def wait(self, seconds: float) -> None:
        self.woken.wait(seconds)
        if not self.stopped.is_set():
            self.woken.clear()

    def send(self, message: Any) -> Result:
        self.carried.append(message.id)
        return self.carry(message)

    def stop(self) -> None:
        self.stopped.set()
        self.woken.set()

    def wake(self) -> None:
        self.woken.set()

    def close(self) -> None:
        self.closed = True


def text_resident(office: Office, number: int = 1) -> int:
    """Something to tell a resident by text message; its number in the outbox."""
    tell_resident(office, f"request/{number}/answered", known_resident(office))
    return office.outbox.messages(limit=1)[0].id


def write_to_staff(office: Office, url: str, number: int = 1) -> int:
    """Something to tell one of the staff at a URL; its number in the outbox."""
    with office.room.writing() as session:
        session.merge(StaffContact(centre=office.centre, staff="zhang", address=url))
        session.flush()
        values = {"since": "12月1日", "until": "12月7日"}
        event = f"roster/{number}/published"
        tell(session, office.room, "roster_published", event, values, at=office.room.now(), staff="zhang")
    return office.outbox.messages(limit=1)[0].id


def state_of(office: Office, message: int) -> tuple[str, str]:
    """A message's state, and the reason."""
    row = next(row for row in office.outbox.messages(limit=1000) if row.id == message)
    return row.state, row.detail
