"""The catalogue as a file that a site edits: read, checked, written.

    read_catalogue(path) -> CatalogueFile      or a Refusal that names every fault
    check(path) -> list of faults              file, line, entry, field, found, expected; empty when there are none
    dump_catalogue(catalogue) -> str           YAML that reads back equal
    to_json(catalogue) -> dict                 {"items": [{"code": …, "name": …, …}]}

The file is YAML: ``items`` and ``fields``, and for a whole hall also ``centre``, ``counters`` and ``staff``. Initials
are computed from the name unless an item gives its own. Nothing here touches the database.
"""

from __future__ import annotations

import string
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

import resources
from forms.yaml_source import yaml_nodes
from terminal.office.catalogue_hall import read_centre, read_counters, read_fields, read_staff
from terminal.office.catalogue_items import pinyin_letters, read_items
from terminal.office.catalogue_types import CatalogueFile, ItemEntry, MaterialEntry
from terminal.office.file_reading import FileFault, Report, Section
from terminal.office.file_source import read_text
from terminal.rules import initials

__all__ = [
    "CatalogueFile",
    "FileFault",
    "check",
    "dump_catalogue",
    "read_catalogue",
    "sample_catalogue",
    "to_json",
]

VERSION = 1


def sample_catalogue() -> Path:
    """The file of the sample centre LC01."""
    return resources.path("catalogue", "lc01.yaml")


def read_catalogue(path: Path | str) -> CatalogueFile:
    """What the file says, or Refusal with one line for each fault; ``values["faults"]`` of it holds them as data."""
    report = Report(str(path))
    catalogue = _read(Path(path), report)
    report.refuse_if_faulty()
    if catalogue is None:
        raise AssertionError("a file without a catalogue must have a fault")
    return catalogue


def check(path: Path | str) -> list[FileFault]:
    """Every fault of the file, from top to end; empty when it can be imported."""
    report = Report(str(path))
    _read(Path(path), report)
    return report.in_order()


def to_json(catalogue: CatalogueFile) -> dict[str, list[dict[str, Any]]]:
    """``{"items": [...]}``, each item complete, with its line's letter."""
    return {"items": [{**_plain_item(i, whole=True), "line": catalogue.field_of(i).letter} for i in catalogue.items]}


def dump_catalogue(catalogue: CatalogueFile) -> str:
    """The file as YAML. Initials are written only where they differ from the computed ones."""
    plain: dict[str, Any] = {"version": VERSION}
    if catalogue.centre is not None:
        plain["centre"] = {**asdict(catalogue.centre), "notices": list(catalogue.centre.notices)}
    if catalogue.counters:
        plain["counters"] = [_Row(asdict(counter)) for counter in catalogue.counters]
    if catalogue.staff:
        plain["staff"] = [_Row(asdict(person)) for person in catalogue.staff]
    plain["fields"] = [_Row(asdict(field)) for field in catalogue.fields]
    plain["items"] = [_plain_item(item, whole=False) for item in catalogue.items]
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


def _read(path: Path, report: Report) -> CatalogueFile | None:
    text = read_text(path, report)
    root = None if text is None else yaml_nodes(text, report, "a catalogue")
    if root is None:
        return None
    top = Section(root, "", report)
    top.whole("version", VERSION, VERSION, default=VERSION)
    centre = top.section("centre")
    field_sections = top.sections("fields", "field", "code")
    fields = read_fields(field_sections)
    codes = {field.code for section, field in zip(field_sections, fields, strict=True) if section.sound("code")}
    letters = "".join(field.letter for field in fields)
    if not all(section.sound("letter") for section in field_sections):
        letters = string.ascii_uppercase  # the letters are reported; counters need not be, too
    catalogue = CatalogueFile(
        centre=None if centre is None else read_centre(centre),
        counters=read_counters(top.sections("counters", "counter", "number", needed=centre is not None), letters),
        staff=read_staff(top.sections("staff", "staff", "code", needed=centre is not None)),
        fields=fields,
        items=read_items(top.sections("items", "item", "code"), codes, pinyin_letters),
    )
    top.done()
    return catalogue


def _plain_item(item: ItemEntry, *, whole: bool) -> dict[str, Any]:
    """The item as the file writes it; ``whole`` keeps what the file may leave out."""
    plain = asdict(item)
    plain.update(plain.pop("grounding"))
    plain["materials"] = [_plain_material(material, whole=whole) for material in item.materials]
    if whole:
        return plain
    plain = {key: value for key, value in plain.items() if value != ""}
    if item.short == item.name:
        del plain["short"]
    if item.initials == initials.compute(item.name, pinyin_letters):
        del plain["initials"]
    return plain


def _plain_material(material: MaterialEntry, *, whole: bool) -> dict[str, Any]:
    plain = _Row(asdict(material))
    if not whole and material.short == material.name:
        del plain["short"]
    return plain


class _Row(dict[str, Any]):
    """A mapping written on one line, as a table's row."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True  # our own reader refuses aliases

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the same
        super().increase_indent(flow, False)  # lists stand two spaces inside their key


_Dumper.add_representer(
    _Row, lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row.items(), flow_style=True)
)
