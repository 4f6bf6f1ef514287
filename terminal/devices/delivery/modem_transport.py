"""Text messages through this machine's GSM modem."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from drivers.bus import Bus
from drivers.gsm_modem.modem import Modem, ModemTrouble
from drivers.gsm_modem.pdu import MOST_PARTS, PduError, encode
from drivers.gsm_modem.sending import ANSWER_S, PROMPT_S, Fate, Outcome
from drivers.line import Line, LineDown, LineState
from terminal.devices.delivery import reasons
from terminal.devices.delivery.transport import Outgoing, Result, Standing

VIA: Final = "sms"
SEND_S: Final = MOST_PARTS * (ANSWER_S + PROMPT_S)  # each part is bounded by itself; this is for what nobody thought of
STOP_S: Final = 0.8
PORT_S: Final = 1.0  # the longest turn of listening: only how soon a stop is seen that rang no bell


class ModemTransport:
    """Owns the modem's line. ``tell`` hears how it is, on the owner's thread.

    ``refused`` is told when the SIM card refused the PIN: so that it is not tried again after the next start.
    """

    via = VIA

    def __init__(
        self,
        line: Line,
        modem: Modem,
        *,
        smsc: str = "",
        tell: Callable[[Standing], None] | None = None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        self._line = line
        self._modem = modem
        self._bus = Bus(line, [modem])
        self._smsc = smsc
        self._tell = tell or (lambda _: None)
        self._refused = refused or (lambda: None)
        self._outcome: Outcome | None = None
        self._stopping = threading.Event()
        self._standing = Standing()

    @property
    def standing(self) -> Standing:
        """As the modem, or its line, said last."""
        return self._standing

    @property
    def ready(self) -> bool:
        """Whether the modem is on the network and waits for a message."""
        return self._line.is_up and self._modem.ready and not self._modem.busy

    def wait(self, seconds: float) -> None:
        """Listen to the modem. Returns when it got ready, or on a wake."""
        was_ready, until = self.ready, time.monotonic() + seconds
        while not self._stopping.is_set():
            left = until - time.monotonic()
            if left <= 0 or self.ready != was_ready or self._turn(min(left, PORT_S)):
                return

    def send(self, message: Outgoing) -> Result:
        """Give it to the modem and wait for the network's word."""
        try:
            parts = encode(message.address, message.text, reference=message.id, smsc=self._smsc)
        except PduError as error:
            return Result("failed", reasons.of_text(error.reason))
        if not self.ready:
            return Result("again", self._modem.trouble or "silent")
        self._outcome = None
        self._modem.send(parts, time.monotonic())
        until = time.monotonic() + SEND_S
        told = False
        while self._outcome is None:
            if self._stopping.is_set() and not told:
                told, until = True, time.monotonic() + STOP_S
            left = until - time.monotonic()
            if left <= 0 or not self._line.is_up:
                self._outcome = self._modem.give_up(time.monotonic(), "closed" if told else "lost")
                break
            self._turn(min(left, PORT_S))
        return _result(self._outcome)

    def stop(self) -> None:
        """Wait no longer for the network."""
        self._stopping.set()
        self._line.wake()

    def wake(self) -> None:
        """There may be something to do."""
        self._line.wake()

    def close(self) -> None:
        """Give the port back."""
        self._line.close()

    def _turn(self, seconds: float) -> bool:
        """One turn of listening. Whether it ended early with nothing heard: it was woken."""
        began = time.monotonic()
        try:
            heard = self._bus.turn(seconds)
        except LineDown:
            heard = []
        for _, event in heard:
            self._hear(event)
        self._stand()
        return not heard and self._line.is_up and time.monotonic() - began < seconds / 2

    def _hear(self, event: object) -> None:
        if isinstance(event, Outcome):
            self._outcome = event
        elif isinstance(event, ModemTrouble) and event.reason == "pin_refused":
            self._refused()

    def _stand(self) -> None:
        """Tell how it is, if that changed."""
        line = self._line
        if line.state is LineState.DOWN and line.trouble is not None:
            now = Standing("trouble", line.trouble.reason, line.trouble.port, line.trouble.detail)
        elif self._modem.ready:
            now = Standing("up")
        elif self._modem.trouble:
            now = Standing("trouble", self._modem.trouble)
        else:
            now = self._standing
        before, self._standing = self._standing, now
        if before != now:
            self._tell(now)


def _result(outcome: Outcome | None) -> Result:
    if outcome is None:
        return Result("unsure", "no_answer")
    if outcome.fate is Fate.SENT:
        return Result("sent")
    if outcome.fate is Fate.UNSURE:
        return Result("unsure", outcome.reason)
    return Result("failed" if outcome.for_good else "again", outcome.reason)
