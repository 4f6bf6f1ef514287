"""``onewindow rating``: what residents pressed, and the stars."""

from __future__ import annotations

import argparse

from terminal.commands import asking
from terminal.commands.arguments import day, number, seconds
from terminal.commands.context import Context, Subparsers, group, verb


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "rating", "ask, list, and the stars of windows and staff")
    ask = verb(verbs, "ask", "ask about a finished handling on the settings' pad", _ask)
    ask.add_argument("handling", metavar="HANDLING", type=number)
    ask.add_argument("--seconds", type=seconds, help="how long to wait for the key")
    listing = verb(verbs, "list", "ratings and silences, newest first", _list)
    listing.add_argument("--counter", type=number, metavar="N")
    stars = verb(verbs, "stars", "stars of each window", _stars)
    stars.add_argument("--by", choices=("counter", "staff"), default="counter")
    for parser in (listing, stars):
        parser.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="default: 1 January")
        parser.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="default: today")


def _ask(context: Context, args: argparse.Namespace) -> int:
    pad = asking.configured_pad(context.settings, args.seconds)
    with context.office() as office:
        rating = asking.ask(context, office, args.handling, context.settings.counter.number, pad)
    return context.say(rating, f"rating: {rating['key']}" if rating else "not rated")


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        found = office.feedback.ratings(args.since, args.until, counter=args.counter)
    rows = [
        {
            "counter": row.counter,
            "staff": row.staff,
            "item": row.item,
            "ticket": row.number,
            "key": row.key,
            "score": row.score,
            "source": row.source,
            "at": row.at.isoformat(),
        }
        for row in found
    ]
    lines = [
        f"{row.at:%Y-%m-%d %H:%M}  window {row.counter}  {row.number}  {row.item}  {row.key or 'not rated'}"
        for row in found
    ]
    return context.say(rows, *(lines or ["no ratings"]))


def _stars(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        page = office.feedback.stars_page(args.since, args.until)
    named = (
        [("counter", row.counter, row.standing) for row in page.windows]
        if args.by == "counter"
        else [("staff", row.staff, row.standing) for row in page.staff]
    )
    rows = [
        {
            kind: name,
            "stars": None if standing.stars is None else round(standing.stars, 2),
            "ratings": standing.ratings,
            "not_rated": standing.not_rated,
            "low": None if standing.low is None else round(standing.low, 2),
            "high": None if standing.high is None else round(standing.high, 2),
            "ranked": standing.ranked,
        }
        for kind, name, standing in named
    ]
    lines = [
        f"{kind} {name}: {'–' if standing.stars is None else format(standing.stars, '.1f')} stars, "
        f"{standing.ratings} ratings, {standing.not_rated} not rated{'' if standing.ranked else ' (too few to rank)'}"
        for kind, name, standing in named
    ]
    return context.say(rows, *(lines or ["no ratings"]))
