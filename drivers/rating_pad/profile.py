"""Pad profiles: what bytes a make of pad speaks and what its keys mean, as data that a site can edit.

A profile is one TOML file; those we ship lie in ``profiles/``. All faults of a file are reported at once, each with
file, key and expected value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drivers.framing import ByteFraming, Framing, FramingError, LengthFraming
from drivers.ports import LineSettingError, SerialSettings
from drivers.profiles import Converter, ProfileError, Shelf, toml_table
from drivers.rating_pad.sections import EXPECTED, SECTIONS, Command, FrameShape, Head, KeyRule, Link, Receive, Session
from drivers.rating_pad.templates import Template

SHELF = Shelf("pad", Path(__file__).parent / "profiles")
# What a host may say to a pad, and which blanks each has.
COMMANDS: dict[str, tuple[str, ...]] = {
    "ask": (),
    "welcome": (),
    "thanks": (),
    "pause": (),
    "beep": (),
    "stars": ("stars",),
}
LONGEST_ASK_S = 600  # nobody thinks longer, and no program waits for ever
_KEY_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"[0-9A-Fa-f]{2}")


@dataclass(frozen=True)
class Profile:
    """A pad's protocol, checked. Times are in seconds; ``keys`` maps the code on the wire to the key's meaning."""

    name: str
    title: str
    evidence: str  # public, assumed or learned
    serial: str
    address: int | None  # None when the protocol has no addresses
    gap_s: float
    shape: FrameShape
    codes: frozenset[int] | None  # for framing by single bytes: those that are keys
    commands: Mapping[str, Template]
    key: Template
    reply: Template | None
    keys: Mapping[int, str]
    accept_only_after_ask: bool
    ask_timeout_s: float
    ignore_repeat_s: float

    def framing(self) -> Framing:
        """A fresh framing for one line."""
        if self.shape.kind == "byte":
            return ByteFraming(self.codes)
        return LengthFraming(self.shape.layout, longest=self.shape.longest)

    def at_address(self, address: int | None) -> Profile:
        """This profile for a pad with another address; unchanged where the protocol has none. Raises ProfileError."""
        if address is None or self.address is None:
            return self
        if not 0 <= address <= 255:
            raise ProfileError(f"profile {self.name}: address: expected 0 to 255, not {address}")
        return replace(self, address=address)

    def code(self, key: str) -> int | None:
        """The code on the wire of a key's meaning, or None when this pad has no such key."""
        return next((code for code, name in self.keys.items() if name == key), None)


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return SHELF.names()


def load_profile(name: str | Path) -> Profile:
    """Load a profile by the name of one of ours, or from a file. Raises ProfileError."""
    source = SHELF.read(name)
    return parse_profile(source.text, file=source.file, name=source.name)


def parse_profile(text: str, *, file: str, name: str) -> Profile:
    """Check a profile's text; ``file`` is what its faults are reported under. Raises ProfileError with all of them."""
    return _Reader(file, toml_table(text, file)).profile(name)


class _Reader:
    """Reads one file's sections and collects their faults."""

    def __init__(self, file: str, table: dict[str, Any]) -> None:
        self._table = table
        self._converter = Converter(file, EXPECTED)

    def profile(self, name: str) -> Profile:
        head = self._converter.convert(
            "", {key: value for key, value in self._table.items() if key not in SECTIONS}, Head
        )
        parts = {section: self._section(section) for section in SECTIONS}
        self._converter.stop_on_faults()
        shape: FrameShape = parts["frame"]
        link: Link = parts["link"]
        receive: Receive = parts["recv"]
        session: Session = parts["session"]
        commands = {key: self._command(key, command, shape) for key, command in parts["send"].items()}
        codes = self._codes(receive.key) if shape.kind == "byte" else None
        profile = Profile(
            name=name,
            title=head.title or name,
            evidence=head.evidence,
            serial=link.serial,
            address=link.address if "addr" in shape.body else None,
            gap_s=link.gap_ms / 1000,
            shape=shape,
            codes=codes,
            commands=commands,
            key=self._key(receive.key, shape),
            reply=self._reply(receive.key.reply, shape),
            keys=self._keys(parts["keys"], codes),
            accept_only_after_ask=receive.accept_only_after_ask,
            ask_timeout_s=session.ask_timeout_s,
            ignore_repeat_s=session.ignore_repeat_ms / 1000,
        )
        self._check_link(link, shape)
        self._check_shape(profile)
        patience, bounce = session.ask_timeout_s, session.ignore_repeat_ms
        self._check(0 < patience <= LONGEST_ASK_S, "session.ask_timeout_s", f"seconds above 0, {LONGEST_ASK_S} at most")
        self._check(0 <= bounce <= 60_000, "session.ignore_repeat_ms", "0 to 60000 milliseconds")
        self._converter.stop_on_faults()
        return profile

    def _section(self, name: str) -> Any:
        kind, required = SECTIONS[name]
        if required and name not in self._table:
            self._converter.expect(name, f"a section [{name}]")
            return None
        value = self._table.get(name, {})
        if name in ("send", "keys") and isinstance(value, dict):
            # Entry by entry, so that each fault names its own.
            entry = Command if name == "send" else str
            return {key: self._converter.convert(f"{name}.{key}", one, entry) for key, one in value.items()}
        return self._converter.convert(name, value, kind)

    def _command(self, key: str, command: Command, shape: FrameShape) -> Template:
        place = f"send.{key}"
        if key not in COMMANDS:
            self._converter.expect(place, f"one of {', '.join(COMMANDS)}")
            return Template(())
        template = self._payload(place, shape, command.func, command.data, command.bytes)
        unknown = [blank for blank in template.blanks if blank not in (*COMMANDS[key], "addr")]
        allowed = ", ".join(f"{{{blank}}}" for blank in COMMANDS[key])
        self._check(not unknown, place, f"{'no blank but ' + allowed if allowed else 'no blanks'}, not {unknown}")
        return template

    def _payload(self, place: str, shape: FrameShape, func: str | None, data: str | None, raw: str | None) -> Template:
        """One payload, from ``bytes`` where frames are single bytes, else from the frame's body."""
        if shape.kind == "byte":
            self._check(raw is not None and func is None and data is None, place, 'bytes = "…" and nothing else')
            return self._template(f"{place}.bytes", raw or "")
        self._check(raw is None, f"{place}.bytes", "func and data, since frames have a length")
        self._check(func is not None or "func" not in shape.body, f"{place}.func", "one hexadecimal byte")
        self._check(data is None or "data" in shape.body, f"{place}.data", "no data: frame.body has none")
        fields = {"addr": "{addr}", "func": func or "", "data": data or ""}
        words = " ".join(fields.get(part, part) for part in shape.body)
        return self._template(place, words)

    def _template(self, place: str, text: str) -> Template:
        try:
            return Template.parse(text)
        except ValueError as error:
            self._converter.expect(place, str(error).removeprefix("expected "))
            return Template(())

    def _key(self, rule: KeyRule, shape: FrameShape) -> Template:
        if shape.kind == "byte":
            return Template(("key",))
        self._check(rule.oneof is None, "recv.key.oneof", "func and data, since frames have a length")
        template = self._payload("recv.key", shape, rule.func, rule.data, None)
        once = template.blanks.count("key") == 1 and set(template.blanks) <= {"addr", "key"}
        self._check(once, "recv.key.data", "{key} exactly once and no other blank")
        return template

    def _reply(self, reply: Command | None, shape: FrameShape) -> Template | None:
        if reply is None:
            return None
        template = self._payload("recv.key.reply", shape, reply.func, reply.data, reply.bytes)
        self._check(set(template.blanks) <= {"addr", "key"}, "recv.key.reply", "no blank but {key}")
        return template

    def _codes(self, rule: KeyRule) -> frozenset[int]:
        self._check(rule.func is None and rule.data is None, "recv.key", "oneof and no func or data")
        template = self._template("recv.key.oneof", rule.oneof or "")
        fixed = frozenset(part for part in template.parts if isinstance(part, int))
        self._check(bool(fixed) and not template.blanks, "recv.key.oneof", 'hexadecimal bytes such as "31 32 33"')
        return fixed

    def _keys(self, keys: dict[str, str], codes: frozenset[int] | None) -> dict[int, str]:
        read: dict[int, str] = {}
        for code, meaning in keys.items():
            place = f"keys.{code}"
            if not _CODE.fullmatch(code):
                self._converter.expect(place, "a key code of two hexadecimal digits on the left")
                continue
            number = int(code, 16)
            self._check(number not in read, place, "each code once")
            self._check(codes is None or number in codes, place, "a code that recv.key.oneof lists")
            self._check(bool(_KEY_NAME.fullmatch(meaning)), place, f"a name such as very_satisfied, not {meaning!r}")
            self._check(meaning not in read.values(), place, f"each meaning once; {meaning} stands twice")
            read[number] = meaning
        self._check(bool(read), "keys", 'at least one line such as 03 = "very_satisfied"')
        return read

    def _check_link(self, link: Link, shape: FrameShape) -> None:
        try:
            SerialSettings.parse(link.serial)
        except LineSettingError as error:
            self._converter.expect("link.serial", str(error).partition("expected ")[2])
        self._check(1 <= link.gap_ms <= 10_000, "link.gap_ms", f"1 to 10000 milliseconds, not {link.gap_ms}")
        if "addr" in shape.body:
            fits = link.address is not None and 0 <= link.address <= 255
            self._check(fits, "link.address", f"0 to 255, since frame.body has addr; not {link.address}")

    def _check_shape(self, profile: Profile) -> None:
        shape = profile.shape
        if shape.kind == "byte":
            self._check(not shape.layout and not shape.body, "frame", "neither layout nor body for kind byte")
            return
        for part in shape.body:
            known = part in ("addr", "func", "data") or bool(_CODE.fullmatch(part))
            self._check(known, "frame.body", f"addr, func, data or hexadecimal bytes, not {part!r}")
        self._check(1 <= shape.longest <= 255, "frame.longest", f"1 to 255 bytes, not {shape.longest}")
        self._check(bool(shape.body), "frame.body", 'parts such as ["addr", "func", "data"]')
        try:
            framing = profile.framing()
        except FramingError as error:
            self._converter.expect("frame.layout", str(error).removeprefix("expected "))
            return
        for place, template in {"recv.key": profile.key, "recv.key.reply": profile.reply, **profile.commands}.items():
            try:
                framing.build(bytes(len(template.parts)) if template else b"\0")
            except FramingError as error:
                self._converter.expect(place, str(error).removeprefix("expected "))

    def _check(self, holds: bool, place: str, expected: str) -> None:
        if not holds:
            self._converter.expect(place, expected)
