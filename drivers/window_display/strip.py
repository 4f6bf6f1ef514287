"""An LED strip as a station on a line: told what to show, and told again when it may have forgotten.

No input or output; :mod:`drivers.bus` carries bytes. The strips we know answer nothing, so nothing is read, and nobody
learns whether a text arrived: a strip that matters is told again every ``refresh_s`` of its profile.
"""

from __future__ import annotations

from typing import Any

from drivers.station import Message
from drivers.window_display.profile import Profile
from drivers.window_display.text import fitted


class Strip:
    """One strip, alone on its line or at its address on a shared one."""

    gap_s = 0.1
    pending = False
    awaiting = False

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self.profile = profile.at_address(address)
        self.due: float | None = None
        self._text: str | None = None  # what it is to show; None until somebody says
        self._outbox: list[Message] = []

    @property
    def text(self) -> str:
        """What it is to show now."""
        return self._text or ""

    def show(self, text: str, at: float) -> None:
        """Show ``text`` from now on, as much of it as fits. Nothing is sent when it shows that already."""
        text = fitted(text, self.profile.columns, self.profile.missing)
        if text != self._text:
            self._text = text
            self._tell(at)

    def opened(self, at: float) -> None:
        """The port was opened: the strip is told anew."""
        if self._text is not None:
            self._tell(at)

    def receive(self, data: bytes, at: float) -> list[Any]:  # noqa: ARG002 - a strip says nothing; others' bytes do
        """Nothing that comes down the line means anything here."""
        return []

    def idle(self, at: float) -> list[Any]:  # noqa: ARG002 - as above
        """No half frames here."""
        return []

    def tick(self, at: float) -> list[Any]:
        """Tell it once more."""
        if self._text is not None:
            self._tell(at)
        return []

    def to_send(self) -> list[Message]:
        """What is to be sent, handed out once."""
        messages, self._outbox = self._outbox, []
        return messages

    def _tell(self, at: float) -> None:
        # Only the newest text counts: one that was not sent yet is void.
        self._outbox = [Message(self.profile.frame(self.text))]
        self.due = at + self.profile.refresh_s if self.profile.refresh_s else None
