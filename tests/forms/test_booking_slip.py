"""The slip of an appointment: what it says, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from drivers.receipt_printer.slip import Cut, Qr
from forms.booking_slip import BookingSlip, booking_slip
from tests.drivers.receipt_printer.helpers import NARROW, WIDE, encode, printed

BOOKING = BookingSlip(
    centre_name="柳溪街道便民服务中心",
    code="K7Q2M9XA",
    start=datetime(2026, 3, 17, 10, 30),
    check_in_from=datetime(2026, 3, 17, 9, 30),
    check_in_until=datetime(2026, 3, 17, 10, 45),
    titles=("居住证申领", "流动人口居住登记"),
    materials=("居民身份证 原件", "近期一寸证件照片 原件2份"),
    printed_at=datetime(2026, 3, 13, 15, 2),
    hours="08:00–18:00 不间断 周末 09:00–12:00",
)


def lines(booking: BookingSlip) -> list[str]:
    """The lines on 80 mm paper, rules and blank lines left out."""
    paper = printed(*booking_slip(booking).parts).lines
    return [" ".join(line.split()) for line in paper if line.strip(" ─")]


def test_it_says_when_to_come_what_to_bring_and_how_to_check_in() -> None:
    assert lines(BOOKING) == [
        "柳溪街道便民服务中心",
        "预约回执 2026-03-13 15:02",
        "3月17日 周二",
        "10:30",
        "居住证申领",
        "流动人口居住登记",
        "09:30 至 10:45 在取号机签到",
        "请准备",
        "□ 居民身份证 原件",
        "□ 近期一寸证件照片 原件2份",
        "预约码 K7Q2M9XA",
        "签到时扫码、输入预约码或刷身份证。",
        "来不了请提前告知，过时不到记为爽约。",
        "08:00–18:00 不间断 周末 09:00–12:00",
    ]


def test_a_second_one_says_so() -> None:
    assert lines(replace(BOOKING, reprint=True))[1].startswith("预约回执（补打）")


def test_it_carries_its_code_and_ends_with_a_cut() -> None:
    parts = booking_slip(BOOKING).parts
    assert [part.content for part in parts if isinstance(part, Qr)] == ["K7Q2M9XA"]
    assert isinstance(parts[-1], Cut)


def test_it_fits_both_papers() -> None:
    for profile in (WIDE, NARROW):
        assert encode(*booking_slip(BOOKING).parts, profile=profile)
