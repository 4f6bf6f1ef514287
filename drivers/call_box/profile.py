"""Call box profiles: what bytes a make of box speaks and what its keys mean, as data that a site can edit.

A profile is one TOML file; ours lie in ``profiles/``, and ``template.toml`` explains each line. All faults of a file
are reported at once, each with file, key and expected value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drivers.call_box.sections import EXPECTED, SECTIONS, Beep, DisplayTable, Frame, Head, Link, Receive
from drivers.framing import FramingError, LengthFraming
from drivers.profiles import ProfileError, SectionReader, Shelf, toml_table

SHELF = Shelf("call box", Path(__file__).parent / "profiles")
CONFIRM = "confirm"
MEANINGS = ("call", "recall", "ask", "hold", "call_back", "give_up", "pause", "transfer")
MOST_DIGITS = 8
_HEX = re.compile(r"[0-9A-Fa-f]{2}")


@dataclass(frozen=True)
class Display:
    """The box's digits from the left: how many people wait, then the number called."""

    func: int
    blank: int
    waiting: int
    ticket: int


@dataclass(frozen=True)
class Profile:
    """A box's protocol, checked. Times are in seconds; ``keys`` maps the code on the wire to the key's meaning."""

    name: str
    title: str
    evidence: str  # public, assumed or learned
    serial: str
    address: int
    gap_s: float
    layout: tuple[str, ...]
    longest: int
    not_funcs: frozenset[int]
    echoes: bool  # the box waits for its own frame to come back
    ignore_repeat_s: float
    keys: Mapping[int, str]
    confirm: Mapping[str, str]  # digits before the confirming key → meaning
    display: Display | None
    beep: int | None

    def framing(self) -> LengthFraming:
        """A fresh framing for one line."""
        return LengthFraming(self.layout, shortest=2, longest=self.longest)

    def at_address(self, address: int | None) -> Profile:
        """This profile for a box at another address. Raises ProfileError."""
        if address is None:
            return self
        if not 0 <= address <= 255:
            raise ProfileError(f"profile {self.name}: address: expected 0 to 255, not {address}")
        return replace(self, address=address)


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return SHELF.names()


def load_profile(name: str | Path) -> Profile:
    """Load a profile by the name of one of ours, or from a file. Raises ProfileError."""
    source = SHELF.read(name)
    return parse_profile(source.text, file=source.file, name=source.name)


def parse_profile(text: str, *, file: str, name: str) -> Profile:
    """Check a profile's text; ``file`` is what its faults are reported under. Raises ProfileError with all of them."""
    return _Reader(file, toml_table(text, file), SECTIONS, EXPECTED).profile(name)


class _Reader(SectionReader):
    """From a file's sections to a profile."""

    def profile(self, name: str) -> Profile:
        head, parts = self._read(Head)
        link: Link = parts["link"]
        frame: Frame = parts["frame"]
        receive: Receive = parts["recv"]
        beep: Beep | None = parts["beep"]
        profile = Profile(
            name=name,
            title=head.title or name,
            evidence=head.evidence,
            serial=link.serial,
            address=link.address,
            gap_s=link.gap_ms / 1000,
            layout=tuple(frame.layout),
            longest=frame.longest,
            not_funcs=frozenset(self._byte("recv.not_func", word) for word in receive.not_func.split()),
            echoes=receive.reply == "echo",
            ignore_repeat_s=receive.ignore_repeat_ms / 1000,
            keys=self._keys(parts["keys"]),
            confirm=self._confirm(parts["confirm"]),
            display=self._display(parts["display"]),
            beep=self._byte("beep.func", beep.func) if beep else None,
        )
        self._check_times(link, receive)
        self._check_frame(profile)
        self._converter.stop_on_faults()
        return profile

    def _section(self, name: str) -> Any:
        # Neither a display nor a beeper unless the file says so; other parts have their usual values.
        absent = name in ("display", "beep") and name not in self._table
        return None if absent else super()._section(name)

    def _keys(self, keys: dict[str, str]) -> dict[int, str]:
        read: dict[int, str] = {}
        for code, meaning in keys.items():
            place = f"keys.{code}"
            if not _HEX.fullmatch(code) or int(code, 16) < 10:
                # 00 to 09 are the digits: a key with such a code could not be told from a digit typed before it.
                self._converter.expect(place, "a key code of two hexadecimal digits, 0A or above, on the left")
                continue
            self._check(int(code, 16) not in read, place, "each code once")
            self._meaning(place, meaning, (*MEANINGS, CONFIRM))
            read[int(code, 16)] = meaning
        self._check(bool(read), "keys", 'at least one line such as 0C = "call"')
        return read

    def _confirm(self, digits: dict[str, str]) -> dict[str, str]:
        for typed, meaning in digits.items():
            place = f"confirm.{typed}"
            self._check(
                typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS, place, "digits on the left"
            )
            self._meaning(place, meaning, MEANINGS)
        return dict(digits)

    def _display(self, display: DisplayTable | None) -> Display | None:
        if display is None:
            return None
        for name, size in (("waiting", display.waiting), ("ticket", display.ticket)):
            self._check(0 <= size <= MOST_DIGITS, f"display.{name}", f"0 to {MOST_DIGITS} digits, not {size}")
        func = self._byte("display.func", display.func)
        return Display(func, self._byte("display.blank", display.blank), display.waiting, display.ticket)

    def _byte(self, place: str, text: str) -> int:
        fits = _HEX.fullmatch(text) is not None
        self._check(fits, place, f"one hexadecimal byte such as 02, not {text!r}")
        return int(text, 16) if fits else 0

    def _meaning(self, place: str, meaning: str, known: tuple[str, ...]) -> None:
        self._check(meaning in known, place, f"one of {', '.join(known)}, not {meaning!r}")

    def _check_times(self, link: Link, receive: Receive) -> None:
        self._check_link(link.serial, link.address)
        self._check(1 <= link.gap_ms <= 10_000, "link.gap_ms", f"1 to 10000 milliseconds, not {link.gap_ms}")
        again = receive.ignore_repeat_ms
        self._check(0 <= again <= 60_000, "recv.ignore_repeat_ms", f"0 to 60000 milliseconds, not {again}")

    def _check_frame(self, profile: Profile) -> None:
        display = profile.display
        needed = 3 if display is None else max(3, 2 + display.waiting + display.ticket)
        if not needed <= profile.longest <= 255:
            self._converter.expect("frame.longest", f"{needed} to 255 bytes, not {profile.longest}")
            return
        try:
            profile.framing()
        except FramingError as error:
            self._converter.expect("frame.layout", str(error).removeprefix("expected "))
