"""A rating pad as a station on a line: asks, hears, replies. No input or output; :mod:`drivers.bus` carries bytes."""

from __future__ import annotations

from drivers.rating_pad.profile import Profile
from drivers.rating_pad.protocol import PadEvent, PadProtocol
from drivers.station import Message

STANDING = ("stars",)  # commands whose effect is to last


class Pad:
    """One pad, alone on its line or at its address on a shared one.

    An ask outlives the line: when the port is lost and returns while the ask is open, the pad, which has forgotten it,
    is asked again.
    """

    awaiting = False
    due: float | None = None

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self._protocol = PadProtocol(profile, address)
        self._outbox: list[Message] = []
        self._shown: dict[str, bytes] = {}  # what the pad is to show for as long as it is on

    @property
    def ask_timeout_s(self) -> float:
        """How long the profile gives a resident to press a key."""
        return self._protocol.profile.ask_timeout_s

    @property
    def gap_s(self) -> float:
        """The silence after which half a frame is given up."""
        return self._protocol.profile.gap_s

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come."""
        return self._protocol.pending

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum: a hint at a wrong speed or a bad cable."""
        return self._protocol.damaged

    def asking(self, at: float) -> bool:
        """Whether a rating is asked for at that moment: asked, not answered, not over time."""
        return self._protocol.asking(at)

    def ask(self, at: float, seconds: float | None = None) -> None:
        """Ask for a rating, to be given within ``seconds`` (the profile's time when None)."""
        self._say(self._protocol.ask(at, seconds))

    def stop_asking(self) -> None:
        """Nobody is asked any longer; presses from now on are reported as unasked for."""
        self._protocol.stop_asking()

    def send(self, command: str, **values: int) -> bool:
        """Send one of the profile's commands (welcome, thanks, stars …); False when it has none by that name."""
        data = self._protocol.command(command, **values)
        if data is None:
            return False
        self._say(data)
        if command in STANDING:
            self._shown[command] = data
        return True

    def opened(self, at: float) -> None:
        """The port was opened: what it shows is told anew, and a question that is open is put again."""
        self._outbox = [Message(data) for data in self._shown.values()]
        if self.asking(at):
            self.send("ask")

    def receive(self, data: bytes, at: float) -> list[PadEvent]:
        """Bytes came; what they mean. Replies wait in :meth:`to_send`."""
        return self._replied(self._protocol.receive(data, at))

    def idle(self, at: float) -> list[PadEvent]:
        """The line was quiet: give up half frames."""
        return self._replied(self._protocol.idle(at))

    def tick(self, at: float) -> list[PadEvent]:  # noqa: ARG002 - a pad that pushes has nothing to do in time
        """Nothing happens by time alone."""
        return []

    def to_send(self) -> list[Message]:
        """What is to be sent, handed out once."""
        messages, self._outbox = self._outbox, []
        return messages

    def _replied(self, events: list[PadEvent]) -> list[PadEvent]:
        self._say(self._protocol.to_send())
        return events

    def _say(self, data: bytes) -> None:
        if data:
            self._outbox.append(Message(data))
