"""A rating pad's protocol without input or output: bytes in, events and bytes to send out. Moments are given in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from drivers.framing import Frame
from drivers.rating_pad.answers import AnswerFilter
from drivers.rating_pad.description import Order, Press, Profile
from drivers.rating_pad.templates import Value

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

    code: bytes
    frame: bytes
    at: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The pad answered what was said to it, in one of the forms that its profile expects."""

    frame: bytes  # exactly the bytes received
    body: bytes  # the same without what frames it
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


PadEvent = KeyPress | Repeat | UnknownKey | Answer | Noise


class Saying(NamedTuple):
    """Something to send, and the body of the answer that is expected to it (None: nothing is known of one)."""

    data: bytes
    expect: bytes | None


class PadProtocol:
    """One pad's side of a line, as seen by the host.

    A frame that was reported since the last ask and comes again within :data:`RESENT_WITHIN_S` is a :class:`Repeat`: a
    pad that missed our reply. Later it is somebody's new press. Within the profile's ``ignore_repeat_s`` it is a repeat
    even across a new ask, so that such a pad cannot answer for the next resident. Replies and repeats of them wait in
    :meth:`to_send`.
    """

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self.profile = profile.at_address(address)
        self.expecting: bytes | None = None  # the body of the answer to what was said last
        self._framing = self.profile.framing()
        poll = self.profile.poll
        orders = [*self.profile.commands.values(), *([poll.order] if poll else [])]
        answers = {order.expect.fill() for order in orders if order.expect and not self.profile.answers_in_frames}
        self._filter = AnswerFilter(answers)
        # A polled pad whose answer for "no key" looks like a key: it is known as what it is, however late it comes.
        self._no_key = self._saying(poll.order).expect if poll and self.profile.answers_in_frames else None
        self._outgoing = bytearray()
        self._asked_until = float("-inf")
        self._reported: dict[bytes, float] = {}  # key → when its frame last came
        self._last_seen: dict[bytes, float] = {}
        self._noise_told = 0

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come: call :meth:`idle` when the rest does not within ``profile.gap_s``."""
        return self._framing.pending + self._filter.pending > 0

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum."""
        return self._framing.damaged

    def asking(self, at: float) -> bool:
        """Whether a rating is asked for at that moment: asked, not answered, not over time."""
        return at < self._asked_until

    def ask(self, at: float, seconds: float | None = None, *, forget: bool = True) -> bytes:
        """The bytes that ask for a rating, which then may be given for ``seconds`` (the profile's when None).

        Without ``forget``, a key that was reported before is still a repeat until :meth:`forget` is called.
        """
        if forget:
            self.forget()
        self._asked_until = at + (self.profile.ask_timeout_s if seconds is None else seconds)
        return self.command("ask") or b""

    def forget(self) -> None:
        """The pad knows of the new question: a key that was reported before is from now on an answer to it."""
        self._reported.clear()

    def stop_asking(self) -> None:
        """Nobody is asked any longer; presses from now on are unasked for."""
        self._asked_until = float("-inf")

    def command(self, name: str, **values: Value) -> bytes | None:
        """The bytes of a command such as thanks or stars, or None when this pad has no such command."""
        said = self.saying(name, **values)
        return None if said is None else said.data

    def saying(self, name: str, **values: Value) -> Saying | None:
        """A command and the answer to it, or None when this pad has no such command."""
        order = self.profile.commands.get(name)
        return None if order is None else self._saying(order, **values)

    def polling(self) -> Saying | None:
        """What polls the pad, or None when it sends of itself."""
        return None if self.profile.poll is None else self._saying(self.profile.poll.order)

    def receive(self, data: bytes, at: float) -> list[PadEvent]:
        """Take bytes that came at that moment; what they mean, in order."""
        rest, answers = self._filter.receive(data)
        return [Answer(answer, answer, at) for answer in answers] + self._events(self._framing.receive(rest), at)

    def idle(self, at: float) -> list[PadEvent]:
        """The line has been quiet for ``profile.gap_s``: give up half frames."""
        rest = self._filter.idle()
        frames = self._framing.receive(rest) if rest else []
        return self._events(frames + self._framing.idle(), at)

    def to_send(self) -> bytes:
        """Bytes the pad waits for. They are handed out once."""
        data = bytes(self._outgoing)
        self._outgoing.clear()
        return data

    def _saying(self, order: Order, **values: Value) -> Saying:
        data = self.profile.message(self._framing, order.template, **values)
        expect = None if order.expect is None else order.expect.fill(addr=self._address, **values)
        return Saying(data, expect)

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
        if self.profile.answers_in_frames and frame.body in (self.expecting, self._no_key):
            return Answer(frame.raw, frame.body, at)
        press = self.profile.key.find(frame)
        if press is None:
            return Noise(len(frame.raw), NoiseKind.OTHER, at)
        if press.address not in (None, self._address):
            return Noise(len(frame.raw), NoiseKind.ADDRESS, at)
        return self._pressed(press, frame, at)

    def _pressed(self, press: Press, frame: Frame, at: float) -> PadEvent:
        profile, code = self.profile, press.code
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

    def _is_repeat(self, code: bytes, at: float) -> bool:
        if code in self._last_seen and at - self._last_seen[code] < self.profile.ignore_repeat_s:
            self._last_seen[code] = at  # a key held down bounces for as long as it is held
            return True
        if at - self._reported.get(code, float("-inf")) < RESENT_WITHIN_S:
            self._reported[code] = at
            return True
        return False

    def _reply(self, code: bytes) -> None:
        if self.profile.reply is not None:
            self._outgoing += self.profile.message(self._framing, self.profile.reply, key=code)
