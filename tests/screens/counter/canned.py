"""A counter's morning, made up: pictures of one moment for the screen to show, and a background that hands them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from terminal.errors import Trouble
from terminal.office.booking_views import Errands
from terminal.office.case_views import CaseRow, Page
from terminal.office.form_views import FormRow
from terminal.office.people_views import PersonRow, PersonView
from terminal.office.plan_views import OnDuty, Opening
from terminal.office.views import (
    CounterView,
    Found,
    HandlingRow,
    Issued,
    ItemView,
    Key,
    LastRating,
    LineTile,
    MaterialView,
    Serving,
    Standing,
    Today,
    Waiting,
)
from terminal.rules.hours import Span
from terminal.screens.background import Background

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 17, 12, 24, 0, tzinfo=CHINA)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    """A moment of that day."""
    return NOW.replace(hour=hour, minute=minute, second=second)


def waiting(
    number: str, title: str, arrived: datetime, item: str | None = None, badge: str = "", head_start: int = 0
) -> Waiting:
    """Somebody waiting."""
    return Waiting(
        id=int(number[1:]) + 1000 * ord(number[0]),
        number=number,
        line=number[0],
        item=item,
        title=title,
        priority=badge or None,
        priority_label=badge,
        head_start_minutes=head_start,
        arrived_at=arrived,
        waited_minutes=int((NOW - arrived).total_seconds() // 60),
    )


QUEUE = (
    replace(waiting("D009", "城乡居保参保登记", at(11, 53), "SB-001"), booked_for=at(12, 0)),
    waiting("F007", "临时救助申请", at(12, 11), "MZ-003", "老年人", 15),
    waiting("A013", "居住证签注", at(12, 2), "LD-003"),
    waiting("A014", "居住登记", at(12, 5), "LD-001"),
    waiting("D011", "灵活就业社保补贴", at(12, 15), "SB-009", "残疾人", 15),
    waiting("F006", "最低生活保障申请", at(12, 8)),
    waiting("H003", "母子健康手册申领", at(12, 18), None, "孕婴", 15),
    waiting("A015", "居住证申领", at(12, 19), "LD-002"),
    waiting("D010", "养老待遇资格认证", at(12, 12)),
    waiting("F008", "优待证申领", at(12, 23), None, "军人", 15),
    waiting("D012", "城乡居保参保登记", at(12, 17), "SB-001"),
    waiting("A016", "居住登记", at(12, 21), "LD-001"),
)


def _material(
    name: str, originals: int = 1, copies: int = 0, where: str = "", *, mandatory: bool = True
) -> MaterialView:
    return MaterialView(name, originals, copies, mandatory, where)


def _item(
    code: str, name: str, short: str, initials: str, materials: tuple[MaterialView, ...] = (), days: int = 0
) -> ItemView:
    return ItemView(
        code=code,
        name=name,
        short=short,
        initials=initials,
        field=code[:2],
        line={"LD": "A", "SB": "D", "MZ": "F"}[code[:2]],
        kind="promised" if days else "instant",
        promised_days=days or None,
        statutory_days=days + 5 if days else None,
        department="居住地公安派出所（街道流动人口服务管理站受理）"
        if code.startswith("LD")
        else "街道社会保障服务中心",
        minutes=10,
        conditions="离开常住户口所在地，在本街道居住半年以上，有合法稳定就业、合法稳定住所、连续就读条件之一的公民。",
        fee=0,
        extended_hours=True,
        proxy=code == "LD-002",
        materials=materials,
    )


ID_CARD = _material("居民身份证", where="公安机关核发")
ITEMS = (
    _item(
        "LD-001", "流动人口居住登记（含地址变更）", "居住登记", "ldrkjzdjhdzbg", (ID_CARD, _material("住所证明", 1, 1))
    ),
    _item(
        "LD-002",
        "居住证申领",
        "居住证申领",
        "jzzsl",
        (
            ID_CARD,
            _material("近期免冠相片", 1, 0, "自备"),
            _material("居住登记回执", 0, 1, "本窗口出具"),
            _material("就业证明", 1, 0, "用人单位出具"),
            _material("房屋租赁合同", 1, 1, "出租人与承租人签订"),
            _material("就读证明", 1, 0, "就读学校出具", mandatory=False),
        ),
        10,
    ),
    _item("LD-003", "居住证签注", "居住证签注", "jzzqz", (_material("居住证"),)),
    _item("LD-004", "居住证补领换领", "居住证补换领", "jzzblhl", (ID_CARD,), 5),
    _item(
        "SB-001",
        "城乡居民养老保险参保登记",
        "城乡居保参保登记",
        "cxjmylbxcbdj",
        (ID_CARD, _material("户口簿", 1, 1, "公安机关核发"), _material("本人社保卡或银行卡", 0, 1)),
    ),
    _item("SB-009", "灵活就业人员社保补贴", "灵活就业社保补贴", "lhjyrysbbt", (), 15),
    _item("MZ-003", "临时救助申请", "临时救助申请", "lsjzsq", (_material("申请书"),), 20),
)

KEYS = (
    Key("very_satisfied", "很满意", "Very satisfied", 5, False),
    Key("satisfied", "满意", "Satisfied", 4, False),
    Key("average", "一般", "Average", 3, False),
    Key("too_slow", "时间长", "Took too long", 2, True),
    Key("poor_attitude", "态度差", "Poor attitude", 1, True),
    Key("poor_skill", "业务差", "Poor knowledge", 1, True),
)

LINES = tuple(
    LineTile(letter, field, name, english, "", count, 10, True, ())
    for letter, field, name, english, count in (
        ("A", "LD", "流动人口", "Migrant residents", 4),
        ("B", "SF", "司法", "Legal services", 0),
        ("D", "SB", "社保", "Social insurance", 4),
        ("F", "MZ", "民政", "Civil affairs", 3),
    )
)


def found(number: str, state: str, counter: int | None = None, *, is_today: bool = True) -> Found:
    """What the code on somebody's slip stands for; of those who wait, the eighth to be called."""
    one = waiting(number, "", at(12, 5))
    issued = Issued(
        one.id, number, one.line, "流动人口", "Migrant residents", "LD-002", "居住证申领", None, "", one.arrived_at,
        one.arrived_at, 7, 23, "K7QX2M9P", (),
    )  # fmt: skip
    day = NOW.date() if is_today else NOW.date() - timedelta(days=1)
    return Found("ticket", one.id, number, state, counter, day, is_today, issued)


def handling(
    number: int, item: str, title: str, started: datetime, finished: datetime | None = None, outcome: str | None = None,
    rating_state: str | None = None, rating_key: str | None = None,
) -> HandlingRow:  # fmt: skip
    """One item of a visit."""
    return HandlingRow(number, item, title, started, finished, outcome, rating_state, rating_key)


LAST = Serving(
    1, "A012", "A", "LD-002", "居住证申领", "done", "", at(12, 5), at(12, 10), 1, at(12, 11),
    (handling(90, "LD-002", "居住证申领", at(12, 11), at(12, 22), "accepted", "rated", "satisfied"),),
)  # fmt: skip

IDLE = CounterView(
    centre_code="LC01",
    centre_name="柳溪街道便民服务中心",
    counter=3,
    paused=False,
    staff="chen",
    staff_name="陈静",
    line_names=("流动人口", "社保", "民政", "卫生"),
    waiting=QUEUE,
    waiting_count=12,
    wait_minutes=25,
    held=(waiting("A009", "居住登记", at(11, 40), "LD-001"), waiting("F002", "临时救助申请", at(11, 50), "MZ-003")),
    skipped=(waiting("D004", "城乡居保参保登记", at(11, 20), "SB-001"),),
    current=None,
    last_visit=LAST,
    today=Today(18, 8.4, 16, 0),
    last_rating=LastRating("A012", "satisfied", "满意", 4, at(12, 22)),
    quarter=Standing(4.7, 312, 20, 4.6, 4.8, True),
    at=NOW,
    opening=Opening(NOW, "regular", at(18, 0), (Span(480, 1080),), None, True, ""),
)

CALLED_VISIT = Serving(
    2, "A012", "A", "LD-002", "居住证申领", "called", "孕婴", at(12, 5), at(12, 22, 40), 2, None, ()
)  # fmt: skip
SERVING_VISIT = replace(
    CALLED_VISIT,
    state="serving",
    calls=1,
    called_at=at(12, 16),
    started_at=at(12, 17, 18),
    handlings=(
        handling(101, "LD-001", "居住登记", at(12, 17, 18), at(12, 21), "done", "rated", "very_satisfied"),
        handling(102, "LD-002", "居住证申领", at(12, 21)),
    ),
)
CALLED = replace(IDLE, current=CALLED_VISIT)
SERVING = replace(IDLE, current=SERVING_VISIT)
EMPTY = replace(IDLE, waiting=(), waiting_count=0, wait_minutes=0, held=(), skipped=())
PAUSED = replace(IDLE, paused=True)
FIRST = replace(
    EMPTY,
    last_visit=None,
    last_rating=None,
    today=Today(0, None, 0, 0),
    quarter=Standing(None, 0, 0, None, None, False),
)


FORMS = (
    FormRow("apply-residence-permit", "居住证申领表", "居住证办理指南", "application", ("LD-002",)),
    FormRow("acceptance-receipt", "受理回执", "DB4406/T 14-2021", "notice"),
)


PEOPLE = tuple(
    PersonRow(number, name, masked, call, born, "female", address, (), cases)
    for number, name, masked, call, born, address, cases in (
        (1, "吴𬭎华", "9999**********0026", "13800000031", date(1992, 5, 4), "学府社区 6 栋 2 单元", 1),
        (2, "吴红霞", "9999**********0045", "13800000032", date(1958, 11, 20), "桂花社区 2 栋", 0),
        (3, "乌恒辉", "", "13800000033", None, "", 0),
    )
)
PERSON = PersonView(
    1, "吴𬭎华", "whh", "resident", "9999**********0026", "13800000031", date(1992, 5, 4), 33, "female", "汉族",
    "学府社区 6 栋 2 单元", "", "", (), (), (), (), 1, NOW,
)  # fmt: skip


class _Desk:
    """Any desk of an office: whatever is asked is noted and answered from the canned picture."""

    def __init__(self, office: CannedOffice) -> None:
        self._office = office

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self._office.asked.append((verb, *arguments))
            return self._office.answer(verb)

        return call


ERRANDS = Errands(not_arrived=3, requests=2, oldest_minutes=45, broken=0, calls=1)


class CannedOffice:
    """An office of one moment. ``asked`` notes the verbs called."""

    def __init__(self, view: CounterView) -> None:
        self.view = view
        self.asked: list[tuple[Any, ...]] = []
        self.refuse: Trouble | None = None
        self.found: Found | None = None  # what every scanned code stands for
        self.errands = SimpleNamespace(now=lambda: ERRANDS)
        self.forms = SimpleNamespace(list=lambda: FORMS, faults=tuple)
        self.residents = SimpleNamespace(
            search=lambda *_, **__: Page(PEOPLE, False), view=lambda *_, **__: PERSON, alike=lambda *_, **__: PEOPLE[:1]
        )
        self.open_cases: tuple[CaseRow, ...] = ()
        self.cases = SimpleNamespace(of_resident=lambda *_: self.open_cases)
        self.on_duty: tuple[OnDuty, ...] = ()
        self.people: tuple[Any, ...] = ()
        self.room = SimpleNamespace(now=lambda: view.at, day=lambda moment: moment.date(), local=lambda moment: moment)
        self.duty = SimpleNamespace(on=lambda _: self.on_duty)
        self.queue = self.hall = self.counters = self.catalogue = self.feedback = self.finding = _Desk(self)

    def answer(self, verb: str) -> Any:
        """What a desk says."""
        if verb == "counter_view":
            return self.view
        if verb == "items":
            return ITEMS
        if verb == "staff":
            return self.people
        if verb == "scale":
            return KEYS
        if verb == "kiosk_view":
            return type("Kiosk", (), {"lines": LINES})()
        if self.refuse is not None:
            raise self.refuse
        if verb == "found":
            return self.found
        return object() if verb != "call_next" or self.view.waiting else None


class CannedBackground(Background):
    """Answers at once, on the same thread, from a canned office; ``hold`` keeps verbs under way."""

    def __init__(self, view: CounterView) -> None:
        super().__init__(lambda: None)  # type: ignore[arg-type,return-value]
        self.office = CannedOffice(view)
        self.hold = False

    def run(self, verb: Any, done: Any, *, trouble: Any = None, settled: Any = None, owner: QObject) -> None:
        if self.hold:
            return
        try:
            result = verb(self.office)
        except Trouble as raised:
            if trouble is not None:
                trouble(raised)
        else:
            done(result)
        if settled is not None:
            settled()

    def show(self, view: CounterView) -> None:
        """Another picture, announced as the feed would."""
        self.office.view = view
        self.changed.emit(frozenset({"ticket"}))


class CannedLamp(QObject):
    """A device's lamp."""

    changed = Signal()

    def __init__(self, name: str, state: str, words: str = "", reason: str = "") -> None:
        super().__init__()
        self.name, self.state, self.words, self.reason = name, state, words, reason
        self.counter: int | None = None


class CannedPad(QObject):
    """A rating pad's desk: remembers what it was told to ask."""

    asked = Signal(int, float)
    rated = Signal(int, str)
    silent = Signal(int)
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[int] = []

    def ask(self, handling_id: int, /) -> None:
        self.questions.append(handling_id)
        self.asked.emit(handling_id, 15.0)


class CannedPrinter(QObject):
    """A printer that notes what it should print."""

    printed = Signal(int, str, str)
    booking_printed = Signal(int, str, str)
    receipt_printed = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[tuple[int, bool]] = []
        self.booked: list[int] = []
        self.receipts: list[int] = []

    def print_receipt(self, notice_id: int) -> None:
        self.receipts.append(notice_id)
        self.receipt_printed.emit(notice_id, "printing", "")

    def print_ticket(self, ticket_id: int, reprint: bool = False) -> None:
        self.wanted.append((ticket_id, reprint))
        self.printed.emit(ticket_id, "printing", "")

    def print_booking(self, appointment_id: int) -> None:
        self.booked.append(appointment_id)
        self.booking_printed.emit(appointment_id, "printing", "")


def lamps() -> list[CannedLamp]:
    """The devices of the design's picture."""
    return [
        CannedLamp("rating_pad", "up", "就绪"),
        CannedLamp("receipt_printer", "trouble", "缺纸，待打 3 张", "打印机缺纸，请换纸卷。"),
    ]
