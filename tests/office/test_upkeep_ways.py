"""``db check`` finds what cannot be on the way of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, update

from terminal.model import CaseMaterial, CustodyEntry, Mandate
from terminal.office.case_views import MaterialMark
from terminal.office.office import Office
from terminal.office.upkeep import check_database
from tests.office import scans
from tests.office.ways import case, mandate


@pytest.fixture
def busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Office) -> int:
    """A case with originals, a mandate and a file."""
    office.attachments.files.folder = tmp_path / "files"
    monkeypatch.setenv("ONEWINDOW_FILES", str(tmp_path / "files"))
    found = case(office)
    mandate(office, found)
    office.materials.mark(found.row.id, [MaterialMark(1, "received", to_return=1)])
    office.materials.move(found.row.id, [1], "handed_on", "派出所")
    office.attachments.add(found.row.id, scans.pdf(), "a.pdf")
    return found.row.id


def faults(hall_url: str) -> list[str]:
    found = check_database(hall_url)["faults"]
    assert isinstance(found, list)
    return found


def test_a_sound_case_has_no_faults(busy: int, hall_url: str) -> None:
    assert faults(hall_url) == []


def test_a_broken_chain_and_false_counts_are_found(office: Office, busy: int, hall_url: str) -> None:
    with office.store.writing() as session:
        session.execute(update(CaseMaterial).where(CaseMaterial.position == 1).values(to_return=3))
    assert "material 1 counts 1 originals, 3 to return, 1 held" in faults(hall_url)[0]
    with office.store.writing() as session:
        session.execute(delete(CustodyEntry).where(CustodyEntry.what == "taken"))
    assert "chain of the originals of material 1 is broken" in faults(hall_url)[0]


def test_two_mandates_at_once_are_found(office: Office, busy: int, hall_url: str) -> None:
    with office.store.writing() as session:
        first = session.query(Mandate).one()
        session.add(
            Mandate(case_id=busy, scope="x", since=first.since, until=first.until, staff="li", made_at=first.made_at)
        )
    assert "2 mandates at once" in faults(hall_url)[0]


def test_files_that_are_gone_or_cut_off_are_found(office: Office, busy: int, hall_url: str, tmp_path: Path) -> None:
    (path,) = (tmp_path / "files").glob("??/*")
    path.write_bytes(b"%PDF")
    assert "damaged: 4 bytes instead of" in faults(hall_url)[0]
    path.unlink()
    assert "is not in" in faults(hall_url)[0]
