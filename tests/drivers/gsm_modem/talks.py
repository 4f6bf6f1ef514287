"""A modem's driver and a simulated modem on a wire whose clock only moves when somebody waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drivers.gsm_modem.modem import Modem, ModemReady, ModemTrouble
from drivers.gsm_modem.pdu import encode
from drivers.gsm_modem.sending import Outcome
from drivers.gsm_modem.simulator import Arrived, ModemFault, ModemSimulator

PHONE = "+8613800000001"
TEXT = "您好，王*华：您11月23日9:15的预约已登记。"
LONG = "请带身份证原件与户口簿，" * 20 + "𠮷"
DAY_S = 86400.0


class Talk:
    """Both ends. ``wrote`` is everything the driver said."""

    def __init__(self, *faults: ModemFault, pin: str = "", card: str = "", pin_refused: bool = False) -> None:
        self.device = ModemSimulator(card)
        for fault in faults:
            self.device.fault(fault)
        self.modem = Modem(pin, pin_refused=pin_refused)
        self.now = 1000.0
        self.events: list[Any] = []
        self.wrote = b""
        self.modem.opened(self.now)

    def until(self, holds: Callable[[], object], seconds: float = 300.0) -> bool:
        """Let time pass until something holds; False when it does not within so many seconds."""
        end = self.now + seconds
        self._exchange()
        while not holds():
            moments = [moment for moment in (self.modem.due, self.device.due) if moment is not None]
            moment = max(self.now, min(moments, default=end))
            if moment > end:
                return False
            self.now = moment
            if self.modem.due is not None and self.modem.due <= self.now:
                self.events += self.modem.tick(self.now)
            self._hear(self.device.tick(self.now))
            self._exchange()
        return True

    def ready(self, seconds: float = 60.0) -> bool:
        """Whether it is ready in time."""
        return self.until(lambda: self.modem.ready, seconds)

    def send(self, text: str = TEXT, number: str = PHONE, reference: int = 7) -> Outcome:
        """Send a message; what became of it."""
        assert self.ready()
        before = len(self.outcomes)
        self.modem.send(encode(number, text, reference=reference), self.now)
        assert self.until(lambda: len(self.outcomes) > before, DAY_S)
        return self.outcomes[-1]

    @property
    def outcomes(self) -> list[Outcome]:
        return [event for event in self.events if isinstance(event, Outcome)]

    @property
    def troubles(self) -> list[str]:
        return [event.reason for event in self.events if isinstance(event, ModemTrouble)]

    @property
    def readies(self) -> list[ModemReady]:
        return [event for event in self.events if isinstance(event, ModemReady)]

    @property
    def arrived(self) -> tuple[Arrived, ...]:
        return self.device.state.messages

    def _exchange(self) -> None:
        while messages := self.modem.to_send():
            for message in messages:
                self.wrote += message.data
                self._hear(self.device.receive(message.data, self.now))

    def _hear(self, data: bytes) -> None:
        if data:
            self.events += self.modem.receive(data, self.now)
