"""The invented people, and their cards as bytes."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

PICTURE: Final = 1024
FINGER: Final = 512
# Kind of card → (field, bytes), in the order of the standards; "=" and a letter is the type, "" is left blank.
ORDER: Final = {
    "resident": (
        ("name", 30), ("sex", 2), ("nation", 4), ("birth", 16), ("address", 70), ("number", 36), ("issuer", 30),
        ("since", 16), ("until", 16), ("", 36),
    ),
    "hmt-permit": (
        ("name", 30), ("sex", 2), ("", 4), ("birth", 16), ("address", 70), ("number", 36), ("issuer", 30),
        ("since", 16), ("until", 16), ("travel_permit", 18), ("issues", 4), ("", 6), ("=J", 2), ("", 6),
    ),
    "foreign-2017": (
        ("latin", 120), ("sex", 2), ("number", 30), ("nationality", 6), ("name", 30), ("since", 16), ("until", 16),
        ("birth", 16), ("version", 4), ("issuer", 8), ("=I", 2), ("", 6),
    ),
    "foreign-2023": (
        ("name", 30), ("sex", 2), ("issues", 4), ("birth", 16), ("latin", 70), ("number", 36), ("", 30), ("since", 16),
        ("until", 16), ("latin_rest", 22), ("nationality", 6), ("=Y", 2), ("former", 6),
    ),
    "unknown": (
        ("name", 30), ("sex", 2), ("", 4), ("birth", 16), ("", 70), ("number", 36), ("", 30), ("since", 16),
        ("until", 16), ("", 28), ("=K", 2), ("", 6),
    ),
}  # fmt: skip
LATIN_FIRST: Final = 35  # letters of a Latin name that fit its first field on the 2023 card


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who does not exist, with a card. Codes and dates as they stand on it; ``fingers``: 0, 1 or 2."""

    key: str
    card: str
    name: str
    number: str
    sex: str
    birth: str
    since: str
    until: str
    latin: str = ""
    nation: str = ""
    nationality: str = ""
    address: str = ""
    issuer: str = ""
    travel_permit: str = ""
    issues: str = ""
    former: str = ""
    version: str = ""
    fingers: int = 0

    def text(self) -> bytes:
        """The 256 bytes of text."""
        return b"".join(self._field(field, size) for field, size in ORDER[self.card])

    def picture(self) -> bytes:
        """1024 bytes in the picture's place: no picture, for nobody may make one of these."""
        return random.Random(self.key).randbytes(PICTURE)

    def fingerprints(self) -> bytes:
        """As many halves of a kilobyte as there are fingers."""
        return random.Random(self.number).randbytes(FINGER * self.fingers)

    def _field(self, field: str, size: int) -> bytes:
        long = self.card == "foreign-2023"
        if field == "" or field.startswith("="):
            words = field[1:]
        elif field == "latin_rest":
            words = self.latin[LATIN_FIRST:]
        elif field == "latin" and long:
            words = self.latin[:LATIN_FIRST]
        else:
            words = str(getattr(self, field))
        data = words.encode("utf-16-le")
        if len(data) > size:
            raise ValueError(f"{self.key}: {field} has {len(data)} bytes, at most {size} fit")
        return data + b" \0" * ((size - len(data)) // 2)


@cache
def people() -> dict[str, Person]:
    """By key, in the order of the file."""
    found = tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
    return {person.key: person for person in msgspec.convert(found["people"], list[Person])}
