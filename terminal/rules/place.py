"""The place in the queue: one moment decides it, and a resident can be told why."""

from __future__ import annotations

from datetime import datetime, timedelta


def place_of(arrived_at: datetime, head_start_minutes: int) -> datetime:
    """The moment that decides the place: arrival less a head start.

    A head start is bounded by the priority file, so whoever has waited longer than the bound is ahead of every
    newcomer: nobody starves.
    """
    if head_start_minutes < 0:
        raise ValueError(f"a head start is not negative: {head_start_minutes}")
    return arrived_at - timedelta(minutes=head_start_minutes)


def number_text(line: str, running: int) -> str:
    """What is printed and called: a letter and at least three digits (A001 … A999, A1000)."""
    return f"{line}{running:03d}"
