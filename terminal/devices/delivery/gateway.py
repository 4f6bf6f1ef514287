"""Messages through apprise: WeCom, DingTalk, mail, SMS gateways; whatever it has a URL for (caronc/apprise).

apprise says of a message only whether it went out. What it says beside that in its log tells why not: that the server
was never reached or answered no (it may be tried again), or that it fell silent with the message in hand (it may have
taken it). Its log holds addresses and texts, so nothing of it goes anywhere else.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from typing import Any, Final, Protocol, Self
from urllib.parse import quote, unquote

from terminal.devices.delivery import reasons
from terminal.devices.delivery.transport import Outgoing, Result, Standing

SEND_S: Final = 45.0  # apprise gives up a server after 4 s of silence; one that drips may hold it longer
STOP_S: Final = 0.8
LOOK_S: Final = 0.1
MOST_KEPT: Final = 100  # lines of its log about one message
# What Python and urllib3 call a server that was never reached: nothing of the message can have gone out.
_NEVER_REACHED: Final = (
    "max retries exceeded", "failed to establish", "connection refused", "name or service not known",
    "name resolution", "unreachable", "no route to host", "getaddrinfo", "certificate verify failed",
)  # fmt: skip
_ANSWERED_NO: Final = re.compile(r"\([45]\d\d, ")  # a mail server's reply, as smtplib writes it
_ANY_PHONE: Final = "13800000000"
# apprise passes a parameter of its plain webhooks on only with a dash before it; without one the number would be lost.
_WEBHOOK: Final = re.compile(r"(?:json|form|xml)s?://", re.IGNORECASE)
_PLAIN_PARAMETER: Final = re.compile(r"([?&])(?=[A-Za-z_][\w.-]*=\{phone\})")
_TALKATIVE: Final = ("apprise", "urllib3.connectionpool", "urllib3.util.retry")
_BROKE_OFF: Final = ("exception", "connection error", "timed out", "timeout", "aborted", "reset by peer")


class Notify(Protocol):
    """Sends one text to one URL; True when it went out. Blocks."""

    def __call__(self, url: str, text: str) -> bool | None:
        """None: the URL is none that apprise knows."""


class Gateway:
    """A transport of apprise URLs. ``template`` is one with ``{phone}`` in it for text messages; "" takes each
    message's own address as its URL.
    """

    def __init__(self, via: str, template: str = "", notify: Notify | None = None) -> None:
        self.via = via
        self._template = template
        self._notify = notify or (_texting(template) if template else _notify)
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._last: _Attempt | None = None

    def __repr__(self) -> str:
        return f"<Gateway {self.via}>"

    @property
    def standing(self) -> Standing:
        """A gateway is known by its answers alone."""
        return Standing()

    @property
    def ready(self) -> bool:
        """Always, save while a server that answers neither yes nor no still has the last message in hand."""
        return self._last is None or self._last.over.is_set()

    def wait(self, seconds: float) -> None:
        """Until woken."""
        self._woken.wait(seconds)
        if not self._stopping.is_set():
            self._woken.clear()

    def send(self, message: Outgoing) -> Result:
        """Send it on a thread of its own: no server can hold up the program."""
        url = dialling(self._template, message.address) or message.address
        self._last = attempt = _Attempt(self._notify, url, message.text)
        threading.Thread(target=attempt.run, name=f"gateway {self.via}", daemon=True).start()
        until, told = time.monotonic() + SEND_S, False
        while not attempt.over.wait(LOOK_S):
            if self._stopping.is_set() and not told:
                told, until = True, min(until, time.monotonic() + STOP_S)
            if time.monotonic() >= until:
                return Result("unsure", reasons.BROKEN_OFF if told else reasons.SILENT)
        if attempt.bug is not None:
            raise attempt.bug
        return attempt.result

    def stop(self) -> None:
        """Do not wait for an answer much longer."""
        self._stopping.set()
        self._woken.set()

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    def close(self) -> None:
        """Nothing is kept open. A thread that still hangs at a server ends with the program."""


class _Attempt:
    """One message on its way."""

    def __init__(self, notify: Notify, url: str, text: str) -> None:
        self.over = threading.Event()
        self.result = Result("unsure", reasons.SILENT)
        self.bug: Exception | None = None
        self._notify, self._url, self._text = notify, url, text

    def run(self) -> None:
        try:
            with _Overhearing() as overheard:
                went = self._notify(self._url, self._text)
            self.result = _told(went, overheard.lines)
        except Exception as error:  # noqa: BLE001 - carried whole to the thread that waits for it
            self.bug = error
        finally:
            self.over.set()


def _told(went: bool | None, lines: list[str]) -> Result:
    if went:
        return Result("sent")
    if went is None:
        return Result("failed", reasons.UNUSABLE)
    if any(line.startswith("sent ") for line in lines):
        return Result("unsure", "in_part")  # to some of the address's people
    if any(word in line for line in lines for word in _NEVER_REACHED):
        return Result("again", reasons.UNREACHABLE)
    if any(_ANSWERED_NO.search(line) for line in lines):
        return Result("again", reasons.REFUSED)
    if any(word in line for line in lines for word in _BROKE_OFF):
        return Result("unsure", reasons.SILENT)
    return Result("again", reasons.REFUSED)


class _Overhearing(logging.Filter):
    """What apprise logs on this thread while it sends one message, in small letters. It goes no further.

    What it names, and what the library below it names, are addresses, passwords and texts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._thread = threading.get_ident()
        self._loggers = [logging.getLogger(name) for name in _TALKATIVE]

    def __enter__(self) -> Self:
        self._loggers[0].setLevel(logging.DEBUG)  # why something failed is told there alone
        for logger in self._loggers:
            logger.addFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        for logger in self._loggers:
            logger.removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        if record.thread != self._thread:
            return True
        if len(self.lines) < MOST_KEPT:
            self.lines.append(record.getMessage().lower())
        return False


def service_of(template: str) -> str | None:
    """Whose gateway a URL with ``{phone}`` in it is, by its name; None when apprise knows none like that, or passes no
    number on from where it stands.

    Blocks for half a second the first time. Asks nobody.
    """
    with _Overhearing():
        service = _service(dialling(template, _ANY_PHONE))
        loses = service is not None and _ANY_PHONE not in unquote(service.url())
    return None if service is None or loses else str(service.service_name)


def dialling(template: str, address: str) -> str:
    """The URL for one telephone number."""
    if _WEBHOOK.match(template):
        template = _PLAIN_PARAMETER.sub(r"\1-", template)
    return template.replace("{phone}", quote(_dialled(address)))


def _texting(template: str) -> Notify:
    """Sends to the numbers of a URL, if apprise passes them on from there."""

    def notify(url: str, text: str) -> bool | None:
        return None if service_of(template) is None else _notify(url, text)

    return notify


def _notify(url: str, text: str) -> bool | None:
    import apprise  # half a second of imports, on the sending thread alone

    service = _service(url)
    if service is None:
        return None
    return bool(service.notify(body=text, body_format=apprise.NotifyFormat.TEXT))


def _service(url: str) -> Any:
    import apprise  # as above

    # The service alone: apprise's own front sends on threads that a program waits for at its end.
    return apprise.Apprise.instantiate(url, asset=apprise.AppriseAsset(secure_logging=True, app_id="OneWindow"))


def _dialled(address: str) -> str:
    return "".join(character for character in address if character.isdigit() or character == "+")
