"""The forms screen's words, in the language in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from terminal.office.form_fields import FieldView, FormView, OptionView
from terminal.screens.wording import chinese, joined

YES_NO: Final = (OptionView("yes", "是", "Yes"), OptionView("no", "否", "No"))


def title(form: FormView) -> str:
    """居住证申领表."""
    return form.title if chinese() else form.title_en or form.title


def label(field: FieldView) -> str:
    """居住地址."""
    return field.label if chinese() else field.label_en or field.label


def section(field: FieldView) -> str:
    """The heading it stands under on paper, which is in Chinese alone."""
    return field.section if chinese() else ""


def options(field: FieldView) -> tuple[OptionView, ...]:
    """What may be chosen."""
    return YES_NO if field.type == "yesno" else field.options


def option_label(option: OptionView) -> str:
    """就业."""
    return option.label if chinese() else option.label_en or option.label


def record_field(name: str) -> str:
    """地址: a field of the resident's record."""
    translate = QCoreApplication.translate
    return {
        "name": translate("FormWords", "Name"),
        "number": translate("FormWords", "ID number"),
        "phone": translate("FormWords", "Telephone"),
        "document": translate("FormWords", "Document"),
        "birth": translate("FormWords", "Born"),
        "sex": translate("FormWords", "Sex"),
        "nation": translate("FormWords", "Nation"),
        "address": translate("FormWords", "Address"),
        "community": translate("FormWords", "Community"),
    }.get(name, name)


def prefilled(fields: list[FieldView]) -> str:
    """姓名、电话已带入: which fields were filled from what is known."""
    if not fields:
        return ""
    names = joined(label(field) for field in fields[:4])
    if len(fields) > 4:
        more = QCoreApplication.translate("FormWords", "{names} and {n} more are filled in")
        return more.format(names=names, n=len(fields) - 4)
    return QCoreApplication.translate("FormWords", "{names} filled in").format(names=names)
