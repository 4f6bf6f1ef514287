"""Opening hours as one types them: “08:00-12:00, 14:00-18:00; 18:00-20:00 延”. Standard library only."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from terminal.rules.hours import DAY_MINUTES, Span, clock_of

_SPAN: Final = re.compile(
    r"\s*(\d{1,2})[:：.]?(\d{2})?\s*[-–—~至到]\s*(\d{1,2})[:：.]?(\d{2})?\s*(延时|延|ext|e|\*)?\s*", re.IGNORECASE
)
_SEPARATOR: Final = re.compile(r"[,，;；、/]+")


def read_spans(text: str) -> tuple[Span, ...] | None:
    """The spans of a text in their order; () for an empty one (closed), None for one that cannot be kept.

    Hours may stand alone (8-18), separators may be Chinese ones, and 延 after a span makes it extended hours. Spans
    that overlap, or close before they open, cannot be kept.

    >>> read_spans("8-18") == read_spans("08:00–18:00") == (Span(480, 1080),)
    True
    """
    spans = []
    for part in filter(str.strip, _SEPARATOR.split(text)):
        span = _span(part)
        if span is None:
            return None
        spans.append(span)
    spans.sort()
    if any(one.closes > other.opens for one, other in pairwise(spans)):
        return None
    return tuple(spans)


def write_spans(spans: tuple[Span, ...]) -> str:
    """The text that reads as these spans."""
    return ", ".join(
        f"{clock_of(span.opens)}-{clock_of(span.closes)}{' 延' if span.kind == 'extended' else ''}" for span in spans
    )


def _span(part: str) -> Span | None:
    match = _SPAN.fullmatch(part)
    if match is None:
        return None
    opens, closes = (_minutes(match[hours], match[hours + 1]) for hours in (1, 3))
    if opens is None or closes is None or opens >= closes:
        return None
    return Span(opens, closes, "extended" if match[5] else "regular")


def _minutes(hours: str, minutes: str | None) -> int | None:
    found = int(hours) * 60 + int(minutes or 0)
    return found if found <= DAY_MINUTES and int(minutes or 0) < 60 else None
