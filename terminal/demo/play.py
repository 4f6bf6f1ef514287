"""The demo without a display: one visit, and what it left on disk."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from terminal.demo.centre import DemoCentre
from terminal.demo.director import Director
from terminal.demo.doors import open_doors
from terminal.demo.every_device import EveryDeviceVisit
from terminal.demo.morning import keep_morning
from terminal.demo.visit import Visit
from terminal.errors import Fault
from terminal.office import open_office
from terminal.office.founding import found_centre
from terminal.settings import sqlite_url


def play(output: Path, tell: Callable[[str], None], *, all_devices: bool = False) -> dict[str, Any]:
    """Play one visit; with ``all_devices`` over every kind of device, and another one by appointment.

    Leaves ``visit.json``, ``slip.bin``, ``slip.png`` and a picture of each screen in ``output``. Returns what
    ``visit.json`` says; ``matches`` of it is whether the stored rating is the key that was pressed. Raises Fault when
    the visit stops on the way or a file cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            "{folder} cannot be made: {why}.", "Choose another folder.", folder=output, why=error.strerror
        ) from error
    director = Director(tell)
    with tempfile.TemporaryDirectory(prefix="onewindow-demo-") as folder:
        database = Path(folder) / "centre.db"
        found_centre(sqlite_url(database))
        if all_devices:
            with open_office(sqlite_url(database)) as office:
                keep_morning(office)
        with open_office(sqlite_url(database)) as office:
            open_doors(office)
        centre = DemoCentre(database, all_devices=all_devices)
        try:
            kind = EveryDeviceVisit if all_devices else Visit
            visit = kind(centre, director, output).play()
        finally:
            centre.close()
        visit |= _stored(database, visit["handling"])
        if "appointment" in visit:
            visit["appointment"] |= _appointment(database, visit["appointment"]["id"])
    visit["matches"] = visit["rating"] is not None and visit["rating"]["key"] == visit["pressed"]
    director.leave(output / "visit.json", json.dumps(visit, ensure_ascii=False, indent=2).encode() + b"\n")
    return visit


def _stored(database: Path, handling: int) -> dict[str, Any]:
    """What the database holds of the visit, read by itself after all windows are gone."""
    with open_office(sqlite_url(database)) as office:
        found = [row for row in office.feedback.ratings() if row.handling == handling]
        standings = [
            {"counter": row.counter, "stars": row.standing.stars, "ratings": row.standing.ratings,
             "not_rated": row.standing.not_rated}
            for row in office.feedback.stars()
        ]  # fmt: skip
    rating = None
    if found:
        row = found[0]
        rating = {
            "counter": row.counter, "staff": row.staff, "item": row.item, "ticket": row.number, "key": row.key,
            "score": row.score, "source": row.source, "at": row.at.isoformat(),
        }  # fmt: skip
    return {"rating": rating, "stars": standings}


def _appointment(database: Path, which: int) -> dict[str, Any]:
    """What the database holds of an appointment, read likewise."""
    with open_office(sqlite_url(database)) as office:
        booking = office.appointments.find(which)
        messages = office.outbox.messages(appointment=which)
        served = [row for row in office.feedback.ratings() if row.number == booking.ticket]
    return {
        "state": booking.state,
        "messages": [{"template": row.template, "via": row.via, "state": row.state} for row in messages],
        "rating": served[0].key if served else None,
    }
