"""A small hall to work in: three lines, three windows, two people; and a clock that a test sets."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from terminal.model import Handling, JournalEntry, Ticket
from terminal.office.office import Office

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)
HALL = """\
centre:
  code: LC01
  name: 柳溪街道便民服务中心
  name_en: Liuxi Service Centre
  zone: Asia/Shanghai
  hours: 08:00–18:00
  notices: [过号请找任一窗口恢复。, 评价自愿。]
counters:
  - {number: 1, lines: AB}
  - {number: 2, lines: AB}
  - {number: 3, lines: C}
staff:
  - {code: li, name: 李文静}
  - {code: zhang, name: 张敏}
fields:
  - {code: LD, letter: A, name: 流动人口, examples: 居住登记}
  - {code: SB, letter: B, name: 社保}
  - {code: MZ, letter: C, name: 民政}
items:
"""
ITEM = """\
  - code: {code}
    name: {name}
    field: {field}
    kind: instant
    department: 街道办事处
    usual_minutes: {minutes}
    conditions: 本街道居民
    materials:
      - {{name: 居民身份证, originals: 1, copies: 0, mandatory: true, where_from: 公安机关}}
      - {{name: 申请表, originals: 1, copies: 2, mandatory: true, where_from: 窗口领取}}
    fee: 0
    extended_hours: true
    proxy: false
"""
ITEMS = {
    "LD-001": ("居住登记", 10),
    "LD-002": ("居住证", 20),
    "SB-001": ("参保登记", 15),
    "SB-002": ("缴费查询", 5),
    "MZ-001": ("老年优待证", 10),
}


def catalogue_text(*items: str, head: str = HALL) -> str:
    """The hall's file with some of ``ITEMS``, by default all."""
    entries = (
        ITEM.format(code=code, name=name, field=code[:2], minutes=minutes)
        for code, (name, minutes) in ITEMS.items()
        if not items or code in items
    )
    return head + "".join(entries)


class SetClock:
    """Stands still until a test moves it."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_(self, **span: float) -> None:
        self.moment += timedelta(**span)


class Records:
    """What the database holds, read past the office's verbs."""

    def __init__(self, office: Office) -> None:
        self._store = office.store

    def tickets(self) -> list[Ticket]:
        with self._store.reading() as session:
            return list(session.scalars(select(Ticket).order_by(Ticket.id)))

    def handlings(self) -> list[Handling]:
        with self._store.reading() as session:
            return list(session.scalars(select(Handling).order_by(Handling.id)))

    def journal(self) -> list[dict[str, Any]]:
        with self._store.reading() as session:
            lines = session.scalars(select(JournalEntry).order_by(JournalEntry.id))
            return [
                {
                    "verb": line.verb,
                    "noun": line.noun,
                    "id": line.noun_id,
                    "who": line.who,
                    "counter": line.counter,
                    "before": json.loads(line.before) if line.before else {},
                    "after": json.loads(line.after) if line.after else {},
                }
                for line in lines
            ]

    def everything(self) -> list[tuple[object, ...]]:
        """All rows of the tables that verbs write, to compare before and after."""
        with self._store.engine.connect() as connection:
            return [
                tuple(row)
                for table in ("ticket", "handling", "rating", "line_day", "counter", "staff", "item", "journal")
                for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")
            ]
