"""Residents known before revision 0007, whose numbers stood readable in the database: sealed, and made findable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Row, text

from terminal.rules import documents, id_number
from terminal.rules.documents import DocumentKind
from terminal.store.name_initials import initials_of
from terminal.store.scrub import mark
from terminal.store.vault import Vault, make_vault

_AT_ONCE = 1000  # rows

_KNOWN = text("SELECT id, centre, name, number_hash AS number FROM resident WHERE id > :after ORDER BY id LIMIT :most")
_UPDATE = text(
    "UPDATE resident SET number_hash = :hash, number_sealed = :sealed, tail_hash = :tail, document = :document,"
    " birth = :birth, sex = :sex, initials = :initials WHERE id = :id"
)


def seal_known_residents(connection: Connection) -> None:
    """Give each centre its key, seal the numbers that revision 0006 left readable in ``number_hash``, and fill in what
    follows from number and name. For the migration alone, in its transaction; raises Fault when no key can be made.
    """
    vaults = {row.code: make_vault(connection, row.code) for row in connection.execute(text("SELECT code FROM centre"))}
    for rows in _known(connection):
        connection.execute(_UPDATE, [_sealed(vaults, row) for row in rows])
        mark(connection)


def _known(connection: Connection) -> Iterator[list[Row[tuple[int, str, str, str | None]]]]:
    last = 0
    while rows := list(connection.execute(_KNOWN, {"after": last, "most": _AT_ONCE})):
        yield rows
        last = rows[-1].id


def _sealed(vaults: Mapping[str, Vault], row: Row[tuple[int, str, str, str | None]]) -> dict[str, object]:
    values: dict[str, object] = {"id": row.id, "initials": initials_of(row.name), "document": DocumentKind.RESIDENT}
    values |= {"hash": None, "sealed": None, "tail": None, "birth": None, "sex": ""}
    if row.number is None:
        return values
    number = id_number.normalised(row.number)
    kind = documents.settled(DocumentKind.RESIDENT, number)
    sealed, birth = vaults[row.centre].sealed_number(number, kind), documents.birth_of(kind, number)
    values |= {"hash": sealed.hash, "sealed": sealed.sealed, "tail": sealed.tail, "document": kind}
    return values | {"birth": birth.isoformat() if birth else None, "sex": documents.sex_of(kind, number)}
