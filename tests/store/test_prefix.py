"""What begins as typed is found by code points, by an index, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Select, insert, select, text
from sqlalchemy.orm import Session

from terminal.model import Centre, Resident
from terminal.store.prefix import begins, behind, beyond, in_order
from terminal.store.store import Store

NAMES = (
    "王",
    "王一",
    "王小华",
    "王𬭎",
    "𬭎",
    "䶮",
    "anna",
    "Anna",
    "an%a",
    "an_a",
    "\U0010ffff",
    "\U0010ffffa",
    "퟿",
    "",
)
MANY = 5_000
WRITTEN = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=6)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def fill(session: Session, names: list[str]) -> None:
    session.add(Centre(code="LC01", name="一窗"))
    session.flush()
    since = datetime(2026, 1, 1, tzinfo=UTC)
    session.execute(
        insert(Resident),
        [{"centre": "LC01", "name": name, "initials": name, "phone": "", "since": since} for name in names],
    )


def listed(beginning: str) -> Select[tuple[str]]:
    here = select(Resident.name).where(Resident.centre == "LC01", begins(Resident.name, beginning))
    return here.order_by(in_order(Resident.name), Resident.id)


@pytest.mark.parametrize("beginning", ["王", "王小", "an", "an%", "an_", "A", "\U0010ffff", "𬭎", "퟿", "zz", ""])
def test_what_begins_so_letter_for_letter_is_found_in_order(store: Store, beginning: str) -> None:
    with store.writing() as session:
        fill(session, list(NAMES))
    with store.reading() as session:
        found = list(session.scalars(listed(beginning)))
    assert found == sorted(name for name in NAMES if name.startswith(beginning))


def test_pages_follow_one_another_without_gap_or_double(store: Store) -> None:
    names = [f"wm{number % 7}" for number in range(40)] + ["wx"] * 20
    with store.writing() as session:
        fill(session, [*names, "v", "x", "xw"])
    found: list[tuple[str, int]] = []
    with store.reading() as session:
        page = select(Resident.name, Resident.id).where(Resident.centre == "LC01")
        page = page.order_by(in_order(Resident.name), Resident.id).limit(7)
        rows = session.execute(page.where(begins(Resident.name, "w"))).all()
        while rows:
            found += [(name, number) for name, number in rows]
            rows = session.execute(page.where(behind(Resident.name, Resident.id, "w", *found[-1]))).all()
    assert [name for name, _ in found] == sorted(names)
    assert len(set(found)) == len(names)


def test_the_index_finds_them_and_has_them_in_order(store: Store) -> None:
    with store.writing() as session:
        fill(session, [f"{chr(0x4E00 + number % 500)}{number}" for number in range(MANY)])
        session.execute(text("ANALYZE"))
    asked = listed("一").limit(20).compile(store.engine, compile_kwargs={"literal_binds": True}).string
    explain = "EXPLAIN QUERY PLAN " if store.engine.dialect.name == "sqlite" else "EXPLAIN "
    with store.reading() as session:
        plan = "\n".join(str(tuple(row)) for row in session.execute(text(explain + asked)))
    assert "ix_resident_name" in plan
    assert "name>? AND name<?" in plan or "~<~" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan
    assert "Seq Scan" not in plan


@given(WRITTEN, WRITTEN)
@example("\U0010ffff", "\U0010ffff\U0010ffff")
@example("퟿", "퟿a")
def test_the_first_text_beyond_divides_those_that_begin_so_from_the_rest(beginning: str, other: str) -> None:
    end = beyond(beginning)
    assert other.startswith(beginning) == (other >= beginning and (end is None or other < end))
