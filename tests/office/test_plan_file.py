"""The plan file: a centre's hours, shifts and training, or a Refusal that says what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import HoursPlan, HoursSpan, Post, Shift, StaffLine
from terminal.office.office import Office
from terminal.office.plan_file import PlanFile, put_plan, read_plan_file, sample_plan

PLAN = """\
hours = [
  {days = "work", opens = "08:00", closes = "12:00"},
  {days = "work", opens = "12:00", closes = "14:00", kind = "extended"},
  {days = "rest", opens = "09:00", closes = "24:00", kind = "extended"},
  {days = "mon", opens = "10:00", closes = "11:00", line = "C"},
]
shifts = [
  {code = "day", name = "白班", days = "work", opens = "08:00", closes = "14:00", counters = [1, 3]},
  {code = "weekend", name = "周末班", days = "rest", opens = "09:00", closes = "12:00", kind = "extended"},
]
[staff]
zhang = "AB"
li = ""
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write over."""
    return tmp_path_factory.mktemp("plan") / "plan.toml"


def put(office: Office, text: str, path: Path, *, with_hours: bool = True) -> None:
    path.write_text(text, encoding="utf-8")
    plan = read_plan_file(path)
    with office.store.writing() as session:
        put_plan(session, office.centre, plan, path, with_hours=with_hours)


def test_the_samples_plan_can_be_read() -> None:
    plan = read_plan_file(sample_plan())
    assert {entry.kind for entry in plan.hours} == {"regular", "extended"}
    assert len(plan.shifts) == 3


def test_a_plan_is_written_whole(office: Office, file: Path) -> None:
    put(office, PLAN, file)
    with office.store.reading() as session:
        lines = list(session.scalars(select(HoursPlan.line).order_by(HoursPlan.id)))
        spans = session.execute(select(HoursSpan.days, HoursSpan.opens, HoursSpan.closes, HoursSpan.kind)).all()
        posts = session.execute(select(Post.shift, Post.counter).order_by(Post.counter)).all()
        trained = session.execute(select(StaffLine.staff, StaffLine.line).order_by(StaffLine.line)).all()
    assert lines == [None, "C"]
    assert len(spans) == 16
    assert ("fri", 720, 840, "extended") in spans
    assert ("rest", 540, 1440, "extended") in spans
    assert (posts, trained) == ([("day", 1), ("day", 3)], [("zhang", "A"), ("zhang", "B")])


def test_a_later_plan_replaces_shifts_and_training_and_leaves_the_hours(office: Office, file: Path) -> None:
    put(office, PLAN, file)
    put(
        office,
        'shifts = [{code = "day", name = "全日班", days = "work", opens = "08:00", closes = "18:00", counters = [2]}]\n'
        '[staff]\nzhang = "CC"\n',
        file,
        with_hours=False,
    )
    with office.store.reading() as session:
        shifts = {one.code: (one.name, one.active) for one in session.scalars(select(Shift))}
        posts = session.execute(select(Post.shift, Post.counter)).all()
        trained = session.execute(select(StaffLine.staff, StaffLine.line)).all()
        assert len(list(session.scalars(select(HoursPlan)))) == 2
    assert shifts == {"day": ("全日班", True), "weekend": ("周末班", False)}
    assert (posts, trained) == ([("day", 2)], [("zhang", "C")])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('closes = "12:00"', 'closes = "08:00"', "hours no. 1: closes: found 08:00, expected a time after 08:00"),
        ('closes = "12:00"', 'closes = "12:01"', "hours no. 2: opens: found 12:00–14:00, .* no. 1, 08:00–12:01"),
        ('closes = "11:00", line = "C"', 'closes = "11:00"', "hours no. 4: opens: found 10:00–11:00"),
        ('opens = "08:00"', 'opens = "8:00"', "hours"),
        ('opens = "08:00"', 'opens = "0８:00"', "hours"),
        ('closes = "24:00"', 'closes = "24:30"', "hours"),
        ('days = "rest"', 'days = "holidays"', "holidays"),
        ('kind = "extended"', 'kind = "late"', "late"),
        ('code = "weekend"', 'code = "day"', "shift day: code: found 'day' again"),
        ("[1, 3]", "[1, 1]", "a window twice"),
        ('code = "day"', 'code = "Day shift"', "code"),
        ("hours = [", "opening = [", "opening"),
        ("[staff]", "[staff", "broken TOML"),
    ],
)  # fmt: skip
def test_what_no_centre_could_keep_is_refused(file: Path, old: str, new: str, said: str) -> None:
    assert old in PLAN
    file.write_text(PLAN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refusal, match=said) as refused:
        read_plan_file(file)
    assert str(file) in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[1, 3]", "[1, 99]", "shift day: counters: found 99, expected one of the centre's: 1, 2, 3"),
        ("[1, 3]", f"[1, {2**62}]", "counters"),
        ('line = "C"', 'line = "Z"', "hours no. 4: line: found Z, expected one of the centre's: A, B, C"),
        ('zhang = "AB"', 'zhang = "AX"', "staff: zhang: found X"),
        ("zhang =", "nobody =", "staff: nobody: found nobody, expected one of the centre's: "),
    ],
)
def test_what_this_centre_has_not_is_refused_and_nothing_is_changed(
    office: Office, file: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        put(office, PLAN.replace(old, new, 1), file)
    with office.store.reading() as session:
        assert list(session.scalars(select(Shift))) == []


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_bytes_of_any_kind_are_read_or_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with suppress(Refusal):
        assert isinstance(read_plan_file(file), PlanFile)


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"none\.toml"):
        read_plan_file(tmp_path / "none.toml")


def test_every_fault_of_a_plan_is_named(file: Path) -> None:
    text = (
        PLAN.replace('opens = "08:00"', "opens = 800").replace('name = "白班"', 'name = ""').replace("[1, 3]", '["1"]')
    )
    file.write_text(text.replace('zhang = "AB"', 'zhang = ["A"]'), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_plan_file(file)
    faults = refused.value.values["faults"]
    assert {(one.entry, one.field) for one in faults} == {  # type: ignore[attr-defined]
        ("hours no. 1", "opens"), ("shift day", "opens"), ("shift day", "name"), ("shift day", "counters"),
        ("staff", "zhang"),
    }  # fmt: skip
