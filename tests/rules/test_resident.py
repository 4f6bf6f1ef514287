"""A card's fields: what needs a second look, ages, and that a repr keeps silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from terminal.rules.resident import Doubt, ResidentFields

TODAY = date(2026, 3, 17)
SOMEBODY = ResidentFields(
    "resident", "林晓舟", "510000199005120038", sex="male", nation="汉", birth=date(1990, 5, 12), address="柳溪街道",
    issuer="柳溪区公安局", since=date(2020, 6, 1), until=date(2040, 6, 1),
)  # fmt: skip


def test_a_good_card_raises_no_doubt() -> None:
    assert SOMEBODY.doubts(TODAY) == ()


@pytest.mark.parametrize(
    ("changed", "doubts"),
    [
        ({"until": date(2026, 3, 16)}, (Doubt.EXPIRED,)),
        ({"until": TODAY}, ()),
        ({"until": None, "long_term": True}, ()),
        ({"since": date(2026, 3, 18)}, (Doubt.NOT_YET,)),
        ({"number": "510000199005120039"}, (Doubt.NUMBER_CHECK,)),
        ({"number": "5100001990"}, (Doubt.NUMBER_FORM,)),
        ({"number": ""}, (Doubt.NUMBER_FORM,)),
        ({"birth": date(1990, 5, 13)}, (Doubt.BIRTH_DIFFERS,)),
        ({"sex": "female"}, (Doubt.SEX_DIFFERS,)),
        ({"sex": "unknown"}, ()),
        ({"sex": "female", "until": date(2020, 1, 1)}, (Doubt.EXPIRED, Doubt.SEX_DIFFERS)),
        ({"unread": frozenset({Doubt.LETTERS})}, (Doubt.LETTERS,)),
        ({"document": "foreign-2017", "number": "UTO330085031500"}, ()),
    ],
)
def test_what_needs_a_second_look_is_named(changed: dict[str, object], doubts: tuple[Doubt, ...]) -> None:
    assert replace(SOMEBODY, **changed).doubts(TODAY) == doubts  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "age"),
    [(date(2026, 5, 11), 35), (date(2026, 5, 12), 36), (date(1990, 5, 12), 0), (date(1990, 5, 11), None)],
)
def test_an_age_grows_on_the_birthday(today: date, age: int | None) -> None:
    assert SOMEBODY.age(today) == age


def test_a_repr_tells_nothing_of_a_person() -> None:
    said = repr(SOMEBODY) + str(SOMEBODY) + f"{SOMEBODY}"
    assert "林" not in said
    assert "1990" not in said
    assert SOMEBODY.masked_number == "5100**********0038"
