"""A call box as a station on a line: hears keys, echoes them, shows digits. No input or output.

The protocol is that of JackQChen/QueueSystem, ``CallSystem/CallSystem/frmMain.cs`` (MIT), as far as that program shows
it. The key is the last byte of a frame's data; digits typed before it stand in front of it. Every frame is sent back
as it came. A frame of function 11 is a pad's at the same address. The display has six digits: ``SendWait`` puts the
number of people waiting (999 at the most) on the left three and leaves the right three dark, ``SendTicket`` puts the
last three digits of the number called on the right three and leaves the left three dark. We fill both halves at once.

Where box and pad have one address, as in that hall, the echo of the rating key is, byte for byte, what asks the pad.
"""

from __future__ import annotations

from drivers.call_box.events import CallBoxEvent, CallKey, Noise, NoiseKind, Repeat, UnknownKey
from drivers.call_box.profile import CONFIRM, Profile
from drivers.framing import Frame
from drivers.station import Message

# A frame we have just echoed and hear again at once is a bounce, or our own echo that the adapter gave back: a box
# that missed it takes longer. Answered again, our echo would be followed by its echo for ever.
ANSWERED_JUST_NOW_S = 0.1
FIRST_KEY = 10  # codes below are the digits


class CallBox:
    """One box, alone on its line or at its address on a shared one.

    What it shows is told again whenever the port was opened.
    """

    awaiting = False
    due: float | None = None

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self.profile = profile.at_address(address)
        self._framing = self.profile.framing()
        self._outbox: list[Message] = []
        self._shown: bytes | None = None  # the display's frame; None when it was never told anything
        self._last = b""  # the frame that came last from this box
        self._last_at = self._answered_at = float("-inf")
        self._noise_told = 0

    @property
    def gap_s(self) -> float:
        """The silence after which half a frame is given up."""
        return self.profile.gap_s

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come."""
        return self._framing.pending > 0

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum: a hint at a wrong speed or a bad cable."""
        return self._framing.damaged

    def show(self, waiting: int | None, ticket: str = "") -> bool:
        """Show how many wait and the digits of the number called. None and "" leave their digits dark.

        More people than the digits can tell are shown as all nines, as the reference program does. Returns whether
        the box has a display.
        """
        display = self.profile.display
        if display is None:
            return False
        most = 10**display.waiting - 1
        left = "" if waiting is None or not display.waiting else str(min(max(0, waiting), most))
        number = "".join(sign for sign in ticket if sign.isascii() and sign.isdecimal())
        right = number[-display.ticket :] if display.ticket else ""
        text = left.rjust(display.waiting) + right.rjust(display.ticket)
        digits = bytes(display.blank if sign == " " else int(sign) for sign in text)
        frame = self._framing.build(bytes((self.profile.address, display.func)) + digits)
        if frame != self._shown:
            self._shown = frame
            self._say(frame)
        return True

    def beep(self) -> bool:
        """Make it beep; False when it cannot."""
        if self.profile.beep is None:
            return False
        self._say(self._framing.build(bytes((self.profile.address, self.profile.beep))))
        return True

    def opened(self, at: float) -> None:  # noqa: ARG002 - what it shows does not depend on the moment
        """The port was opened: a box that was switched off shows nothing any more."""
        self._outbox.clear()
        if self._shown is not None:
            self._say(self._shown)

    def receive(self, data: bytes, at: float) -> list[CallBoxEvent]:
        """Bytes came; what they mean. Echoes wait in :meth:`to_send`."""
        return self._events(self._framing.receive(data), at)

    def idle(self, at: float) -> list[CallBoxEvent]:
        """The line was quiet: give up half frames."""
        return self._events(self._framing.idle(), at)

    def tick(self, at: float) -> list[CallBoxEvent]:  # noqa: ARG002 - a box that pushes has nothing to do in time
        """Nothing happens by time alone."""
        return []

    def to_send(self) -> list[Message]:
        """What is to be sent, handed out once."""
        messages, self._outbox = self._outbox, []
        return messages

    def _events(self, frames: list[Frame], at: float) -> list[CallBoxEvent]:
        events = [self._event(frame, at) for frame in frames]
        lost = self._framing.noise - self._noise_told
        if lost:
            self._noise_told = self._framing.noise
            events.append(Noise(lost, NoiseKind.GARBAGE, at))
        return events

    def _event(self, frame: Frame, at: float) -> CallBoxEvent:
        address, func, *typed = frame.body
        if address != self.profile.address:
            return Noise(len(frame.raw), NoiseKind.ADDRESS, at)
        if func in self.profile.not_funcs or not self._is_press(typed):
            return Noise(len(frame.raw), NoiseKind.OTHER, at)
        code, digits = typed[-1], "".join(map(str, typed[:-1]))
        repeat = frame.raw == self._last and at - self._last_at < self.profile.ignore_repeat_s
        self._last, self._last_at = frame.raw, at
        self._answer(frame.raw, at, again=repeat)
        key = self.profile.keys.get(code)
        if key == CONFIRM:
            key, digits = self.profile.confirm.get(digits), "" if digits in self.profile.confirm else digits
        if key is None:
            return UnknownKey(code, digits, frame.raw, at)
        return Repeat(key, frame.raw, at) if repeat else CallKey(key, digits, frame.raw, at)

    def _is_press(self, typed: list[int]) -> bool:
        """Digits and then a key. What a host tells the display has digits and dark ones alone."""
        display = self.profile.display
        digits, dark = range(FIRST_KEY), None if display is None else display.blank
        if not typed or typed[-1] in digits or typed[-1] == dark:
            return False
        return all(digit in digits for digit in typed[:-1])

    def _answer(self, frame: bytes, at: float, *, again: bool) -> None:
        if self.profile.echoes and not (again and at - self._answered_at < ANSWERED_JUST_NOW_S):
            self._answered_at = at
            self._say(frame)

    def _say(self, data: bytes) -> None:
        if data:
            self._outbox.append(Message(data))
