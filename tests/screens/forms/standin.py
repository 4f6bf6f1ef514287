"""A forms' desk in memory, on the shipped definitions: what the page asks of the office, and faults on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from forms import catalogue
from forms.definition import Form
from forms.document import render
from forms.validate import NEEDED, check
from terminal.errors import Refusal, Trouble
from terminal.office.form_views import Correction, EntryView, FieldError

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 17, 12, 24, 5, tzinfo=CHINA)
TODAY = NOW.date()
KNOWN = {
    "applicant": "吴𬭎华", "sex": "female", "phone": "13800000031", "address": "柳溪街道学府社区 6 栋 2 单元",
    "nation": "汉族", "birth": "1992-05-04", "item_name": "居住证申领", "item_code": "LD-002", "today": "2026-03-17",
    "centre_name": "柳溪街道便民服务中心",
}  # fmt: skip
FORMS = catalogue.load()


class StandInForms:
    """Drafts outlive whoever fills them in, as on a database."""

    def __init__(self) -> None:
        self.entries: dict[int, EntryView] = {}
        self.asked: list[tuple[Any, ...]] = []
        self.trouble: Trouble | None = None
        self.no_paper: Trouble | None = None
        self.corrections_of: tuple[Correction, ...] = ()
        self.known: Mapping[str, str] = KNOWN
        self.taken: list[str] = []

    def form(self, name: str) -> Form:
        return FORMS.get(name)

    def start(self, form: str, **of: Any) -> EntryView:
        self._fail()
        found = next((one for one in self.entries.values() if one.form == form and not one.done), None)
        if found is not None:
            return found
        names = {field.name for field in FORMS.get(form).fields}
        values: dict[str, object] = {name: text for name, text in self.known.items() if name in names}
        entry = EntryView(
            len(self.entries) + 1, form, FORMS.get(form).title, values, dict.fromkeys(values, "resident"),
            changed_at=NOW, handling_id=of.get("handling"),
        )  # fmt: skip
        return self._keep(entry)

    def view(self, entry: int) -> EntryView:
        self._fail()
        return self.entries[entry]

    def put(self, entry: int, field: str, value: object, *, version: int | None = None, by: str = "") -> EntryView:
        self.asked.append(("put", field, value))
        self._fail()
        found = self.entries[entry]
        if version is not None and version != found.version:
            raise Refusal("The form was changed by {who} meanwhile.", "What was typed is still there.", who="李文静")
        return self._keep(
            replace(found, values=found.values | {field: value}, version=found.version + 1,
                    changed_at=NOW + timedelta(seconds=found.version))
        )  # fmt: skip

    def done(self, entry: int, *, by: str = "") -> EntryView:
        self.asked.append(("done", entry))
        return self._keep(replace(self.entries[entry], done=True))

    def discard(self, entry: int, *, by: str = "") -> None:
        del self.entries[entry]

    def corrections(self, entry: int) -> tuple[Correction, ...]:
        return self.corrections_of

    def take_over(self, entry: int, fields: list[str], *, by: str = "") -> None:
        self.taken = list(fields)

    def write(self, entry: int, field: str, value: object, who: str) -> None:
        """Somebody else's hand."""
        found = self.entries[entry]
        self._keep(replace(found, values=found.values | {field: value}, version=found.version + 1, changed_by=who))

    def pdf(self, entry: int) -> bytes:
        if self.no_paper is not None:
            raise self.no_paper
        found = self.entries[entry]
        return render(FORMS.get(found.form), found.values)

    def _keep(self, entry: EntryView) -> EntryView:
        form = FORMS.get(entry.form)
        expected = check(form, entry.values, today=TODAY)
        errors = {
            name: FieldError(one.en, one.zh, one.row, one.column, one is NEEDED) for name, one in expected.items()
        }
        self.entries[entry.id] = replace(entry, errors=errors)
        return self.entries[entry.id]

    def _fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble


class StandInOffice:
    """What a background asks of any office."""

    def __init__(self, desk: StandInForms) -> None:
        self.forms = desk
        self.room = SimpleNamespace(now=lambda: NOW, day=lambda moment: moment.date(), local=lambda moment: moment)
        self.counters = SimpleNamespace(staff=tuple)
        self.feed = SimpleNamespace(subscribe=self._subscribe)

    def _subscribe(self, _hear: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        return lambda: None

    def close(self) -> None:
        """Nothing is open."""
