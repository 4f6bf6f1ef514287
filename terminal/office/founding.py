"""Founding: a new database with one centre in it, from a catalogue file that has a hall."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from terminal.errors import Refusal
from terminal.model import BookingRules, CaseRules, Centre
from terminal.office.casework_file import put_casework, read_casework, sample_casework
from terminal.office.catalogue import put
from terminal.office.catalogue_file import read_catalogue, sample_catalogue
from terminal.office.plan_file import put_plan, read_plan_file, sample_plan
from terminal.store import schema
from terminal.store.published_days import add_published_days
from terminal.store.store import Store
from terminal.store.vault import make_vault


def prepare_database(url: str) -> None:
    """Create the tables of a new database, without a centre in it."""
    store = Store(url)
    try:
        schema.upgrade(store.engine)
    finally:
        store.close()


def found_centre(
    url: str,
    catalogue: Path | str | None = None,
    plan: Path | str | None = None,
    casework: Path | str | None = None,
) -> str:
    """Create the database if need be and found a centre in it, by default the sample centre. Returns its code.

    ``plan`` holds its hours, shifts and training; by default the sample centre's for the sample centre, else none:
    such a centre is always open until it is given hours. ``casework`` likewise holds its departments and usual steps.
    The published years of the calendar are taken over.

    Refuses when the database already has that centre, and for a file without a hall; nothing is changed then.
    """
    file = read_catalogue(catalogue or sample_catalogue())
    if file.centre is None:
        raise Refusal("The file has no centre.", "Add the parts centre, counters and staff, as in the sample.")
    code = file.centre.code
    plan = plan or (sample_plan() if catalogue is None else None)
    hours = read_plan_file(plan) if plan else None
    casework = casework or (sample_casework() if catalogue is None else None)
    cases = read_casework(casework) if casework else None
    store = Store(url)
    try:
        schema.upgrade(store.engine)
        with store.writing() as session:
            if session.scalars(select(Centre).where(Centre.code == code)).one_or_none() is not None:
                raise _founded(code)
            put(session, code, file)
            session.add_all((BookingRules(centre=code), CaseRules(centre=code)))
            make_vault(session.connection(), code)
            add_published_days(session.connection(), code)
            if plan and hours:
                put_plan(session, code, hours, plan, with_hours=True)
            if casework and cases:
                put_casework(session, code, cases, casework)
    except IntegrityError as error:
        raise _founded(code) from error  # somebody else founded it at the same moment
    finally:
        store.close()
    return code


def _founded(code: str) -> Refusal:
    return Refusal(
        "The database already has the centre {centre}.", "Use it as it is, or name another database.", centre=code
    )
