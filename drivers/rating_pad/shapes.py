"""What each kind of frame needs and does not have, and how its keys' codes are written."""

from __future__ import annotations

import re
from collections.abc import Callable

from drivers.rating_pad.description import BodyKey, KeyForm
from drivers.rating_pad.sections import FrameShape, KeyRule
from drivers.rating_pad.templates import Blank

KEY_NAME = r"[a-z][a-z0-9_]*"
LONGEST_CODE = 64
_CODE = re.compile(r"[0-9A-Fa-f]{2}")
_HEX = re.compile(r"[0-9A-Fa-f]{2}(?: ?[0-9A-Fa-f]{2})*")
_LENGTH_ONLY = ("layout", "body", "covers", "adds")
_TEXT_ONLY = ("start", "end", "separator")
_RULES = {
    "byte": ("oneof",),
    "fixed": (),
    "delimited": ("starts", "field"),
    "length": ("func", "data"),
}


def stray_keys(rule: KeyRule, kind: str) -> list[str]:
    """What stands in [recv] key and means nothing for frames of this kind."""
    given = [name for name in ("oneof", "func", "data", "starts", "field") if getattr(rule, name) is not None]
    return [name for name in given if name not in _RULES[kind]]


def check_shape(shape: FrameShape, expect: Callable[[str, str], None]) -> bool:
    """Tell ``expect`` (key, what is expected there) all that is wrong with [frame]; whether nothing is."""
    faults: list[tuple[str, str]] = []
    plain = FrameShape(kind=shape.kind)
    strays = {"length": _TEXT_ONLY, "delimited": _LENGTH_ONLY}.get(shape.kind, _LENGTH_ONLY + _TEXT_ONLY)
    given = [name for name in strays if getattr(shape, name) != getattr(plain, name)]
    if given:
        faults.append(("frame", f"neither {' nor '.join(given)} for kind {shape.kind}"))
    if shape.kind == "length":
        faults += _length_faults(shape)
    if shape.kind == "delimited" and not shape.end:
        faults.append(("frame.end", 'what ends each frame, such as "E" or "\\r\\n"'))
    if not 1 <= shape.longest <= 255:
        faults.append(("frame.longest", f"1 to 255 bytes, not {shape.longest}"))
    for place, expected in faults:
        expect(place, expected)
    return not faults


def key_code(text: str, shape: FrameShape, form: KeyForm) -> bytes:
    """The code on the left of a line of [keys]. Raises ValueError with what is expected there."""
    if shape.kind == "delimited":
        if not text or len(text) > LONGEST_CODE or (shape.separator and shape.separator in text):
            raise ValueError("a key code as it stands in the text, without separator")
        return text.encode(shape.encoding)
    if shape.kind == "fixed":
        if not _HEX.fullmatch(text) or len(bytes.fromhex(text)) > LONGEST_CODE:
            raise ValueError('the whole frame on the left, in hexadecimal and in quotes, such as "A5 01 5A"')
        return bytes.fromhex(text)
    size = _key_size(form)
    if not _HEX.fullmatch(text) or len(bytes.fromhex(text)) != size:
        digits = "two hexadecimal digits" if size == 1 else f"{2 * size} hexadecimal digits"
        raise ValueError(f"a key code of {digits} on the left")
    return bytes.fromhex(text)


def _key_size(form: KeyForm) -> int:
    if isinstance(form, BodyKey):
        for part in form.template.parts:
            if isinstance(part, Blank) and part.name == "key":
                return part.size
    return 1


def _length_faults(shape: FrameShape) -> list[tuple[str, str]]:
    faults = [
        ("frame.body", f"addr, func, data or hexadecimal bytes, not {part!r}")
        for part in shape.body
        if part not in ("addr", "func", "data") and not _CODE.fullmatch(part)
    ]
    if not shape.body:
        faults.append(("frame.body", 'parts such as ["addr", "func", "data"]'))
    return faults
