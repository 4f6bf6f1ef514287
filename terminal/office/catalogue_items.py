"""The items' half of a catalogue file: each item with its materials, and what holds between its values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from terminal.office.catalogue_types import Grounding, ItemEntry, MaterialEntry
from terminal.office.file_reading import Section, report_repeated
from terminal.rules import initials as initials_of

Spell = Callable[[str], Sequence[str]]
LONGEST_SHORT = 12  # characters of an item's short name: what a queue row of the slim bar holds
LONGEST_MATERIAL_SHORT = 16  # what a 58 mm slip holds
MOST_MINUTES = 60
MOST_DAYS = 365


def read_items(sections: list[Section], field_codes: set[str], spell: Spell) -> tuple[ItemEntry, ...]:
    """The items; ``field_codes`` are the sound codes of the file's fields."""
    items = tuple(_item(section, field_codes, spell) for section in sections)
    for key in ("code", "name", "short"):
        report_repeated([(s, getattr(i, key)) for s, i in zip(sections, items, strict=True)], key)
    return items


def _item(section: Section, field_codes: set[str], spell: Spell) -> ItemEntry:
    code = section.text("code", most=6, like="[A-Z]{2}-[0-9]{3}", expected="a code like SB-003")
    name = section.text("name", most=40)
    # Without a single sound field (already reported) every item would only repeat that.
    field = section.choice("field", sorted(field_codes)) if field_codes else section.text("field", most=2)
    if section.sound("code", "field") and code[:2] != field:
        section.fault("code", f"'{code}'", f"a code that begins with its field, {field}-")
    kind = section.choice("kind", ("instant", "promised"))
    promised, statutory = _days(section, kind)
    proxy, proxy_kind = _proxy(section)
    item = ItemEntry(
        code=code,
        name=name,
        short=section.text("short", most=LONGEST_SHORT, default=name),
        initials=_initials(section, name, spell),
        field=field,
        kind=kind,
        promised_working_days=promised,
        statutory_working_days=statutory,
        department=section.text("department", most=60),
        usual_minutes=section.whole("usual_minutes", 1, MOST_MINUTES),
        conditions=section.text("conditions", most=200),
        materials=_materials(section),
        fee=section.whole("fee", 0, 100_000),
        extended_hours=section.flag("extended_hours"),
        proxy=proxy,
        proxy_kind=proxy_kind,
        visits_needed=section.whole("visits_needed", 0, 3, default=1),
        legal_basis=section.text("legal_basis", most=300, default=""),
        grounding=_grounding(section),
    )
    section.done()
    return item


def _days(section: Section, kind: str) -> tuple[int | None, int | None]:
    """Promised and statutory working days: both for a promised item, neither for an instant one."""
    keys = ("promised_working_days", "statutory_working_days")
    empty = [section.nothing(key) for key in keys]
    if kind == "promised":
        promised, statutory = (section.whole(key, 1, MOST_DAYS) for key in keys)
        if section.sound(*keys) and statutory < promised:
            section.fault(keys[1], statutory, f"at least the {promised} promised working days")
        return promised, statutory
    if kind == "instant":
        for key, is_empty in zip(keys, empty, strict=True):
            if not is_empty:
                section.fault(key, "a value", "nothing, since the item is instant")
    return None, None


def _proxy(section: Section) -> tuple[bool, str]:
    proxy = section.flag("proxy")
    kind = section.text("proxy_kind", most=30, default="")
    if section.sound("proxy", "proxy_kind"):
        if proxy and not kind:
            section.fault("proxy_kind", "nothing", "the kind of proxy matter, since proxy is true")
        if kind and not proxy:
            section.fault("proxy_kind", f"'{kind}'", "nothing, since proxy is false")
    return proxy, kind


def _initials(section: Section, name: str, spell: Spell) -> str:
    given = section.text("initials", most=80, default="")
    if not section.sound("name", "initials"):
        return ""
    count = len(initials_of.spelled(name))
    expected = f"{count} letters a–z or digits, one for each character of the name that is no punctuation"
    if given:
        if not initials_of.fit(name, given):
            section.fault("initials", f"'{given}' ({len(given)})", expected)
        return given
    computed = initials_of.compute(name, spell)
    if computed is None:
        section.fault("initials", f"none, and no reading for every character of '{name}'", expected)
    return computed or ""


def _materials(section: Section) -> tuple[MaterialEntry, ...]:
    sections = section.sections("materials", "material", "name")
    materials = tuple(_material(held) for held in sections)
    report_repeated([(s, m.name) for s, m in zip(sections, materials, strict=True)], "name")
    return materials


def _material(section: Section) -> MaterialEntry:
    name = section.text("name", most=60)
    material = MaterialEntry(
        name=name,
        short=section.text("short", most=LONGEST_MATERIAL_SHORT, default=name),
        originals=section.whole("originals", 0, 20),
        copies=section.whole("copies", 0, 20),
        mandatory=section.flag("mandatory"),
        where_from=section.text("where_from", most=60),
    )
    if section.sound("originals", "copies") and material.originals + material.copies == 0:
        section.fault("originals", "no original and no copy", "at least one of the two")
    section.done()
    return material


def _grounding(section: Section) -> Grounding:
    grade = ("published", "partly", "assumed")
    return Grounding(
        usual_minutes_basis=section.choice("usual_minutes_basis", ("estimate", "measured"), default=""),
        source=section.text("source", most=1000, default=""),
        source_kind=section.choice("source_kind", ("official", "secondary", "general"), default=""),
        limits_from=section.choice("limits_from", grade, default=""),
        materials_from=section.choice("materials_from", grade, default=""),
        notes=section.text("notes", most=500, default=""),
    )


def pinyin_letters(text: str) -> Sequence[str]:
    """The first letters of the characters' readings, in order; what has no reading comes back as it is."""
    # Imported here: pypinyin costs 117 ms, and only checking or importing a catalogue needs it.
    from pypinyin import Style, lazy_pinyin

    letters: Sequence[str] = lazy_pinyin(text, style=Style.FIRST_LETTER)
    return letters
