"""The words of ledgers and exports, in Chinese: headings, and what a state, a move or a kind is called on paper."""

from __future__ import annotations

from typing import Final

STATES: Final = {
    "received": "已收件", "to_correct": "待补正", "accepted": "已受理", "in_progress": "办理中", "special": "特殊程序",
    "suspended": "中止", "granted": "已办结", "rejected": "不予批准", "notified": "待领取", "delivered": "已送达",
    "refused": "不予受理", "terminated": "终止", "withdrawn": "撤回",
}  # fmt: skip
