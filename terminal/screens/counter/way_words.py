"""How a case goes on, in words: the fields that ask for it, what is expected of them, and the line that sums it up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from terminal.office.case_views import MandateEntry
from terminal.office.form_fields import FieldView, OptionView
from terminal.office.people_views import PersonEntry
from terminal.rules.masking import masked_name
from terminal.rules.resident import ResidentFields
from terminal.screens.counter.client_words import check_number, check_phone
from terminal.screens.counter.decided import COLLECT, Way
from terminal.screens.widgets.date_field import parse
from terminal.screens.wording import joined

MANDATE_DAYS: Final = 90  # from today; what is offered
WAYS: Final = (OptionView("no", "本人办理", "in person"), OptionView("yes", "全程代办", "all done for them"))
DELIVERIES: Final = (
    OptionView(COLLECT, "窗口领取", "collected here"),
    OptionView("post", "邮寄", "posted"),
    OptionView("home", "送上门", "brought home"),
)
AGENT: Final = ("agent", "relation", "number", "phone")


def way_fields(values: Mapping[str, str], *, may_proxy: bool) -> tuple[FieldView, ...]:
    """What is asked, as far as what was said so far makes it matter; ``may_proxy``: the item is carried through."""
    fields = [
        FieldView("delivery", "choice", "结果送达", "The result is", True, options=DELIVERIES, wide=not may_proxy)
    ]
    if may_proxy:
        fields.insert(0, FieldView("proxy", "choice", "办理方式", "How it is done", True, options=WAYS))
    if values.get("delivery", COLLECT) != COLLECT:
        fields.append(FieldView("deliver_to", "text", "送达地址", "Where to", wide=True))
    fields += [
        FieldView("agent", "text", "代理人", "Acts for them", length=60),
        FieldView("relation", "text", "与本人关系", "Relation", length=20),
        FieldView("number", "id_number", "代理人证件", "Their ID number", length=24),
        FieldView("phone", "phone", "代理人电话", "Their telephone", length=20),
    ]
    if may_proxy and values.get("proxy") == "yes":
        fields += [
            FieldView("scope", "text", "委托事项", "Mandated is", True, wide=True, length=500),
            FieldView("until", "date", "委托至", "Until", True),
            FieldView("may_not", "text", "不得代为", "We may not", length=500),
        ]
    return tuple(fields)


def values_of(way: Way, title: str, today: date) -> dict[str, str]:
    """What the fields begin with: what was said before, else what is usual."""
    agent, mandate = way.agent or PersonEntry(""), way.mandate
    scope = QCoreApplication.translate("CounterWay", "All formalities of {title}").format(title=title)
    until = today + timedelta(days=MANDATE_DAYS)
    return {
        "proxy": "yes" if way.proxy else "no", "delivery": way.delivery, "deliver_to": way.deliver_to,
        "agent": agent.name, "relation": way.relation, "number": agent.number, "phone": agent.phone,
        "scope": mandate.scope if mandate else scope, "may_not": mandate.may_not if mandate else "",
        "until": (mandate.until if mandate else until).isoformat(),
    }  # fmt: skip


def way_of(values: Mapping[str, str], *, may_proxy: bool) -> Way:
    """What was said; of a field that is not asked nothing is."""
    agent = None
    if any(values[name] for name in AGENT):
        agent = PersonEntry(values["agent"], values["number"], values["phone"])
    mandate, until = None, parse(values["until"])
    if may_proxy and values["proxy"] == "yes" and until is not None:
        mandate = MandateEntry(values["scope"], until, may_not=values["may_not"])
    sent = values["delivery"] != COLLECT
    return Way(
        values["delivery"], values["deliver_to"] if sent else "", agent, values["relation"] if agent else "", mandate
    )


def check(values: Mapping[str, str], *, may_proxy: bool, address: str, today: date) -> dict[str, str]:
    """What is expected, by field; ``address`` is the one on record. The office looks at it again."""
    translate = QCoreApplication.translate
    errors: dict[str, str] = {}
    if values["delivery"] != COLLECT and not values["deliver_to"] and not address:
        errors["deliver_to"] = translate("CounterWay", "No address is on record: enter one.")
    if any(values[name] for name in AGENT):
        errors |= _check_agent(values)
    if may_proxy and values["proxy"] == "yes":
        until = parse(values["until"])
        if not values["scope"]:
            errors["scope"] = translate("CounterWay", "What the resident asks us to do.")
        if until is None or until < today:
            errors["until"] = translate("CounterWay", "A day from today on, like {day}.").format(day=today.isoformat())
    return errors


def _check_agent(values: Mapping[str, str]) -> dict[str, str]:
    translate = QCoreApplication.translate
    errors: dict[str, str] = {}
    if not values["agent"]:
        errors["agent"] = translate("CounterWay", "The name as it stands on the card.")
    if not values["relation"]:
        errors["relation"] = translate("CounterWay", "Daughter, neighbour, carer: what they are to the resident.")
    number, call = check_number(values["number"]), check_phone(values["phone"])
    if not values["number"] and not values["phone"]:
        number = translate("CounterWay", "An ID number or a telephone number is needed.")
    return errors | {name: said for name, said in (("number", number), ("phone", call)) if said}


def card_values(card: ResidentFields) -> dict[str, str]:
    """What an agent's card says."""
    return {"agent": card.name, "number": card.number}


def summed_up(way: Way) -> str:
    """全程代办・送上门・代理人 李*（女儿）."""
    translate = QCoreApplication.translate
    parts = [
        translate("CounterWay", "all done for them") if way.proxy else translate("CounterWay", "in person"),
        {
            COLLECT: translate("CounterWay", "collected here"),
            "post": translate("CounterWay", "posted"),
            "home": translate("CounterWay", "brought home"),
        }[way.delivery],
    ]
    if way.agent is not None:
        by = translate("CounterWay", "through {name} ({relation})")
        parts.append(by.format(name=masked_name(way.agent.name), relation=way.relation))
    return joined(parts, "・")
