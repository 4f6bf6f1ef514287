"""A quarter of invented ratings, and a background that answers from them at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from terminal.errors import Trouble
from terminal.office.views import Key, RatingRow, StaffStars, Standing, StarsPage, WindowStars
from terminal.rules.stars import score

ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 17, 12, 24, tzinfo=ZONE)
SIX = (
    Key("satisfied", "满意", "Satisfied", 4, False),
    Key("very_satisfied", "很满意", "Very satisfied", 5, False),
    Key("average", "一般", "Average", 3, False),
    Key("too_long", "时间长", "Took too long", 2, True),
    Key("poor_attitude", "态度差", "Poor attitude", 1, True),
    Key("poor_knowledge", "业务差", "Poor knowledge", 1, True),
)
FIVE = (
    Key("very_satisfied", "非常满意", "Very satisfied", 5, False),
    Key("satisfied", "满意", "Satisfied", 4, False),
    Key("basically_satisfied", "基本满意", "Basically satisfied", 3, False),
    Key("dissatisfied", "不满意", "Dissatisfied", 2, True),
    Key("very_dissatisfied", "非常不满意", "Very dissatisfied", 1, True),
)
# presses in the order very satisfied, satisfied, average, too long, attitude, knowledge; not rated; staff; trend
WINDOWS: dict[int, tuple[tuple[int, ...], int, tuple[str, ...], tuple[float | None, ...]]] = {
    3: ((239, 60, 9, 2, 1, 1), 121, ("陈静", "罗佳"), (4.6, 4.62, 4.6, 4.64, 4.64, 4.63, 4.67, 4.66, 4.7, 4.68, 4.72)),
    1: ((194, 86, 12, 3, 2, 1), 133, ("李敏",), (4.6, 4.65, 4.6, 4.62, 4.65, 4.6, 4.6, 4.63, 4.64, 4.62, 4.64)),
    2: ((159, 89, 15, 8, 1, 2), 144, ("周强", "何雨"), (4.3, 4.28, 4.37, 4.34, 4.3, 4.36, 4.4, 4.37, 4.44, 4.45, 4.45)),
    4: ((166, 114, 28, 20, 1, 2), 160, ("吴霞",), (4.5, 4.5, 4.44, 4.47, 4.4, 4.37, 4.37, 4.3, 4.3, 4.28, 4.3)),
    5: ((107, 98, 33, 17, 5, 3), 134, ("郑凯", "孙燕"), (4.2, 4.1, 4.19, 4.1, 3.7, 4.09, 4.05, 4.08, 4.05, 4.03, 4.06)),
    6: ((8, 1, 0, 0, 0, 0), 5, ("王芳",), (None, None, None, 4.8, None, None, None, None, None, None, 4.9)),
}  # fmt: skip
ORDER = ("very_satisfied", "satisfied", "average", "too_long", "poor_attitude", "poor_knowledge")
WORST = (
    (5, "孙燕", "居住证申领", "A031", "poor_attitude", 1),
    (4, "吴霞", "残疾人证换领", "F021", "too_long", 5),
    (5, "郑凯", "生育登记服务与生育服务证补办", "E011", "poor_knowledge", 12),
    (2, "周强", "法律援助申请", "B006", "poor_attitude", 18),
    (4, "吴霞", "城乡居民基本医疗保险参保登记", "D017", "too_long", 20),
)
ITEMS = ("居住证申领", "城乡居民基本医疗保险参保登记", "老年人优待证", "灵活就业社保补贴", "流动人口婚育证明")


def standing(keys: dict[str, int], not_rated: int, scale: tuple[Key, ...] = SIX) -> Standing:
    """A standing as the office would reckon it."""
    scores = {key.key: key.score for key in scale}
    count = sum(keys.values())
    total = sum(scores[key] * times for key, times in keys.items())
    squares = sum(scores[key] ** 2 * times for key, times in keys.items())
    result = score(count, total, squares)
    return Standing(result.mean, count, not_rated, result.low, result.high, result.ranked)


def rating(handling: int, key: str | None, **changes: Any) -> RatingRow:
    """One rating of window 3."""
    found = next((one for one in SIX if one.key == key), None)
    fields: dict[str, Any] = {
        "handling": handling,
        "counter": 3,
        "staff": "chen",
        "staff_name": "陈静",
        "item": "LD-003",
        "title": ITEMS[handling % 5],
        "number": f"A{handling % 200:03}",
        "key": key,
        "label": found.label if found else "",
        "score": found.score if found else None,
        "bad": bool(found and found.bad),
        "source": "pad" if key else None,
        "at": NOW - timedelta(minutes=11 * handling),
    }
    return RatingRow(**(fields | changes))


def ratings(counter: int | None = None, limit: int = 500) -> list[RatingRow]:
    """Sixty ratings, newest first: mostly good, every seventh not given, the bad ones among them."""
    rows = []
    for number in range(60):
        key = None if number % 7 == 5 else ORDER[(number * number) % 3]
        window = (3, 1, 2, 4, 5)[number % 5]
        rows.append(rating(number, key, counter=window, staff_name=WINDOWS[window][2][0]))
    rows += worst()
    rows.sort(key=lambda row: row.at, reverse=True)
    return [row for row in rows if counter is None or row.counter == counter][:limit]


def worst() -> tuple[RatingRow, ...]:
    """Five bad ratings, newest first."""
    return tuple(
        rating(
            900 + at, key, counter=counter, staff_name=name, title=title, number=number, at=NOW - timedelta(days=days)
        )
        for at, (counter, name, title, number, key, days) in enumerate(WORST)
    )


def stars_page(since: date = date(2026, 1, 1), until: date = date(2026, 3, 17)) -> StarsPage:
    """The quarter of the design's picture."""
    windows = []
    for counter, (presses, silent, names, trend) in WINDOWS.items():
        keys = dict(zip(ORDER, presses, strict=True))
        windows.append(WindowStars(counter, names, standing(keys, silent), keys, sum(presses[3:]), trend))
    staff = tuple(StaffStars(f"s{row.counter}", row.staff_names[0], row.standing, row.keys, row.bad) for row in windows)
    whole = {key: sum(row.keys[key] for row in windows) for key in ORDER}
    silent = sum(row.standing.not_rated for row in windows)
    return StarsPage(
        since=since,
        until=until,
        scale=SIX,
        finished=sum(whole.values()) + silent,
        overall=standing(whole, silent),
        keys=whole,
        bad=sum(row.bad for row in windows),
        windows=tuple(windows),
        staff=staff,
        recent=tuple(ratings()[:50]),
        worst=worst(),
        centre_name="柳溪街道便民服务中心",
        at=NOW,
    )


def empty_page(since: date = date(2026, 3, 17), until: date = date(2026, 3, 17)) -> StarsPage:
    """A morning before anybody came: windows are there, ratings are not."""
    none = standing({}, 0)
    keys = dict.fromkeys(ORDER, 0)
    windows = tuple(WindowStars(number, (), none, keys, 0, (None,) * 11) for number in (1, 2, 3))
    return StarsPage(
        since=since,
        until=until,
        scale=SIX,
        finished=0,
        overall=none,
        keys=keys,
        bad=0,
        windows=windows,
        staff=(),
        recent=(),
        worst=(),
        centre_name="柳溪街道便民服务中心",
        at=NOW,
    )


class CannedBackground(QObject):
    """Answers like the real background: later, on the GUI thread. ``asked`` keeps what was asked."""

    changed = Signal(object)
    connection = Signal(bool, str)

    def __init__(self, page: Callable[[date, date], StarsPage] = stars_page) -> None:
        super().__init__()
        self.make_page = page
        self.trouble: Trouble | None = None
        self.silent = False
        self.reachable = True
        self.asked: list[tuple[date, date]] = []
        self.asked_ratings: list[int | None] = []
        self._office = SimpleNamespace(
            feedback=SimpleNamespace(stars_page=self._stars_page, ratings=self._ratings),
            duty=SimpleNamespace(swaps=lambda: (None, None)),
            requests=SimpleNamespace(open=lambda: ()),
            appointments=SimpleNamespace(broken=lambda: ()),
            ledger=SimpleNamespace(counts=dict),
        )

    def run(
        self,
        verb: Callable[[Any], Any],
        done: Callable[[Any], None],
        *,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
        owner: QObject,
    ) -> None:
        """As the contract says; nothing comes back while ``silent``."""
        if not self.silent:
            QTimer.singleShot(0, owner, lambda: self._answer(verb, done, trouble, settled))

    def _answer(
        self,
        verb: Callable[[Any], Any],
        done: Callable[[Any], None],
        trouble: Callable[[Trouble], None] | None,
        settled: Callable[[], None] | None,
    ) -> None:
        if self.trouble is None:
            done(verb(self._office))
        elif trouble is not None:
            trouble(self.trouble)
        if settled is not None:
            settled()

    def _stars_page(self, since: date, until: date) -> StarsPage:
        self.asked.append((since, until))
        return self.make_page(since, until)

    def _ratings(self, _since: date, _until: date, *, counter: int | None = None, limit: int = 500) -> list[RatingRow]:
        self.asked_ratings.append(counter)
        return ratings(counter, limit)
