"""The form page speaks one language: on the English page nothing of a form is Chinese but its source and its data."""

from __future__ import annotations

import re
from datetime import date

import pytest

from forms import catalogue
from forms.definition import Form
from forms.validate import check
from terminal.office.form_fields import FieldView, form_view
from terminal.office.form_views import FieldError
from terminal.screens.forms import words
from terminal.screens.i18n import Languages
from tests.screens.sample_office import language

__all__ = ["language"]

FORMS = catalogue.load()
CHINESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
WRONG = "哪里不对" * 2000 + "\n\x01"


def said_of(field: FieldView) -> list[str]:
    """All that is said of a field before anybody types."""
    shown = [words.label(field), words.unit(field), words.section(field)]
    shown += [words.option_label(option) for option in words.options(field)]
    return shown + [said for column in field.columns for said in said_of(column)]


def errors_of(form: Form) -> list[str]:
    """What is said of a form without values, and of one with a wrong value in each field."""
    wrong = {field.name: WRONG for field in form.fields}
    rows = {field.name: [{column.name: WRONG for column in field.columns}] for field in form.fields if field.columns}
    found = [check(form, {}, today=date(2026, 3, 17)), check(form, wrong | rows, today=date(2026, 3, 17))]
    return [words.expected(FieldError(one.en, one.zh, one.row, one.column)) for all_ in found for one in all_.values()]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.name))
def test_the_english_page_of_a_form_is_english_and_the_chinese_one_chinese(form: Form, language: Languages) -> None:
    view = form_view(form)
    language.use("en")
    english = [words.title(view), *errors_of(form), *(said for field in view.fields for said in said_of(field))]
    assert [said for said in english if CHINESE.search(said)] == []
    language.use("zh")
    assert CHINESE.search(words.title(view))
    assert [said for said in errors_of(form) if not CHINESE.search(said)] == []
    assert [words.label(field) for field in view.fields if not CHINESE.search(words.label(field))] == []


def test_what_is_filled_in_is_named_in_the_language_of_the_page(language: Languages) -> None:
    fields = list(form_view(FORMS.get("apply-residence-permit")).fields)
    assert CHINESE.search(words.prefilled(fields[:6]))
    language.use("en")
    assert words.prefilled(fields[:1]) == "Applicant filled in"
    assert not CHINESE.search(words.prefilled(fields[:6]))
    assert not CHINESE.search(words.meanwhile(fields[1], "female", ""))


def test_the_head_says_what_a_form_follows_and_no_address_of_a_page() -> None:
    [form] = [one for one in FORMS if one.name == "apply-residence-permit"]
    assert words.source(form_view(form)) == "字段自拟，依据：居住证办理指南（恩施本地宝）；居住证暂行条例"
    assert not any("http" in words.source(form_view(one)) for one in FORMS)
