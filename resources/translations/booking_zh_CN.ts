<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Booking</name>
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
            <source>no number</source>
            <translation>没有号码</translation>
        </message>
        <message>
            <source>About</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>已试次数</translation>
        </message>
        <message>
            <source>To be said</source>
            <translation>告知内容</translation>
        </message>
        <message>
            <source>Nobody is to be rung.</source>
            <translation>没有待致电的人</translation>
        </message>
        <message>
            <source>People whom no text message reaches, and messages that may not have gone out. Residents first.</source>
            <translation>短信不能送达、或是否送达不明的，请致电告知。居民在先。</translation>
        </message>
        <message>
            <source>Has been told</source>
            <translation>已致电</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重发</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>不再需要</translation>
        </message>
        <message>
            <source>Told by telephone</source>
            <translation>已电话告知</translation>
        </message>
        <message>
            <source>What came of it, if anything</source>
            <translation>通话结果，可不填</translation>
        </message>
        <message>
            <source>{name} has been told.</source>
            <translation>已记录：{name} 已致电告知。</translation>
        </message>
        <message>
            <source>Not needed any more?</source>
            <translation>不再需要告知？</translation>
        </message>
        <message>
            <source>{name} is not told of it, neither in writing nor by telephone.</source>
            <translation>{name} 将不再收到这条短信，也不再致电。</translation>
        </message>
        <message>
            <source>Take it off the list</source>
            <translation>移出名单</translation>
        </message>
        <message>
            <source>It is off the list.</source>
            <translation>已移出名单。</translation>
        </message>
        <message>
            <source>The message to {name} is queued again.</source>
            <translation>发给 {name} 的短信已重新排队。</translation>
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
            <source>Approve the urgent request</source>
            <translation>批准加急申请</translation>
        </message>
        <message>
            <source>Approve and call in</source>
            <translation>批准并安排值守</translation>
        </message>
        <message>
            <source>{name}: {reason}</source>
            <translation>{name}：{reason}</translation>
        </message>
        <message>
            <source>Beginning</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Who will be there</source>
            <translation>值守人员</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>on duty {times}</source>
            <translation>当日值班 {times}</translation>
        </message>
        <message>
            <source>on leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>not trained for it</source>
            <translation>未受训此领域</translation>
        </message>
        <message>
            <source>Who will be there?</source>
            <translation>谁来值守？</translation>
        </message>
        <message>
            <source>does not serve it</source>
            <translation>不办此事项</translation>
        </message>
        <message>
            <source>At which window?</source>
            <translation>在哪个窗口？</translation>
        </message>
        <message>
            <source>Which item?</source>
            <translation>哪个事项？</translation>
        </message>
        <message>
            <source>Choose somebody</source>
            <translation>选择人员</translation>
        </message>
        <message>
            <source>Choose a window</source>
            <translation>选择窗口</translation>
        </message>
        <message>
            <source>Choose an item</source>
            <translation>选择事项</translation>
        </message>
        <message>
            <source>Window {number}</source>
            <translation>{number} 号窗口</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>预约码</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Why it cannot be kept</source>
            <translation>不能如期办理的原因</translation>
        </message>
        <message>
            <source>Every appointment can be kept.</source>
            <translation>所有预约都能如期办理</translation>
        </message>
        <message>
            <source>Hours, roster or catalogue were changed after these were booked. Agree on another time with each.</source>
            <translation>以下预约因开放时间、值班表或事项调整不能如期办理，请逐一商定改期。</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Tell</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{name} is told that we will call about another time.</source>
            <translation>已通知 {name}：工作人员将来电商定改期。</translation>
        </message>
        <message>
            <source>{name} cannot be written to and is now on the call list.</source>
            <translation>{name} 没有可发短信的号码，已列入待致电。</translation>
        </message>
        <message>
            <source>Note a request</source>
            <translation>登记申请</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Ordinary</source>
            <translation>普通</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Who asks</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Item, if it was named</source>
            <translation>事项，未说明可不选</translation>
        </message>
        <message>
            <source>Time that is wanted, if any</source>
            <translation>希望时间，可不填</translation>
        </message>
        <message>
            <source>Urgent: outside hours, decided by a person</source>
            <translation>加急：工作时间以外，须批准</translation>
        </message>
        <message>
            <source>What for; why it is urgent</source>
            <translation>申请内容；加急须写明原因</translation>
        </message>
        <message>
            <source>Through what?</source>
            <translation>通过哪个渠道？</translation>
        </message>
        <message>
            <source>None named</source>
            <translation>未说明</translation>
        </message>
        <message>
            <source>wants {when}</source>
            <translation>希望 {when}</translation>
        </message>
        <message>
            <source>urgent</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>提出时间</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>已等候</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>未说明</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>希望时间</translation>
        </message>
        <message>
            <source>Reason of the urgency</source>
            <translation>加急原因</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>申请内容</translation>
        </message>
        <message>
            <source>No request waits for an answer.</source>
            <translation>没有待答复的请求</translation>
        </message>
        <message>
            <source>Every request is answered. What is urgent comes first, then the oldest.</source>
            <translation>每个请求都要答复。加急在先，其余按提出先后。</translation>
        </message>
        <message>
            <source>Book a slot</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Turn down</source>
            <translation>不予安排</translation>
        </message>
        <message>
            <source>{name} is told these words by text message, or by telephone.</source>
            <translation>以下内容将以短信告知 {name}；不能发短信的由人工致电。</translation>
        </message>
        <message>
            <source>Turn the request down</source>
            <translation>不予安排</translation>
        </message>
        <message>
            <source>Why it cannot be done</source>
            <translation>不能安排的原因</translation>
        </message>
        <message>
            <source>Answer the request</source>
            <translation>答复请求</translation>
        </message>
        <message>
            <source>What is to be told</source>
            <translation>答复内容</translation>
        </message>
        <message>
            <source>The request of {name} is answered.</source>
            <translation>{name} 的请求已答复。</translation>
        </message>
        <message>
            <source>{name} is expected at window {counter}, {when}, code {code}.</source>
            <translation>已批准：{name} {when} 到 {counter} 号窗口，预约码 {code}。</translation>
        </message>
        <message>
            <source>The request of {name} is noted.</source>
            <translation>{name} 的请求已登记。</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Code, name or telephone</source>
            <translation>预约码、姓名或电话</translation>
        </message>
        <message>
            <source>Window {number}, {staff}</source>
            <translation>{number} 号窗口，{staff}</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>身份证号</translation>
        </message>
        <message>
            <source>Served at</source>
            <translation>办理窗口</translation>
        </message>
        <message>
            <source>Reason for cancelling</source>
            <translation>取消原因</translation>
        </message>
        <message>
            <source>Nobody of this day is found by it. Enter looks for the code on every day.</source>
            <translation>当天没有找到。按 Enter 在所有日期中查找预约码。</translation>
        </message>
        <message>
            <source>Nobody is booked for today.</source>
            <translation>今天没有预约</translation>
        </message>
        <message>
            <source>Nobody is booked for this day.</source>
            <translation>这一天没有预约</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>{name} is checked in with number {ticket}.</source>
            <translation>{name} 已签到，号码 {ticket}。</translation>
        </message>
        <message>
            <source>{name}, {when}. The resident is told; the slot becomes free for others.</source>
            <translation>{name}，{when}。将通知本人，时段随后释放给他人。</translation>
        </message>
        <message>
            <source>Cancel the appointment</source>
            <translation>取消预约</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translation>确认取消</translation>
        </message>
        <message>
            <source>Reason, if one was given</source>
            <translation>取消原因，可不填</translation>
        </message>
        <message>
            <source>The appointment of {name} is cancelled.</source>
            <translation>{name} 的预约已取消。</translation>
        </message>
        <message>
            <source>being entered</source>
            <translation>录入中</translation>
        </message>
        <message>
            <source>checked in</source>
            <translation>已签到</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>爽约</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>text queued</source>
            <translation>短信排队中</translation>
        </message>
        <message>
            <source>text being sent</source>
            <translation>短信发送中</translation>
        </message>
        <message>
            <source>text sent</source>
            <translation>短信已发</translation>
        </message>
        <message>
            <source>text uncertain</source>
            <translation>短信未确认</translation>
        </message>
        <message>
            <source>text failed</source>
            <translation>短信失败</translation>
        </message>
        <message>
            <source>to be rung</source>
            <translation>待致电</translation>
        </message>
        <message>
            <source>told by phone</source>
            <translation>已致电</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>未通知</translation>
        </message>
        <message>
            <source>closed then</source>
            <translation>已不开放</translation>
        </message>
        <message>
            <source>By the hours as they are now, it is closed at that time.</source>
            <translation>按现行开放时间，该时段不开放。</translation>
        </message>
        <message>
            <source>not served then</source>
            <translation>此时段不办</translation>
        </message>
        <message>
            <source>That time is now extended hours, in which an item of it is not served.</source>
            <translation>该时段现为延时服务，其中有事项不在延时服务范围内。</translation>
        </message>
        <message>
            <source>too few people</source>
            <translation>值班人手不足</translation>
        </message>
        <message>
            <source>Fewer people are on duty for it then than were booked.</source>
            <translation>该时段能办理此事项的值班人员少于已预约人数。</translation>
        </message>
        <message>
            <source>appointment made</source>
            <translation>预约成功</translation>
        </message>
        <message>
            <source>appointment moved</source>
            <translation>预约改期</translation>
        </message>
        <message>
            <source>appointment cancelled</source>
            <translation>预约取消</translation>
        </message>
        <message>
            <source>booked</source>
            <translation>已预约</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} 天 {hours} 小时</translation>
        </message>
        <message>
            <source>reminder</source>
            <translation>次日提醒</translation>
        </message>
        <message>
            <source>cannot be kept</source>
            <translation>不能如期办理</translation>
        </message>
        <message>
            <source>request approved</source>
            <translation>加急已批准</translation>
        </message>
        <message>
            <source>request turned down</source>
            <translation>未予安排</translation>
        </message>
        <message>
            <source>answer to a request</source>
            <translation>请求答复</translation>
        </message>
        <message>
            <source>to a colleague</source>
            <translation>值班通知</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>发送失败</translation>
        </message>
        <message>
            <source>uncertain</source>
            <translation>是否送达不明</translation>
        </message>
        <message>
            <source>The list is as it was read at {time}.</source>
            <translation>名单为 {time} 读取时的状态。</translation>
        </message>
        <message>
            <source>From {lead} minutes to {days} days ahead</source>
            <translation>可约 {lead} 分钟后至 {days} 天内</translation>
        </message>
        <message>
            <source>{share} % kept for walk-ins</source>
            <translation>{share}% 留给现场</translation>
        </message>
        <message>
            <source>A chosen time is kept {hold} minutes</source>
            <translation>选定时段保留 {hold} 分钟</translation>
        </message>
        <message>
            <source>{limit} missed in {days} days: none ahead for {barred} days</source>
            <translation>{days} 天内爽约 {limit} 次，停约 {barred} 天</translation>
        </message>
    </context>
    <context>
        <name>BookingPage</name>
        <message>
            <source>Somebody has answered this request meanwhile.</source>
            <translation>这条请求已有人答复。</translation>
        </message>
        <message>
            <source>What is shown stays; booking goes on as soon as the database answers again.</source>
            <translation>已显示的内容保留；数据库恢复应答后即可继续预约。</translation>
        </message>
    </context>
    <context>
        <name>Bring</name>
        <message>
            <source>nothing to bring</source>
            <translation>无需材料</translation>
        </message>
        <message>
            <source>original {n}</source>
            <translation>原件 {n}</translation>
        </message>
        <message>
            <source>copy {n}</source>
            <translation>复印件 {n}</translation>
        </message>
    </context>
    <context>
        <name>ChosenItems</name>
        <message>
            <source>{n} min</source>
            <translation>{n} 分</translation>
        </message>
    </context>
    <context>
        <name>Confirmed</name>
        <message>
            <source>Appointment code</source>
            <translation>预约码</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Book another</source>
            <translation>再约一个</translation>
        </message>
        <message>
            <source>To bring</source>
            <translation>请带材料</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>已改期</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>预约成功</translation>
        </message>
        <message>
            <source>For</source>
            <translation>居民</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Check-in</source>
            <translation>签到时间</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>告知</translation>
        </message>
        <message>
            <source>At the kiosk or a window: the code, the slip or the ID card.</source>
            <translation>到取号机或窗口签到：报预约码、出示小票或身份证。</translation>
        </message>
    </context>
    <context>
        <name>Draft</name>
        <message>
            <source>This time is full.</source>
            <translation>这个时段已满。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请另选一个。</translation>
        </message>
    </context>
    <context>
        <name>FoundRows</name>
        <message>
            <source>barred</source>
            <translation>停约中</translation>
        </message>
        <message>
            <source>missed {n}</source>
            <translation>爽约 {n} 次</translation>
        </message>
        <message>
            <source>no ID number</source>
            <translation>未登记证件号</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>number: still free</source>
            <translation>数字：还可约几个</translation>
        </message>
        <message>
            <source>extended hours</source>
            <translation>延时服务</translation>
        </message>
        <message>
            <source>full</source>
            <translation>满</translation>
        </message>
    </context>
    <context>
        <name>MakePage</name>
        <message>
            <source>Moving {code} of {name}: {items}, {when}</source>
            <translation>改期 {code} {name}：{items}，{when}</translation>
        </message>
        <message>
            <source>Choose another time. The code stays. Esc leaves it where it is.</source>
            <translation>请另选时段，预约码不变；Esc 保持原时段。</translation>
        </message>
        <message>
            <source>Answering {name}, {channel}, {age}: {wish}</source>
            <translation>答复 {name}（{channel}，{age}）：{wish}</translation>
        </message>
        <message>
            <source>What is booked here settles the request.</source>
            <translation>在此约成后，这条请求即视为已答复。</translation>
        </message>
        <message>
            <source>The slip is being printed.</source>
            <translation>正在打印预约单。</translation>
        </message>
        <message>
            <source>The slip waits for the printer.</source>
            <translation>预约单待打印。</translation>
        </message>
        <message>
            <source>The printer stopped with the slip.</source>
            <translation>打印机打到一半停住了。</translation>
        </message>
        <message>
            <source>The slip was not printed.</source>
            <translation>预约单没有打印。</translation>
        </message>
        <message>
            <source>The slip was sent to the printer.</source>
            <translation>预约单已送打印机。</translation>
        </message>
        <message>
            <source>The slip was printed.</source>
            <translation>预约单已打印。</translation>
        </message>
    </context>
    <context>
        <name>ResidentFields</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>身份证号</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>as on the ID card</source>
            <translation>与身份证一致</translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>还差 {n} 位</translation>
        </message>
        <message>
            <source>needed, as something was changed</source>
            <translation>信息有改动，请补填</translation>
        </message>
        <message>
            <source>on record</source>
            <translation>已登记</translation>
        </message>
        <message>
            <source>18 characters as on the card</source>
            <translation>应为证件上的 18 位</translation>
        </message>
        <message>
            <source>no such date of birth</source>
            <translation>出生日期不存在</translation>
        </message>
        <message>
            <source>a digit is wrong: the check digit differs</source>
            <translation>有一位不对：校验码不符</translation>
        </message>
        <message>
            <source>check digit right</source>
            <translation>校验码相符</translation>
        </message>
        <message>
            <source>11 digits, or a landline with its area code</source>
            <translation>11 位手机号，或带区号的座机</translation>
        </message>
        <message>
            <source>landline: cannot be texted, will be called</source>
            <translation>座机收不到短信，将列入待致电</translation>
        </message>
        <message>
            <source>gets a text message</source>
            <translation>将收到短信</translation>
        </message>
        <message>
            <source>without one nobody can tell of changes</source>
            <translation>没有电话，变动时无法告知</translation>
        </message>
    </context>
    <context>
        <name>SlotBand</name>
        <message>
            <source>arrows and Enter in the week</source>
            <translation>在周视图按方向键和回车</translation>
        </message>
        <message>
            <source>until now {when}</source>
            <translation>原 {when}</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>未选</translation>
        </message>
        <message>
            <source>Chosen time</source>
            <translation>所选时段</translation>
        </message>
        <message>
            <source>extended hours</source>
            <translation>延时服务</translation>
        </message>
        <message>
            <source>asking for it…</source>
            <translation>正在占用…</translation>
        </message>
        <message>
            <source>not kept any more</source>
            <translation>已不再保留</translation>
        </message>
        <message>
            <source>kept {time}</source>
            <translation>保留 {time}</translation>
        </message>
    </context>
    <context>
        <name>Tabs</name>
        <message>
            <source>Book</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>当日预约</translation>
        </message>
        <message>
            <source>To answer</source>
            <translation>待答复</translation>
        </message>
        <message>
            <source>Affected</source>
            <translation>受影响</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>待致电</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>WeekGrid</name>
        <message>
            <source>{free} free</source>
            <translation>空 {free}</translation>
        </message>
        <message>
            <source>full</source>
            <translation>满</translation>
        </message>
    </context>
    <context>
        <name>WeekHeads</name>
        <message>
            <source>not published</source>
            <translation>未公布</translation>
        </message>
        <message>
            <source>no roster</source>
            <translation>未排班</translation>
        </message>
    </context>
    <context>
        <name>WeekSheet</name>
        <message>
            <source>Before</source>
            <translation>上周</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>After</source>
            <translation>下周</translation>
        </message>
        <message>
            <source>{n} times free</source>
            <translation>{n} 个时段可约</translation>
        </message>
        <message>
            <source>nothing free</source>
            <translation>没有可约时段</translation>
        </message>
        <message>
            <source>Reading the slots…</source>
            <translation>正在读取时段…</translation>
        </message>
        <message>
            <source>The slots could not be read</source>
            <translation>时段没有读到</translation>
        </message>
        <message>
            <source>They are read again by themselves.</source>
            <translation>会自动重新读取。</translation>
        </message>
        <message>
            <source>Choose an item first</source>
            <translation>先选事项</translation>
        </message>
        <message>
            <source>Type a few letters of it at the left; then the week shows when it can be served.</source>
            <translation>在左边输入几个首字母，这里就显示一周里何时可办。</translation>
        </message>
    </context>
    <context>
        <name>WhatColumn</name>
        <message>
            <source>Items</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>pinyin initials</source>
            <translation>拼音首字母</translation>
        </message>
        <message>
            <source>Initials, name or code</source>
            <translation>首字母、名称或编码</translation>
        </message>
        <message>
            <source>Several items can go into one booking.</source>
            <translation>一次预约可含几个事项。</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>then a digit</source>
            <translation>再按数字</translation>
        </message>
        <message>
            <source>Together about {minutes} minutes</source>
            <translation>合计约 {minutes} 分钟</translation>
        </message>
        <message>
            <source>take out</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>WhoColumn</name>
        <message>
            <source>Resident</source>
            <translation>居民</translation>
        </message>
        <message>
            <source>find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>ID number, phone or name</source>
            <translation>证件号、手机或姓名</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认预约</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>身份证号</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>预约码</translation>
        </message>
        <message>
            <source>Move it</source>
            <translation>确认改期</translation>
        </message>
        <message>
            <source>Try once more</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>请稍候…</translation>
        </message>
        <message>
            <source>an item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>a time</source>
            <translation>时段</translation>
        </message>
        <message>
            <source>the name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>the ID number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>the telephone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Still needed: {what}</source>
            <translation>还缺：{what}</translation>
        </message>
        <message>
            <source>Too many missed: cannot book ahead until {day}</source>
            <translation>爽约次数过多，{day}（含）前不能预约</translation>
        </message>
        <message>
            <source>A number can always be taken.</source>
            <translation>随时可以现场取号。</translation>
        </message>
        <message>
            <source>Missed {n} appointments lately</source>
            <translation>近期爽约 {n} 次</translation>
        </message>
        <message>
            <source>Take over {name}</source>
            <translation>带入 {name}</translation>
        </message>
    </context>
</TS>
