"""The hall's half of a catalogue file: centre, fields with their lines, counters and staff."""

from __future__ import annotations

import string
import zoneinfo

from terminal.office.catalogue_types import CentreEntry, CounterEntry, FieldEntry, StaffEntry
from terminal.office.file_reading import Section, report_repeated
from terminal.office.scales import DEFAULT, shipped_scales


def read_centre(section: Section) -> CentreEntry:
    """The hall's own entry."""
    centre = CentreEntry(
        code=section.text("code", most=16, like="[A-Z][A-Z0-9]*", expected="capitals and digits, like LC01"),
        name=section.text("name", most=40),
        name_en=section.text("name_en", most=80, default=""),
        zone=section.text("zone", most=40),
        hours=section.text("hours", most=60),
        notices=section.texts("notices", most=12, each=60),
        scale=section.choice("scale", shipped_scales(), default=DEFAULT),
    )
    if section.sound("zone") and not _is_zone(centre.zone):
        section.fault("zone", f"'{centre.zone}'", "a time zone, like Asia/Shanghai")
    section.done()
    return centre


def read_fields(sections: list[Section]) -> tuple[FieldEntry, ...]:
    """The fields. Letters run A, B, C … in the file's order unless given."""
    fields = tuple(_field(section, place) for place, section in enumerate(sections))
    for key in ("code", "name"):
        report_repeated([(s, getattr(f, key)) for s, f in zip(sections, fields, strict=True)], key)
    _report_shared_letters(sections, fields)
    return fields


def read_counters(sections: list[Section], letters: str) -> tuple[CounterEntry, ...]:
    """The counters; every letter they serve must be a field's."""
    counters = tuple(_counter(section, letters) for section in sections)
    report_repeated([(s, str(c.number)) for s, c in zip(sections, counters, strict=True)], "number")
    return counters


def read_staff(sections: list[Section]) -> tuple[StaffEntry, ...]:
    """Who serves."""
    staff = tuple(_person(section) for section in sections)
    report_repeated([(s, p.code) for s, p in zip(sections, staff, strict=True)], "code")
    return staff


def _field(section: Section, place: int) -> FieldEntry:
    alphabet = string.ascii_uppercase
    field = FieldEntry(
        code=section.text("code", most=2, like="[A-Z]{2}", expected="two capitals, like SB"),
        letter=section.text(
            "letter", most=1, default=alphabet[place % 26], like="[A-Z]", expected="one capital, A to Z"
        ),
        name=section.text("name", most=12),
        name_en=section.text("name_en", most=40, default=""),
        examples=section.text("examples", most=24, default=""),
        icon=section.text("icon", most=40, default="", like="[a-z0-9-]+", expected="an icon's name, like book-open"),
    )
    section.done()
    return field


def _report_shared_letters(sections: list[Section], fields: tuple[FieldEntry, ...]) -> None:
    # Not report_repeated: a letter that came from the field's place may collide with a given one.
    holders: dict[str, str] = {}
    for section, field in zip(sections, fields, strict=True):
        if section.sound("letter") and field.letter in holders:
            section.fault("letter", f"'{field.letter}' again", f"a letter of its own (first: {holders[field.letter]})")
        holders.setdefault(field.letter, section.entry)


def _counter(section: Section, letters: str) -> CounterEntry:
    number = section.whole("number", 1, 99)
    lines = section.text("lines", most=26, like="[A-Z]+", expected="the letters of its lines, like ABC")
    if section.sound("lines"):
        unknown = "".join(letter for letter in lines if letter not in letters)
        if unknown or len(set(lines)) < len(lines):
            section.fault("lines", f"'{lines}'", f"some of {letters}, each once")
    section.done()
    return CounterEntry(number, "".join(sorted(set(lines), key=letters.find)))


def _person(section: Section) -> StaffEntry:
    code = section.text("code", most=32, like="[a-z][a-z0-9_.-]*", expected="a sign-in name, like zhang")
    person = StaffEntry(code, section.text("name", most=20))
    section.done()
    return person


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
