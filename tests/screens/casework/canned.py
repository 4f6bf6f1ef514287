"""A proxy case as look/case.png shows it, and what else the casework screen may have to show. Invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from terminal.office.case_views import (
    CaseRow,
    CaseView,
    CustodyView,
    Errand,
    FileView,
    HolderView,
    MandateView,
    MaterialView,
    MoveChoice,
    MoveView,
    NoticeRow,
    PauseView,
    StopView,
    TimelineNode,
    ToldView,
)
from terminal.office.people_views import ConsentView, LinkView, NeedView, PersonRow, PersonView

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 3, 17)


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def march(day: int) -> date:
    return date(2026, 3, day)


RESIDENT = PersonRow(
    7, "周桂英", "9999**********0028", "13800007710", date(1943, 9, 2), "female", "学府社区6栋", ("living-alone",), 1
)

ROW = CaseRow(
    42, "LC01-2026-DB-0042", "MZ-005", "临时救助申请", "周桂英", "9999**********0028", "13800007710", True,
    "in_progress", date(2026, 4, 7), True, 14, "", "chen", "陈静", at(3, 4, 9, 20), at(3, 16, 11, 5),
)  # fmt: skip


def _stop(
    id_: int, place: str, purpose: str, state: str, when: datetime | None, staff: str = "陈静", **rest: object
) -> StopView:
    done = when if state == "done" else None
    stop = StopView(
        id_, 42, id_, "department", place, "", purpose, "", "chen", staff, when.date() if when else None,
        None, 2, state, None, done, "",
    )  # fmt: skip
    return replace(stop, **rest)  # type: ignore[arg-type]


HOME = "学府社区6栋2单元301"
STOPS = (
    _stop(1, "周桂英家中", "上门收材料、签委托书", "done", at(3, 5, 10, 20), kind="home", address=HOME),
    _stop(2, "学府社区居委会", "入户核查意见，盖章", "done", at(3, 6, 15, 10)),
    _stop(3, "周桂英家中", "补银行卡复印件", "done", at(3, 11, 9, 40), "罗佳", kind="home"),
    _stop(4, "街道民政办", "初审通过", "done", at(3, 16, 11, 5), came_back="初审意见"),
    _stop(
        5, "区民政局 3 楼救助科", "取审批意见", "now", at(3, 19), bring="受理回执、流转凭证", address="柳溪路 88 号",
        begun_at=at(3, 16, 14, 0),
    ),
    _stop(6, "周桂英家中", "送达决定书，退还原件", "planned", at(4, 8), kind="home", address=HOME),
)  # fmt: skip


def _material(position: int, name: str, originals: int, copies: int, **rest: object) -> MaterialView:
    material = MaterialView(
        position, name, originals, copies, True, "received", originals, copies, "", None, 0, "区民政局", False, "chen",
        "陈静", at(3, 16, 11, 5), False,
    )  # fmt: skip
    return replace(material, **rest)  # type: ignore[arg-type]


MATERIALS = (
    _material(1, "临时救助申请表", 1, 0),
    _material(2, "居民身份证", 0, 2),
    _material(3, "住院费用票据", 3, 0, to_return=3),
    _material(4, "入户核查意见", 1, 0),
    _material(5, "银行卡", 0, 1),
    _material(
        6, "户口簿", 1, 0, to_return=1, place="本中心 2 号柜", here=True, hand="luo", hand_name="罗佳",
        moved_at=at(3, 11, 9, 40),
    ),
)  # fmt: skip

TIMELINE = (
    TimelineNode("accept", "done", march(4), None),
    TimelineNode("stop", "done", march(5), None, title="上门收件"),
    TimelineNode("to_correct", "paused", march(9), march(11), 3),
    TimelineNode("hand-over", "done", march(12), None, title="送审"),
    TimelineNode("stop", "now", march(16), None, 2, title="区民政局审核"),
    TimelineNode("complete", "to_come", None, date(2026, 4, 7)),
    TimelineNode("deliver", "to_come", None, None),
)

_NOTICES = (
    ("proxy-acceptance", "帮办代办受理单", "DB-0042", 4, "handed"),
    ("mandate", "代办服务委托书", "WT-0042", 5, "signed"),
    ("material-receipt", "接收回执", "JS-0113", 5, "handed"),
    ("correction-notice", "材料补正告知书", "BZ-0027", 9, "handed"),
    ("acceptance-receipt", "受理回执", "SL-0318", 12, "handed"),
    ("handover-voucher", "物料流转凭证", "LZ-0064", 16, "issued"),
)
NOTICES = (
    *(
        NoticeRow(at_, f"LC01-2026-{number}", form, title, state, at(3, day), "chen", 42, ROW.number)
        for at_, (form, title, number, day, state) in enumerate(_NOTICES, 1)
    ),
    NoticeRow(None, "", "delivery-receipt", "送达回执", "due", None, ""),
)

TOLD = (
    ToldView(
        at(3, 16, 15, 30), "陈静", "phone", "女儿", "材料已送区里审核，约3月19日有意见，4月7日前办结。", march(19)
    ),
)
MOVES = (
    MoveView(1, at(3, 4, 9, 20), "chen", "陈静", "receive", "", "received", "", "", date(2026, 4, 1)),
    MoveView(2, at(3, 4, 9, 30), "chen", "陈静", "accept", "received", "accepted", "", "", date(2026, 4, 1)),
    MoveView(
        3, at(3, 9, 9, 0), "chen", "陈静", "ask-correction", "accepted", "to_correct", "缺银行卡复印件", "",
        date(2026, 4, 1),
    ),
    MoveView(4, at(3, 11, 10, 0), "luo", "罗佳", "corrected", "to_correct", "accepted", "", "", date(2026, 4, 7)),
    MoveView(5, at(3, 12, 9, 0), "chen", "陈静", "hand-over", "accepted", "in_progress", "", "", date(2026, 4, 7)),
)  # fmt: skip
CHOICES = tuple(
    MoveChoice(name, records, document, allowed, why)
    for name, records, document, allowed, why in (
        ("hand-over", (), "handover-voucher", True, ""),
        ("returned", (), "", True, ""),
        ("ask-correction", ("wrong",), "correction-notice", True, ""),
        ("special", ("note",), "special-procedure-notice", True, ""),
        ("suspend", ("note",), "suspension-sheet", True, ""),
        ("extend", ("note", "approval", "days"), "extension-notice", True, ""),
        ("grant", (), "approval-decision", True, ""),
        ("reject", ("note",), "rejection-decision", True, ""),
        ("terminate", ("note",), "completion-sheet", True, ""),
        ("withdraw", ("note",), "", True, ""),
    )
)
MANDATE = MandateView(
    3, "临时救助申请的全部手续", "代为递交和取回材料", "不代为签署决定书", march(5), date(2026, 6, 5), "chen", "陈静",
    march(5), march(5), None, None,
)  # fmt: skip
FILES = (
    FileView(1, 3, "住院费用票据.jpg", "image/jpeg", 812_000, at(3, 5, 10, 40), "chen"),
    FileView(2, None, "入户核查.pdf", "application/pdf", 230_000, at(3, 6, 15, 20), "chen"),
)
CUSTODY = (
    CustodyView(at(3, 5, 10, 20), "taken", 3, "住院费用票据", 3, 0, "本中心 2 号柜", "陈静", "周桂英"),
    CustodyView(at(3, 16, 11, 5), "handed_on", 3, "住院费用票据", 3, 0, "区民政局", "陈静", "区民政局收件窗口"),
)

CASE = CaseView(
    row=ROW, code="K7M2P9QX", resident=RESIDENT, agent=None, agent_relation="", source="door",
    limit_days=20, statutory_on=date(2026, 5, 6), extended_days=0, accepted_at=at(3, 4, 9, 30), correct_by=None,
    decided_at=None, result="", delivery="home", deliver_to="学府社区6栋2单元301", notified_at=None, ended_at=None,
    holding="first_asked", backstop="zhou", backstop_name="周岚", version=5, timeline=TIMELINE, moves=MOVES,
    choices=CHOICES, pauses=(PauseView("to_correct", march(9), march(11), 3),),
    holders=(HolderView("chen", "陈静", "first_asked", at(3, 4, 9, 20), None, ""),), materials=MATERIALS,
    custody=CUSTODY, stops=STOPS, mandate=MANDATE, told=TOLD, notices=NOTICES, files=FILES, next_step="grant",
)  # fmt: skip


def short() -> CaseView:
    """Two days left."""
    return replace(CASE, row=replace(ROW, days_left=2, risk="short", promised_on=march(19)))


def risk() -> CaseView:
    """Four days left, and more than four to go."""
    return replace(CASE, row=replace(ROW, days_left=4, risk="risk", promised_on=march(23)))


def late() -> CaseView:
    """Three days over."""
    return replace(CASE, row=replace(ROW, days_left=-3, risk="late", promised_on=march(12)))


def paused() -> CaseView:
    """Suspended: no day counts."""
    row = replace(ROW, days_left=None, state="suspended")
    choices = (MoveChoice("resume", (), "resumption-mandate", True), MoveChoice("terminate", ("note",), "", True))
    nodes = (*TIMELINE[:4], TimelineNode("suspend", "paused", march(16), None, 2), *TIMELINE[5:])
    return replace(CASE, row=row, choices=choices, next_step="resume", timeline=nodes)


def notified() -> CaseView:
    """Decided; the resident was told to collect it, after what staff had told them."""
    row = replace(ROW, state="notified", days_left=None)
    choices = (MoveChoice("collect", ("signature",), "delivery-receipt", True),)
    return replace(
        CASE,
        row=row,
        choices=choices,
        next_step="collect",
        decided_at=at(3, 17),
        notified_at=at(3, 17, 11),
        stops=STOPS[:4],
    )


def correcting() -> CaseView:
    """An ordinary case just received, some materials missing or wrong."""
    materials = (
        MATERIALS[0],
        replace(MATERIALS[1], state="wrong", why="照片看不清", here=True, place="本中心"),
        replace(MATERIALS[2], state="missing", got_originals=0, to_return=0, place="", hand_name="", moved_at=None),
        replace(MATERIALS[4], state="waived", promised_by=march(25), got_copies=0, place="", hand_name="",
                moved_at=None),
    )  # fmt: skip
    row = replace(ROW, proxy=False, state="received", number="LC01-2026-BJ-0317", days_left=18, title="居住证申领")
    choices = (
        MoveChoice("accept", (), "acceptance-receipt", True),
        MoveChoice("ask-correction", ("wrong",), "correction-notice", True),
        MoveChoice("refuse", ("note",), "refusal-notice", True),
        MoveChoice("terminate", ("note",), "", True),
    )
    timeline = (
        TimelineNode("receive", "now", march(17), None, 1),
        TimelineNode("accept", "to_come", None, None),
        TimelineNode("complete", "to_come", None, date(2026, 4, 14)),
        TimelineNode("deliver", "to_come", None, None),
    )
    return replace(
        CASE, row=row, materials=materials, stops=(), mandate=None, notices=(), told=(), files=(), custody=(),
        choices=choices, next_step="accept", timeline=timeline, accepted_at=None, moves=MOVES[:1],
    )  # fmt: skip


ROWS = (
    replace(ROW, id=50, number="LC01-2026-DB-0038", title="高龄津贴申领", name="吴德顺", days_left=-2, risk="late",
            promised_on=march(13)),
    replace(ROW, id=51, number="LC01-2026-BJ-0301", title="城乡居民医保参保", name="郑小兰", proxy=False, days_left=2,
            risk="risk", promised_on=march(19), responsible_name="罗佳"),
    replace(ROW, id=52, number="LC01-2026-BJ-0305", title="失业登记", name="何立", proxy=False, days_left=3,
            risk="short", promised_on=march(20)),
    ROW,
    replace(ROW, id=53, number="LC01-2026-BJ-0311", title="残疾人证办理", name="孙立民", proxy=False, days_left=None,
            state="to_correct", promised_on=date(2026, 4, 10)),
    replace(ROW, id=54, number="LC01-2026-BJ-0290", title="老年优待证", name="𬭎铭", proxy=False, days_left=None,
            state="notified", promised_on=march(12)),
)  # fmt: skip

PERSON = PersonView(
    7, "周桂英", "zgy", "resident", "9999**********0028", "13800007710", date(1943, 9, 2), 82, "female", "汉族",
    "学府社区6栋2单元301", "学府社区", "门铃坏了，请打电话",
    (NeedView("living-alone", "", march(1)), NeedView("mobility", "助行器", march(1))),
    (LinkView(8, "周敏", "女儿", False, "13800007711"),),
    (ConsentView(1, "service", "signed", at(3, 4), None, None), ConsentView(2, "messages", "spoken", at(3, 4), None,
                                                                           at(3, 10))),
    (5,), 3, at(3, 4),
)  # fmt: skip

ERRANDS = (
    Errand(replace(STOPS[0], id=11, planned_at=at(3, 17, 9, 30), state="planned"),
           "LC01-2026-DB-0040", "高龄津贴申领", "吴德顺", "13800007720", ("委托书 2 份", "印泥")),
    Errand(STOPS[4], ROW.number, ROW.title, "周桂英", "13800007710", ("受理回执", "流转凭证")),
    Errand(replace(STOPS[5], id=12, planned_at=None), "LC01-2026-DB-0039", "残疾人证办理", "孙立民", "13800007722",
           ("残疾人证 原件 1", "送达回执")),
)  # fmt: skip
