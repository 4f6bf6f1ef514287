"""The forms of a new case: which item and how, and who acts for the resident."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from terminal.office.people_views import PersonEntry, PersonRow, PersonView
from terminal.screens.casework import words
from terminal.screens.casework.fields_form import Field, FieldsForm, Values, text_of
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme

if TYPE_CHECKING:
    from terminal.office.views import ItemView

COLLECT: Final = "collect"
DEFAULTS: Final[Values] = {
    "item": "", "source": "door", "proxy": "no", "delivery": COLLECT, "deliver_to": "", "comes": "self",
}  # fmt: skip


class Offered(NamedTuple):
    """The items to choose from: value and words, what else finds them, and which are carried through."""

    parts: Sequence[tuple[str, str]] = ()
    found_by: Mapping[str, str] = {}
    proxies: frozenset[str] = frozenset()


def offered(items: Sequence[ItemView]) -> Offered:
    """All items of the catalogue."""
    return Offered(
        [(one.code, f"{one.name} {one.code}") for one in items],
        {one.code: one.initials for one in items},
        frozenset(one.code for one in items if one.proxy),
    )


def order_form(
    theme: Theme, person: PersonRow | PersonView, items: Offered, values: Values, check: Callable[[Values], str]
) -> FieldsForm:
    """Which item, how it came in, how it is done, how its result gets home, and whether somebody acts for them."""
    sources = [(name, words.say(text)) for name, text in words.SOURCES.items()]
    deliveries = [(name, words.say(text)) for name, text in words.DELIVERIES.items()]
    proxies = [("no", translate("Casework", "comes in person")), ("yes", translate("Casework", "all done for them"))]
    comers = [("self", translate("Casework", "the resident")), ("agent", translate("Casework", "somebody for them"))]
    fields = [
        Field("", translate("Casework", "For"), "said", f"{person.name} {person.masked_number or person.phone}"),
        Field("item", translate("Casework", "Item"), "pick", values["item"], True, parts=items.parts,
              found_by=items.found_by),
        Field("source", translate("Casework", "How it came in"), "choice", values["source"], parts=sources),
        Field("comes", translate("Casework", "Who asks for it"), "choice", values["comes"], parts=comers),
        Field("proxy", translate("Casework", "How it is done"), "choice", values["proxy"], parts=proxies),
        Field("delivery", translate("Casework", "How the result gets home"), "choice", values["delivery"],
              parts=deliveries),
        Field("deliver_to", translate("Casework", "Where to, unless home"), value=values["deliver_to"],
              hint=person.address, longest=200),
    ]  # fmt: skip
    title = translate("Casework", "New case")
    return FieldsForm(theme, title, translate("Casework", "Open the case"), fields, check=check)


def order_fault(values: Values, person: PersonRow | PersonView, items: Offered) -> str:
    """What is wrong with them together, "" nothing."""
    if values["proxy"] == "yes" and text_of(values, "item") not in items.proxies:
        return translate("Casework", "This item is not carried through for residents: they come in person.")
    if values["delivery"] != COLLECT and not values["deliver_to"] and not person.address:
        return translate("Casework", "No address is on record: enter where the result goes.")
    return ""


def agent_form(theme: Theme, person: PersonRow | PersonView) -> FieldsForm:
    """Who acts for the resident, and what they are to them."""
    fields = [
        Field("", translate("Casework", "For"), "said", f"{person.name} {person.masked_number or person.phone}"),
        Field("name", translate("Casework", "Name"), needed=True, longest=60),
        Field("relation", translate("Casework", "Is what to the resident"), needed=True, longest=20),
        Field("number", translate("Casework", "Document number"), longest=24),
        Field("phone", translate("Casework", "Telephone"), longest=24),
    ]

    def check(values: Values) -> str:
        if values["number"] or values["phone"]:
            return ""
        return translate("Casework", "An ID number or a telephone number is needed.")

    title = translate("Casework", "Who acts for them?")
    return FieldsForm(theme, title, translate("Casework", "Open the case"), fields, check=check)


def agent_of(values: Values) -> PersonEntry:
    """Who was entered."""
    return PersonEntry(text_of(values, "name"), text_of(values, "number"), text_of(values, "phone"))
