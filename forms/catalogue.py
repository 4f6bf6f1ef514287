"""The forms there are: those shipped, and those a site adds by putting a file into its folder.

forms = load()                        the shipped ones
forms = load((SHIPPED, Path("…")))    with a site's own; FaultyForms names every fault of every file
forms, faults = read((SHIPPED, …))    the same, without what has a fault
forms.get("acceptance-receipt")       a Form
forms.of_item("LD-002")               its application forms
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import resources
from forms.definition import Form
from forms.definition_file import NOTHING_SHARED, Shared, read_form, read_shared
from forms.file_reading import FileFault, Report, Section
from forms.file_text import read_text
from forms.yaml_source import yaml_nodes

SHIPPED: Final = Path(resources.__file__).parent / "forms"
COMMON: Final = "common.yaml"  # of each folder: fields and parts that its forms share
LARGEST: Final = 256 * 1024  # bytes of a definition; the longest of ours has 7,000


class FaultyForms(ValueError):  # noqa: N818 - what they are, as in the terminal's errors
    """Definitions with faults. ``faults`` in the order of the files."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class Forms:
    """The forms by name. Cannot be changed; may be shared between threads."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = {form.name: form for form in forms}

    def get(self, name: str) -> Form:
        """The form of that name. Raises KeyError."""
        return self._forms[name]

    def names(self) -> tuple[str, ...]:
        """The names, notices first, as they are numbered."""
        return tuple(self._forms)

    def of_item(self, code: str) -> tuple[Form, ...]:
        """The application forms of an item."""
        return tuple(form for form in self._forms.values() if code in form.items)

    def __contains__(self, name: object) -> bool:
        return name in self._forms

    def __iter__(self) -> Iterator[Form]:
        return iter(self._forms.values())

    def __len__(self) -> int:
        return len(self._forms)


def load(folders: Sequence[Path] = (SHIPPED,)) -> Forms:
    """The forms of all ``*.yaml`` files of the folders, as ``read``. Raises FaultyForms with every fault there is."""
    forms, faults = read(folders)
    if faults:
        raise FaultyForms(faults)
    return forms


def read(folders: Sequence[Path] = (SHIPPED,)) -> tuple[Forms, tuple[FileFault, ...]]:
    """The sound forms of all ``*.yaml`` files of the folders, and every fault of the others, its file and line.

    A name that two files give is a fault of the later one. Fields that an earlier folder shares are known to later
    ones. The shipped ones, which take about 100 ms, are read once in a process.
    """
    return _shipped() if tuple(folders) == (SHIPPED,) else _read(folders)


@cache
def _shipped() -> tuple[Forms, tuple[FileFault, ...]]:
    return _read((SHIPPED,))


def _read(folders: Sequence[Path]) -> tuple[Forms, tuple[FileFault, ...]]:
    faults: list[FileFault] = []
    found: dict[str, tuple[Path, Form]] = {}
    shared = NOTHING_SHARED
    for folder in folders:
        shared = _shared(folder / COMMON, shared, faults)
        for path in _files(folder, faults):
            _take(path, shared, found, faults)
    forms = sorted((form for _, form in found.values()), key=lambda form: (form.kind != "notice", form.name))
    return Forms(forms), tuple(faults)


def faults_of(paths: Sequence[Path]) -> tuple[FileFault, ...]:
    """Every fault of a site's own files, before they are put into its folder: beside the shipped forms, which they must
    not share a name with. They may use what those share, and what a ``common.yaml`` beside them does.
    """
    faults: list[FileFault] = []
    ours = _shared(SHIPPED / COMMON, NOTHING_SHARED, faults)
    found = {form.name: (SHIPPED / f"{form.name}.yaml", form) for form in load()}
    beside = {folder: _shared(folder / COMMON, ours, faults) for folder in dict.fromkeys(path.parent for path in paths)}
    for path in paths:
        if path.name != COMMON:
            _take(path, beside[path.parent], found, faults)
    return tuple(faults)


def _files(folder: Path, faults: list[FileFault]) -> list[Path]:
    if not folder.is_dir():
        faults.append(FileFault(str(folder), None, "", "", "no folder", "a folder with form definitions"))
        return []
    return sorted(path for path in folder.glob("*.yaml") if path.name != COMMON)


def _take(path: Path, shared: Shared, found: dict[str, tuple[Path, Form]], faults: list[FileFault]) -> None:
    """The form of a file to those found, or its faults to the others."""
    report = Report(str(path))
    top = _top(path, report)
    if top is not None:
        form = read_form(top, shared)
        if form.name in found and top.sound("name"):
            top.fault("name", f"'{form.name}' again", f"a name of its own (first: {found[form.name][0]})")
        if not report.faults:
            fingerprint = hashlib.sha256(repr(form).encode()).hexdigest()
            found[form.name] = (path, replace(form, fingerprint=fingerprint))
    faults += report.in_order()


def _shared(path: Path, known: Shared, faults: list[FileFault]) -> Shared:
    """What a folder shares, beside what is known already; with a fault, only that."""
    if not path.is_file():
        return known
    report = Report(str(path))
    top = _top(path, report)
    shared = known if top is None else read_shared(top, known)
    faults += report.in_order()
    return known if report.faults else shared


def _top(path: Path, report: Report) -> Section | None:
    text = read_text(path, report, largest=LARGEST)
    node = None if text is None else yaml_nodes(text, report, "a form definition")
    return None if node is None else Section(node, "", report)
