"""The verbs: everything staff and residents do. ``open_office`` is the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terminal.office.clock import Clock
    from terminal.office.office import Office

__all__ = ["open_office"]


def open_office(url: str, *, centre: str | None = None, clock: Clock | None = None) -> Office:
    """Open a centre's office on ``sqlite:///…`` or ``postgresql+psycopg://…``; close it, or use it in ``with``.

    ``centre`` may be left out when the database holds one. Raises Refusal for a database without a centre, of a newer
    program or of another one, and Fault when it cannot be reached. An older database is upgraded, a copy set aside.
    """
    # Screens import this package for its views before their first paint; SQLAlchemy would cost them 200 ms there.
    from terminal.office.office import Office

    return Office(url, centre=centre, clock=clock)
