"""The words of ledgers and exports, in Chinese: headings, and what a state, a move or a kind is called on paper."""

from __future__ import annotations

from typing import Final

STATES: Final = {
    "received": "已收件", "to_correct": "待补正", "accepted": "已受理", "in_progress": "办理中", "special": "特殊程序",
    "suspended": "中止", "granted": "已办结", "rejected": "不予批准", "notified": "待领取", "delivered": "已送达",
    "refused": "不予受理", "terminated": "终止", "withdrawn": "撤回",
}  # fmt: skip

# What exports of found cases are called, and their headings.
FOUND: Final = "办件清单"
VIEWS: Final = {
    "mine": "我的办件", "due": "本周到期", "risk": "有逾期风险", "late": "已逾期", "waiting": "待补正",
    "ready": "待领取", "paused": "暂停", "all": "全部办件",
}  # fmt: skip
LEDGERS: Final = {
    "received": "收件登记台账", "handled": "办件台账", "corrections": "补正与容缺台账", "proxies": "全程代办台账",
    "visits": "上门服务台账", "originals": "证照原件流转台账", "notices": "文书发放台账",
    "pauses": "特殊程序与延期中止台账",
}  # fmt: skip
HEADS: Final = {
    "running": "序号", "number": "办件编号", "title": "事项", "name": "申请人", "document": "证件号码",
    "phone": "联系电话",
    "state": "状态", "risk": "预警", "days_left": "剩余工作日", "promised_on": "承诺办结日", "responsible": "责任人",
    "received_on": "收件日期", "received_by": "收件人", "source": "来源", "counter": "窗口", "originals": "原件",
    "copies": "复印件", "accepted_on": "受理日期", "decided_on": "办结日期", "result": "办结结果", "in_time": "按时",
    "delivery": "送达方式", "delivered_on": "送达日期", "kind": "类别", "day": "日期", "what": "内容", "until": "期限",
    "done_on": "完成日期", "agent": "代理人", "relation": "关系", "mandate_since": "委托起", "mandate_until": "委托止",
    "signed": "已签委托", "stops": "代办站点", "done_stops": "已走站点", "ended_on": "结束日期", "time": "时间",
    "purpose": "上门事由", "staff": "经办人", "came_back": "带回", "material": "材料", "place": "地点",
    "signed_by": "签收人", "notice": "文书编号", "form": "文书名称", "handed_on": "送交日期", "handed_to": "接收人",
    "move": "程序", "approved_by": "批准人", "ground": "事由", "promised_after": "变更后承诺日",
}  # fmt: skip
SOURCES: Final = {"counter": "窗口", "door": "上门", "phone": "电话", "grid": "网格"}
RESULTS: Final = {"granted": "批准", "rejected": "不予批准", "": ""}
DELIVERIES: Final = {"collect": "窗口领取", "post": "邮寄", "home": "送上门"}
RISKS: Final = {"": "", "short": "临期", "risk": "有风险", "late": "逾期"}
CORRECTION: Final = "补正"
WAIVED: Final = "容缺"
YES: Final = "是"
NO: Final = "否"
STOPS: Final = {"planned": "已安排", "now": "进行中", "done": "已完成"}
CUSTODY: Final = {"taken": "收取", "handed_on": "移交", "came_back": "取回", "returned": "退还"}
NOTICES: Final = {"issued": "已出", "handed": "已交", "signed": "已签收", "posted": "已寄", "void": "作废"}
MOVES: Final = {"special": "特殊程序", "suspend": "中止", "resume": "恢复", "extend": "延长期限"}
CUT_OFF: Final = "只列出前 {count} 行，请缩短期间或缩小范围。"
