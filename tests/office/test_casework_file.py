"""The casework file: rules, departments and usual steps of a site, or a Refusal that says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.casework_file import read_casework, sample_casework
from terminal.office.catalogue_file import read_catalogue, sample_catalogue
from terminal.office.founding import found_centre
from terminal.office.office import Office

GOOD = """\
[rules]
backstop = "zhang"
stuck_days = 3
[[departments]]
code = "qmz"
name = "区民政局"
[[items]]
item = "MZ-001"
steps = [{name = "审批", department = "qmz", days = 6}, {name = "入户", days = 2}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "casework.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_a_file_is_taken_over_and_what_it_does_not_name_stays(office: Office, file: Path) -> None:
    office.cases.set_rules(warn_days=7)
    assert office.cases.load(file) == {"departments": 1, "items": 1}
    rules = office.cases.rules()
    assert (rules.backstop, rules.stuck_days, rules.warn_days) == ("zhang", 3, 7)
    assert [(one.name, one.department, one.usual_days) for one in office.cases.steps("MZ-001")] == [
        ("审批", "qmz", 6), ("入户", None, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("stuck_days = 3", "stuck_days = 0", "stuck_days"),
        ("stuck_days = 3", "uncollected_days = 9\nhome_days = 3", "home_days"),
        ("stuck_days = 3", "home_days = 3", "home_days"),  # the centre calls after ten days
        ("stuck_days = 3", "uncollected_days = 30", "home_days"),
        ("stuck_days = 3", "stuck_day = 3", "stuck_day"),
        ('code = "qmz"', 'code = "区"', "code"),
        ('name = "区民政局"', "", "name"),
        ("days = 6", "days = -1", "days"),
        ('department = "qmz"', 'department = "qm"', "department"),
        ('item = "MZ-001"', 'item = "MZ-999"', "MZ-999"),
        ('backstop = "zhang"', 'backstop = "nobody"', "backstop"),
        ("[rules]", "[rules", "TOML"),
    ],
)
def test_every_fault_is_named_and_nothing_is_changed(
    office: Office, file: Path, right: str, wrong: str, told: str
) -> None:  # fmt: skip
    file.write_text(GOOD.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(Refusal, match="fault") as refused:
        office.cases.load(file)
    assert told in str(refused.value)
    assert str(file) in str(refused.value)
    assert office.cases.departments() == ()


def test_the_sample_fits_the_sample_catalogue_and_leaves_time_to_spare() -> None:
    file = read_casework(sample_casework())
    limits = {item.code: item.promised_working_days for item in read_catalogue(sample_catalogue()).items}
    assert {one.item for one in file.items} == {code for code, days in limits.items() if days}
    for one in file.items:
        assert sum(step.usual_days for step in one.steps) <= (limits[one.item] or 0)


def test_the_sample_centre_is_founded_with_its_casework_and_others_with_the_file_they_name(
    tmp_path: Path, hall_file: Path, file: Path
) -> None:  # fmt: skip
    sample, own, bare = (f"sqlite:///{tmp_path / name}.db" for name in ("sample", "own", "bare"))
    found_centre(sample)
    found_centre(own, hall_file, casework=file)
    found_centre(bare, hall_file)
    counts = []
    for url in (sample, own, bare):
        with open_office(url) as office:
            counts.append((len(office.cases.departments()), office.cases.rules().backstop))
    assert counts == [(25, "zhou"), (1, "zhang"), (0, None)]
