"""What every kind of device offers to those who connect one: the command line and the setup screen.

No Qt. Everything blocks, for seconds at the most unless it says otherwise, and keeps nothing open once it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from drivers.line import LineDown, LineSettingError
from drivers.ports import SENTENCES
from terminal.errors import Fault, Refusal, Trouble

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

Played = TypeVar("Played")


class Said:
    """A sentence that is still to be translated: an English template and what fills its ``{names}``.

    ``what_to_do`` is a second sentence beside it, as a Refusal has one. Both are collected for translation (room
    "trouble", context "Trouble") wherever they stand as literals in a call of ``Said``.
    """

    __slots__ = ("text", "values", "what_to_do")

    def __init__(self, text: str, what_to_do: str = "", **values: object) -> None:
        self.text = text
        self.what_to_do = what_to_do
        self.values = values

    @classmethod
    def of(cls, trouble: Trouble | LineDown) -> Said:
        """What a refusal, a fault or a line in trouble says."""
        if isinstance(trouble, LineDown):
            return cls(SENTENCES[trouble.reason], port=trouble.port, detail=trouble.detail)
        return cls(trouble.text, trouble.what_to_do, **trouble.values)

    def refusal(self, **values: object) -> Refusal:
        """A refusal that says this, filled with ``values`` too."""
        return Refusal(self.text, self.what_to_do, **self.values, **values)

    def told(self, translate: Callable[[str], str] = str) -> str:
        """The filled sentences, each template translated first."""
        parts = [translate(part).format(**self.values) for part in (self.text, self.what_to_do) if part]
        return " ".join(parts)

    def __str__(self) -> str:
        return self.told()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"Said({str(self)!r})"


@dataclass(frozen=True, slots=True)
class Configured:
    """What the settings say of a device."""

    port: str
    profile: str | None = None
    address: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """How a device was found just now. "unknown": nothing speaks against it, and nothing proves it."""

    state: Literal["up", "trouble", "unknown"]
    said: Said


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """A profile that comes with the program. ``evidence`` is public, assumed, learned or tried."""

    name: str
    title: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Something answered at a port: by which profile (None: any of this kind), and what it said."""

    profile: str | None
    said: Said


Tell = Callable[[Said], None]


class Kind(Protocol):
    """One kind of device. Stateless. Subclass it; what stands here with a body is the same for most kinds."""

    name: str
    """As in the settings: ``rating_pad``."""
    faults: tuple[str, ...]
    """What can be made to go wrong with its simulator."""

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """The shipped profiles; empty for a kind that needs none."""

    def evidence(self, profile: str) -> str | None:
        """What a profile of the settings is known from; None when that is not known, as of a site's own file."""
        return next((known.evidence for known in self.profiles() if known.name == profile), None)

    def configured(self, settings: Settings) -> Configured | None:
        """What the settings say of it; None without it. Reads no profile and opens nothing."""
        section = getattr(settings, self.name)  # its section is named as the kind is; not all have the last two
        if section is None:
            return None
        return Configured(section.port, getattr(section, "profile", None), getattr(section, "address", None))

    def look(self, settings: Settings) -> Finding:
        """How the device of the settings is: opens its port briefly. Trouble is a finding, never an exception.

        The settings have to name the device. Nothing that a resident would notice is sent.
        """

    def probe(self, port: str) -> list[Answer]:
        """What of this kind answers at a port, by any of the profiles that can tell.

        An empty list proves nothing about devices that only speak when pressed. Sends nothing that moves paper, lights
        a lamp or makes a sound. Raises Fault when the port cannot be used, Refusal for a port that can never be.
        """

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:
        """Try the device with a person before it, who is told what to do by ``tell``; what came of it.

        Waits for the person up to ``seconds`` (its own time when None). Raises Refusal, or Fault when it failed.
        """

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:
        """A device made of software, running; the caller closes it.

        None stands for what is usual. Raises ValueError for a profile it cannot play, OSError when its port or link
        cannot be made.
        """

    def acts(self, device: OnPty[Any]) -> tuple[str, ...] | None:  # noqa: ARG002
        """What :meth:`act` knows; None when any text does (a code to be scanned), () when nobody touches it."""
        return ()

    def act(self, device: OnPty[Any], what: str) -> None:  # noqa: ARG002
        """Do what a person does to the simulator: press a key, lay a card on it, show it a code.

        Raises ValueError that names what is known.
        """
        raise ValueError(f"nobody can {what} a {self.name}")

    def asks(self, device: OnPty[Any]) -> int | None:  # noqa: ARG002
        """How often the host has asked a person at the simulator to act; None when people act of their own accord."""
        return None

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Let one of ``faults`` happen the next ``times`` times it can; a lasting one begins, and ends with 0.

        Raises ValueError that names what is known.
        """


def line_fault(trouble: LineDown) -> Fault:
    """A line's trouble as a Fault."""
    return Fault(SENTENCES[trouble.reason], port=trouble.port, detail=trouble.detail)


@contextmanager
def line_faults() -> Iterator[None]:
    """Within it, a line's trouble is a Fault."""
    try:
        yield
    except LineDown as trouble:
        raise line_fault(trouble) from trouble


@contextmanager
def port_faults() -> Iterator[None]:
    """Within it, trouble with a port that is probed is a Fault, and a port that can never be is a Refusal."""
    try:
        with line_faults():
            yield
    except LineSettingError as error:
        raise Refusal("The port cannot be used: {what}.", "Correct it.", what=error) from error


class Described(Protocol):
    """What the profiles of all kinds say of themselves."""

    @property
    def title(self) -> str:
        """Its name for people; may be empty."""

    @property
    def evidence(self) -> str:
        """What it is known from."""


def shipped(names: Iterable[str], load: Callable[[str], Described]) -> tuple[ProfileInfo, ...]:
    """The profiles of these names."""
    known = [(name, load(name)) for name in names]
    return tuple(ProfileInfo(name, profile.title or name, profile.evidence) for name, profile in known)


def played(kind: Kind, device: OnPty[Any], made: type[Played]) -> Played:
    """The simulated device as what that kind's ``simulator`` makes. Raises TypeError for another kind's."""
    if not isinstance(device, made):
        known = kind.name.replace("_", " ")
        raise TypeError(f"expected a simulated {known}, got {type(device).__name__}")
    return device


def known_fault(kind: Kind, name: str) -> str:
    """``name``, if the simulator of that kind has such a fault. Raises ValueError."""
    if name not in kind.faults:
        raise ValueError(f"a simulated {kind.name} has no fault {name!r}: expected one of {', '.join(kind.faults)}")
    return name
