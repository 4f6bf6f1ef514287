"""A card's fields in words: what each is called, how it is shown, what a copy of it is."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from terminal.rules.resident import Doubt, ResidentFields

LONG_TERM: Final = "长期"  # as it stands on the card, and as other departments' forms want it


class Field(NamedTuple):
    """One field. ``shown`` may be masked; ``copy`` is the whole of it; ``remark`` stands behind it."""

    name: str
    label: str
    shown: str
    copy: str
    remark: str = ""
    is_bad: bool = False


def title(document: str) -> str:
    """居民身份证: what kind of card it is."""
    return {
        "resident": QCoreApplication.translate("Resident", "Resident identity card"),
        "hmt-permit": QCoreApplication.translate("Resident", "Residence permit (Hong Kong, Macao, Taiwan)"),
        "foreign-2017": QCoreApplication.translate("Resident", "Foreigner's permanent residence card"),
        "foreign-2023": QCoreApplication.translate("Resident", "Foreigner's permanent residence card"),
    }.get(document, document)


def doubt_words(doubt: Doubt) -> str:
    """What needs a second look, in a few words."""
    return {
        Doubt.EXPIRED: QCoreApplication.translate("Resident", "card expired"),
        Doubt.NOT_YET: QCoreApplication.translate("Resident", "card not valid yet"),
        Doubt.NUMBER_FORM: QCoreApplication.translate("Resident", "number incomplete"),
        Doubt.NUMBER_CHECK: QCoreApplication.translate("Resident", "number's check digit is wrong"),
        Doubt.BIRTH_DIFFERS: QCoreApplication.translate("Resident", "birth differs from number"),
        Doubt.SEX_DIFFERS: QCoreApplication.translate("Resident", "sex differs from number"),
        Doubt.NAME: QCoreApplication.translate("Resident", "no name"),
        Doubt.SEX: QCoreApplication.translate("Resident", "sex unreadable"),
        Doubt.NATION: QCoreApplication.translate("Resident", "ethnicity unreadable"),
        Doubt.BIRTH: QCoreApplication.translate("Resident", "birth unreadable"),
        Doubt.VALIDITY: QCoreApplication.translate("Resident", "validity unreadable"),
        Doubt.LETTERS: QCoreApplication.translate("Resident", "a character was cut off: compare with the card"),
    }[doubt]


def sex_words(sex: str) -> str:
    """男, 女, or what the standard has for neither."""
    return {
        "male": QCoreApplication.translate("Resident", "male"),
        "female": QCoreApplication.translate("Resident", "female"),
        "unstated": QCoreApplication.translate("Resident", "not stated"),
    }.get(sex, "–")


def fields(card: ResidentFields, today: date, *, reveal: bool) -> dict[str, Field]:
    """All fields that cards of this kind have, by name, in reading order."""
    translate, doubts = QCoreApplication.translate, card.doubts(today)
    age = card.age(today)
    found = [
        Field("name", translate("Resident", "Name"), card.name or "–", card.name),
        Field("sex", translate("Resident", "Sex"), sex_words(card.sex), sex_words(card.sex)),
    ]
    if card.nationality:
        found.append(Field("nation", translate("Resident", "Nationality"), card.nationality, card.nationality))
    elif card.document == "resident":
        found.append(Field("nation", translate("Resident", "Ethnicity"), card.nation or "–", card.nation))
    years = translate("Resident", "{n} years").format(n=age) if age is not None else ""
    found += [
        Field(
            "birth", translate("Resident", "Born"), _day(card.birth), _day(card.birth), years,
            is_bad=Doubt.BIRTH_DIFFERS in doubts,
        ),
        Field(
            "number", translate("Resident", "Number"), card.number if reveal else card.masked_number, card.number,
            is_bad=Doubt.NUMBER_FORM in doubts or Doubt.NUMBER_CHECK in doubts,
        ),
        _validity(card, doubts),
    ]  # fmt: skip
    if card.latin and card.latin != card.name:
        found.append(Field("latin", translate("Resident", "Latin name"), card.latin, card.latin))
    if card.travel_permit:
        shown = card.travel_permit if reveal else _half(card.travel_permit)
        found.append(Field("permit", translate("Resident", "Travel permit"), shown, card.travel_permit))
    if card.address:
        found.append(Field("address", translate("Resident", "Address"), card.address, card.address))
    if card.issuer:
        found.append(Field("issuer", translate("Resident", "Issued by"), card.issuer, card.issuer))
    return {field.name: field for field in found}


def _validity(card: ResidentFields, doubts: tuple[Doubt, ...]) -> Field:
    until = LONG_TERM if card.long_term else _day(card.until)
    shown = f"{_day(card.since)}–{until}"
    expired, early = Doubt.EXPIRED in doubts, Doubt.NOT_YET in doubts
    remark = QCoreApplication.translate("Resident", "expired") if expired else ""
    return Field(
        "validity", QCoreApplication.translate("Resident", "Valid"), shown, shown, remark, is_bad=expired or early
    )


def _day(moment: date | None) -> str:
    return moment.isoformat() if moment is not None else "–"


def _half(text: str) -> str:
    """A short number with its middle hidden."""
    return text[:1] + "*" * max(0, len(text) - 4) + text[-3:]
