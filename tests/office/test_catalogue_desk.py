"""Importing a catalogue: all or nothing, and what the file leaves out is kept but no longer in force."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event

from terminal.errors import Refusal
from terminal.office import catalogue as desk
from terminal.office import open_office
from terminal.office.catalogue_file import dump_catalogue, read_catalogue
from terminal.office.office import Office
from tests.office.halls import HALL, Records, catalogue_text

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the hall's catalogue with some of its items and a changed head."""

    def write(*items: str, head: str = HALL) -> Path:
        path = tmp_path / "new.yaml"
        path.write_text(catalogue_text(*items, head=head), encoding="utf-8")
        return path

    return write


def without_centre(head: str = HALL) -> str:
    return head[head.index("fields:") :]


def test_what_was_imported_is_exported(office: Office, hall_file: Path, tmp_path: Path) -> None:
    exported = office.catalogue.export()
    assert exported == read_catalogue(hall_file)
    path = tmp_path / "exported.yaml"
    path.write_text(dump_catalogue(exported), encoding="utf-8")
    assert office.catalogue.import_file(path) == 5
    assert office.catalogue.export() == exported


def test_items_are_shown_in_the_files_order_with_their_materials(office: Office) -> None:
    items = office.catalogue.items()
    assert [item.code for item in items] == ["LD-001", "LD-002", "SB-001", "SB-002", "MZ-001"]
    assert (items[0].name, items[0].line, items[0].initials, items[0].minutes) == ("居住登记", "A", "jzdj", 10)
    assert [(one.name, one.originals, one.copies) for one in items[0].materials] == [
        ("居民身份证", 1, 0), ("申请表", 1, 2),
    ]  # fmt: skip


def test_an_import_leaves_one_line_in_the_journal(office: Office, records: Records, write: Write) -> None:
    office.catalogue.import_file(write("LD-001"))
    (line,) = records.journal()
    assert (line["verb"], line["before"], line["after"]) == ("import", {"items": 5}, {"items": 1, "file": "new.yaml"})


def test_items_left_out_stay_for_old_handlings_and_are_not_offered(
    office: Office, served: Callable[..., int], write: Write
) -> None:
    office.feedback.rate(served(item="SB-001"), "satisfied")
    office.catalogue.import_file(write("LD-001"))
    assert [item.code for item in office.catalogue.items()] == ["LD-001"]
    with pytest.raises(Refusal, match="no item SB-001"):
        office.queue.issue("SB-001")
    assert office.feedback.ratings()[0].title == "参保登记"
    office.catalogue.import_file(write("LD-001", "SB-001"))
    assert office.queue.issue("SB-001").item == "SB-001"


def test_a_file_chooses_the_centres_rating_scale(office: Office, hall_url: str, write: Write) -> None:
    assert [key.key for key in office.feedback.scale()][-1] == "poor_knowledge"
    head = HALL.replace("zone: Asia", "scale: national-five\n  zone: Asia")
    office.catalogue.import_file(write("LD-001", head=head))
    with open_office(hall_url) as opened:
        assert [key.score for key in opened.feedback.scale()] == [5, 4, 3, 2, 1]
        exported = opened.catalogue.export()
    assert exported.centre is not None
    assert exported.centre.scale == "national-five"
    with pytest.raises(Refusal, match="scale: found 'stars', expected one of national-five, six-key"):
        office.catalogue.import_file(write("LD-001", head=head.replace("national-five", "stars")))


def test_a_ticket_taken_for_an_item_that_left_can_be_served_with_another(office: Office, write: Write) -> None:
    office.queue.issue("SB-001")
    office.catalogue.import_file(write("LD-001"))
    office.queue.call_next(1)
    with pytest.raises(Refusal, match="no item SB-001"):
        office.queue.start("B001")
    assert office.hall.counter_view(1).current is not None
    assert office.queue.start("B001", "LD-001").item == "LD-001"


def test_a_line_left_out_takes_no_numbers_and_is_shown_nowhere(office: Office, write: Write) -> None:
    head = HALL.replace("  - {code: MZ, letter: C, name: 民政}\n", "").replace("  - {number: 3, lines: C}\n", "")
    waiting = office.queue.issue("C")
    office.catalogue.import_file(write("LD-001", "SB-001", head=head))
    assert [tile.letter for tile in office.hall.kiosk_view().lines] == ["A", "B"]
    assert [tile.letter for tile in office.hall.board_view().lines] == ["A", "B"]
    assert [field.letter for field in office.catalogue.export().fields] == ["A", "B"]
    with pytest.raises(Refusal, match="No window serves line C"):
        office.queue.issue("C")
    office.queue.transfer(waiting.id, "A")  # whoever waited there can be sent on
    assert office.queue.call_next(1) is not None


def test_a_line_left_out_by_a_file_without_windows_is_served_by_none(office: Office, write: Write) -> None:
    head = without_centre().replace("  - {code: MZ, letter: C, name: 民政}\n", "")
    office.catalogue.import_file(write("LD-001", "SB-001", head=head))
    with pytest.raises(Refusal, match="No window serves line C"):
        office.queue.issue("C")
    assert office.hall.counter_view(1).line_names == ("流动人口", "社保")


def test_a_window_left_out_serves_nothing_and_whoever_sat_there_is_signed_out(office: Office, write: Write) -> None:
    office.counters.sign_in(1, "zhang")
    office.counters.sign_in(2, "li")
    office.queue.issue("A")
    office.catalogue.import_file(write(head=HALL.replace("  - {number: 2, lines: AB}\n", "")))
    assert office.queue.call_next(2) is None
    gone, kept = office.hall.counter_view(2), office.hall.counter_view(1)
    assert (gone.line_names, gone.staff, kept.staff) == ((), None, "zhang")
    assert [counter.number for counter in office.catalogue.export().counters] == [1, 3]
    office.catalogue.import_file(write())
    assert office.queue.call_next(2) is not None


def test_people_left_out_are_signed_out_and_may_not_sign_in_but_keep_their_stars(
    office: Office, served: Callable[..., int], write: Write
) -> None:
    office.feedback.rate(served(staff="li"), "satisfied")
    office.counters.sign_in(1, "li")
    office.catalogue.import_file(write(head=HALL.replace("  - {code: li, name: 李文静}\n", "")))
    assert office.hall.counter_view(1).staff is None
    assert [person.code for person in office.counters.staff()] == ["zhang"]
    with pytest.raises(Refusal, match="nobody called li"):
        office.counters.sign_in(1, "li")
    with pytest.raises(Refusal, match="nobody called li"):
        office.queue.call(office.queue.issue("A").id, 1, "li")
    assert office.feedback.staff_stars()[0].name == "李文静"
    office.catalogue.import_file(write())
    assert office.counters.sign_in(1, "li").staff == "li"


def test_a_file_without_a_hall_leaves_windows_and_people_as_they_are(office: Office, write: Write) -> None:
    before = office.catalogue.export()
    office.counters.sign_in(1, "li")
    office.catalogue.import_file(write("LD-001", head=without_centre()))
    after = office.catalogue.export()
    assert (after.centre, after.counters, after.staff) == (before.centre, before.counters, before.staff)
    assert office.hall.counter_view(1).staff == "li"


def test_a_file_with_faults_or_of_another_centre_changes_nothing(
    office: Office, records: Records, write: Write
) -> None:
    before = records.everything(), office.catalogue.export()
    for head, says in (
        (HALL.replace("zone: Asia/Shanghai", "zone: Mars"), "time zone"),
        (HALL.replace("code: LC01", "code: LC02"), "catalogue of LC02, not of LC01"),
    ):
        with pytest.raises(Refusal, match=says):
            office.catalogue.import_file(write("LD-001", head=head))
    assert (records.everything(), office.catalogue.export()) == before


def test_an_import_that_fails_in_the_middle_changes_nothing(office: Office, records: Records, write: Write) -> None:
    class PulledPlugError(Exception):
        pass

    left = 0

    def pull(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise PulledPlugError

    before = records.everything(), office.catalogue.export()
    path = write("LD-001", "MZ-001", head=HALL.replace("张敏", "张民").replace("lines: C", "lines: ABC"))
    for statements in count():
        left = statements
        event.listen(office.store.engine, "before_cursor_execute", pull)
        try:
            office.catalogue.import_file(path)
        except PulledPlugError:
            event.remove(office.store.engine, "before_cursor_execute", pull)
            assert (records.everything(), office.catalogue.export()) == before
        else:
            event.remove(office.store.engine, "before_cursor_execute", pull)
            break
    assert statements > 10
    assert office.catalogue.export() == read_catalogue(path)


def test_imports_at_the_same_moment_follow_each_other(office: Office, hall_file: Path, write: Write) -> None:
    paths = [hall_file, write("LD-001", "SB-001")] * 3
    with ThreadPoolExecutor(len(paths)) as pool:
        assert list(pool.map(office.catalogue.import_file, paths)) == [5, 2] * 3
    exported = office.catalogue.export()
    assert exported in [read_catalogue(path) for path in paths]


def test_numbers_are_taken_while_a_catalogue_is_imported(office: Office, hall_file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        imports = [pool.submit(office.catalogue.import_file, hall_file) for _ in range(4)]
        tickets = [pool.submit(office.queue.issue, "LD-001") for _ in range(20)]
        assert sorted(ticket.result().running for ticket in tickets) == list(range(1, 21))
        assert [one.result() for one in imports] == [5] * 4


def test_materials_are_replaced_with_their_items(office: Office, write: Write) -> None:
    path = write("LD-001")
    path.write_text(path.read_text(encoding="utf-8").replace("申请表", "承诺书"), encoding="utf-8")
    office.catalogue.import_file(path)
    assert [one.name for one in office.catalogue.items()[0].materials] == ["居民身份证", "承诺书"]


def test_the_desk_puts_what_it_would_read(office: Office, hall_file: Path) -> None:
    """Values that a database may treat in its own way come back as they were: long, rare, empty and many-lined."""
    catalogue = read_catalogue(hall_file)
    assert catalogue.centre is not None
    item = replace(catalogue.items[0], conditions="𠮷" * 200, legal_basis="《条例》第1条%s:x\\'", fee=100_000)
    odd = replace(catalogue, items=(item, *catalogue.items[1:]))
    with office.store.writing() as session:
        desk.put(session, "LC01", odd)
    assert office.catalogue.export() == odd
