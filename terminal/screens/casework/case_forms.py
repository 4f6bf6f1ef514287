"""The small forms of a case: what each move has on record, what is told, who it is handed to, errands, mandates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from terminal.office.case_views import CaseView, MandateView, MaterialView, MoveChoice, NoticeRow, StopView
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.fields_form import Field, FieldsForm, Values, day_of, text_of
from terminal.screens.casework.words import LONGEST_NOTE, LONGEST_RESULT, translate
from terminal.screens.theme import Theme
from terminal.screens.wording import joined

Named = Sequence[tuple[str, str]]  # code and name
AMOUNT: Final = re.compile(r"\d{1,8}(\.\d{1,2})?")
NAMES_SAID: Final = 4  # of what is lacking; the list beside the form has them all
NAME_SAID: Final = 12  # characters of each
DANGER = frozenset({"refuse", "reject", "terminate", "withdraw"})


def move_form(theme: Theme, view: CaseView, choice: MoveChoice, staff: Named, departments: Named) -> FieldsForm:
    """What a move records: a note, who approved it, by how many days, who signed."""
    name, records = choice.name, frozenset(choice.records)
    lacking = [one for one in view.materials if one.state in ("missing", "wrong")]
    fields = []
    if name == "ask-correction":
        said = "\n".join(f"{one.name}：{one.why}" if one.why else one.name for one in lacking)
        title = translate("Casework", "The notice lists all of these at once:")
        nothing = translate("Casework", "No material is marked missing or wrong: say in words what is to be corrected.")
        fields.append(Field("", title if said else nothing, "said", said))
        fields.append(Field("days", translate("Casework", "Working days the resident has"), "number"))
    if name == "grant":
        label = translate("Casework", "Piece handed to the resident, where there is one")
        hint = translate("Casework", "such as a residence permit")
        fields.append(Field("result", label, hint=hint, longest=LONGEST_RESULT))
    if name == "hand-over":
        parts = [("", translate("Casework", "where the route goes next")), *departments]
        fields.append(Field("whom", translate("Casework", "Handed to"), "pick", parts=parts))
    if "days" in records:
        fields.append(Field("days", translate("Casework", "By how many working days"), "number"))
    if "approval" in records:
        label = translate("Casework", "Who approved it")
        fields.append(Field("approved_by", label, "pick", view.backstop, True, parts=staff))
    if "signature" in records:
        label = translate("Casework", "Who received it and signed")
        who = view.resident.name
        if name == "post":
            label, who = translate("Casework", "Number of the consignment, or who took it to the post"), ""
        fields.append(Field("signature", label, value=who, needed=True, longest=60))
    if name in ("grant", "reject", "notify"):
        parts = [(key, words.say(text)) for key, text in words.DELIVERIES.items()]
        fields.append(
            Field("delivery", translate("Casework", "How the result gets home"), "choice", view.delivery, parts=parts)
        )
    needs_note = "note" in records or (name == "ask-correction" and not lacking)
    label = translate("Casework", "Ground, in words") if needs_note else translate("Casework", "Note")
    fields.append(Field("note", label, "text", "", needs_note, longest=LONGEST_NOTE))
    if choice.document:
        fields.append(Field("", translate("Casework", "A numbered notice is issued with it."), "said"))
    title = words.move(name)
    return FieldsForm(theme, title, title, fields, kind="danger" if name in DANGER else "filled")


def lacking_words(lacking: Sequence[MaterialView]) -> tuple[str, str]:
    """What whoever accepts a case is to mind while materials are lacking, and what can be done; "" when nothing is."""
    if not lacking:
        return "", ""
    names = [one.name if len(one.name) <= NAME_SAID else f"{one.name[:NAME_SAID]}…" for one in lacking[:NAMES_SAID]]
    if len(lacking) > NAMES_SAID:
        names.append("…")
    said = translate("Casework", "{count} required materials are missing or wrong: {names}")
    advice = translate(
        "Casework",
        "Accepting takes the materials as complete. P in the list waives one for now;"
        " “Ask for correction” asks the resident for all of them.",
    )
    return said.format(count=len(lacking), names=joined(names)), advice


def tell_form(theme: Theme, view: CaseView) -> FieldsForm:
    """What the resident is told, how, whom, and when they hear next. The telephone number stands over it, whole."""
    person = view.agent or view.resident
    who = joined(filter(None, (person.name, view.agent_relation if view.agent else "", person.phone)), "，")
    parts = [(name, words.say(text)) for name, text in words.HOW_TOLD.items()]
    last = max(view.told, key=lambda told: told.at, default=None)
    fields = [
        Field("", translate("Casework", "To be reached"), "said", who),
        Field("how", translate("Casework", "How"), "choice", last.how if last else "phone", parts=parts),
        Field("whom", translate("Casework", "Who was told"), value=last.whom if last else "", longest=40),
        Field("words", translate("Casework", "In which words"), "text", "", True, longest=LONGEST_NOTE),
        Field("next_on", translate("Casework", "To be told next"), "day"),
    ]
    return FieldsForm(theme, translate("Casework", "Tell the resident"), translate("Casework", "Keep it"), fields)


def hand_form(theme: Theme, view: CaseView, staff: Named) -> FieldsForm:
    """Who answers for it from now on."""
    others = [one for one in staff if one[0] != view.row.responsible]
    first = view.backstop if view.backstop in dict(others) else others[0][0] if others else ""
    said = translate("Casework", "Now: {name}. Exactly one person answers for a case.").format(
        name=view.row.responsible_name
    )
    fields = [
        Field("", said, "said"),
        Field("staff", translate("Casework", "Answers for it from now on"), "pick", first, True, parts=others),
        Field("reason", translate("Casework", "Why"), "text", "", longest=120),
    ]
    return FieldsForm(theme, translate("Casework", "Hand on"), translate("Casework", "Hand on"), fields)


def wrong_form(theme: Theme, material: MaterialView) -> FieldsForm:
    """What is wrong with a material."""
    label = translate("Casework", "What is wrong with it")
    fields = [Field("why", label, "text", material.why, True, longest=200)]
    return FieldsForm(theme, material.name, translate("Casework", "Mark as wrong"), fields, kind="danger")


def promise_form(theme: Theme, material: MaterialView, by: date) -> FieldsForm:
    """By when a waived material is promised (容缺)."""
    said = translate("Casework", "Work goes on without it; the resident promises to bring it later.")
    fields = [
        Field("", said, "said"),
        Field("promised_by", translate("Casework", "Promised by"), "day", material.promised_by or by, True),
    ]
    return FieldsForm(theme, material.name, translate("Casework", "Go on without it"), fields)


def counts_form(theme: Theme, material: MaterialView) -> FieldsForm:
    """How many of a material came in, and how many originals go back."""
    asked = words.counts(material.originals, material.copies)
    got = material.state == "received"
    fields = [
        Field("", translate("Casework", "Asked for: {counts}").format(counts=asked or "–"), "said"),
        Field(
            "originals", translate("Casework", "Originals received"), "number",
            material.got_originals if got else material.originals,
        ),
        Field(
            "copies", translate("Casework", "Copies received"), "number",
            material.got_copies if got else material.copies,
        ),
        Field("to_return", translate("Casework", "Originals to be returned"), "number", material.to_return),
    ]  # fmt: skip
    return FieldsForm(theme, material.name, translate("Casework", "Received"), fields)


def custody_form(theme: Theme, material: MaterialView) -> FieldsForm:
    """Where the originals go now, and who signs there."""
    parts = [(name, words.say(words.CUSTODY[name])) for name in ("handed_on", "came_back", "returned")]
    here = "handed_on" if material.here else "came_back"
    fields = [
        Field("", translate("Casework", "Now: {place}").format(place=material.place or "–"), "said"),
        Field("what", translate("Casework", "What happens"), "choice", here, parts=parts),
        Field("place", translate("Casework", "Where to"), longest=120),
        Field("signed_by", translate("Casework", "Who signs for it"), longest=60),
    ]

    def check(values: Values) -> str:
        if values["what"] == "returned" and not values["signed_by"]:
            return translate("Casework", "The resident signs for what goes back.")
        if values["what"] == "handed_on" and not values["place"]:
            return translate("Casework", "Say where it goes.")
        return ""

    title = translate("Casework", "Where {name} goes").format(name=material.name)
    return FieldsForm(theme, title, translate("Casework", "Keep it"), fields, check=check)


def stop_form(theme: Theme, view: CaseView, stop: StopView | None, staff: Named) -> FieldsForm:
    """An errand as it is planned."""
    parts = [(name, words.say(text)) for name, text in words.STOP_KINDS.items()]
    hour = f"{stop.planned_at:%H:%M}" if stop and stop.planned_at else ""
    fields = [
        Field("kind", translate("Casework", "Where to"), "choice", stop.kind if stop else "department", parts=parts),
        Field("place", translate("Casework", "Place"), value=stop.place if stop else "", needed=True, longest=120),
        Field("address", translate("Casework", "Address"), value=stop.address if stop else ""),
        Field(
            "purpose", translate("Casework", "What for"), value=stop.purpose if stop else "", needed=True, longest=120
        ),
        Field("bring", translate("Casework", "What to carry"), value=stop.bring if stop else "", longest=LONGEST_NOTE),
        Field("day", translate("Casework", "Day"), "day", stop.day if stop else None),
        Field("hour", translate("Casework", "Hour, where one is agreed"), "hour", hour),
        Field(
            "staff",
            translate("Casework", "Who goes"),
            "pick",
            stop.staff if stop else view.row.responsible,
            parts=staff,
        ),
    ]
    title = translate("Casework", "Change the errand") if stop else translate("Casework", "Plan an errand")
    return FieldsForm(theme, title, translate("Casework", "Plan"), fields)


def done_form(theme: Theme, stop: StopView) -> FieldsForm:
    """What came back from an errand."""
    said = joined(filter(None, (stop.address, stop.bring)), "，")
    fields = [
        Field("", stop.place, "said", said),
        Field("came_back", translate("Casework", "What came back"), "text", "", longest=LONGEST_NOTE),
    ]
    return FieldsForm(theme, stop.purpose, translate("Casework", "It is done"), fields)


def mandate_form(theme: Theme, view: CaseView, mandate: MandateView | None, today: date) -> FieldsForm:
    """What the resident mandates: scope, limits, period, and both signatures."""
    since = max(today, mandate.until) if mandate and mandate.ended_at is None else today
    later = date(since.year + (since.month > 9), (since.month + 2) % 12 + 1, min(since.day, 28))
    scope = (
        mandate.scope if mandate else translate("Casework", "All formalities of {title}").format(title=view.row.title)
    )
    fields = [
        Field("scope", translate("Casework", "Scope"), "text", scope, True, longest=LONGEST_NOTE),
        Field(
            "may", translate("Casework", "What we may do"), "text", mandate.may if mandate else "", longest=LONGEST_NOTE
        ),
        Field("may_not", translate("Casework", "What we may not do"), value=mandate.may_not if mandate else ""),
        Field("since", translate("Casework", "From"), "day", since, True),
        Field("until", translate("Casework", "Until"), "day", later, True),
        Field("resident_signed_on", translate("Casework", "Signed by the resident on"), "day"),
        Field("staff_signed_on", translate("Casework", "Signed by us on"), "day"),
    ]
    title = translate("Casework", "Go on with the mandate") if mandate else translate("Casework", "Mandate")
    return FieldsForm(theme, title, translate("Casework", "Keep it"), fields)


def sign_form(theme: Theme, mandate: MandateView, today: date) -> FieldsForm:
    """Both signatures under a mandate."""
    period = dates.span(mandate.since, mandate.until)
    fields = [
        Field("", f"{mandate.scope}\n{period}", "said"),
        Field(
            "resident", translate("Casework", "Signed by the resident on"), "day", mandate.resident_signed_on or today
        ),
        Field("staff", translate("Casework", "Signed by us on"), "day", mandate.staff_signed_on or today),
    ]
    return FieldsForm(theme, translate("Casework", "Mandate"), translate("Casework", "Signed"), fields)


def notice_form(theme: Theme, notice: NoticeRow, name: str) -> FieldsForm:
    """Give a notice to somebody, with or without a signature."""
    parts = [
        ("signed", translate("Casework", "given and signed for")), ("handed", translate("Casework", "given")),
        ("posted", translate("Casework", "posted")),
    ]  # fmt: skip
    fields = [
        Field("", notice.number, "said"),
        Field("state", translate("Casework", "How it went"), "choice", "signed", parts=parts),
        Field("to", translate("Casework", "Given to"), value=name, needed=True, longest=60),
    ]
    return FieldsForm(theme, notice.title, translate("Casework", "Given"), fields)


def void_form(theme: Theme, notice: NoticeRow) -> FieldsForm:
    """Why a notice is taken back."""
    fields = [
        Field("", notice.number, "said"),
        Field("why", translate("Casework", "Why"), "text", "", True, longest=200),
    ]
    return FieldsForm(theme, notice.title, translate("Casework", "Take it back"), fields, kind="danger")


def payment_form(theme: Theme, today: date) -> FieldsForm:
    """What is to be paid, on which ground, how much and by when."""
    fields = [
        Field("name", translate("Casework", "What is charged"), needed=True, longest=60),
        Field("basis", translate("Casework", "On which ground"), needed=True, longest=120),
        Field("amount", translate("Casework", "Amount in yuan"), needed=True, hint="20.00", longest=12),
        Field("pay_by", translate("Casework", "To be paid by"), "day", today + timedelta(days=7), True),
        Field("pay_to", translate("Casework", "Payee"), longest=60),
        Field("pay_how", translate("Casework", "How to pay"), longest=120),
    ]

    def check(values: Values) -> str:
        if AMOUNT.fullmatch(text_of(values, "amount")) is None:
            return translate("Casework", "Write the amount in figures, like 20 or 20.50.")
        return ""

    title = translate("Casework", "Payment notice")
    return FieldsForm(theme, title, translate("Casework", "Issue it"), fields, check=check)


def payment_of(values: Values) -> dict[str, object]:
    """What a payment notice says besides what the case knows."""
    amount, pay_by = text_of(values, "amount"), day_of(values, "pay_by")
    charge = {"name": text_of(values, "name"), "basis": text_of(values, "basis"), "standard": "", "amount": amount}
    said = {"pay_by": pay_by.isoformat() if pay_by else "", "total": amount}
    return {"charges": [charge], **said, "pay_to": text_of(values, "pay_to"), "pay_how": text_of(values, "pay_how")}
