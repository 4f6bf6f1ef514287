"""The form page: filled in by keys, stored at every field, found again, taken to paper and back to the record."""

from __future__ import annotations

import threading
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.form_entries import FormDesk
from terminal.office.office import Office
from terminal.screens import theme
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from terminal.screens.forms.table_input import TableInput
from terminal.screens.i18n import Languages
from tests.screens.forms.conftest import FORM, NUMBER, Places, opened, stored

Key = Qt.Key


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def keys(text: str) -> None:
    """Typed where the focus is; Chinese as an input method hands it over."""
    if text.isascii():
        QTest.keyClicks(QApplication.focusWidget(), text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def fill(page: FormPage, qtbot: QtBot, name: str, text: str) -> None:
    """A field typed and left."""
    page.grid.rows[name].take_focus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys(text)
    press(Key.Key_Return)
    qtbot.waitUntil(stored(page), timeout=5_000)


def complete(page: FormPage, qtbot: QtBot) -> None:
    """All that the form needs besides what is known."""
    fill(page, qtbot, "registered_on", "20260901")
    fill(page, qtbot, "employer", "Liuxi")
    for name in ("change", "condition", "post"):
        page.grid.rows[name].take_focus()
        press(Key.Key_1)
        qtbot.waitUntil(stored(page), timeout=5_000)


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


def test_every_field_is_stored_as_it_is_left(page: FormPage, office: Office, qtbot: QtBot) -> None:
    fill(page, qtbot, "employer", "Liuxi")
    [draft] = office.forms.drafts()
    assert draft.values["employer"] == "Liuxi"
    assert page.head.saved.words


def test_a_pause_in_typing_is_enough_to_be_stored(page: FormPage, office: Office, qtbot: QtBot) -> None:
    page.grid.rows["employer"].take_focus()
    keys("half a wor")
    qtbot.waitUntil(lambda: office.forms.drafts()[0].values.get("employer") == "half a wor", timeout=5_000)


def test_what_is_typed_without_a_pause_is_stored_all_the_same(page: FormPage, office: Office, qtbot: QtBot) -> None:
    page.grid.rows["employer"].take_focus()
    keys("a whole ")
    page.grid._steady.timeout.emit()
    keys("paragraph")
    qtbot.waitUntil(lambda: office.forms.drafts()[0].values.get("employer") == "a whole", timeout=5_000)
    qtbot.waitUntil(stored(page), timeout=5_000)
    assert page.grid.rows["employer"].value == "a whole paragraph"


def test_a_pause_in_the_middle_of_a_word_or_a_date_does_not_change_what_is_typed(page: FormPage, qtbot: QtBot) -> None:
    for name, before, after, said in (
        ("employer", "Liuxi ", "Services", "Liuxi Services"),
        ("registered_on", "2025-1-1", "2", "2025-01-12"),
    ):
        page.grid.rows[name].take_focus()
        keys(before)
        page.grid.keep_now()
        qtbot.waitUntil(stored(page), timeout=5_000)
        keys(after)
        press(Key.Key_Return)
        assert page.grid.rows[name].value == said


def test_a_form_is_gone_on_with_after_the_power_was_cut(
    page: FormPage, background: Background, resident: int, places: Places, qtbot: QtBot
) -> None:
    fill(page, qtbot, "employer", "Liuxi")
    page.grid.rows["home"].take_focus()
    keys("not stored ye")  # cut off in the middle of it: nobody says goodbye
    again = opened(background, resident, places, qtbot)
    assert again.grid.rows["employer"].value == "Liuxi"
    assert again.band.sentence
    assert again.foot.anew.isVisible()


def test_begun_anew_nothing_of_the_draft_is_left(
    page: FormPage, background: Background, resident: int, places: Places, qtbot: QtBot
) -> None:
    fill(page, qtbot, "employer", "Liuxi")
    again = opened(background, resident, places, qtbot)
    press(Key.Key_F7)
    qtbot.waitUntil(lambda: again.grid.rows["employer"].value == "", timeout=5_000)
    assert not again.draft.found


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


def test_what_another_window_writes_meanwhile_comes_in_and_nothing_typed_is_lost(
    page: FormPage, office: Office, qtbot: QtBot
) -> None:
    [draft] = office.forms.drafts()
    office.forms.put(draft.id, "employer", "theirs")
    page.grid.rows["employer"].take_focus()
    fill(page, qtbot, "home", "mine")
    qtbot.waitUntil(lambda: office.forms.view(draft.id).values.get("home") == "mine", timeout=5_000)
    assert page.grid.rows["employer"].value == "theirs"


def write_both(page: FormPage, office: Office, qtbot: QtBot) -> int:
    """Two people write the same field; here one types, and the office has the other's. Returns the form's id."""
    page.grid.rows["home"].take_focus()
    keys("mine")
    [draft] = office.forms.drafts()
    office.forms.put(draft.id, "home", "theirs", by="li")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "theirs" in page.grid.rows["home"].note, timeout=5_000)
    assert page.grid.rows["home"].value == "mine"
    return draft.id


def test_the_same_field_written_by_two_keeps_what_is_typed_and_says_who_wrote_what(
    page: FormPage, office: Office, qtbot: QtBot
) -> None:
    complete(page, qtbot)
    form = write_both(page, office, qtbot)
    assert "李文静" in page.grid.rows["home"].note
    assert "李文静" in page.band.sentence
    page.foot.main.setFocus()
    press(Key.Key_F9)
    qtbot.waitUntil(page.grid.rows["home"].has_focus)
    assert not office.forms.view(form).done, "it is not finished over what one has not chosen"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: office.forms.view(form).values["home"] == "mine", timeout=5_000)
    assert not page.grid.rows["home"].note


def test_what_the_other_wrote_may_be_taken(page: FormPage, office: Office, qtbot: QtBot) -> None:
    form = write_both(page, office, qtbot)
    press(Key.Key_T, Qt.KeyboardModifier.AltModifier)
    row = page.grid.rows["home"]
    assert (row.value, row.note, office.forms.view(form).values["home"]) == ("theirs", "", "theirs")


def test_what_somebody_else_fills_in_shows_by_itself(page: FormPage, office: Office, qtbot: QtBot) -> None:
    [draft] = office.forms.drafts()
    office.forms.put(draft.id, "employer", "theirs", by="li")
    qtbot.waitUntil(lambda: page.grid.rows["employer"].value == "theirs", timeout=10_000)
    assert "李文静" in page.band.sentence


def test_a_form_that_somebody_else_finished_is_shown_and_not_written_in(
    page: FormPage, office: Office, qtbot: QtBot
) -> None:
    complete(page, qtbot)
    [draft] = office.forms.drafts()
    office.forms.done(draft.id, by="li")
    qtbot.waitUntil(lambda: not page.grid.isEnabled(), timeout=10_000)
    assert "李文静" in page.band.sentence


def test_what_cannot_be_stored_is_kept_and_stored_later(
    page: FormPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise Fault("The database is busy with another program.", "Try again in a moment.")

    with monkeypatch.context() as patch:
        patch.setattr(FormDesk, "put", away)
        page.grid.rows["employer"].take_focus()
        keys("kept")
        press(Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.band.sentence), timeout=5_000)
        assert page.grid.rows["employer"].value == "kept"
    page.draft._send()
    qtbot.waitUntil(stored(page), timeout=8_000)
    assert office.forms.drafts()[0].values["employer"] == "kept"


def test_a_form_that_is_left_at_once_is_stored_whole_and_another_may_be_opened(
    page: FormPage, office: Office, resident: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise Fault("The database is busy with another program.", "Try again in a moment.")

    [first] = office.forms.drafts()
    with monkeypatch.context() as patch:
        patch.setattr(FormDesk, "put", away)
        page.grid.rows["employer"].take_focus()
        keys("kept")
        press(Key.Key_Return)
        keys("too")
        press(Key.Key_Escape)
        page.open("apply-senior-card", item="MZ-001", resident=resident)
        qtbot.waitUntil(lambda: page.draft.entry is not None and page.draft.entry.id != first.id, timeout=15_000)
    page.draft._go_on()
    qtbot.waitUntil(lambda: not page.draft._left, timeout=8_000)
    assert office.forms.view(first.id).values["employer"] == "kept"
    assert page.draft.entry is not None
    assert page.draft.entry.form == "apply-senior-card"


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


def test_an_answer_about_a_form_that_was_left_does_not_touch_the_one_on_show(
    page: FormPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, let_go, put = page.draft.entry, Event(), FormDesk.put

    def late(*given: Any, **named: Any) -> Any:
        assert let_go.wait(20)
        return put(*given, **named)

    monkeypatch.setattr(FormDesk, "put", late)
    page.draft.put("employer", "Liuxi")
    page.open("apply-unemployment-registration")
    qtbot.waitUntil(lambda: page.draft.entry is not None, timeout=5_000)
    second = page.draft.entry
    let_go.set()
    page.draft.put("phone", "13800000032")
    qtbot.waitUntil(stored(page), timeout=5_000)
    assert first is not None
    assert second is not None
    assert page.draft.entry is not None
    assert page.draft.entry.id == second.id != first.id
