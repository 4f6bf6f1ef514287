<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Manager</name>
        <message>
            <source>Show these days</source>
            <translation>显示这些天</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Stars</source>
            <translation>星级</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>排队号</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>{name}: {stars} stars of {count} ratings, {bad} bad</source>
            <translation>{name}：{stars} 星，评价 {count} 次，差评 {bad} 次</translation>
        </message>
        <message>
            <source>Other keys</source>
            <translation>其他键</translation>
        </message>
        <message>
            <source>Not rated {count}</source>
            <translation>未评 {count}</translation>
        </message>
        <message>
            <source>few ratings</source>
            <translation>次数少</translation>
        </message>
        <message>
            <source>no ratings</source>
            <translation>没有评价</translation>
        </message>
        <message>
            <source>Nobody has pressed a key</source>
            <translation>还没有人按键</translation>
        </message>
        <message>
            <source>Satisfied or better {share}</source>
            <translation>满意以上 {share}</translation>
        </message>
        <message>
            <source>{good} of {count} satisfied or better</source>
            <translation>{count} 次中 {good} 次满意以上</translation>
        </message>
        <message>
            <source>Too few weeks for a trend</source>
            <translation>不足两周，看不出走势</translation>
        </message>
        <message>
            <source>These are the figures of {time}.</source>
            <translation>显示的是 {time} 的数据。</translation>
        </message>
        <message>
            <source>It is tried again by itself.</source>
            <translation>系统会自动重试。</translation>
        </message>
        <message>
            <source>Ratings</source>
            <translation>评价次数</translation>
        </message>
        <message>
            <source>Bad</source>
            <translation>差评</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All windows</source>
            <translation>全部窗口</translation>
        </message>
        <message>
            <source>Back to the stars</source>
            <translation>返回星级</translation>
        </message>
        <message>
            <source>Show all windows</source>
            <translation>看全部窗口</translation>
        </message>
        <message>
            <source>No ratings in these days.</source>
            <translation>这些天没有评价。</translation>
        </message>
        <message>
            <source>Everybody who was asked has rated.</source>
            <translation>请过的人都评了。</translation>
        </message>
        <message>
            <source>The newest {count} are shown; choose fewer days to see earlier ones.</source>
            <translation>只显示最近 {count} 条；选短一些的时间可看更早的。</translation>
        </message>
        <message>
            <source>{count} shown. Not rated: asked, and no key pressed in time.</source>
            <translation>共 {count} 条。未评：请过评价，到时没有按键。</translation>
        </message>
        <message>
            <source>Distribution of keys</source>
            <translation>各键分布</translation>
        </message>
        <message>
            <source>Last 11 weeks</source>
            <translation>近 11 周</translation>
        </message>
        <message>
            <source>Fewer than {least} ratings: not ranked</source>
            <translation>评价不足 {least} 次，不参加排名</translation>
        </message>
        <message>
            <source>Nothing was finished in these days, so nothing was rated.</source>
            <translation>这些天没有办结的事项，也没有评价。</translation>
        </message>
        <message>
            <source>Finished {finished}, rated {rated}: {rate}. {silent} not rated are counted apart, never as satisfied.</source>
            <translation>办理 {finished} 件，评价 {rated} 次，评价率 {rate}。未评 {silent} 件单独计数，不当作满意。</translation>
        </message>
        <message>
            <source>Satisfied or better {good}; bad ratings {bad}.</source>
            <translation>满意以上占 {good}；差评 {bad} 次。</translation>
        </message>
        <message>
            <source>Nobody has pressed a key yet.</source>
            <translation>还没有人按键评价。</translation>
        </message>
        <message>
            <source>Reading the ratings …</source>
            <translation>正在读取评价…</translation>
        </message>
        <message>
            <source>Stars = mean score of the keys ({scores}). ± is the 95% interval.</source>
            <translation>星级 = 各键得分的平均（{scores}）。± 为 95% 区间。</translation>
        </message>
        <message>
            <source>Ratings in detail</source>
            <translation>评价明细</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Duty roster</source>
            <translation>值班</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>开放时间</translation>
        </message>
        <message>
            <source>OneWindow</source>
            <translation>一窗</translation>
        </message>
        <message>
            <source>Management</source>
            <translation>管理</translation>
        </message>
        <message>
            <source>Pad</source>
            <translation>评价器</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>自助机</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Whole centre, today so far</source>
            <translation>全中心，今日至今</translation>
        </message>
        <message>
            <source>Whole centre, this week so far</source>
            <translation>全中心，本周至今</translation>
        </message>
        <message>
            <source>Whole centre, this month so far</source>
            <translation>全中心，本月至今</translation>
        </message>
        <message>
            <source>Whole centre, this quarter so far</source>
            <translation>全中心，本季至今</translation>
        </message>
        <message>
            <source>Whole centre, this year so far</source>
            <translation>全中心，本年至今</translation>
        </message>
        <message>
            <source>Whole centre, the days chosen</source>
            <translation>全中心，所选日期</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>{since} to {until}</source>
            <translation>{since} 至 {until}</translation>
        </message>
        <message>
            <source>Window {number}</source>
            <translation>窗口 {number}</translation>
        </message>
        <message>
            <source>Bad ratings</source>
            <translation>差评</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>最近的在前</translation>
        </message>
        <message>
            <source>No bad ratings in these days.</source>
            <translation>这些天没有差评。</translation>
        </message>
        <message>
            <source>All bad ratings: {count}</source>
            <translation>全部差评 {count} 条</translation>
        </message>
        <message>
            <source>All ratings</source>
            <translation>全部评价</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>{page} – OneWindow</source>
            <translation>{page} – 一窗</translation>
        </message>
    </context>
</TS>
