"""A slip to print in tests and pictures."""

from __future__ import annotations

from datetime import datetime

from forms.slips import TicketSlip, ticket_slip

SLIP = ticket_slip(
    TicketSlip(
        centre_name="柳溪街道便民服务中心",
        number="A017",
        line_name="流动人口",
        title="居住证申领",
        priority_label="",
        ahead=4,
        wait_minutes=15,
        arrived_at=datetime(2026, 3, 17, 12, 24),
        materials=("居民身份证 原件", "近期免冠相片 1 张", "居住登记回执", "就业或就读证明", "租房合同或房产证明"),
        code="LC01-20260317-A017",
        hours="08:00–18:00 不间断 周末 09:00–12:00",
    )
)
