<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Planning</name>
        <message>
            <source>No appointment is broken by it.</source>
            <translation>不影响任何预约。</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消预约</translation>
        </message>
        <message>
            <source>Tell</source>
            <translation>通知本人</translation>
        </message>
        <message>
            <source>Later, from the appointments page</source>
            <translation>稍后在预约页处理</translation>
        </message>
        <message>
            <source>Two duties at once, also {shift}</source>
            <translation>同一时间两个班，另有{shift}</translation>
        </message>
        <message>
            <source>On leave</source>
            <translation>请假期间</translation>
        </message>
        <message>
            <source>Not trained for {detail}</source>
            <translation>未受训：{detail}</translation>
        </message>
        <message>
            <source>Second shift of the day, beside {shift}</source>
            <translation>一天两个班，另有{shift}</translation>
        </message>
        <message>
            <source>Two weekends in a row, also {day}</source>
            <translation>连续两个周末，另有{day}</translation>
        </message>
        <message>
            <source>Post open</source>
            <translation>空岗</translation>
        </message>
        <message>
            <source>Nobody on duty serves {field}</source>
            <translation>无人可办 {field}</translation>
        </message>
        <message>
            <source>on</source>
            <translation>班</translation>
        </message>
        <message>
            <source>Rest days not published: weekends only</source>
            <translation>放假安排尚未公布，暂按周末计算</translation>
        </message>
        <message>
            <source>Not published</source>
            <translation>未公布</translation>
        </message>
        <message>
            <source>Open posts</source>
            <translation>空岗</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>ext.</source>
            <translation>延时</translation>
        </message>
        <message>
            <source>reg.</source>
            <translation>常规</translation>
        </message>
        <message>
            <source>extended this quarter: {count}</source>
            <translation>本季延时 {count}</translation>
        </message>
        <message>
            <source>Enter change  Del clear  F2 fix</source>
            <translation>Enter 更改　Del 清除　F2 固定</translation>
        </message>
        <message>
            <source>on leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>nobody is put here</source>
            <translation>还没有安排人</translation>
        </message>
        <message>
            <source>absent: {reason}</source>
            <translation>缺勤：{reason}</translation>
        </message>
        <message>
            <source>came {time}</source>
            <translation>{time} 到岗</translation>
        </message>
        <message>
            <source>set by hand</source>
            <translation>手动固定</translation>
        </message>
        <message>
            <source>off</source>
            <translation>假</translation>
        </message>
        <message>
            <source>open</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>Nobody is away in these days.</source>
            <translation>这段时间没有人请假。</translation>
        </message>
        <message>
            <source>Enter the leave</source>
            <translation>登记请假</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>结束请假</translation>
        </message>
        <message>
            <source>Reason, such as annual leave</source>
            <translation>事由，如年休假</translation>
        </message>
        <message>
            <source>Choose who is away</source>
            <translation>选择请假人</translation>
        </message>
        <message>
            <source>Who is away?</source>
            <translation>谁请假？</translation>
        </message>
        <message>
            <source>Reading the roster…</source>
            <translation>正在读取值班表…</translation>
        </message>
        <message>
            <source>No roster yet: {days}</source>
            <translation>{days}还没有值班表</translation>
        </message>
        <message>
            <source>Until one is published, appointments are offered as if every post were filled.</source>
            <translation>发布之前，预约按所有岗位都有人计算号源。</translation>
        </message>
        <message>
            <source>Make a draft</source>
            <translation>新建草稿</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping; the draft stays as it was.</source>
            <translation>正在取消，草稿保持原样。</translation>
        </message>
        <message>
            <source>Looking for a roster, {seconds} s of at most {most}.</source>
            <translation>正在自动排班，{seconds} 秒，最多 {most} 秒。</translation>
        </message>
        <message>
            <source>{seconds} s of at most {most}. Rosters found: {found}, each better. Extended shifts differ by {spread}.</source>
            <translation>{seconds} 秒，最多 {most} 秒。已找到 {found} 个方案，一个比一个好；延时班最多与最少相差 {spread}。</translation>
        </message>
        <message>
            <source>Publish the roster of {days}? Conflicts: {wrong}, open posts: {open}.</source>
            <translation>发布{days}的值班表？冲突 {wrong} 处，空岗 {open} 个。</translation>
        </message>
        <message>
            <source>Every rule is kept and every post is filled.</source>
            <translation>没有冲突，岗位都已排满。</translation>
        </message>
        <message>
            <source>From then on it decides which items are open and how many slots there are. Everybody on it is told. Appointments it breaks are listed next.</source>
            <translation>发布后，可办事项和预约号源按值班表计算，并通知表上每个人。受影响的预约会接着列出。</translation>
        </message>
        <message>
            <source>Publish all the same</source>
            <translation>仍要发布</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>It breaks no appointment.</source>
            <translation>不影响任何预约。</translation>
        </message>
        <message>
            <source>It breaks {count} appointments. After saving, each can be moved or cancelled.</source>
            <translation>影响 {count} 个预约，保存后可逐个改期或取消。</translation>
        </message>
        <message>
            <source>Change the hours</source>
            <translation>更改开放时间</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>每周时间</translation>
        </message>
        <message>
            <source>Special days</source>
            <translation>特殊日期</translation>
        </message>
        <message>
            <source>As the centre</source>
            <translation>与中心一致</translation>
        </message>
        <message>
            <source>Whole centre</source>
            <translation>全中心</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Reason, which residents see</source>
            <translation>事由（居民可见）</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>See what it breaks</source>
            <translation>查看影响</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Whose hours?</source>
            <translation>更改谁的时间？</translation>
        </message>
        <message>
            <source>No reason was found.</source>
            <translation>没有找到原因。</translation>
        </message>
        <message>
            <source>Leave the post open</source>
            <translation>岗位空着</translation>
        </message>
        <message>
            <source>No duty on this day</source>
            <translation>当天不值班</translation>
        </message>
        <message>
            <source>No shift is worked on this day.</source>
            <translation>当天没有班次。</translation>
        </message>
        <message>
            <source>in place of {name}</source>
            <translation>替下{name}</translation>
        </message>
        <message>
            <source>The rest days of {year} are not published; weekends are taken for now.</source>
            <translation>{year} 年放假安排尚未公布，暂按周末计算。</translation>
        </message>
        <message>
            <source>It decides {rosters} rosters and {bookings} appointments of that year.</source>
            <translation>受影响：该年的值班表 {rosters} 份、预约 {bookings} 个。公布后请导入并核对。</translation>
        </message>
        <message>
            <source>No roster and no appointment of that year depends on it yet.</source>
            <translation>该年还没有值班表和预约受此影响。</translation>
        </message>
        <message>
            <source>What is shown was read before.</source>
            <translation>显示的是之前读到的内容。</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Calendar of {year}</source>
            <translation>{year}年日历</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>The year before</source>
            <translation>上一年</translation>
        </message>
        <message>
            <source>The next year</source>
            <translation>下一年</translation>
        </message>
        <message>
            <source>Take over published years</source>
            <translation>导入已公布年份</translation>
        </message>
        <message>
            <source>Calendar files</source>
            <translation>日历文件</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>CSV or iCalendar; shown first</source>
            <translation>CSV 或 iCalendar，先预览再导入</translation>
        </message>
        <message>
            <source>Export as CSV</source>
            <translation>导出 CSV</translation>
        </message>
        <message>
            <source>The days of the year on show</source>
            <translation>当前年份的日期</translation>
        </message>
        <message>
            <source>Export as iCalendar</source>
            <translation>导出 iCalendar</translation>
        </message>
        <message>
            <source>For other calendars</source>
            <translation>供其他日历使用</translation>
        </message>
        <message>
            <source>Its rest days were entered by hand and checked</source>
            <translation>放假安排已手动录入并核对</translation>
        </message>
        <message>
            <source>This year is complete</source>
            <translation>本年安排已完整</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季</translation>
        </message>
        <message>
            <source>People</source>
            <translation>按人</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>按岗</translation>
        </message>
        <message>
            <source>Earlier days</source>
            <translation>往前</translation>
        </message>
        <message>
            <source>Later days</source>
            <translation>往后</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>自动排班</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印值班表</translation>
        </message>
        <message>
            <source>The roster as a wall sheet (PDF)</source>
            <translation>上墙值班表（PDF）</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Duties: {duties}, open posts: {open}</source>
            <translation>班次 {duties}，空岗 {open}</translation>
        </message>
        <message>
            <source>New draft of the days on show</source>
            <translation>为当前日期新建草稿</translation>
        </message>
        <message>
            <source>Throw this draft away</source>
            <translation>丢弃这份草稿</translation>
        </message>
        <message>
            <source>Rosters of these days</source>
            <translation>这段时间的值班表</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel 表格</translation>
        </message>
        <message>
            <source>With everybody's share</source>
            <translation>含每人班次合计</translation>
        </message>
        <message>
            <source>Of the person in hand</source>
            <translation>当前选中人员的班次</translation>
        </message>
        <message>
            <source>Calendar (iCalendar)</source>
            <translation>日历（iCalendar）</translation>
        </message>
        <message>
            <source>Export the roster</source>
            <translation>导出值班表</translation>
        </message>
        <message>
            <source>The roster is proposed: {duties} duties. Extended shifts differ by {spread}.</source>
            <translation>已排好 {duties} 个班次，延时班最多与最少相差 {spread}。</translation>
        </message>
        <message>
            <source>Look through it, change what you like, and publish it.</source>
            <translation>请核对，可手动调整，然后发布。</translation>
        </message>
        <message>
            <source>The roster is published.</source>
            <translation>值班表已发布。</translation>
        </message>
        <message>
            <source>Nobody is on duty for {count} appointments any more.</source>
            <translation>以下 {count} 个预约已没有人值班办理。</translation>
        </message>
        <message>
            <source>Save the roster</source>
            <translation>保存值班表</translation>
        </message>
        <message>
            <source>{day}: appointments without their time: {count}.</source>
            <translation>{day}有 {count} 个预约已不在开放时间内。</translation>
        </message>
        <message>
            <source>Every published year was known already.</source>
            <translation>已公布的年份都已导入。</translation>
        </message>
        <message>
            <source>Taken over: {years}.</source>
            <translation>已导入：{years}。</translation>
        </message>
        <message>
            <source>Import a calendar</source>
            <translation>导入日历</translation>
        </message>
        <message>
            <source>{file} names {days} days; {changed} of them are not so now.</source>
            <translation>{file} 共 {days} 天，其中 {changed} 天与现在不同。</translation>
        </message>
        <message>
            <source>Known as complete from then on: {years}.</source>
            <translation>导入后安排完整的年份：{years}。</translation>
        </message>
        <message>
            <source>Still not complete: {years}.</source>
            <translation>仍不完整：{years}。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Imported: {changed} days changed.</source>
            <translation>已导入，更改 {changed} 天。</translation>
        </message>
        <message>
            <source>Save the calendar</source>
            <translation>保存日历</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
        <message>
            <source>Saved. The new hours hold from {day} on.</source>
            <translation>已保存，新的开放时间从{day}起生效。</translation>
        </message>
        <message>
            <source>Take the change back</source>
            <translation>撤销更改</translation>
        </message>
        <message>
            <source>The hours before it hold again. Appointments it breaks: {count}.</source>
            <translation>恢复之前的开放时间。影响预约 {count} 个。</translation>
        </message>
        <message>
            <source>The change left {count} appointments without their time.</source>
            <translation>以下 {count} 个预约已不在开放时间内。</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Swaps</source>
            <translation>换班</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Publish the roster</source>
            <translation>发布值班表</translation>
        </message>
        <message>
            <source>No roster keeps all rules</source>
            <translation>没有满足规则的排法</translation>
        </message>
        <message>
            <source>Appointments to see to</source>
            <translation>待处理的预约</translation>
        </message>
        <message>
            <source>waits for the other</source>
            <translation>待对方同意</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>双方已同意</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>未批准</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Nobody asks to change a duty.</source>
            <translation>没有换班申请。</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Reason for refusing</source>
            <translation>不同意的理由</translation>
        </message>
        <message>
            <source>{one} to {other}</source>
            <translation>{one} 换给 {other}</translation>
        </message>
        <message>
            <source>{one} gives away {given}.</source>
            <translation>{one}让出 {given}。</translation>
        </message>
        <message>
            <source>{one} gives {given} for {taken}.</source>
            <translation>{one}以 {given}，换 {taken}。</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>理由：{reason}</translation>
        </message>
        <message>
            <source>No duty is published for today.</source>
            <translation>今天没有已发布的班次。</translation>
        </message>
        <message>
            <source>{there} of {all} have signed in.</source>
            <translation>应到 {all} 人，已签到 {there} 人。</translation>
        </message>
        <message>
            <source>Reason of the absence</source>
            <translation>缺勤原因</translation>
        </message>
        <message>
            <source>Note as absent</source>
            <translation>记为缺勤</translation>
        </message>
        <message>
            <source>Is there after all</source>
            <translation>撤销缺勤</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>缺勤</translation>
        </message>
        <message>
            <source>{minutes} min late</source>
            <translation>迟到 {minutes} 分钟</translation>
        </message>
        <message>
            <source>sits at {window}</source>
            <translation>坐在{window}</translation>
        </message>
        <message>
            <source>not there yet</source>
            <translation>未到岗</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>Quarter {number} of {year}</source>
            <translation>{year}年第{number}季度</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>不开放</translation>
        </message>
        <message>
            <source>All working days as Monday</source>
            <translation>工作日都与周一相同</translation>
        </message>
        <message>
            <source>Such as 08:00-12:00, 14:00-18:00 ext</source>
            <translation>格式如 08:00-12:00, 14:00-18:00 延</translation>
        </message>
        <message>
            <source>{times} (extended)</source>
            <translation>{times}（延时）</translation>
        </message>
        <message>
            <source>Window {number}</source>
            <translation>{number}号窗口</translation>
        </message>
        <message>
            <source>Called in</source>
            <translation>临时加班</translation>
        </message>
        <message>
            <source>{regular} regular, {extended} extended</source>
            <translation>常规 {regular}，延时 {extended}</translation>
        </message>
        <message>
            <source>make-up working day</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>rest day</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>not published, weekends only</source>
            <translation>放假安排未公布，暂按周末计算</translation>
        </message>
        <message>
            <source>Working day</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Rest day</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>Name, such as National Day</source>
            <translation>名称，如国庆节</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>As published again</source>
            <translation>恢复为公布的安排</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat, worked</source>
            <translation>周六调休</translation>
        </message>
        <message>
            <source>Sun, worked</source>
            <translation>周日调休</translation>
        </message>
        <message>
            <source>Rest days</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>These days</source>
            <translation>开放时间</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first}至{last}</translation>
        </message>
        <message>
            <source>Changes to come and special days</source>
            <translation>即将生效和特殊日期</translation>
        </message>
        <message>
            <source>No change is coming, and no special days.</source>
            <translation>没有即将生效的更改，也没有特殊日期。</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤销这项更改</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>自{day}起</translation>
        </message>
        <message>
            <source>No hours are entered: the centre is taken to be always open.</source>
            <translation>还没有录入开放时间，按始终开放计算。</translation>
        </message>
        <message>
            <source>coming</source>
            <translation>即将生效</translation>
        </message>
        <message>
            <source>now</source>
            <translation>生效中</translation>
        </message>
        <message>
            <source>over</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>From {day} on</source>
            <translation>自{day}起</translation>
        </message>
        <message>
            <source>as the centre</source>
            <translation>与中心一致</translation>
        </message>
        <message>
            <source>Grey: rest. Tinted: holiday. Amber and underlined: make-up working day. Dot: entered by the centre.</source>
            <translation>灰底：休息日　蓝绿底：节假日　琥珀底加下划线：调休上班　圆点：本中心自行录入</translation>
        </message>
    </context>
</TS>
