"""A rating pad on a line: asks, listens, replies. Blocking, without a thread of its own; used by the line's owner."""

from __future__ import annotations

import time
from collections.abc import Callable

from drivers.line import Line, LineDown
from drivers.rating_pad.profile import Profile
from drivers.rating_pad.protocol import PadEvent, PadProtocol

WRITE_TIMEOUT_S = 0.5  # a frame is ten bytes: 10 ms at 9600 baud


class Pad:
    """One pad, alone on its line.

    An ask outlives the line: when the port is lost and returns while the ask is open, the pad, which has forgotten it,
    is asked again.
    """

    def __init__(
        self,
        line: Line,
        profile: Profile,
        address: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = line
        self._clock = clock
        self._protocol = PadProtocol(profile, address)
        self._asked_on = 0  # the opening of the line on which the ask was sent
        self._heard_at = clock()

    @property
    def ask_timeout_s(self) -> float:
        """How long the profile gives a resident to press a key."""
        return self._protocol.profile.ask_timeout_s

    @property
    def asking(self) -> bool:
        """Whether a rating is asked for now: asked, not answered, not over time."""
        return self._protocol.asking(self._clock())

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum: a hint at a wrong speed or a bad cable."""
        return self._protocol.damaged

    def ask(self, seconds: float | None = None) -> None:
        """Ask for a rating, to be given within ``seconds`` (the profile's time when None).

        Raises LineDown when the pad cannot be told now. The ask stands all the same: :meth:`poll` sends it when the
        line is back in time. :meth:`stop_asking` withdraws it.
        """
        request = self._protocol.ask(self._clock(), seconds)
        self._asked_on = -1
        self._line.write(request, WRITE_TIMEOUT_S)
        self._asked_on = self._line.openings

    def stop_asking(self) -> None:
        """Nobody is asked any longer; presses from now on are reported as unasked for."""
        self._protocol.stop_asking()

    def welcome(self) -> bool:
        """Greet, where the pad can (False where it cannot). Raises LineDown."""
        return self.send("welcome")

    def thanks(self) -> bool:
        """Thank, where the pad can (False where it cannot). Raises LineDown."""
        return self.send("thanks")

    def stars(self, count: int) -> bool:
        """Show the window's stars, 0 to 5, where the pad can (False where it cannot). Raises LineDown."""
        return self.send("stars", stars=max(0, min(5, count)))

    def send(self, command: str, **values: int) -> bool:
        """Send one of the profile's commands; False when it has none by that name. Raises LineDown."""
        data = self._protocol.command(command, **values)
        if data is None:
            return False
        self._line.write(data, WRITE_TIMEOUT_S)
        return True

    def poll(self, timeout: float) -> list[PadEvent]:
        """What the pad did, as soon as it did anything; [] after ``timeout`` seconds or when the line was woken.

        Replies are written before this returns. Raises LineDown as :meth:`Line.read` does, once, at the moment the line
        is lost; a press is reported even if its reply can no longer be written.
        """
        deadline = self._clock() + timeout
        while True:
            self._ask_again()
            try:
                events = self._listen(deadline)
            except LineDown:
                self._protocol.idle(self._clock())  # half a frame from before is not completed by bytes from after
                raise
            if events is None:
                continue
            self._send_replies()
            return events

    def _listen(self, deadline: float) -> list[PadEvent] | None:
        """One read. None when bytes came that mean nothing yet."""
        until = deadline
        if self._protocol.pending:
            until = min(deadline, self._heard_at + self._protocol.profile.gap_s)
        openings = self._line.openings
        data = self._line.read(max(0.0, until - self._clock()))
        now = self._clock()
        if data:
            self._heard_at = now
            return self._protocol.receive(data, now) or (None if now < deadline else [])
        if self._protocol.pending and now - self._heard_at >= self._protocol.profile.gap_s:
            return self._protocol.idle(now)
        if self._line.openings != openings and now < deadline:
            return None  # the line has just come back: the pad may have to be asked again
        return []

    def _ask_again(self) -> None:
        if not self.asking or self._asked_on == self._line.openings or not self._line.is_up:
            return
        self._asked_on = self._line.openings
        self.send("ask")

    def _send_replies(self) -> None:
        replies = self._protocol.to_send()
        if not replies:
            return
        try:
            self._line.write(replies, WRITE_TIMEOUT_S)
        except LineDown:
            # The line's state tells it. The press itself must not be lost with the reply; the pad will send it again
            # when the line is back, and that is answered as a repeat.
            return
