"""The form page: filled in by keys, its errors, taken to paper and back to the record."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from terminal.screens.forms.table_input import TableInput
from terminal.screens.i18n import Languages
from tests.screens.forms.conftest import FORM, NUMBER, Places, opened
from tests.screens.forms.hands import Key, complete, fill, keys, press


def test_what_is_known_of_the_resident_is_in_it(page: FormPage) -> None:
    rows = page.grid.rows
    assert (rows["applicant"].value, rows["phone"].value, rows["id_number"].value) == (
        "吴𬭎华", "13800000031", NUMBER,
    )  # fmt: skip


def test_what_the_office_knows_by_itself_is_not_asked_for(page: FormPage) -> None:
    assert not {"centre_name", "item_name", "today"} & set(page.grid.rows)


def test_the_first_field_that_lacks_something_has_the_focus(page: FormPage) -> None:
    assert page.grid.rows["change"].has_focus()


def test_a_whole_form_by_keys(page: FormPage, office: Office, qtbot: QtBot) -> None:
    complete(page, qtbot)
    with qtbot.waitSignal(page.finished, timeout=5_000) as ended:
        press(Key.Key_F9)
    done = office.forms.view(ended.args[0])
    assert done.done
    assert (done.values["registered_on"], done.values["condition"]) == ("2026-09-01", "合法稳定就业")


def test_enter_and_tab_go_from_field_to_field(page: FormPage) -> None:
    page.grid.rows["registered_on"].take_focus()
    press(Key.Key_Return)
    assert page.grid.rows["housing"].has_focus()
    press(Key.Key_Tab)
    assert page.grid.rows["condition"].has_focus()


def test_an_error_is_told_below_its_field_once_it_was_left(page: FormPage, qtbot: QtBot) -> None:
    fill(page, qtbot, "phone", "123")
    assert page.grid.rows["phone"].note
    fill(page, qtbot, "phone", "13800000032")
    assert not page.grid.rows["phone"].note


def test_errors_are_in_the_language_of_the_page(page: FormPage, language: Languages, qtbot: QtBot) -> None:
    said = []
    for name in ("zh", "en"):
        language.use(name)
        fill(page, qtbot, "phone", "123" + name)
        said.append(page.grid.rows["phone"].note)
    assert said[0] == "11 位手机号，或区号和座机号"
    assert said[1] == "Expected: a phone number: 11 digits, or area code and number"


def test_a_wrong_cell_of_a_table_is_marked_and_gone_to(
    background: Background, resident: int, places: Places, qtbot: QtBot
) -> None:
    made = opened(background, resident, places, qtbot, "apply-temporary-relief")
    table = made.grid.rows["family"]
    assert isinstance(table.input, TableInput)
    table.take_focus()
    for text in ("王二", "儿子", "123456789012345678", "无", "0"):
        keys(text)
        press(Key.Key_Return)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "证件号码" in table.note, timeout=5_000)
    wrong = table.input.cells[0][2]
    assert [cell for row in table.input.cells for cell in row if cell.property("fault")] == [wrong]
    table.take_focus()
    assert wrong.hasFocus()


def test_f9_shows_every_error_at_once_and_goes_to_the_first(page: FormPage, office: Office) -> None:
    press(Key.Key_F9)
    assert page.grid.rows["change"].has_focus()
    assert all(page.grid.rows[name].note for name in ("registered_on", "condition", "post"))
    assert not office.forms.drafts()[0].done


def test_paper_that_is_still_drawn_does_not_show_with_the_next_form(page: FormPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=15_000)
    entry, drawn = page.draft.entry, threading.Event()
    assert entry is not None

    def slow(office: Office) -> bytes:
        assert drawn.wait(20)
        return office.forms.pdf(entry.id)

    page.preview.show_document(slow)
    page.preview.show_document(None)
    of_preview = lambda errand, *_: errand.owner is page.preview  # noqa: E731 - a name says what it looks for
    with qtbot.waitSignal(page._background._came, check_params_cb=of_preview, timeout=15_000):
        drawn.set()
    assert page.preview.image.isNull()


def test_the_paper_follows_what_is_typed(page: FormPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=15_000)
    before = page.preview.image.copy()
    fill(page, qtbot, "employer", "Liuxi Property Services")
    qtbot.waitUntil(lambda: page.preview.image != before, timeout=5_000)


def test_what_was_corrected_is_offered_back_to_the_record(
    page: FormPage, office: Office, resident: int, qtbot: QtBot
) -> None:
    complete(page, qtbot)
    fill(page, qtbot, "phone", "13900000062")
    fill(page, qtbot, "address", "No. 7")
    press(Key.Key_F9)
    qtbot.waitUntil(page.corrections.isVisible, timeout=5_000)
    rows = page.corrections.rows
    while rows.ticked != ["phone"]:  # Space takes the others back
        press(Key.Key_Space if rows._rows[rows._at].field != "phone" else Key.Key_Down)
    with qtbot.waitSignal(page.finished, timeout=5_000):
        press(Key.Key_F9)
    known = office.residents.view(resident)
    assert (known.phone, known.address) == ("13900000062", "学府社区 6 栋")


def test_without_a_printer_the_paper_is_saved_where_the_person_says(
    page: FormPage, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.screens.paper_printing.printers", tuple)
    with qtbot.waitSignal(page.printer.printed, timeout=15_000) as saved:
        press(Key.Key_F10)
    assert Path(saved.args[0]).read_bytes().startswith(b"%PDF")
    assert places.asked == ["居住证申领表.pdf"]


def test_what_is_printed_has_the_last_stroke(page: FormPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("terminal.screens.paper_printing.printers", tuple)
    page.grid.rows["employer"].take_focus()
    keys("Liuxi Property Services")
    with qtbot.waitSignal(page.printer.printed, timeout=15_000) as saved:
        press(Key.Key_F10)
    text = "".join(one.extract_text() for one in PdfReader(saved.args[0]).pages)
    assert "Liuxi Property Services" in text


def test_with_the_key_missing_the_page_says_so_and_shows_nothing(
    background: Background,
    resident: int,
    places: Places,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("ONEWINDOW_KEYS", str(tmp_path / "elsewhere"))
    made = FormPage(background, theme.LIGHT, by="zhang", files=places)
    qtbot.addWidget(made)
    made.show()
    made.open(FORM, item="LD-002", resident=resident)
    qtbot.waitUntil(lambda: made.band.kind == "trouble" and bool(made.band.sentence), timeout=15_000)
    assert not made.grid.rows


def test_a_form_of_somebody_without_a_record_offers_nothing(
    office: Office,
) -> None:
    entry = office.forms.start(FORM, item="LD-002")
    assert office.forms.corrections(entry.id) == ()
