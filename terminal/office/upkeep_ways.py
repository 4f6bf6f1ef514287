"""Looking for contradictions on the way of cases: chains of originals, mandates, and files that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import Session

from terminal.model import Attachment, Case, CaseMaterial, CustodyEntry, Mandate
from terminal.rules.custody import NotThere, Whereabouts
from terminal.store.file_store import FileStore, files_folder
from terminal.store.store import Store

_AT_ONCE = 1000  # rows held at a time: a centre has millions of them one day


def way_faults(store: Store, session: Session, centre: str | None, *, read_files: bool = False) -> Iterator[str]:
    """What cannot be, a line each; a case is named by its number alone. ``read_files``: each attached file is read and
    compared with its hash, which takes as long as reading them takes.
    """
    here = Case.centre == centre if centre is not None else true()
    yield from _chains(session, here)
    yield from _mandates(session, here)
    files = FileStore(files_folder(store.url.render_as_string(hide_password=False)))
    yield from _files(files, session, here, read_files)


def _chains(session: Session, here: ColumnElement[bool]) -> Iterator[str]:
    """No original is lost or made up, none goes back that is not there, and a material says what its chain says."""
    same = and_(CaseMaterial.case_id == CustodyEntry.case_id, CaseMaterial.position == CustodyEntry.position)
    query = (
        select(
            Case.number, CustodyEntry.position, CustodyEntry.what, CustodyEntry.originals,
            CaseMaterial.to_return, CaseMaterial.got_originals,
        )
        .join(Case, Case.id == CustodyEntry.case_id)
        .join(CaseMaterial, same)
        .where(here)
        .order_by(CustodyEntry.case_id, CustodyEntry.position, CustodyEntry.id)
        .execution_options(yield_per=_AT_ONCE)
    )  # fmt: skip
    for (number, position), group in groupby(session.execute(query), lambda row: (row[0], row[1])):
        links = list(group)
        *_, to_return, got = links[0]
        stand = Whereabouts()
        try:
            for _, _, what, originals, *_ in links:
                stand = stand.after(what, originals)
        except NotThere:
            yield f"case {number}: the chain of the originals of material {position} is broken"
            continue
        if not to_return <= stand.held <= got:
            yield f"case {number}: material {position} counts {got} originals, {to_return} to return, {stand.held} held"


def _mandates(session: Session, here: ColumnElement[bool]) -> Iterator[str]:
    """A case has at most one mandate that has not ended."""
    query = (
        select(Case.number, func.count())
        .join(Mandate, Mandate.case_id == Case.id)
        .where(here, Mandate.ended_at.is_(None))
        .group_by(Case.id, Case.number)
        .having(func.count() > 1)
        .order_by(Case.id)
    )
    for number, count in session.execute(query):
        yield f"case {number}: {count} mandates at once"


def _files(files: FileStore, session: Session, here: ColumnElement[bool], read: bool) -> Iterator[str]:
    """Every file that a case names lies in the folder, as long as it was; ``read``: and says what it said."""
    query = (
        select(Case.number, Attachment.id, Attachment.sha256, Attachment.size)
        .join(Case, Case.id == Attachment.case_id)
        .where(here, Attachment.removed_at.is_(None))
        .order_by(Attachment.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for number, file, sha256, size in session.execute(query):
        found = files.size(sha256)
        if found is None:
            yield f"case {number}: file {file} is not in {files.folder}"
        elif found != size:
            yield f"case {number}: file {file} is damaged: {found} bytes instead of {size}"
        elif read and not files.is_whole(sha256):
            yield f"case {number}: file {file} is damaged: its bytes were changed"
