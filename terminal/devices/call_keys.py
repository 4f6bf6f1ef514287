"""What each key of a call box does at the office: the verbs that the counter screen presses, and no others.

The keys mean what they mean in the hall that publishes its program (JackQChen/QueueSystem,
``CallSystem/CallSystem/frmMain.cs``): a call is ignored while somebody is at the window, "call back" takes the number
that this window put aside last, "transfer" alone gives the number back to its line. Two things go further here: what is
ignored there is refused with a sentence here, and digits before "transfer" name another line. Calling while the window
is paused ends the pause, there and here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from terminal.errors import Refusal

if TYPE_CHECKING:
    from terminal.office.office import Office
    from terminal.office.views import CounterView, Serving


class Done(NamedTuple):
    """What a key did. ``ask`` is the finished handling that the resident is to be asked about."""

    ask: int | None = None


def obey(office: Office, counter: int, key: str, digits: str) -> Done:
    """Do what the key says at that window, for whoever stands there at this moment.

    Raises Refusal when it cannot be done (nothing is changed then), DatabaseFault without a database.
    """
    return _VERBS[key](office, office.hall.counter_view(counter), digits)


def _call(office: Office, view: CounterView, _: str) -> Done:
    _nobody_here(view)
    if view.paused and view.waiting_count:
        office.counters.resume(view.counter)
    if office.queue.call_next(view.counter) is None:
        raise Refusal("Nobody is waiting.", "Press the call key again when somebody has taken a number.")
    return Done()


def _recall(office: Office, view: CounterView, _: str) -> Done:
    office.queue.recall(_current(view).id)
    return Done()


def _ask(office: Office, view: CounterView, _: str) -> Done:
    """End what is being handled as done. One question follows, about the item begun last: a second would end the first.

    Somebody called but not begun with is begun with first, since only a handling can be rated; that is refused for who
    has no item to begin.
    """
    current = _current(view)
    open_rows = [row for row in current.handlings if row.finished_at is None]
    handlings = [row.id for row in open_rows]
    if current.state == "called":
        # Called back, perhaps: then it goes on with what was begun before.
        started = office.queue.start(current.id, open_rows[-1].item if open_rows else None)
        handlings = [one for one in handlings if one != started.id] + [started.id]
    for handling in handlings:
        office.queue.finish(handling)
    return Done(ask=handlings[-1]) if handlings else Done()


def _hold(office: Office, view: CounterView, _: str) -> Done:
    office.queue.hold(_current(view).id)
    return Done()


def _call_back(office: Office, view: CounterView, _: str) -> Done:
    """Call the number this window put aside last. Not one that was given up: there that is for good, too."""
    _nobody_here(view)
    held = [ticket for ticket in office.queue.list(state="held") if ticket.counter == view.counter]
    if not held:
        raise Refusal("This window has put nobody aside.", "Press 0 and the confirming key to put somebody aside.")
    if view.paused:
        office.counters.resume(view.counter)
    last = max(held, key=lambda ticket: (ticket.called_at is not None, ticket.called_at, ticket.id))
    office.queue.call(last.id, view.counter)
    return Done()


def _give_up(office: Office, view: CounterView, _: str) -> Done:
    office.queue.skip(_current(view).id)
    return Done()


def _pause(office: Office, view: CounterView, _: str) -> Done:
    (office.counters.resume if view.paused else office.counters.pause)(view.counter)
    return Done()


def _transfer(office: Office, view: CounterView, digits: str) -> Done:
    """To the line whose place among the centre's lines the digits name, 1 being the first; without digits, its own."""
    current = _current(view)
    to = current.item or current.line
    if digits:
        letters = [line.letter for line in office.hall.kiosk_view().lines]
        place = int(digits)
        if not 1 <= place <= len(letters):
            raise Refusal("There is no line {place}.", "There are lines 1 to {most}.", place=place, most=len(letters))
        to = letters[place - 1]
    office.queue.transfer(current.id, to)
    return Done()


def _current(view: CounterView) -> Serving:
    if view.current is None:
        raise Refusal("Nobody is at this window.", "Call somebody first.")
    return view.current


def _nobody_here(view: CounterView) -> None:
    if view.current is not None:
        raise Refusal(
            "{number} is still at this window.",
            "Ask for the rating, put the number aside or give it up; then call.",
            number=view.current.number,
        )


_VERBS: dict[str, Callable[[Office, CounterView, str], Done]] = {
    "call": _call,
    "recall": _recall,
    "ask": _ask,
    "hold": _hold,
    "call_back": _call_back,
    "give_up": _give_up,
    "pause": _pause,
    "transfer": _transfer,
}
