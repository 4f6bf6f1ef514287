"""What is typed into a form is kept: at every field, over power cuts and absent databases, beside another's hand."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.form_entries import FormDesk
from terminal.office.office import Office
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from tests.screens.forms.conftest import Places, opened, stored
from tests.screens.forms.hands import Key, complete, fill, keys, press


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
    assert page.head.saved.words == "尚未保存"
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
