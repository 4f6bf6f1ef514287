"""The words of printed documents, in Chinese: every fixed wording of a slip stands here and nowhere else."""

from __future__ import annotations

from typing import Final

YOUR_NUMBER: Final = "您的号码"
REPRINT: Final = "（补打）"
PRIORITY: Final = "（{label}优先）"
AHEAD: Final = "前面 {count} 人"
BOOKED: Final = "预约 {time}"
ABOUT: Final = "约 {minutes} 分钟"
SOON: Final = "请留意叫号"  # instead of "about 0 minutes", which nobody can promise
PREPARE: Final = "请准备"
BOX: Final = "□ "
MORE_MATERIALS: Final = "其余见窗口告知单"
SCAN_ONLINE: Final = "扫码看前面几人"  # only when the code really is an address
SCAN_AT_COUNTER: Final = "窗口扫码可查到此号"
ADVICE: Final = ("听到叫号，到大屏显示的窗口。", "叫三次没到会过号，找任一窗口恢复，不用重新取号。")
VALID_TODAY: Final = "当日有效，隔日作废"
