"""What is asked of the ledger among very many: everything its words take, alone and together, and what is worst."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from terminal.rules.casework import UNFINISHED

STAFF: Final = "chen"
YEAR: Final = {"since": date(2020, 1, 1), "until": date(2020, 3, 31)}
OPEN: Final = sorted(UNFINISHED)


def questions(cases: int) -> Mapping[str, Mapping[str, Any]]:
    """By what they are; ``cases``: how many there are, of which the last one is looked for."""
    return {
        "a surname, very many": {"words": "王"},
        "a name": {"words": "王伟芳"},
        "an initial, very many": {"words": "w"},
        "two initials": {"words": "wx"},
        "initials": {"words": "wxh"},
        "the last four characters": {"words": "0042"},
        "a surname and the last four": {"words": "王 0042"},
        "a telephone number": {"words": "13910004242"},
        "a case's number": {"words": f"LC01-2026-BJ-{10_000 + cases}"},
        "its end": {"words": f"BJ-{10_000 + cases}"},
        "a notice's number": {"words": f"LC01-2026-SL-{cases}"},
        "a receipt's code": {"words": f"https://liuxi.example/c/K{1_000_000 + cases}"},
        "a word of a title": {"words": "居住证"},
        "a title's initials": {"words": "jzz"},
        "a surname and a title": {"words": "王 居住证"},
        "a day": {"words": "2026-11-20"},
        "a month": {"words": "2026-10"},
        "a rare state": {"words": "撤回"},
        "a state of nearly all": {"words": "已送达"},
        "a state of none": {"words": "不予批准"},
        "an initial and a rare state": {"words": "w 特殊程序"},
        "an initial and a common state": {"words": "w 办理中"},
        "rare initials and a common state": {"words": "mx 办理中"},
        "a surname among the unfinished": {"words": "王", "states": OPEN},
        "a surname and a rare state": {"words": "王 撤回"},
        "an initial and a day": {"words": "w 2026-11-20"},
        "rare initials and a month": {"words": "mj 2026-10"},
        "an initial long ago": {"words": "w", "until": date(2018, 1, 1)},
        "a responsible person": {"responsible": STAFF},
        "that and a surname": {"words": "王", "responsible": STAFF},
        "that, a state and an item": {"words": "LD-001 撤回", "responsible": STAFF},
        "a state and an item": {"words": "LD-001 不予受理"},
        "a period long ago": YEAR,
        "that and a state": {"states": ["withdrawn"], **YEAR},
        "people alone": {"words": "w", "kinds": ("resident",)},
        "the last page of them": {"words": "w", "kinds": ("resident",), "after": "0\x1f0\x1fwzz\x1f900000"},
        "the last page of a state": {"words": "已送达", "after": "0\x1f0\x1f2017-01-15T00:00:00+00:00\x1f1000"},
        "notices of a surname": {"words": "王", "kinds": ("notice",)},
        "notices of a day and an initial": {"words": "w 2026-11-20", "kinds": ("notice",)},
        "nobody": {"words": "qqqq"},
        "nobody by name": {"words": "龘"},
        "nothing: the newest": {},
    }


# Looked for as a resident alone, where somebody is entered or picked.
PEOPLE: Final[Mapping[str, Mapping[str, Any]]] = {
    "a surname": {"text": "王"},
    "initials": {"text": "wx"},
    "the last four": {"text": "0042"},
    "a surname and the last four": {"text": "王 0042"},
    "a telephone": {"text": "13910004242"},
    "the last page of an initial": {"text": "w", "after": "wzz\n900000"},
    "nobody": {"text": "qqqq"},
}
