"""A rating pad's protocol without input or output: bytes in, events and bytes to send out. Moments are given in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drivers.framing import Frame
from drivers.rating_pad.profile import Profile

# A pad that hears no reply tries again every second or so; an unplugged line may take it a minute to get through.
RESENT_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A key was pressed. ``asked`` tells whether a rating was asked for at that moment."""

    key: str  # its meaning by the profile, such as very_satisfied
    frame: bytes  # exactly the bytes received
    at: float  # monotonic seconds
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Repeat:
    """A press that was reported before: the key bounced, or the pad missed our reply. It was replied to again."""

    key: str
    frame: bytes
    at: float


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A valid key frame whose code the profile has no meaning for. It was replied to, or the pad would resend it."""

    code: int
    frame: bytes
    at: float


class NoiseKind(StrEnum):
    """Why bytes meant nothing to us."""

    GARBAGE = "garbage"  # no frame, half a frame, or a wrong checksum
    ADDRESS = "address"  # a key press for somebody else on the same bus
    OTHER = "other"  # a frame that is not a key press, such as a host's on the same bus
    UNASKED = "unasked"  # a byte that looks like a key when nobody was asked (accept_only_after_ask)


@dataclass(frozen=True, slots=True)
class Noise:
    """``count`` bytes that were ignored."""

    count: int
    kind: NoiseKind
    at: float


PadEvent = KeyPress | Repeat | UnknownKey | Noise


class PadProtocol:
    """One pad's side of a line, as seen by the host.

    A frame that was reported since the last ask and comes again within :data:`RESENT_WITHIN_S` is a :class:`Repeat`: a
    pad that missed our reply. Later it is somebody's new press. Within the profile's ``ignore_repeat_s`` it is a repeat
    even across a new ask, so that such a pad cannot answer for the next resident. Replies and repeats of them wait in
    :meth:`to_send`.
    """

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self.profile = profile.at_address(address)
        self._framing = self.profile.framing()
        self._outgoing = bytearray()
        self._asked_until = float("-inf")
        self._reported: dict[int, float] = {}  # key → when its frame last came
        self._last_seen: dict[int, float] = {}
        self._noise_told = 0

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come: call :meth:`idle` when the rest does not within ``profile.gap_s``."""
        return self._framing.pending > 0

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum."""
        return self._framing.damaged

    def asking(self, at: float) -> bool:
        """Whether a rating is asked for at that moment: asked, not answered, not over time."""
        return at < self._asked_until

    def ask(self, at: float, seconds: float | None = None) -> bytes:
        """The bytes that ask for a rating, which then may be given for ``seconds`` (the profile's when None)."""
        self._asked_until = at + (self.profile.ask_timeout_s if seconds is None else seconds)
        self._reported.clear()
        return self.command("ask") or b""

    def stop_asking(self) -> None:
        """Nobody is asked any longer; presses from now on are unasked for."""
        self._asked_until = float("-inf")

    def command(self, name: str, **values: int) -> bytes | None:
        """The bytes of a command such as thanks or stars, or None when this pad has no such command."""
        template = self.profile.commands.get(name)
        return None if template is None else self._framing.build(template.fill(addr=self._address, **values))

    def receive(self, data: bytes, at: float) -> list[PadEvent]:
        """Take bytes that came at that moment; what they mean, in order."""
        return self._events(self._framing.receive(data), at)

    def idle(self, at: float) -> list[PadEvent]:
        """The line has been quiet for ``profile.gap_s``: give up half frames."""
        return self._events(self._framing.idle(), at)

    def to_send(self) -> bytes:
        """Bytes the pad waits for. They are handed out once."""
        data = bytes(self._outgoing)
        self._outgoing.clear()
        return data

    @property
    def _address(self) -> int:
        return self.profile.address or 0

    def _events(self, frames: list[Frame], at: float) -> list[PadEvent]:
        events = [self._event(frame, at) for frame in frames]
        lost = self._framing.noise - self._noise_told
        if lost:
            self._noise_told = self._framing.noise
            events.append(Noise(lost, NoiseKind.GARBAGE, at))
        return events

    def _event(self, frame: Frame, at: float) -> PadEvent:
        profile = self.profile
        values = profile.key.match(frame.body)
        if values is None:
            return Noise(len(frame.raw), NoiseKind.OTHER, at)
        if values.get("addr", self._address) != self._address:
            return Noise(len(frame.raw), NoiseKind.ADDRESS, at)
        code = values["key"]
        if self._is_repeat(code, at):
            self._reply(code)
            return Repeat(profile.keys[code], frame.raw, at)
        asked = self.asking(at)
        if profile.accept_only_after_ask and not asked:
            return Noise(len(frame.raw), NoiseKind.UNASKED, at)
        self._reply(code)
        if code not in profile.keys:
            return UnknownKey(code, frame.raw, at)
        self._reported[code] = at
        self._last_seen[code] = at
        self.stop_asking()
        return KeyPress(profile.keys[code], frame.raw, at, asked)

    def _is_repeat(self, code: int, at: float) -> bool:
        if code in self._last_seen and at - self._last_seen[code] < self.profile.ignore_repeat_s:
            self._last_seen[code] = at  # a key held down bounces for as long as it is held
            return True
        if at - self._reported.get(code, float("-inf")) < RESENT_WITHIN_S:
            self._reported[code] = at
            return True
        return False

    def _reply(self, code: int) -> None:
        if self.profile.reply is not None:
            self._outgoing += self._framing.build(self.profile.reply.fill(addr=self._address, key=code))
