"""A pad's protocol as data: what a profile says, checked and ready to be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from drivers.framing import ByteFraming, DelimitedFraming, FixedFraming, Frame, Framing, LengthFraming
from drivers.profiles import ProfileError
from drivers.rating_pad.sections import FrameShape
from drivers.rating_pad.templates import Template, Value


class Order(NamedTuple):
    """Something said to the pad, and what it answers; ``expect`` is None where nothing is known of an answer."""

    template: Template
    expect: Template | None = None


class Polling(NamedTuple):
    """What asks a pad for its key, every so many seconds, ``always`` or only while a rating is asked for."""

    order: Order
    every_s: float
    always: bool


class Press(NamedTuple):
    """A key press as it stands in a frame. ``address`` is None where frames carry none."""

    code: bytes
    address: int | None


class KeyForm(Protocol):
    """How a key press looks."""

    def find(self, frame: Frame) -> Press | None:
        """The press that the frame is, or None."""


@dataclass(frozen=True, slots=True)
class WholeKey:
    """Every frame is a key."""

    def find(self, frame: Frame) -> Press:
        return Press(frame.body, None)


@dataclass(frozen=True, slots=True)
class BodyKey:
    """The body has the form of a template with {key}."""

    template: Template

    def find(self, frame: Frame) -> Press | None:
        values = self.template.match(frame.body)
        if values is None:
            return None
        return Press(values["key"], values["addr"][0] if "addr" in values else None)


@dataclass(frozen=True, slots=True)
class FieldKey:
    """The text begins with ``starts``; the key is a field of it, counted from 0, or (None) what follows the start."""

    starts: bytes
    end: bytes
    separator: bytes
    field: int | None

    def find(self, frame: Frame) -> Press | None:
        if not frame.raw.startswith(self.starts):
            return None
        text = frame.raw[: -len(self.end)]
        if self.field is None:
            code = text[len(self.starts) :]
        else:
            fields = text.split(self.separator)
            code = fields[self.field] if self.field < len(fields) else b""
        return Press(code, None) if code else None


@dataclass(frozen=True)
class Profile:
    """A pad's protocol, checked. Times are in seconds; ``keys`` maps the code on the wire to the key's meaning."""

    name: str
    title: str
    evidence: str  # public, assumed, learned or tried
    serial: str
    address: int | None  # None when the protocol has no addresses
    gap_s: float
    shape: FrameShape
    codes: frozenset[int] | None  # for framing by single bytes: those that are keys
    commands: Mapping[str, Order]
    poll: Polling | None  # None when the pad sends of itself
    key: KeyForm
    reply: Template | None
    keys: Mapping[bytes, str]
    answer_s: float
    accept_only_after_ask: bool
    ask_timeout_s: float
    ignore_repeat_s: float

    def framing(self) -> Framing:
        """A fresh framing for one line."""
        return framing_of(self.shape, self.codes, self.keys)

    @property
    def answers_in_frames(self) -> bool:
        """Whether what is expected as an answer is the body of a frame; else it is bytes as they come."""
        return self.shape.kind == "length"

    def message(self, framing: Framing, template: Template, **values: Value) -> bytes:
        """The bytes of something said to the pad."""
        body = template.fill(addr=self.address or 0, **values)
        return framing.build(body) if self.answers_in_frames else body

    def at_address(self, address: int | None) -> Profile:
        """This profile for a pad with another address; unchanged where the protocol has none. Raises ProfileError."""
        if address is None or self.address is None:
            return self
        if not 0 <= address <= 255:
            raise ProfileError(f"profile {self.name}: address: expected 0 to 255, not {address}")
        return replace(self, address=address)

    def code(self, key: str) -> bytes | None:
        """The code on the wire of a key's meaning, or None when this pad has no such key."""
        return next((code for code, name in self.keys.items() if name == key), None)


def framing_of(shape: FrameShape, codes: frozenset[int] | None, keys: Mapping[bytes, str]) -> Framing:
    """The framing of a shape. Raises FramingError."""
    if shape.kind == "byte":
        return ByteFraming(codes)
    if shape.kind == "fixed":
        return FixedFraming(keys)
    if shape.kind == "delimited":
        start, end = (mark.encode(shape.encoding) for mark in (shape.start, shape.end))
        return DelimitedFraming(start, end, shape.longest)
    return LengthFraming(shape.layout, longest=shape.longest, covers=shape.covers, adds=shape.adds)
