"""A rating pad as a station on a line: asks, hears, replies, polls. Without input or output: the bus does that."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from drivers.rating_pad.description import Profile
from drivers.rating_pad.protocol import Answer, KeyPress, PadEvent, PadProtocol, Repeat, Saying, UnknownKey
from drivers.rating_pad.templates import Value
from drivers.station import Message

LATE_S = 0.5  # so long after the time that a pad has for its answer is it taken for silent
UNSENT_S = 30.0  # a message that is not on the wire by then was lost on its way there
POLL = "poll"


@dataclass(frozen=True, slots=True)
class Silence:
    """A pad that should have answered did not, not even when it was told again. Told once until it is heard again."""

    at: float


@dataclass(slots=True)
class _Said:
    """What was handed out last and is to be answered."""

    name: str
    saying: Saying
    until: float | None = None  # None: handed out, and neither sent nor looked at since


@dataclass(slots=True)
class _Standing:
    """What the pad is to show for as long as it is on."""

    values: dict[str, Value] = field(default_factory=lambda: {"stars": 0.0, "staff": "", "staff_name": ""})
    told: OrderedDict[str, dict[str, Value]] = field(default_factory=OrderedDict)
    mode: str = ""  # welcome or pause, once it was told


class Pad:
    """One pad, alone on its line or at its address on a shared one.

    An ask outlives the line: when the port is lost and returns while the ask is open, the pad, which has forgotten it,
    is asked again. So do the stars, the staff on duty and the pause. What is said waits until the answer to what was
    said before has come, was asked for once more, or was given up; the newest of a kind is said, older ones are not.
    """

    def __init__(self, profile: Profile, address: int | None = None) -> None:
        self._protocol = PadProtocol(profile, address)
        self._replies = b""
        self._waiting: OrderedDict[str, Saying] = OrderedDict()
        self._said: _Said | None = None
        self._standing = _Standing()
        self._poll_at: float | None = None  # None: as soon as there is reason to
        self._wants_key = False  # a rating was asked for when we last looked
        self._repeated = ""  # what was said once more
        self._silent = False

    @property
    def ask_timeout_s(self) -> float:
        """How long the profile gives a resident to press a key."""
        return self._protocol.profile.ask_timeout_s

    @property
    def is_polled(self) -> bool:
        """Whether the pad is asked for its keys, and so can be noticed to be silent."""
        return self._protocol.profile.poll is not None

    @property
    def gap_s(self) -> float:
        """The silence after which half a frame is given up."""
        return self._protocol.profile.gap_s

    @property
    def pending(self) -> bool:
        """Whether part of a frame has come."""
        return self._protocol.pending

    @property
    def awaiting(self) -> bool:
        """Whether the answer to what was said last is still to come."""
        return self._said is not None

    @property
    def due(self) -> float | None:
        """When an answer is late, or the pad is to be polled."""
        if self._said is not None:
            return 0.0 if self._said.until is None else self._said.until
        if not self.is_polled or self._waiting or not self._wants_poll:
            return None
        return 0.0 if self._poll_at is None else self._poll_at

    @property
    def damaged(self) -> int:
        """How many frames came whole but with a wrong checksum: a hint at a wrong speed or a bad cable."""
        return self._protocol.damaged

    @property
    def is_telling(self) -> bool:
        """Whether the question asked last is still on its way to the pad, as far as that can be known."""
        return "ask" in self._waiting or (self._said is not None and self._said.name == "ask")

    def asking(self, at: float) -> bool:
        """Whether a rating is asked for at that moment: asked, not answered, not over time."""
        return self._protocol.asking(at)

    def ask(self, at: float, seconds: float | None = None) -> None:
        """Ask for a rating, to be given within ``seconds`` (the profile's time when None)."""
        # A polled pad may tell the last resident's key until it knows of the new question.
        asking = self._protocol.profile.commands.get("ask")
        self._protocol.ask(at, seconds, forget=not (self.is_polled and asking and asking.expect))
        self._wants_key = True
        self.send("ask")

    def stop_asking(self) -> None:
        """Nobody is asked any longer; presses from now on are reported as unasked for."""
        self._protocol.stop_asking()
        self._waiting.pop("ask", None)

    def send(self, command: str, **values: Value) -> bool:
        """Send one of the profile's commands (welcome, thanks, beep …); False when it has none by that name."""
        saying = self._protocol.saying(command, **values)
        if saying is None:
            return False
        self._waiting.pop(command, None)
        self._waiting[command] = saying
        if command == "stars":
            self._standing.told["stars"] = dict(values)
        return True

    def show_stars(self, stars: float) -> bool:
        """Have the pad show the window's stars, 0 to 5, now and whenever it is plugged in. False when it cannot."""
        self._standing.values["stars"] = stars
        shown = self._show("stars", "stars")
        return self._show("staff", "stars") or shown

    def show_staff(self, number: str, name: str) -> bool:
        """Have the pad show who is on duty ("" for nobody), likewise. False when it cannot."""
        self._standing.values |= {"staff": number, "staff_name": name}
        return self._show("staff", "staff", "staff_name")

    def pause(self, paused: bool) -> bool:
        """Have the pad show that the window is paused, or no longer, likewise. False when it cannot."""
        mode = "pause" if paused else ("resume" if "resume" in self._protocol.profile.commands else "welcome")
        if mode == self._standing.mode or (not self._standing.mode and not paused):
            return mode in self._protocol.profile.commands
        for other in ("pause", "resume", "welcome"):
            self._waiting.pop(other, None)
        self._standing.mode = mode
        return self.send(mode)

    def opened(self, at: float) -> None:
        """The port was opened: what it shows is told anew, and a question that is open is put again."""
        self._replies = b""
        self._waiting.clear()
        self._said = self._protocol.expecting = self._poll_at = None
        self._repeated, self._silent = "", False
        if self._standing.mode:
            self.send(self._standing.mode)
        for command, values in self._standing.told.items():
            self.send(command, **values)
        if self.asking(at):
            self.send("ask")

    def receive(self, data: bytes, at: float) -> list[PadEvent]:
        """Bytes came; what they mean. Replies wait in :meth:`to_send`."""
        return self._heard(self._protocol.receive(data, at))

    def idle(self, at: float) -> list[PadEvent]:
        """The line was quiet: give up half frames."""
        return self._heard(self._protocol.idle(at))

    def tick(self, at: float) -> list[PadEvent | Silence]:
        """Poll when it is time; say once more what was not answered, then give it up."""
        if self._said is not None:
            return self._wait(self._said, at)
        polling = self._protocol.polling()
        if polling is not None and not self._waiting and self._wants_poll and (self._poll_at or 0.0) <= at:
            if self._polls_always or self.asking(at):
                self._waiting[POLL] = polling
                self._poll_at = at + self._every_s
            else:
                self._wants_key = False
        return []

    def sent(self, answer_by: float) -> None:
        """What is to be answered is on the wire, after others on a shared line had their say."""
        if self._said is not None:
            self._said.until = answer_by + LATE_S

    def to_send(self) -> list[Message]:
        """What is to be sent, handed out once: replies at once, the rest one by one as it is answered."""
        messages = [Message(self._replies)] if self._replies else []
        self._replies = b""
        while self._waiting and self._said is None:
            name, saying = self._waiting.popitem(last=False)
            is_answered = saying.expect is not None or name == POLL
            messages.append(Message(saying.data, self._protocol.profile.answer_s if is_answered else 0.0))
            if is_answered:
                self._said = _Said(name, saying)
                self._protocol.expecting = saying.expect
        return [message for message in messages if message.data]

    # What was said, and what came of it.

    @property
    def _wants_poll(self) -> bool:
        return self._polls_always or self._wants_key

    @property
    def _polls_always(self) -> bool:
        return self._protocol.profile.poll is not None and self._protocol.profile.poll.always

    @property
    def _every_s(self) -> float:
        return self._protocol.profile.poll.every_s if self._protocol.profile.poll is not None else 0.0

    def _show(self, command: str, *changed: str) -> bool:
        """Say a standing command anew if one of the ``changed`` blanks stands in it."""
        order = self._protocol.profile.commands.get(command)
        if order is None or not set(changed) & set(order.template.blanks):
            return False
        if command == "staff" and changed == ("stars",) and command not in self._standing.told:
            return True  # goes with the name, once somebody is on duty
        values = {blank: self._standing.values[blank] for blank in order.template.blanks if blank != "addr"}
        before, self._standing.told[command] = self._standing.told.get(command), values
        return before == values or self.send(command, **values)

    def _heard(self, events: list[PadEvent]) -> list[PadEvent]:
        self._replies += self._protocol.to_send()
        for event in events:
            if isinstance(event, KeyPress | Repeat | UnknownKey | Answer):
                self._silent = False
                self._settle(event)
        return events

    def _settle(self, event: PadEvent) -> None:
        """A poll is answered by a key too, everything else by its own answer."""
        if self._said is None:
            return
        is_own = isinstance(event, Answer) and event.body == self._said.saying.expect
        if is_own or (self._said.name == POLL and not isinstance(event, Answer)):
            self._end_saying(self._said)
            self._repeated = ""

    def _end_saying(self, said: _Said) -> None:
        self._said = self._protocol.expecting = None
        if said.name == "ask":
            self._protocol.forget()

    def _wait(self, said: _Said, at: float) -> list[PadEvent | Silence]:
        if said.until is None:
            said.until = at + UNSENT_S
        if at < said.until:
            return []
        self._end_saying(said)
        if said.saying.expect is None:
            return []  # a poll that is answered only when a key was pressed
        if self._repeated != said.name:
            self._repeated = said.name
            self._waiting.setdefault(said.name, said.saying)  # or what was said anew meanwhile
            self._waiting.move_to_end(said.name, last=False)
            return []
        self._repeated = ""
        if self._silent:
            return []
        self._silent = True
        return [Silence(at)]
