"""Notices: numbered with the move they go with, printed as they were, masked where they leave the centre."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from terminal.errors import Refusal
from terminal.model import Notice
from terminal.office import open_office
from terminal.office.case_views import MaterialMark
from terminal.office.notice_issuing import open_values
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from terminal.store.vault import KeyMissing
from tests.office.casework import accepted, at, opened, set_up
from tests.office.halls import Records
from tests.office.people import number_of, phone_of


@pytest.fixture(autouse=True)
def _hall(office: Office) -> None:
    set_up(office)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def issued(office: Office, case: int, form: str) -> int:
    return next(one.id for one in office.notices.of_case(case) if one.form == form and one.id is not None)


def test_accepting_numbers_the_receipt_in_the_same_verb(office: Office) -> None:
    first, second = accepted(office, 1), accepted(office, 2)
    rows = [one for one in (*first.notices, *second.notices) if one.form == "acceptance-receipt"]
    assert [one.number for one in rows] == ["LC01-2026-SL-0001", "LC01-2026-SL-0002"]
    assert {one.state for one in rows} == {"issued"}


def test_a_move_that_is_refused_uses_no_number_up(office: Office) -> None:
    case = accepted(office)
    with pytest.raises(Refusal):
        office.cases.advance(case.row.id, "accept", by="li")
    assert accepted(office, 2).notices[-2].number == "LC01-2026-SL-0002"


def test_the_proof_of_delivery_is_announced_until_the_result_is_signed_for(office: Office) -> None:
    case = accepted(office)
    assert case.notices[-1].state == "due"
    office.cases.advance(case.row.id, "grant", by="li")
    done = office.cases.advance(case.row.id, "collect", signature="王小华", by="li")
    assert [(one.form, one.state) for one in done.notices[1:]] == [
        ("approval-decision", "handed"), ("delivery-receipt", "signed"),
    ]  # fmt: skip


def test_a_paper_that_leaves_the_centre_is_masked_and_the_full_copy_is_noted(
    office: Office, records: Records
) -> None:  # fmt: skip
    notice = issued(office, accepted(office).row.id, "acceptance-receipt")
    masked, full = text_of(office.notices.pdf(notice)), text_of(office.notices.pdf(notice, full=True, by="li"))
    assert number_of(1) not in masked
    assert phone_of(1) not in masked
    assert number_of(1) in full
    assert phone_of(1) in full
    noted = [one for one in records.journal() if one["verb"] == "print_in_full"]
    assert [one["who"] for one in noted] == ["li"]


def test_a_notice_prints_as_it_was_though_the_person_has_moved_since(office: Office) -> None:
    case = accepted(office)
    notice = issued(office, case.row.id, "acceptance-receipt")
    before = office.notices.pdf(notice, full=True)
    office.residents.change(case.resident.id, PersonEntry(name="王新名", phone="13800000999"))
    assert text_of(office.notices.pdf(notice, full=True)) == text_of(before)


def test_the_notice_to_correct_names_everything_at_once(office: Office) -> None:
    case = opened(office)
    wrong = case.materials[0]
    mark = MaterialMark(wrong.position, "wrong", why="照片模糊，看不清号码")
    told = office.cases.advance(case.row.id, "ask-correction", marks=[mark], by="li")
    text = text_of(office.notices.pdf(issued(office, case.row.id, "correction-notice")))
    assert "照片模糊" in text.replace("\n", "")
    for one in told.materials:
        if one.mandatory:
            assert one.name[:6] in text.replace("\n", "")


def test_what_a_notice_says_is_sealed_in_the_database(office: Office) -> None:
    case = accepted(office)
    with office.store.reading() as session:
        notice = session.scalars(select(Notice).where(Notice.case_id == case.row.id)).first()
        assert notice is not None
        assert number_of(1).encode() not in notice.values_sealed
        assert open_values(session, office.room, notice.values_sealed)["id_number"] == number_of(1)


def test_without_the_key_nothing_is_issued_and_the_case_stays_where_it_was(
    office: Office, hall_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = opened(office)
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "nothing"))
    with open_office(hall_url) as keyless, pytest.raises(KeyMissing):
        keyless.cases.advance(case.row.id, "accept", by="li")
    assert office.cases.view(case.row.id).row.state == "received"


def test_many_are_one_file_with_progress_and_may_be_cancelled(office: Office) -> None:
    notices = [issued(office, accepted(office, one).row.id, "acceptance-receipt") for one in range(1, 5)]
    seen: list[int] = []
    made = office.notices.batch(notices, progress=seen.append)
    assert made is not None
    assert seen == [1, 2, 3, 4]
    assert len(PdfReader(BytesIO(made)).pages) == 4
    assert office.notices.batch(notices, cancelled=lambda: len(seen) > 2) is None


def test_the_notices_of_a_day_are_found_to_be_printed_together(office: Office) -> None:
    cases = [accepted(office, one) for one in (1, 2)]
    receipts = [issued(office, case.row.id, "acceptance-receipt") for case in cases]
    day = cases[0].row.received_at.date()
    rows = office.notices.issued(day, day, "acceptance-receipt")
    assert [(row.id, row.case_number) for row in rows] == list(
        zip(receipts, [case.row.number for case in cases], strict=True)
    )
    assert office.notices.issued(day, day) == rows
    assert office.notices.issued(day, day, "correction-notice") == ()
    office.notices.void(receipts[0], "窗口号写错", by="li")
    assert [row.id for row in office.notices.issued(day, day, "acceptance-receipt")] == receipts[1:]
    assert office.notices.issued(day - timedelta(days=9), day - timedelta(days=8)) == ()


def test_of_many_that_were_cancelled_none_is_noted_as_printed_in_full(office: Office, records: Records) -> None:
    notices = [issued(office, accepted(office, one).row.id, "acceptance-receipt") for one in (1, 2, 3)]
    seen: list[int] = []
    stopped = office.notices.batch(
        notices, full=True, by="li", progress=seen.append, cancelled=lambda: len(seen) == 2
    )  # fmt: skip
    assert (stopped, seen) == (None, [1, 2])
    assert not [one for one in records.journal() if one["verb"] == "print_in_full"]
    assert office.notices.batch(notices, full=True, by="li") is not None
    noted = [one["id"] for one in records.journal() if one["verb"] == "print_in_full"]
    assert noted == [str(one) for one in notices]


def test_of_many_the_one_that_cannot_be_printed_is_named(office: Office) -> None:
    notices = [issued(office, accepted(office, one).row.id, "acceptance-receipt") for one in (1, 2, 3)]
    numbers = [office.notices.view(one).number for one in notices]
    office.notices.void(notices[1], "窗口号写错", by="li")
    with pytest.raises(Refusal, match=numbers[1]):
        office.notices.batch(notices)
    with office.store.writing() as session:
        session.get_one(Notice, notices[2]).values_sealed = b"x" * 40
        session.get_one(Notice, notices[0]).form = "gone"
    with pytest.raises(KeyMissing, match=numbers[2]):
        office.notices.batch(notices[2:])
    with pytest.raises(Refusal, match=f"{numbers[0]}.*gone"):
        office.notices.batch(notices[:1])


def test_a_notice_taken_back_is_neither_printed_nor_handed_out(office: Office, records: Records) -> None:
    notice = issued(office, accepted(office).row.id, "acceptance-receipt")
    for reason in (" ", "长" * 121):
        with pytest.raises(Refusal):
            office.notices.void(notice, reason)
    taken_back = office.notices.void(notice, "窗口号写错", by="li")
    assert (taken_back.state, taken_back.void_reason) == ("void", "窗口号写错")
    assert "窗口号写错" not in str(records.journal()), "the journal has codes and ids only"
    with pytest.raises(Refusal):
        office.notices.pdf(notice)
    with pytest.raises(Refusal):
        office.notices.hand(notice, "王小华", signed=True)


def test_a_notice_is_handed_out_and_signed_for(office: Office) -> None:
    notice = issued(office, accepted(office).row.id, "acceptance-receipt")
    assert office.notices.hand(notice, "王小华", signed=True, by="li").state == "signed"


def test_a_payment_notice_is_issued_beside_the_moves_with_what_only_staff_know(office: Office) -> None:
    case = accepted(office)
    form = office.forms.form("payment-notice")
    own = next(field.name for field in form.fields if not field.source and field.type == "text")
    row = office.notices.issue(case.row.id, "payment-notice", extra={own: "四十元"}, by="li")
    assert row.number == "LC01-2026-JF-0001"
    assert "四十元" in text_of(office.notices.pdf(row.number))
    with pytest.raises(Refusal, match="nothing"):
        office.notices.issue(case.row.id, "payment-notice", extra={"nothing": "1"})


def test_the_slip_says_what_came_in_and_until_when(office: Office) -> None:
    case = accepted(office, marks=[MaterialMark(1, "received", 1, 0)])
    slip = repr(office.notices.slip(issued(office, case.row.id, "acceptance-receipt")))
    assert case.code in slip
    assert "王*华" in slip
    assert number_of(1) not in slip
    assert f"{case.row.promised_on.month}月{case.row.promised_on.day}日" in slip
    assert at(4).strftime("%Y-%m-%d") in slip


def test_a_faulty_form_of_the_site_stops_nothing_but_itself(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.yaml").write_text("name: own-notice\n", encoding="utf-8")
    monkeypatch.setenv("ONEWINDOW_FORMS", str(tmp_path))
    case = opened(office)
    moved = office.cases.advance(case.row.id, "accept", at=at(4, 10), by="li")
    assert [one.state for one in moved.notices] == ["issued", "due"]
    assert office.notices.pdf(moved.notices[0].number).startswith(b"%PDF")
    assert any("own.yaml:1" in fault.text for fault in office.forms.faults())
    with pytest.raises(Refusal, match=r"There is no form own-notice, and some cannot be used: .*own\.yaml:1"):
        office.notices.issue(case.row.id, "own-notice")


def test_the_sheet_that_opens_a_proxy_case_carries_its_number_and_the_next_case_skips_none(office: Office) -> None:
    first, second = accepted(office, 1, proxy=True), accepted(office, 2, proxy=True)
    assert [first.row.number, second.row.number] == ["LC01-2026-DB-0001", "LC01-2026-DB-0002"]
    for case in (first, second):
        assert case.row.number in [one.number for one in case.notices if one.form == "proxy-acceptance"]
