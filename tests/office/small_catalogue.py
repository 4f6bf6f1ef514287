"""A small catalogue to break, and a way to write it with changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

SMALL = """\
centre:
  code: LC01
  name: 柳溪街道便民服务中心
  zone: Asia/Shanghai
  hours: 08:00–18:00
counters:
  - {number: 1, lines: AB}
staff:
  - {code: zhang, name: 张敏}
fields:
  - {code: LD, name: 流动人口}
  - {code: SB, name: 社保}
items:
  - code: LD-001
    name: 居住登记
    field: LD
    kind: instant
    department: 派出所
    usual_minutes: 10
    conditions: 来本街道居住的公民
    materials:
      - {name: 居民身份证, originals: 1, copies: 0, mandatory: true, where_from: 公安机关}
    fee: 0
    extended_hours: true
    proxy: false
  - code: SB-001
    name: 参保登记
    short: 参保
    field: SB
    kind: promised
    promised_working_days: 3
    statutory_working_days: 5
    department: 经办机构
    usual_minutes: 15
    conditions: 年满16周岁
    materials:
      - {name: 登记表, originals: 1, copies: 0, mandatory: true, where_from: 窗口领取}
    fee: 0
    extended_hours: false
    proxy: true
    proxy_kind: 参保代办
"""


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Writes SMALL with replacements and returns its path; each pattern must be there."""

    def write(*changes: tuple[str, str], text: str = SMALL) -> Path:
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "site.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
