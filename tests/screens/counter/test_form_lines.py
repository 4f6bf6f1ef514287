"""The forms of the item in hand, and those of the site's own that a fault keeps away."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from terminal.office.form_views import FormFault
from terminal.screens import theme
from terminal.screens.counter.form_lines import FormLines
from tests.screens.counter import canned

FAULT = FormFault("own.yaml", 10, "/srv/forms/own.yaml:10: layout: found 'nobody', expected a field of the form")


@pytest.fixture
def lines(qtbot: QtBot) -> FormLines:
    made = FormLines(theme.LIGHT)
    qtbot.addWidget(made)
    return made


def test_a_form_with_a_fault_is_told_of_with_its_file_and_line_where_forms_are_looked_for(lines: FormLines) -> None:
    lines.show_forms(canned.FORMS[:1], {}, (FAULT,), live=True)
    assert "own.yaml" in lines.missing
    assert "10" in lines.missing
    assert FAULT.text in lines._missing.toolTip()
    lines.show_forms(canned.FORMS[:1], {}, live=True)
    assert (lines.missing, lines.isHidden()) == ("", False)


def test_it_is_told_for_an_item_without_forms_too_and_of_a_folder_that_is_not_there(lines: FormLines) -> None:
    lines.show_forms((), {}, (FormFault("forms", None, "/srv/forms: found no folder"),), live=True)
    assert not lines.isHidden()
    assert "forms" in lines.missing
    assert not lines._shortcut.isEnabled()
    lines.show_forms((), {}, live=True)
    assert lines.isHidden()
