"""The person at the window in words, and what is expected of an entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminal.office.form_fields import FieldView
from terminal.office.people_views import PersonEntry, PersonRow, PersonView
from terminal.rules import id_number, phone
from terminal.rules.id_number import NumberFault
from terminal.rules.masking import masked_name
from terminal.screens.wording import joined


def entry_fields(*, needs_name: bool) -> tuple[FieldView, ...]:
    """The fields of an entry, in the order of an ID card."""
    return (
        FieldView("name", "text", "姓名", "Name", required=needs_name, length=60),
        FieldView("number", "id_number", "证件号", "ID number", length=24),
        FieldView("phone", "phone", "手机", "Telephone", length=20),
        FieldView("address", "text", "住址", "Address", wide=True),
    )


def check(entry: PersonEntry, *, known: bool) -> dict[str, str]:
    """What is expected, by field; the office looks at it again."""
    translate = QCoreApplication.translate
    errors: dict[str, str] = {}
    if not entry.name:
        errors["name"] = translate("ClientWords", "The name as it stands on the card.")
    said = {"number": check_number(entry.number), "phone": check_phone(entry.phone)}
    errors |= {name: expected for name, expected in said.items() if expected}
    if not known and not entry.number and not entry.phone:
        errors["number"] = translate("ClientWords", "An ID number or a telephone number is needed.")
    return errors


def check_number(number: str) -> str:
    """What is expected of an ID number, "" when it is right or there is none."""
    fault = id_number.fault(id_number.normalised(number)) if number else None
    if fault is None:
        return ""
    translate = QCoreApplication.translate
    return {
        NumberFault.FORM: translate("ClientWords", "18 characters as on the card."),
        NumberFault.BIRTH: translate("ClientWords", "Digits 7 to 14 are no date of birth."),
        NumberFault.CHECK: translate("ClientWords", "A digit is wrong: compare with the card."),
    }[fault]


def check_phone(number: str) -> str:
    """What is expected of a telephone number, "" when it is right or there is none."""
    if not number or phone.kind(phone.normalised(number)) is not None:
        return ""
    return QCoreApplication.translate("ClientWords", "11 digits, or a landline with its area code.")


def sex_words(sex: str) -> str:
    """女."""
    return {
        "male": QCoreApplication.translate("ClientWords", "male"),
        "female": QCoreApplication.translate("ClientWords", "female"),
    }.get(sex, "")


def row_words(row: PersonRow) -> str:
    """5113**********2248、13800000001、学府社区 6 栋: to tell two of one name apart."""
    born = f"{row.birth:%Y-%m-%d}" if row.birth is not None else ""
    return joined(
        [part for part in (sex_words(row.sex), born, row.masked_number, row.phone, row.address) if part], "・"
    )


def shown_name(person: PersonView) -> str:
    """王*华: as the screen shows it where others may look."""
    return masked_name(person.name)


def shown_about(person: PersonView) -> str:
    """女·34 岁."""
    age = QCoreApplication.translate("ClientWords", "{n} years").format(n=person.age) if person.age is not None else ""
    return joined([part for part in (sex_words(person.sex), age) if part], "・")


def shown_phone(person: PersonView) -> str:
    """138****5276."""
    number = person.phone
    return f"{number[:3]}****{number[-4:]}" if len(number) >= 8 else number
