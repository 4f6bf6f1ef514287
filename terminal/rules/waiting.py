"""How long somebody will wait, by playing the queue forward over the counters that are open.

A counter that comes free takes the first in the queue whose line it serves, as the real call does. What is left out on
purpose: nobody knows how long the person in front really needs, so usual minutes stand for all.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EXACT = 300  # people played one by one; behind them the pace of those is taken on


@dataclass(frozen=True, slots=True)
class Server:
    """An open counter: the lines it serves and the minutes until it is free."""

    lines: frozenset[str]
    busy: float = 0.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """``ahead`` people are called first, which takes about ``minutes``."""

    ahead: int
    minutes: int


def estimate(servers: Iterable[Server], queue: Sequence[tuple[str, float]], line: str) -> Estimate:
    """What a person of ``line`` faces behind ``queue`` (line and usual minutes of each, in the order of calls).

    Only people whom some counter serving ``line`` may call count as ahead. Without any open counter for the line the
    minutes are those of one counter working alone.
    """
    ours = [server for server in servers if line in server.lines] or [Server(frozenset([line]))]
    shared = frozenset().union(*(server.lines for server in ours))
    ahead = [(who, minutes) for who, minutes in queue if who in shared]
    played = ahead[:EXACT]
    left = [*played, (line, 0.0)]
    free = [(server.busy, number) for number, server in enumerate(ours)]
    heapq.heapify(free)
    now = 0.0
    while free:
        now, number = heapq.heappop(free)
        taken = next((index for index, (who, _) in enumerate(left) if who in ours[number].lines), None)
        if taken is None:
            continue  # nobody left whom this counter serves
        if taken == len(left) - 1:
            break
        _, minutes = left.pop(taken)
        heapq.heappush(free, (now + minutes, number))
    if played and len(ahead) > len(played):
        now *= len(ahead) / len(played)
    # Some of those in front may still stand there: a counter for our line alone takes us before them.
    called_first = len(ahead) - (len(left) - 1)
    return Estimate(ahead=called_first, minutes=math.ceil(now - 1e-9))
