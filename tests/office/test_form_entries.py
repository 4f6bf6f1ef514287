"""Forms being filled in: prefilled, kept at every field, finished only when right, corrections offered back."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from terminal.errors import Refusal
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office.casework import ITEM, opened, set_up
from tests.office.people import number_of, phone_of
from tests.office.workers import fork_context

FORM = "apply-temporary-relief"


@pytest.fixture(autouse=True)
def _hall(office: Office) -> None:
    set_up(office)


def begun(office: Office) -> tuple[int, int]:
    """An entry for a case, and the resident's id."""
    case = opened(office)
    return office.forms.start(FORM, case=case.row.id, by="li").id, case.resident.id


def test_what_the_first_paper_needs_is_loaded_beforehand_from_any_thread(office: Office) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: office.forms.warm_up(), range(2)))
    entry = begun(office)[0]
    assert office.forms.pdf(entry).startswith(b"%PDF")


def test_a_form_begins_with_what_is_known_and_says_where_it_comes_from(office: Office) -> None:
    entry = office.forms.view(begun(office)[0])
    assert entry.values["applicant"] == "王小华"
    assert entry.values["id_number"] == number_of(1)
    assert entry.values["phone"] == phone_of(1)
    assert entry.values["item_code"] == ITEM
    assert entry.sources["applicant"] == "resident"
    assert entry.sources["today"] == "clock"


def test_a_wrong_value_is_kept_and_told_at_its_field(office: Office) -> None:
    entry, _ = begun(office)
    view = office.forms.put(entry, "amount", "很多", by="li")
    assert view.values["amount"] == "很多"
    assert "amount" in view.errors
    assert "amount" not in office.forms.put(entry, "amount", "３００", by="li").errors
    assert office.forms.view(entry).values["amount"] == "300"


def test_the_same_draft_is_taken_up_again(office: Office) -> None:
    case = opened(office)
    first = office.forms.start(FORM, case=case.row.id, by="li")
    office.forms.put(first.id, "amount", "300", by="li")
    again = office.forms.start(FORM, case=case.row.id, by="zhang")
    assert (again.id, again.values["amount"]) == (first.id, "300")


def test_the_second_of_two_on_one_form_is_told_and_loses_nothing(office: Office) -> None:
    entry, _ = begun(office)
    seen = office.forms.view(entry)
    office.forms.put(entry, "amount", "300", version=seen.version, by="li")
    with pytest.raises(Refusal, match="changed by li meanwhile"):
        office.forms.put(entry, "amount", "500", version=seen.version, by="zhang")
    now = office.forms.view(entry)
    assert (now.values["amount"], now.changed_by) == ("300", "李文静")


def test_a_form_that_nobody_said_they_changed_names_nobody(office: Office) -> None:
    entry = office.forms.start(FORM)
    assert entry.changed_by == ""
    with pytest.raises(Refusal, match="changed by — meanwhile"):
        office.forms.put(entry.id, "amount", "500", version=entry.version + 1)


def test_a_form_is_finished_only_when_all_is_right_and_then_stays(office: Office) -> None:
    entry, _ = begun(office)
    with pytest.raises(Refusal) as refused:
        office.forms.done(entry, by="li")
    wrong = office.forms.view(entry).errors
    fields = [office.forms.form(FORM).field(name) for name in wrong]
    assert str(refused.value).startswith(f"The form is not complete: {', '.join(one.label_en for one in fields)}.")
    assert refused.value.values["fields"].zh == "、".join(one.label for one in fields)  # type: ignore[attr-defined]
    fill(office, entry)
    assert office.forms.done(entry, by="li").done
    with pytest.raises(Refusal):
        office.forms.put(entry, "amount", "1")


def fill(office: Office, entry: int) -> None:
    """Give each field that wants something a value that is right."""
    values = {
        "address": "学府社区6栋",
        "kind": "急难型",
        "persons": "2",
        "cause": "突发重病",
        "reason": "住院花费较大",
        "bank": "邮储银行",
    }
    for name in office.forms.view(entry).errors:
        office.forms.put(entry, name, values[name])
    assert not office.forms.view(entry).errors


def test_what_was_corrected_on_a_form_is_offered_to_the_record(office: Office) -> None:
    entry, resident = begun(office)
    office.forms.put(entry, "phone", "13800000123")
    office.forms.put(entry, "address", "学府社区7栋")
    offered = {one.field: one.said for one in office.forms.corrections(entry)}
    assert offered == {"phone": "13800000123", "address": "学府社区7栋"}
    assert [one.field for one in office.forms.take_over(entry, ["phone"], by="li")] == ["address"]
    record = office.residents.view(resident)
    assert (record.phone, record.address) == ("13800000123", "")


def test_names_beyond_the_basic_plane_come_back_out_of_the_paper(office: Office) -> None:
    person = PersonEntry(name="𬭎䶮", number=number_of(7), phone=phone_of(7))
    case = office.cases.register(ITEM, person, by="li")
    entry = office.forms.start(FORM, case=case.row.id, by="li")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(office.forms.pdf(entry.id))).pages)
    assert "𬭎䶮" in text


def test_drafts_are_found_and_thrown_away(office: Office) -> None:
    entry, _ = begun(office)
    assert [one.id for one in office.forms.drafts(by="li")] == [entry]
    assert office.forms.drafts(by="zhang") == ()
    office.forms.discard(entry, by="li")
    assert office.forms.drafts() == ()


def test_an_unknown_field_a_wrong_kind_and_too_much_are_refused(office: Office) -> None:
    entry, _ = begun(office)
    for field, value in (("nothing", "1"), ("family", "text"), ("amount", ["1"]), ("reason", "长" * 300_000)):
        with pytest.raises(Refusal):
            office.forms.put(entry, field, value)


def test_a_form_of_the_site_with_a_fault_is_named_with_its_file_and_line(
    office: Office, hall_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.yaml").write_text("name: own\ntitle: 本站表\nkind: letter\n", encoding="utf-8")
    monkeypatch.setenv("ONEWINDOW_FORMS", str(tmp_path))
    with open_office(hall_url) as beside:
        faults = beside.forms.faults()
        assert {one.file for one in faults} == {"own.yaml"}
        assert next(one.line for one in faults if "letter" in one.text) == 3
        assert "own" not in [one.name for one in beside.forms.list()]


def type_and_die(url: str, entry: int) -> None:
    """In a process of its own: type three fields and lose the power."""
    with open_office(url) as office:
        office.forms.put(entry, "amount", "300")
        office.forms.put(entry, "persons", "3")
        office.forms.put(entry, "reason", "住院")
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_power_cut_loses_nothing_that_was_typed(office: Office, hall_url: str) -> None:
    entry, _ = begun(office)
    process = fork_context().Process(target=type_and_die, args=(hall_url, entry))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    values = office.forms.view(entry).values
    assert (values["amount"], values["persons"], values["reason"]) == ("300", "3", "住院")
