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

    Only people whom some counter serving ``line`` may call count as ahead; every counter is played, since the others
    take some of those away. Without any open counter for the line the minutes are those of one counter working alone.
    """
    working = list(servers)
    if not any(line in server.lines for server in working):
        working.append(Server(frozenset([line])))
    shared = frozenset().union(*(server.lines for server in working if line in server.lines))
    reached = _reached(working, line)
    before = [(who, minutes) for who, minutes in queue if who in reached]
    played = before[:EXACT]
    now, left = _play([server for server in working if server.lines & reached], played, line)
    if played and len(before) > len(played):
        now *= len(before) / len(played)
    # Some of those in front may still stand there: a counter for our line alone takes us before them.
    ahead = sum(who in shared for who, _ in before) - sum(who in shared for who in left)
    return Estimate(ahead=ahead, minutes=math.ceil(now - 1e-9))


def _reached(servers: Iterable[Server], line: str) -> frozenset[str]:
    """The lines that have to do with ``line``: served together with it, or with one that has to do with it."""
    reached, known = frozenset([line]), frozenset[str]()
    while reached != known:
        known = reached
        reached = reached.union(*(server.lines for server in servers if server.lines & known))
    return reached


def _play(servers: Sequence[Server], queue: Sequence[tuple[str, float]], line: str) -> tuple[float, list[str]]:
    """The minutes until a counter takes a person of ``line`` from behind ``queue``, and the lines of who is left."""
    left = [*queue, (line, 0.0)]
    free = [(server.busy, number) for number, server in enumerate(servers)]
    heapq.heapify(free)
    while True:
        now, number = heapq.heappop(free)
        taken = next((index for index, (who, _) in enumerate(left) if who in servers[number].lines), None)
        if taken is None:
            continue  # nobody left whom this counter serves
        if taken == len(left) - 1:
            return now, [who for who, _ in left[:-1]]
        _, minutes = left.pop(taken)
        heapq.heappush(free, (now + minutes, number))


def rounded(minutes: int) -> int:
    """Minutes as people are told them: from 10 on, up to the next five. More would promise what nobody knows."""
    return minutes if minutes <= 10 else math.ceil(minutes / 5) * 5
