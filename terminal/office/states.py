"""States as somebody names them."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from terminal.errors import Refusal

State = TypeVar("State", bound=StrEnum)


def state_named(states: type[State], name: str) -> State:
    """The state of that name. Refuses one that there is not."""
    try:
        return states(name)
    except ValueError:
        known = ", ".join(states)
    raise Refusal("There is no state {state}.", "Use one of: {known}.", state=name, known=known)
