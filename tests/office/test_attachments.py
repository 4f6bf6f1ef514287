"""Files of a case: attached from disk or as bytes, opened again unchanged, and nothing kept of what failed."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from terminal.errors import Fault, Refusal
from terminal.model import Attachment, CaseRules
from terminal.office import open_office
from terminal.office.office import Office
from tests.databases import ON_SQLITE
from tests.office import scans
from tests.office.halls import MORNING, Records, SetClock
from tests.office.ways import case
from tests.office.workers import Go, in_processes

SCAN = scans.picture("JPEG")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files lie in each test."""
    monkeypatch.setenv("ONEWINDOW_FILES", str(tmp_path / "files"))
    return tmp_path / "files"


@pytest.fixture
def opened(folder: Path, office: Office) -> int:
    """A case to attach files to."""
    return case(office).row.id


def stored(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("??/*"))


def test_a_scan_is_attached_to_its_material_and_opened_again(
    office: Office, opened: int, tmp_path: Path, records: Records
) -> None:
    scan = tmp_path / "身份证.jpg"
    scan.write_bytes(SCAN)
    added = office.attachments.add(opened, scan, position=1, by="zhang")
    assert (added.name, added.media_type, added.size, added.position, added.added_by) == (
        "身份证.jpg", "image/jpeg", len(SCAN), 1, "zhang",
    )  # fmt: skip
    assert office.attachments.open(added.id, by="li") == SCAN
    view = office.cases.view(opened)
    assert (view.files, view.materials[0].files, view.materials[1].files) == ((added,), (added,), ())
    assert [(line["verb"], line["who"]) for line in records.journal()][-2:] == [
        ("attach_file", "zhang"),
        ("open_file", "li"),
    ]
    assert "身份证.jpg" not in str(records.journal())


def test_the_same_file_is_kept_once_and_attached_once_to_a_material(
    office: Office, opened: int, folder: Path
) -> None:  # fmt: skip
    first = office.attachments.add(opened, SCAN, "a.jpg", position=1)
    assert office.attachments.add(opened, SCAN, "b.jpg", position=1) == first
    other = office.attachments.add(opened, SCAN, "c.jpg", position=2)
    another = office.attachments.add(case(office, 2).row.id, SCAN, "d.jpg")
    assert len({first.id, other.id, another.id}) == 3
    assert len(stored(folder)) == 1


def test_a_file_taken_away_is_gone_and_its_bytes_with_the_next_sweep(
    office: Office, opened: int, folder: Path
) -> None:  # fmt: skip
    one, other = office.attachments.add(opened, SCAN, "a.jpg"), office.attachments.add(opened, scans.pdf(), "b.pdf")
    office.attachments.remove(one.id, by="zhang")
    assert office.attachments.of_case(opened) == (other,)
    for gone in (partial(office.attachments.open, one.id), partial(office.attachments.remove, one.id)):
        with pytest.raises(Refusal, match="no file"):
            gone()
    assert office.attachments.sweep() == 0  # nothing younger than a day
    for path in folder.glob("??/*"):
        os.utime(path, (0, 0))
    assert office.attachments.sweep() == 1
    assert office.attachments.open(other.id) == scans.pdf()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.symlink_to("/etc/passwd"), "a link, a folder or a device"),
        (lambda path: path.mkdir(), "a link, a folder or a device"),
        (os.mkfifo, "a link, a folder or a device"),
        (lambda path: None, "cannot be read"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"#!/bin/sh\n"), "cannot be attached"),
        (lambda path: path.write_bytes(SCAN[: len(SCAN) // 2]), "damaged or cut off"),
        (lambda path: path.write_bytes(SCAN + bytes(1024 * 1024)), "larger than 1 MB"),
    ],
)
@ON_SQLITE
def test_what_is_no_sound_scan_is_refused_and_nothing_of_it_is_kept(
    office: Office, opened: int, folder: Path, tmp_path: Path, make: Callable[[Path], object], why: str
) -> None:
    with office.store.writing() as session:
        session.get_one(CaseRules, "LC01").file_megabytes = 1
    make(tmp_path / "scan.jpg")
    with pytest.raises(Refusal, match=why):
        office.attachments.add(opened, tmp_path / "scan.jpg")
    assert stored(folder) == []
    assert office.attachments.of_case(opened) == ()


def test_a_folder_that_takes_no_files_is_a_fault_and_nothing_is_half_attached(
    office: Office, opened: int
) -> None:  # fmt: skip
    office.attachments.files.folder = Path("/dev/full")
    with pytest.raises(Fault, match="cannot be used"):
        office.attachments.add(opened, SCAN, "a.jpg")
    assert office.attachments.of_case(opened) == ()


def test_bytes_changed_on_the_disk_are_told_and_not_shown(office: Office, opened: int, folder: Path) -> None:
    added = office.attachments.add(opened, SCAN, "a.jpg")
    (path,) = folder.glob("??/*")
    path.write_bytes(scans.picture("PNG"))
    for verb in (office.attachments.open, office.attachments.preview):
        with pytest.raises(Fault, match="damaged"):
            verb(added.id)
    path.unlink()
    with pytest.raises(Fault, match="one folder"):
        office.attachments.open(added.id)


@pytest.mark.parametrize(("data", "name"), [(SCAN, "a.jpg"), (scans.pdf(2), "a.pdf"), (scans.picture("TIFF"), "a.tif")])
def test_a_preview_is_a_small_picture(office: Office, opened: int, data: bytes, name: str) -> None:
    added = office.attachments.add(opened, data, name)
    shown = office.attachments.preview(added.id, 64)
    assert shown is not None
    with Image.open(BytesIO(shown)) as picture:
        assert (picture.format, picture.width) == ("PNG", 64)


def test_what_cannot_be_shown_has_no_preview(office: Office, opened: int) -> None:
    added = office.attachments.add(opened, scans.heic(), "IMG_1.HEIC")
    assert office.attachments.preview(added.id) is None


def test_unknown_cases_materials_and_files_are_refused(office: Office, opened: int, folder: Path) -> None:
    with pytest.raises(Refusal, match="no case"):
        office.attachments.add(999, SCAN, "a.jpg")
    with pytest.raises(Refusal, match="no material 9"):
        office.attachments.add(opened, SCAN, "a.jpg", position=9)
    for unknown in (0, -1, 999, 2**63):
        with pytest.raises(Refusal, match="no file"):
            office.attachments.open(unknown)
    assert stored(folder) == []


def test_several_windows_attach_the_same_file_at_once_and_it_is_there_once(
    office: Office, opened: int, hall_url: str, folder: Path
) -> None:
    ids = in_processes(partial(_attach, hall_url, opened, folder), 5)
    assert len(set(ids)) == 1
    assert len(stored(folder)) == 1
    with office.store.reading() as session:
        assert session.query(Attachment).count() == 1


def _attach(url: str, number: int, folder: Path, _: int, go: Go) -> int:
    with open_office(url, clock=SetClock(MORNING)) as office:
        office.attachments.files.folder = folder
        go()
        return office.attachments.add(number, SCAN, "a.jpg", position=1).id
