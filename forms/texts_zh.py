"""The words of printed documents, in Chinese: every fixed wording of one stands here and nowhere else."""

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

# The slip of an appointment.
BOOKING_SLIP: Final = "预约回执"
BOOKING_WINDOW: Final = "{since} 至 {until} 在取号机签到"
BOOKING_CODE: Final = "预约码 {code}"
BOOKING_ADVICE: Final = ("签到时扫码、输入预约码或刷身份证。", "来不了请提前告知，过时不到记为爽约。")

# The receipt of a case.
APPLICANT: Final = "申请人"
RECEIVED_ON: Final = "收件日期"
PROMISED_BY: Final = "承诺办结"
CORRECT_BY: Final = "请在这天前补正"
RECEIVED_MATERIALS: Final = "收到材料"
MISSING_MATERIALS: Final = "还需补交"
CASE_CODE: Final = "查询码 {code}"
CASE_ADVICE: Final = ("查进度、补材料、取结果，请带好本凭条。", "到任一窗口扫码，或报编号和手机号后四位。")
MATERIAL_COUNT: Final = "{name}　{form} {count} 份"

# A form or a notice on paper.
FORM_PAGE: Final = "第 {page} 页，共 {pages} 页"
CONTINUED: Final = "{title}（续）"
WHOSE: Final = "　{label}：{name}"
ROW_NUMBER: Final = "序号"
NO_ROWS: Final = "（无）"
NOTHING: Final = "无"
NO_DAY: Final = "—"
BY_HAND: Final = "＿＿＿＿＿＿"  # in a text, to be filled in
ANSWERS: Final = {"yes": "是", "no": "否"}
FORM_DAY: Final = "{year}年{month}月{day}日"
YUAN: Final = "{amount} 元"
DATE_WORDS: Final = ("年", "月", "日")
UNSIGNED: Final = "年     月     日"
SIGN_HERE: Final = "签字（盖章）：                              年       月       日"

# The duty roster: wall sheet, workbook and calendar.
ROSTER: Final = "值班表"
DRAFT: Final = "草稿 未公布"
PERIOD: Final = "{since.year}年{since.month}月{since.day}日 至 {until.year}年{until.month}月{until.day}日"
DAY: Final = "{day.year}年{day.month}月{day.day}日"
DAY_OF_WEEK: Final = "{day.month}月{day.day}日 周{weekday}"
MONTH_OF: Final = "{day.month}月"
WEEKDAYS: Final = "一二三四五六日"
PRINTED: Final = "{day.year}年{day.month}月{day.day}日打印"
PAGE: Final = "第 {page} 页 共 {pages} 页"
PERSON: Final = "人员"
POST: Final = "岗位"
WINDOW: Final = "{number}号窗口"
WINDOW_SHORT: Final = "{number}号"
REST: Final = "休"
MADE_UP: Final = "班"  # a make-up working day (调休上班)
UNPUBLISHED: Final = "未公布"
UNPUBLISHED_NOTE: Final = "标“未公布”的日子：国家尚未公布该年放假安排，暂按周末推算。"
ON_LEAVE: Final = "假"
NOBODY: Final = "缺"
EXTENDED: Final = "延时服务"
CALLED_IN: Final = "应急"
NO_DUTIES: Final = "这段时间没有值班安排"
GRID: Final = "值班表"
LIST: Final = "明细"
SHARES: Final = "统计"
LIST_HEADS: Final = ("日期", "星期", "班次", "开始", "结束", "窗口", "姓名", "类别", "到岗", "离岗", "缺勤")
SHARE_HEADS: Final = ("姓名", "正常班", "延时班", "应急", "小时")
KINDS: Final = {"regular": "正常班", "extended": "延时服务", "urgent": "应急"}
ABSENT: Final = "缺勤"
DUTY_OF: Final = "{summary} {name}"
CALENDAR_OF: Final = "{centre} 值班 {name}"
CALENDAR: Final = "{centre} 值班"
BOOKING: Final = "预约 {name} {items}"
URGENT_BOOKING: Final = "加急预约 {name} {items}"
BOOKINGS_OF: Final = "{centre} 预约 {name}"
BOOKINGS: Final = "{centre} 预约"

# A case's way: where originals are, usual errands, and the day sheet.
AT_CENTRE: Final = "本中心"
WITH_RESIDENT: Final = "居民处"
AT_DEPARTMENT: Final = "承办部门"  # when nobody said which
HOME_OF: Final = "{name}家中"
ROUTE_TAKE: Final = "上门收取材料、签委托书"
ROUTE_TAKE_BRING: Final = "代办服务委托书、材料清单"
ROUTE_BACK: Final = "取回结果，核对登记"
ROUTE_HOME: Final = "送达结果，退还原件"
ROUTE_HOME_BRING: Final = "办理结果、送达回执"
ORIGINALS: Final = "原件{count}份"
COPIES: Final = "复印件{count}份"
DAY_SHEET: Final = "代办日程单"
DAY_SHEET_HEAD: Final = "{count} 站，其中上门 {homes} 户，约定时间 {agreed} 处"
DAY_SHEET_EMPTY: Final = "这一天没有安排外出代办"
ANY_TIME: Final = "时间不限"
DONE_AT: Final = "{time} 已办"
LEFT_OVER: Final = "{day.month}月{day.day}日未办"
WAITING_THERE: Final = "已送，待取"
TAKE_ALONG: Final = "带去"
MORE_THINGS: Final = "另有{count}样，见材料清单"
BROUGHT_BACK: Final = "带回"
TAKEN_BY: Final = "经收人"
AT_TIME: Final = "时间"
DAY_SHEET_FOOT: Final = "单上有居民个人信息，用后交回销毁。"
AGENT_SIGNS: Final = "代办员签名"
