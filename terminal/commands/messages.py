"""``onewindow messages``: what residents and staff are told, and delivering it."""

from __future__ import annotations

import argparse
import sys
import threading
from typing import TYPE_CHECKING, Any

from terminal.commands.acting import add_by, who
from terminal.commands.arguments import number, text
from terminal.commands.context import Context, Subparsers, group, verb
from terminal.commands.stopping import stop_on_signals
from terminal.devices.delivery.addresses import hidden
from terminal.devices.delivery.reasons import how_it_is, said
from terminal.errors import Refusal
from terminal.settings import traffic_folder

if TYPE_CHECKING:
    from terminal.devices.delivery.courier import Courier, Done
    from terminal.office.booking_views import MessageRow

FAULT = 3  # exit code: the surroundings failed
SHOWN = 50
DELIVER_HELP = (
    "Works until it is stopped, or with --once delivers what is due now and ends: exit code 3 when a way out of here "
    "did not get ready. Machines whose settings have a part [messages] deliver by themselves while a window is open."
)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    verbs = group(subparsers, "messages", "what residents and staff are told")
    listing = verb(verbs, "list", "the latest messages, newest first", _list)
    listing.add_argument("--state", type=text, help="waiting, sending, sent, unsure, failed, call, called or dropped")
    listing.add_argument("--appointment", type=number, metavar="ID", help="about this appointment only")
    listing.add_argument("--limit", type=number, default=SHOWN, metavar="N", help=f"how many at most; {SHOWN} else")
    verb(verbs, "calls", "whom to telephone, oldest first", _calls)
    called = verb(verbs, "called", "somebody was told by telephone", _called)
    called.add_argument("--note", type=text, default="", help="what came of it; write nobody's name")
    retry = verb(verbs, "retry", "send again what failed, or what may not have gone out", _retry)
    drop = verb(verbs, "drop", "it is of no use any more", _drop)
    for one in (called, retry, drop):
        one.add_argument("message", type=number, metavar="ID")
        add_by(one)
    deliver = verb(verbs, "deliver", "deliver what waits, as this machine's settings say", _deliver, DELIVER_HELP)
    deliver.add_argument("--once", action="store_true", help="what is due now, then end")


def _list(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        rows = office.outbox.messages(args.state, args.appointment, args.limit)
    return context.say([_document(row) for row in rows], *([_line(row) for row in rows] or ["no messages"]))


def _calls(context: Context, _: argparse.Namespace) -> int:
    with context.office() as office:
        rows = office.outbox.calls()
    lines = [f"{row.id}  {row.name}  {row.address or '-'}  {row.text}" for row in rows]
    return context.say([_document(row) for row in rows], *(lines or ["nobody is to be called"]))


def _called(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _changed(context, office.outbox.called(args.message, args.note, by=who(context, args)))


def _retry(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _changed(context, office.outbox.retry(args.message, by=who(context, args)))


def _drop(context: Context, args: argparse.Namespace) -> int:
    with context.office() as office:
        return _changed(context, office.outbox.drop(args.message, by=who(context, args)))


def _changed(context: Context, row: MessageRow) -> int:
    return context.say(_document(row), _line(row))


def _document(row: MessageRow) -> dict[str, Any]:
    """A message for scripts: an address that holds a password is not told."""
    return {
        "id": row.id, "template": row.template, "via": row.via, "name": row.name, "address": hidden(row.address),
        "text": row.text, "state": row.state, "attempts": row.attempts, "created_at": row.created_at.isoformat(),
        "next_at": row.next_at.isoformat(), "ended_at": row.ended_at.isoformat() if row.ended_at else None,
        "detail": row.detail, "appointment": row.appointment,
    }  # fmt: skip


def _line(row: MessageRow) -> str:
    when = f"{row.ended_at or row.next_at:%m-%d %H:%M}"
    detail = str(said(row.detail)) if row.detail else ""
    return f"{row.id:<6} {row.state:8} {when}  {row.via:4} {hidden(row.address)}  {row.template}  {detail}".rstrip()


def _deliver(context: Context, args: argparse.Namespace) -> int:
    from terminal.devices.delivery.making import couriers  # drivers, for those who deliver

    if context.settings.messages is None:
        raise Refusal(
            "The settings do not say how messages go out.", 'Add a part [messages], with sms = "modem" or a URL.'
        )
    made = couriers(context.settings, traffic=traffic_folder())
    return _once(context, made) if args.once else _until_stopped(context, made)


def _once(context: Context, couriers: list[Courier]) -> int:
    from terminal.devices.delivery.courier import describe
    from terminal.devices.delivery.once import deliver_due

    done: list[Done] = []  # appended to by several threads
    with context.office() as office:
        stuck = deliver_due(office, couriers, done.append)
    rows = [
        {"id": one.message, "via": one.via, "fate": one.result.fate, "detail": one.result.reason, "again": one.again}
        for one in done
    ]
    context.say({"delivered": rows, "not_ready": stuck}, *([describe(one) for one in done] or ["nothing is due"]))
    for courier in couriers:
        if courier.transport.via in stuck:
            context.warn(f"{courier.transport.via}: {how_it_is(courier.transport.standing)}")
    return FAULT if stuck else 0


def _until_stopped(context: Context, couriers: list[Courier]) -> int:
    from terminal.devices.delivery.courier import describe
    from terminal.devices.delivery.deliverer import Deliverer

    def done(one: Done) -> None:
        context.say({"id": one.message, "via": one.via, "fate": one.result.fate}, describe(one))

    def bug(error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    with context.office() as office, stop_on_signals() as stop:
        deliverer = Deliverer(lambda: office, couriers, done=done, bug=bug)
        deliverer.start()
        try:
            _wait(stop)
        finally:
            deliverer.close()
    return 0


def _wait(stop: threading.Event) -> None:
    while not stop.wait(60.0):  # on Windows a wait without an end hears no Ctrl+C
        pass
