"""What the band over the sheet says."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Notice(NamedTuple):
    """One sentence for the band, and what to do."""

    kind: Literal["calm", "wait", "trouble"]
    sentence: str
    advice: str = ""
