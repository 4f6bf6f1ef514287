<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Booking</name>
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
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Street hotline</source>
            <translation>街道热线</translation>
        </message>
        <message>
            <source>Community hotline</source>
            <translation>社区热线</translation>
        </message>
        <message>
            <source>Weibo</source>
            <translation>微博</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>不开放</translation>
        </message>
        <message>
            <source>The centre is closed.</source>
            <translation>当天中心不开放。</translation>
        </message>
        <message>
            <source>Not served</source>
            <translation>不办理</translation>
        </message>
        <message>
            <source>These items are not served in the hours of this day.</source>
            <translation>当天的开放时间内不办理所选事项。</translation>
        </message>
        <message>
            <source>Nobody on duty</source>
            <translation>无人值班</translation>
        </message>
        <message>
            <source>Nobody on duty is trained for all of these items.</source>
            <translation>当天值班人员中没有人能承办全部所选事项。</translation>
        </message>
        <message>
            <source>Past</source>
            <translation>已过</translation>
        </message>
        <message>
            <source>It is too late to book for this day.</source>
            <translation>当天已不能再预约。</translation>
        </message>
        <message>
            <source>Not open yet</source>
            <translation>未到放号期</translation>
        </message>
        <message>
            <source>This day is too far ahead to be booked.</source>
            <translation>这一天还没有到可以预约的日期。</translation>
        </message>
        <message>
            <source>A text message is queued</source>
            <translation>短信已排队</translation>
        </message>
        <message>
            <source>A text message is being sent</source>
            <translation>短信发送中</translation>
        </message>
        <message>
            <source>Told by text message</source>
            <translation>已短信告知</translation>
        </message>
        <message>
            <source>It is not certain that the text message went out</source>
            <translation>短信是否送达不确定</translation>
        </message>
        <message>
            <source>The text message could not be sent</source>
            <translation>短信发送失败</translation>
        </message>
        <message>
            <source>On the call list: nobody can be written to</source>
            <translation>列入待致电：没有手机号，需电话告知</translation>
        </message>
        <message>
            <source>Told by telephone</source>
            <translation>已电话告知</translation>
        </message>
        <message>
            <source>Not told</source>
            <translation>未告知</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>Other system</source>
            <translation>其他系统</translation>
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
            <source>not published</source>
            <translation>未公布</translation>
        </message>
        <message>
            <source>no roster</source>
            <translation>未排班</translation>
        </message>
    </context>
</TS>
