"""Opening and closing an office: the right centre, or a clear refusal, and nothing left behind."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text

from terminal.errors import Refusal, Trouble
from terminal.office import open_office
from terminal.office.founding import found_centre, prepare_database
from terminal.office.upkeep import check_database
from terminal.store.engine import database_url as parsed
from terminal.store.store import Store
from tests.office.halls import HALL, catalogue_text


def second_hall(folder: Path) -> Path:
    path = folder / "second.yaml"
    path.write_text(catalogue_text(head=HALL.replace("LC01", "LC02").replace("柳溪", "桃源")), encoding="utf-8")
    return path


def descriptors() -> int:
    return psutil.Process().num_fds() if os.name == "posix" else psutil.Process().num_handles()


def test_an_office_that_closes_leaves_no_thread_connection_or_descriptor(quiet_hall_url: str) -> None:
    def visit() -> None:
        with open_office(quiet_hall_url) as office:
            unsubscribe = office.feed.subscribe(lambda topics: None)
            office.queue.issue("A")
            office.hall.board_view()
            unsubscribe()

    visit()  # the first time loads what stays loaded
    threads, before = threading.active_count(), descriptors()
    for _ in range(3):
        visit()
    assert threading.active_count() == threads
    assert descriptors() == before


def test_an_office_that_cannot_open_leaves_nothing_either(quiet_hall_url: str) -> None:
    with open_office(quiet_hall_url) as office, office.store.writing() as session:
        session.execute(text("UPDATE centre SET scale = 'no-such-scale'"))
    before = descriptors()
    for centre, says in ((None, "no rating scale no-such-scale"), ("XX", "no centre XX")):
        with pytest.raises(Refusal, match=says):
            open_office(quiet_hall_url, centre=centre)
    assert descriptors() == before


def test_two_centres_in_one_database_need_the_code_and_do_not_mix(hall_url: str, tmp_path: Path) -> None:
    assert found_centre(hall_url, second_hall(tmp_path)) == "LC02"
    with pytest.raises(Refusal, match=r"Set \[centre\] code in the settings to one of: LC01, LC02"):
        open_office(hall_url)
    with open_office(hall_url, centre="LC01") as first, open_office(hall_url, centre="LC02") as second:
        ours, theirs = first.queue.issue("LD-001"), second.queue.issue("LD-001")
        assert (ours.number, theirs.number) == ("A001", "A001")
        with pytest.raises(Refusal, match="no ticket"):
            first.queue.call(theirs.id, 1)
        called = second.queue.call_next(1)
        assert called is not None
        assert called.id == theirs.id
        assert second.queue.call_next(1) is None
        handling = second.queue.start(theirs.id)
        with pytest.raises(Refusal, match="no handling"):
            first.queue.finish(handling.id)
        second.feedback.rate(second.queue.finish(handling.id).id, "satisfied")
        assert (first.feedback.ratings(), first.hall.board_view().calls) == ([], ())
        assert first.feedback.stars_page().finished == 0
        assert first.hall.counter_view(1).waiting_count == 1
        first.catalogue.import_file(_one_item(tmp_path))
        assert len(second.catalogue.items()) == 5
    assert check_database(hall_url)["faults"] == []


def _one_item(folder: Path) -> Path:
    path = folder / "one.yaml"
    path.write_text(catalogue_text("LD-001"), encoding="utf-8")
    return path


def test_a_centre_is_founded_once_though_two_try_at_the_same_moment(empty_database_url: str, hall_file: Path) -> None:
    def found(_: int) -> str:
        try:
            return found_centre(empty_database_url, hall_file)
        except Refusal as refusal:
            return str(refusal)

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(found, range(2)))
    assert said[0] == "LC01"
    assert said[1].startswith("The database already has the centre LC01.")
    assert check_database(empty_database_url)["faults"] == []


def test_a_database_without_a_centre_is_refused(empty_database_url: str) -> None:
    with pytest.raises(Refusal, match="There is no centre in this database yet"):
        open_office(empty_database_url)
    prepare_database(empty_database_url)
    with pytest.raises(Refusal, match="There is no centre in this database yet"):
        open_office(empty_database_url)


def test_a_file_without_a_hall_founds_nothing(empty_database_url: str, hall_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "items.yaml"
    whole = hall_file.read_text(encoding="utf-8")
    path.write_text(whole[whole.index("fields:") :], encoding="utf-8")
    with pytest.raises(Refusal, match="The file has no centre"):
        found_centre(empty_database_url, path)


@pytest.mark.parametrize("url", ["", "centre.db", "mysql://host/name", "oracle://scott:tiger@host/x"])
def test_an_address_of_no_known_database_is_refused_without_telling_the_password(url: str) -> None:
    with pytest.raises(Refusal) as refusal:
        open_office(url)
    assert "is not a database this program knows" in str(refusal.value)
    assert "tiger" not in str(refusal.value)


@pytest.fixture
def damaged(hall_url: str) -> Iterator[Store]:
    with open_office(hall_url) as office:
        for _ in range(3):
            office.queue.issue("LD-001")
        office.queue.call_next(1)
        office.feedback.rate(office.queue.finish(office.queue.start("A001").id).id, "satisfied")
    store = Store(hall_url)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("DELETE FROM ticket WHERE number = 2", "line A: 2 tickets up to A003, 3 numbers given"),
        ("UPDATE ticket SET number = 7 WHERE number = 3", "line A: 3 tickets up to A007, 3 numbers given"),
        ("UPDATE handling SET finished_at = NULL", "A001: the visit is over, but an item is open"),
        ("UPDATE rating SET counter = 2", "handling 1 of window 1 does not fit it"),
    ],
)
def test_contradictions_in_the_records_are_found(damaged: Store, damage: str, found: str) -> None:
    url = damaged.url.render_as_string(hide_password=False)
    assert check_database(url)["faults"] == []
    with damaged.writing() as session:
        session.execute(text(damage))
    assert any(found in fault for fault in check_database(url)["faults"])  # type: ignore[attr-defined]


def test_trouble_crosses_to_other_processes_whole() -> None:
    refusal = Refusal("No window {counter}.", "Look at {counter}.", counter=3)
    copy: Trouble = pickle.loads(pickle.dumps(refusal))
    assert (type(copy), str(copy), copy.values) == (Refusal, "No window 3. Look at 3.", {"counter": 3})


def test_the_url_keeps_its_password_for_the_driver_alone() -> None:
    url = parsed("postgresql://clerk:tiger@host/centre")
    assert (url.password, url.drivername) == ("tiger", "postgresql+psycopg")
