"""Bytes that no keyboard makes, given to every verb of casework: refused or stored as words, never an error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from terminal.errors import Refusal
from terminal.office.case_views import CaseView, MandateEntry, MaterialMark, StopEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry
from tests.office.casework import STREET, opened, set_up

FORM = "apply-temporary-relief"
UNTIL = date(2030, 12, 31)
Verb = Callable[[Office, CaseView, str], object]

VERBS: dict[str, Verb] = {
    "register item": lambda o, c, t: o.cases.register(t, c.resident.id),
    "register source": lambda o, c, t: opened(o, source=t),
    "register delivery": lambda o, c, t: opened(o, delivery=t),
    "register name": lambda o, c, t: o.cases.register("MZ-001", PersonEntry(t, phone="13800000009")),
    "register number": lambda o, c, t: o.cases.register("MZ-001", PersonEntry("甲", t)),
    "register phone": lambda o, c, t: o.cases.register("MZ-001", PersonEntry("甲", phone=t)),
    "register document": lambda o, c, t: o.cases.register("MZ-001", PersonEntry("甲", "E12345678", document=t)),
    "register then": lambda o, c, t: opened(o, then=t),
    "register by": lambda o, c, t: o.cases.register("MZ-001", c.resident.id, by=t),
    "advance case": lambda o, c, t: o.cases.advance(t, "accept"),
    "advance move": lambda o, c, t: o.cases.advance(c.row.id, t),
    "advance note": lambda o, c, t: o.cases.advance(c.row.id, "withdraw", note=t),
    "advance signature": lambda o, c, t: o.cases.advance(c.row.id, "accept", signature=t),
    "advance approved": lambda o, c, t: o.cases.advance(c.row.id, "accept", approved_by=t),
    "advance whom": lambda o, c, t: o.cases.advance(
        o.cases.advance(opened(o, 99).row.id, "accept").row.id, "hand-over", whom=t
    ),
    "advance delivery": lambda o, c, t: o.cases.advance(c.row.id, "accept", delivery=t),
    "advance marks": lambda o, c, t: o.cases.advance(
        c.row.id, "ask-correction", note="x", marks=[MaterialMark(1, "wrong", why=t)]
    ),
    "view": lambda o, c, t: o.cases.view(t),
    "rows": lambda o, c, t: o.cases.rows(t),
    "hand to": lambda o, c, t: o.cases.hand_to(c.row.id, t),
    "hand to reason": lambda o, c, t: o.cases.hand_to(c.row.id, "zhang", t),
    "take": lambda o, c, t: o.cases.take(c.row.id, by=t),
    "tell": lambda o, c, t: o.cases.tell(c.row.id, "phone", t, t),
    "tell how": lambda o, c, t: o.cases.tell(c.row.id, t, "x"),
    "steps": lambda o, c, t: o.cases.steps(t),
    "find": lambda o, c, t: o.ledger.find(t),
    "find responsible": lambda o, c, t: o.ledger.find("", responsible=t),
    "find after": lambda o, c, t: o.ledger.find("", after=t),
    "stop": lambda o, c, t: o.routes.plan(c.row.id, StopEntry("errand", t, t, bring=t)),
    "stop department": lambda o, c, t: o.routes.plan(c.row.id, StopEntry("department", "", "x", department=t)),
    "stop staff": lambda o, c, t: o.routes.plan(c.row.id, StopEntry("department", STREET.code, "x", staff=t)),
    "mandate": lambda o, c, t: o.mandates.give(c.row.id, MandateEntry(t, UNTIL, may=t, may_not=t)),
    "mark": lambda o, c, t: o.materials.mark(c.row.id, [MaterialMark(1, t, why=t)]),
    "file": lambda o, c, t: o.attachments.add(c.row.id, b"%PDF-1.4", t),
    "notice": lambda o, c, t: o.notices.issue(c.row.id, t),
    "notice view": lambda o, c, t: o.notices.view(t),
    "notice extra": lambda o, c, t: o.notices.issue(c.row.id, "payment-notice", extra={t: t}),
    "form": lambda o, c, t: o.forms.start(t, case=c.row.id),
    "form item": lambda o, c, t: o.forms.start(FORM, item=t),
    "form case": lambda o, c, t: o.forms.start(FORM, case=t),
    "form value": lambda o, c, t: o.forms.put(o.forms.start(FORM, case=c.row.id).id, "reason", t),
    "form field": lambda o, c, t: o.forms.put(o.forms.start(FORM, case=c.row.id).id, t, "x"),
    "drafts": lambda o, c, t: o.forms.drafts(by=t),
    "resident search": lambda o, c, t: o.residents.search(t),
    "resident after": lambda o, c, t: o.residents.search("王", after=t),
    "resident find": lambda o, c, t: o.residents.find(t),
    "resident address": lambda o, c, t: o.residents.change(c.resident.id, PersonEntry("甲", address=t, note=t)),
    "resident need": lambda o, c, t: o.residents.need(c.resident.id, t, t),
    "resident consent": lambda o, c, t: o.residents.consent(c.resident.id, t, t),
}  # fmt: skip


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "9" * 400, "％_\\'\"", "\u202e\u200b"], ids=ascii)
def test_strange_words_are_refused_or_stored(office: Office, text: str) -> None:
    set_up(office)
    wrong, case = {}, None
    for serial, (name, verb) in enumerate(VERBS.items(), 100):
        if case is None:
            case = opened(office, serial)
        try:
            verb(office, case, text)
            case = None  # what was refused left it as it was; else the next verb has a new one
        except Refusal:
            continue
        except Exception as error:  # noqa: BLE001 - told by name, all at once
            wrong[name] = repr(error)[:200]
    assert wrong == {}
