"""The slip a resident holds: what it says, in which order, what it never says, and what it weighs on the wire."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from drivers.receipt_printer.commands import ASK_PAPER_IN_TURN
from drivers.receipt_printer.slip import Cut, Qr, Text
from forms.slips import TicketSlip, ticket_slip
from tests.drivers.receipt_printer.helpers import NARROW, WIDE, encode, printed
from tests.forms.least import least_bytes

TICKET = TicketSlip(
    centre_name="柳溪街道便民服务中心",
    number="A017",
    line_name="流动人口",
    title="居住证申领",
    priority_label="",
    ahead=4,
    wait_minutes=15,
    arrived_at=datetime(2026, 3, 17, 12, 24),
    materials=("居民身份证 原件", "近期免冠相片 1 张", "居住登记回执", "就业或就读证明", "租房合同或房产证明"),
    code="https://lc01.example.cn/q/7F3K9Q",
    hours="08:00–18:00 不间断 周末 09:00–12:00",
)
PLAIN = replace(TICKET, title="", materials=(), priority_label="军人")


def lines(ticket: TicketSlip) -> list[str]:
    """The lines on 80 mm paper, rules and blank lines left out, runs of space closed up."""
    paper = printed(*ticket_slip(ticket).parts).lines
    return [" ".join(line.split()) for line in paper if line.strip(" ─")]


def test_the_slip_says_everything_in_the_houses_order() -> None:
    assert lines(TICKET) == [
        "柳溪街道便民服务中心",
        "您的号码 2026-03-17 12:24",
        "A017",
        "流动人口 居住证申领",
        "前面 4 人 约 15 分钟",
        "请准备",
        "□ 居民身份证 原件",
        "□ 近期免冠相片 1 张",
        "□ 居住登记回执",
        "□ 就业或就读证明",
        "□ 租房合同或房产证明",
        "扫码看前面几人",
        "听到叫号，到大屏显示的窗口。",
        "叫三次没到会过号，找任一窗口恢复，不用重新取号。",
        "08:00–18:00 不间断 周末 09:00–12:00",
        "当日有效，隔日作废",
    ]


def test_the_slip_carries_its_code_and_ends_with_a_cut() -> None:
    slip = ticket_slip(TICKET)
    assert [part.content for part in slip.parts if isinstance(part, Qr)] == [TICKET.code]
    assert isinstance(slip.parts[-1], Cut)
    assert not any(isinstance(part, Qr) for part in ticket_slip(replace(TICKET, code="")).parts)


def test_a_code_that_is_no_address_does_not_promise_a_page() -> None:
    said = lines(replace(TICKET, code="LC01-20260317-A017"))
    assert "窗口扫码可查到此号" in said
    assert "扫码看前面几人" not in said


def test_without_an_item_the_field_stands_alone_and_no_materials_are_listed() -> None:
    said = lines(PLAIN)
    assert "流动人口" in said
    assert "请准备" not in said


def test_an_item_that_names_its_field_does_not_name_it_twice() -> None:
    assert "流动人口居住登记" in lines(replace(TICKET, title="流动人口居住登记"))


def test_priority_stands_under_the_item_in_brackets() -> None:
    said = lines(replace(TICKET, priority_label="老年人"))
    assert said[said.index("流动人口 居住证申领") + 1] == "（老年人优先）"


def test_a_reprint_says_so() -> None:
    assert lines(replace(TICKET, reprint=True))[1] == "您的号码（补打） 2026-03-17 12:24"
    assert not any("补打" in line for line in lines(TICKET))


def test_nobody_is_promised_zero_minutes() -> None:
    assert "前面 0 人 请留意叫号" in lines(replace(TICKET, ahead=0, wait_minutes=0))
    assert "前面 4 人" in lines(replace(TICKET, wait_minutes=None))


def test_more_than_eight_materials_are_left_to_the_counters_sheet() -> None:
    said = lines(replace(TICKET, materials=tuple(f"材料{n}" for n in range(1, 12))))
    assert [line for line in said if line.startswith("□")] == [f"□ 材料{n}" for n in range(1, 9)]
    assert "其余见窗口告知单" in said


def test_long_names_and_numbers_fit_both_papers() -> None:
    long = replace(
        TICKET,
        centre_name="柳溪街道党群服务中心便民服务大厅一楼综合窗口",
        number="A1017",
        title="流动人口居住登记（含地址变更）",
        materials=("法定代表人身份证明书及授权委托书原件（加盖公章）与复印件各一份",),
        ahead=128,
        wait_minutes=640,
        reprint=True,
    )
    for profile in (WIDE, NARROW):
        assert "A1017" in printed(*ticket_slip(long).parts, profile=profile).lines


def test_a_rare_character_in_a_centres_name_still_prints() -> None:
    rare = printed(*ticket_slip(replace(TICKET, centre_name="㼆湖街道便民服务中心")).parts)
    heading = (0, 96, rare.picture().width, 96 + 48)  # below the dots between head and cutter
    assert rare.picture().crop(heading).histogram()[0] > 1000
    assert not any("?" in line or "〓" in line for line in rare.lines)


@pytest.mark.parametrize(
    "ticket",
    [
        TICKET,
        PLAIN,
        replace(PLAIN, priority_label=""),
        replace(TICKET, priority_label="老年人", reprint=True),
        replace(TICKET, ahead=0, wait_minutes=0),
        replace(TICKET, code="LC01-20260317-A017"),
    ],
    ids=["item", "field, priority", "field", "priority, reprint", "nobody ahead", "short code"],
)
def test_a_slip_weighs_at_most_1_2_times_its_text_and_code(ticket: TicketSlip) -> None:
    slip = ticket_slip(ticket)
    wire = len(encode(*slip.parts)) + len(ASK_PAPER_IN_TURN)
    assert wire / least_bytes(slip) <= 1.2


def test_the_fixed_words_are_in_every_chinese_printers_type() -> None:
    for part in ticket_slip(replace(PLAIN, reprint=True)).parts:
        if isinstance(part, Text):
            part.text.encode("gbk")
