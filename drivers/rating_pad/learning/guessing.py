"""What frames look like that no profile describes: worked out from one frame for each key.

Tried in this order, from what says most to what says least: text between marks; frames with a length (and a checksum);
single bytes; and where nothing fits, each key's bytes as they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

from drivers.framing import CHECKSUMS, COVERS
from drivers.rating_pad.learning.errors import LearningError

SEPARATORS = ("||", "|", ",", ";", "\t", "=", ":")
LINE_ENDS = ("\r\n", "\n", "\r")
LONGEST_HEAD = 8
LONGEST_TAIL = 2


class Guess(NamedTuple):
    """The sections of a profile that describe how the keys are sent, and what is to be said of them."""

    frame: dict[str, Any]
    key: dict[str, Any]
    keys: dict[str, str]
    note: str
    address: int | None = None


def smallest(burst: bytes) -> bytes:
    """A burst without its repetitions: a key that bounced sent its frame more than once."""
    for size in range(1, len(burst) // 2 + 1):
        if len(burst) % size == 0 and burst == burst[:size] * (len(burst) // size):
            return burst[:size]
    return burst


def guess(frames: Mapping[str, bytes]) -> Guess:
    """The simplest description under which all frames, by meaning, are keys. Raises LearningError."""
    _tell_apart(frames)
    made = _as_text(frames) or _as_lengths(frames)
    return made or _as_bytes(frames) or _as_fixed(frames)


def _tell_apart(frames: Mapping[str, bytes]) -> None:
    if len(frames) < 2:
        raise LearningError("nothing")
    by_frame: dict[bytes, list[str]] = {}
    for meaning, frame in frames.items():
        by_frame.setdefault(frame, []).append(meaning)
    alike = [meanings for meanings in by_frame.values() if len(meanings) > 1]
    if alike:
        raise LearningError("alike", keys=", ".join(alike[0]))


# Text.


def _as_text(frames: Mapping[str, bytes]) -> Guess | None:
    texts: dict[str, str] = {}
    for meaning, frame in frames.items():
        try:
            text = frame.decode("gbk")
        except UnicodeDecodeError:
            return None
        if len(frame) < 2 or not all(letter.isprintable() or letter in "\r\n\t" for letter in text):
            return None
        texts[meaning] = text
    end = _end_mark(list(texts.values()))
    if not end:
        return None
    prefix = _common([text.removesuffix(end) for text in texts.values()])
    start = prefix[:1] if prefix and prefix[0] not in end and _once(prefix[0], texts) else ""
    shape: dict[str, Any] = {"kind": "delimited", "start": start, "end": end, "encoding": "gbk"}
    return _by_field(texts, shape, start) or _by_rest(texts, shape, prefix)


def _end_mark(texts: list[str]) -> str:
    """What ends every text and stands nowhere else in it."""
    for end in LINE_ENDS:
        if all(text.endswith(end) for text in texts):
            return end
    last = texts[0][-1]
    return last if all(text.endswith(last) and _first(text, last) == len(_bytes(text[:-1])) for text in texts) else ""


def _bytes(text: str) -> bytes:
    return text.encode("gbk")


def _first(text: str, mark: str) -> int:
    """Where a mark is first found in a text's bytes: there the framing looks, not between whole characters."""
    return _bytes(text).find(_bytes(mark))


def _common(texts: list[str]) -> str:
    """The longest beginning of all."""
    least, most = min(texts), max(texts)
    return next((least[:at] for at, letter in enumerate(least) if letter != most[at]), least)


def _once(mark: str, texts: Mapping[str, str]) -> bool:
    """Whether every text begins with the mark and has it nowhere else, in its bytes."""
    return all(text.startswith(mark) and _bytes(text).rfind(_bytes(mark)) == 0 for text in texts.values())


def _by_field(texts: Mapping[str, str], frame: dict[str, Any], start: str) -> Guess | None:
    """The key is one of several fields; others may change from press to press."""
    for separator in SEPARATORS:
        rows = {meaning: text.removesuffix(frame["end"]).split(separator) for meaning, text in texts.items()}
        count = min(map(len, rows.values()))
        for field in range(1, count) if count > 1 else ():
            values = [row[field] for row in rows.values()]
            if len(set(values)) == len(values) and all(0 < len(value) <= 4 for value in values):
                heads = {row[0] for row in rows.values()}
                starts = heads.pop() + separator if len(heads) == 1 else start
                rule = {"starts": starts, "field": field} if starts else {"field": field}
                keys = {row[field]: meaning for meaning, row in rows.items()}
                note = f"texts with fields between {separator!r}; field {field} tells the keys apart"
                return Guess(frame | {"separator": separator}, rule, keys, note)
    return None


def _by_rest(texts: Mapping[str, str], frame: dict[str, Any], prefix: str) -> Guess:
    """What follows the beginning that all have in common is the key."""
    end = frame["end"]
    rest = [text.removesuffix(end) for text in texts.values()]
    if prefix in rest:  # one key is the beginning of another
        prefix = prefix[:-1]
    rule = {"starts": prefix} if prefix else {}
    keys = {text.removesuffix(end)[len(prefix) :]: meaning for meaning, text in texts.items()}
    return Guess(frame, rule, keys, "texts; what follows their common beginning is the key")


# Frames with a length.


class _Plan(NamedTuple):
    """One way to take frames apart."""

    length_at: int
    head: int
    check: str  # "" for none
    covers: str
    tail: int
    adds: int


def _as_lengths(frames: Mapping[str, bytes]) -> Guess | None:
    samples = list(frames.values())
    if len({len(sample) for sample in samples}) != 1 or len(samples[0]) < 4:
        return None
    for plan in _plans(samples[0]):
        if all(_fits(plan, sample) for sample in samples):
            made = _described(plan, frames)
            if made is not None:
                return made
    return None


def _plans(sample: bytes) -> Iterator[_Plan]:
    """Ways to take a frame apart that agree with its length: those with a checksum first, then what adds least."""
    size = len(sample)
    checks = [*CHECKSUMS, ""]
    for check, covers in product(checks, COVERS):
        if not check and covers != COVERS[0]:
            continue
        check_size = len(CHECKSUMS[check](b"")) if check else 0
        found = []
        for tail, length_at in product(range(LONGEST_TAIL, -1, -1), range(1, LONGEST_HEAD)):
            for head in range(length_at + 1, LONGEST_HEAD + 1):
                body = size - head - check_size - tail
                if body < 1 or length_at >= size:
                    continue
                adds = sample[length_at] - body
                if adds in (0, check_size, check_size + tail):
                    found.append(_Plan(length_at, head, check, covers, tail, adds))
        yield from sorted(found, key=lambda plan: (plan.adds, plan.head))


def _fits(plan: _Plan, sample: bytes) -> bool:
    if not plan.check:
        return True
    stop = len(sample) - plan.tail
    make = CHECKSUMS[plan.check]
    size = len(make(b""))
    begin = {"body": plan.head, "length": plan.length_at, "frame": 0}[plan.covers]
    return make(sample[begin : stop - size]) == sample[stop - size : stop]


def _described(plan: _Plan, frames: Mapping[str, bytes]) -> Guess | None:
    """The sections for a plan, if heads and tails are the same in all frames and the bodies tell the keys apart."""
    samples = list(frames.values())
    first = samples[0]
    check_size = len(CHECKSUMS[plan.check](b"")) if plan.check else 0
    stop = len(first) - plan.tail - check_size
    if any(
        s[: plan.head] != first[: plan.head] or s[len(s) - plan.tail :] != first[stop + check_size :] for s in samples
    ):
        return None
    bodies = {meaning: sample[plan.head : stop] for meaning, sample in frames.items()}
    varying = [at for at in range(stop - plan.head) if len({body[at] for body in bodies.values()}) > 1]
    if not varying or len(set(bodies.values())) < len(bodies):
        return None
    begin, end = varying[0], varying[-1] + 1
    layout = _layout(plan, first, stop + check_size)
    frame: dict[str, Any] = {"kind": "length", "layout": layout}
    if plan.check and plan.covers != "body":
        frame["covers"] = plan.covers
    if plan.adds:
        frame["adds"] = plan.adds
    body = first[plan.head : stop]
    key = "{key}" if end - begin == 1 else f"{{key:{end - begin}}}"
    keys = {one[begin:end].hex().upper(): meaning for meaning, one in bodies.items()}
    check = f"{plan.check} over the {plan.covers}" if plan.check else "no checksum"
    note = f"frames with a length byte, {check}"
    if begin >= 2:
        data = " ".join(part for part in (body[2:begin].hex(" ").upper(), key, body[end:].hex(" ").upper()) if part)
        rule = {"func": body[1:2].hex().upper(), "data": data}
        note += "; the body's first byte is taken for the address, the second for the function"
        return Guess(frame | {"body": ["addr", "func", "data"]}, rule, keys, note, body[0])
    data = " ".join(part for part in (body[:begin].hex(" ").upper(), key, body[end:].hex(" ").upper()) if part)
    return Guess(frame | {"body": ["data"]}, {"data": data}, keys, note)


def _layout(plan: _Plan, frame: bytes, tail_at: int) -> list[str]:
    """The layout's parts. A byte beside the length that has its value is the length again."""
    length = frame[plan.length_at]
    parts = [
        "len" if at >= plan.length_at and byte == length and (at == plan.length_at or frame[at - 1] == length) else byte
        for at, byte in enumerate(frame[: plan.head])
    ]
    made = [part if isinstance(part, str) else f"{part:02X}" for part in parts]
    return [*made, "body", *([plan.check] if plan.check else []), *(f"{byte:02X}" for byte in frame[tail_at:])]


# Bytes.


def _as_bytes(frames: Mapping[str, bytes]) -> Guess | None:
    if any(len(frame) != 1 for frame in frames.values()):
        return None
    keys = {frame.hex().upper(): meaning for meaning, frame in frames.items()}
    return Guess({"kind": "byte"}, {"oneof": " ".join(keys)}, keys, "one byte for each key, and no checksum")


def _as_fixed(frames: Mapping[str, bytes]) -> Guess:
    keys = {frame.hex(" ").upper(): meaning for meaning, frame in frames.items()}
    return Guess({"kind": "fixed"}, {}, keys, "no structure was found: each key's bytes as they came")
