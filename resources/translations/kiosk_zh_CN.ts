<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Kiosk</name>
        <message>
            <source>What brings you here today?</source>
            <translation>今天办什么事？</translation>
        </message>
        <message>
            <source>Touch what it is about and take a number.</source>
            <translation>点一下要办的类别，取号等候。</translation>
        </message>
        <message>
            <source>Need help? Ask the staff at the windows</source>
            <translation>需要帮忙，请叫窗口前的工作人员</translation>
        </message>
        <message>
            <source>No slips just now: your number is shown on the screen</source>
            <translation>暂时不出小票，号码显示在屏幕上</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>大字版</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>预约签到</translation>
        </message>
        <message>
            <source>with an appointment</source>
            <translation>约好的人按这里</translation>
        </message>
        <message>
            <source>Use ID card</source>
            <translation>刷身份证</translation>
        </message>
        <message>
            <source>lay it on the reader below</source>
            <translation>放到下方读卡处</translation>
        </message>
        <message>
            <source>My matter</source>
            <translation>查办件</translation>
        </message>
        <message>
            <source>how it stands</source>
            <translation>看办到哪一步</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>开放时间</translation>
        </message>
        <message>
            <source>{days} working days</source>
            <translation>{days} 个工作日</translation>
        </message>
        <message>
            <source>done on the spot</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>not at this hour</source>
            <translation>本时段不办</translation>
        </message>
        <message>
            <source>Touch your matter to take a number.</source>
            <translation>点一下要办的事项，就取到号。</translation>
        </message>
        <message>
            <source>Your place is kept: keep this slip</source>
            <translation>您的位置已保留：请保管好小票</translation>
        </message>
        <message>
            <source>Check in for your appointment</source>
            <translation>预约签到</translation>
        </message>
        <message>
            <source>Type the code of your appointment, or hold it before the scanner.</source>
            <translation>输入 8 位预约码，或把预约码对准扫码口。</translation>
        </message>
        <message>
            <source>No code at hand? Lay your ID card on the reader.</source>
            <translation>没带预约码？把身份证放在读卡处。</translation>
        </message>
        <message>
            <source>Ask how a matter stands</source>
            <translation>查办件进度</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Take back the last letter</source>
            <translation>删去上一个字</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另 {count} 项</translation>
        </message>
        <message>
            <source>Your appointments today</source>
            <translation>您今天的预约</translation>
        </message>
        <message>
            <source>Touch the one you come for.</source>
            <translation>点一下现在要办的。</translation>
        </message>
        <message>
            <source>This code is not known here</source>
            <translation>这里没有这个码</translation>
        </message>
        <message>
            <source>Show the square code on a slip of this hall.</source>
            <translation>请出示本大厅小票上的二维码。</translation>
        </message>
        <message>
            <source>{number} is of another day</source>
            <translation>{number} 不是今天的号</translation>
        </message>
        <message>
            <source>Numbers hold for one day. Please take a new one.</source>
            <translation>号码当日有效，请重新取号。</translation>
        </message>
        <message>
            <source>{number}: please go to window {counter}</source>
            <translation>{number}：请到{counter}号窗口</translation>
        </message>
        <message>
            <source>Your number has been called.</source>
            <translation>已经叫到您的号。</translation>
        </message>
        <message>
            <source>{number} was called and passed</source>
            <translation>{number} 已叫号，过号了</translation>
        </message>
        <message>
            <source>Any window can give you your place back.</source>
            <translation>请到任一窗口恢复您的位置。</translation>
        </message>
        <message>
            <source>{number} is on hold</source>
            <translation>{number} 暂缓办理</translation>
        </message>
        <message>
            <source>Your place is kept. The window calls you again.</source>
            <translation>您的位置已保留，窗口会再叫您。</translation>
        </message>
        <message>
            <source>{number} has been served</source>
            <translation>{number} 已办理</translation>
        </message>
        <message>
            <source>If something is missing, please take a new number.</source>
            <translation>如还有事项要办，请重新取号。</translation>
        </message>
        <message>
            <source>Not sure which? Take a number</source>
            <translation>不确定办哪项，直接取号</translation>
        </message>
        <message>
            <source>home in {seconds} s</source>
            <translation>{seconds} 秒后回首页</translation>
        </message>
        <message>
            <source>At the window: {evidence}</source>
            <translation>窗口核验：{evidence}</translation>
        </message>
        <message>
            <source>You may go ahead a little if this applies to you</source>
            <translation>符合下面情况的，可以适当优先（窗口核验）</translation>
        </message>
        <message>
            <source>closes in {seconds} s</source>
            <translation>{seconds} 秒后自动返回</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Your slip is coming</source>
            <translation>小票马上就来</translation>
        </message>
        <message>
            <source>Your slip is being printed</source>
            <translation>正在打印小票，请稍候</translation>
        </message>
        <message>
            <source>Your slip is printed: take it below</source>
            <translation>小票已打印，请在下方取走</translation>
        </message>
        <message>
            <source>Slip sent to print. If none comes, keep this number</source>
            <translation>小票已送去打印；没看到小票，请记住号码</translation>
        </message>
        <message>
            <source>Your slip comes later: remember your number</source>
            <translation>小票稍后打印，请先记住号码</translation>
        </message>
        <message>
            <source>No slip just now: remember your number</source>
            <translation>没有打出小票，请记住您的号码</translation>
        </message>
        <message>
            <source>Your slip is printed: please take it</source>
            <translation>小票已打印，请取走</translation>
        </message>
        <message>
            <source>Take another number</source>
            <translation>再取一个号</translation>
        </message>
        <message>
            <source>When called, go to the window on the board</source>
            <translation>听到叫号，到大屏显示的窗口</translation>
        </message>
        <message>
            <source>Missed your call? Any window can give you your place back.</source>
            <translation>没听到会过号，找任一窗口可恢复。</translation>
        </message>
        <message>
            <source>more on the slip</source>
            <translation>其余见小票</translation>
        </message>
        <message>
            <source>Have these ready</source>
            <translation>请把这些准备好</translation>
        </message>
        <message>
            <source>Write it down or take a photograph. The windows can print the slip for you.</source>
            <translation>可以记下来，或者拍张照片。需要小票，请窗口补打。</translation>
        </message>
        <message>
            <source>Write it down or take a photograph. The slip comes out when the printer is ready.</source>
            <translation>请抄写或拍照留存。打印机恢复后，小票会自动打印出来。</translation>
        </message>
        <message>
            <source>Keep your number</source>
            <translation>请记住您的号码</translation>
        </message>
        <message>
            <source>scan at a window</source>
            <translation>窗口扫码可恢复</translation>
        </message>
        <message>
            <source>One moment, please. Your number appears here.</source>
            <translation>请稍候，号码马上显示在这里。</translation>
        </message>
        <message>
            <source>Take a number</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Taking a number…</source>
            <translation>正在取号…</translation>
        </message>
        <message>
            <source>Your number</source>
            <translation>您的号码</translation>
        </message>
        <message>
            <source>taken {time}</source>
            <translation>{time} 取号</translation>
        </message>
        <message>
            <source>checked in {time}</source>
            <translation>{time} 签到</translation>
        </message>
        <message>
            <source>Your number ({priority}, ahead)</source>
            <translation>您的号码（{priority}优先）</translation>
        </message>
        <message>
            <source>{value} people</source>
            <translation>{value} 人</translation>
        </message>
        <message>
            <source>{value} person</source>
            <translation>{value} 人</translation>
        </message>
        <message>
            <source>Before you</source>
            <translation>前面还有</translation>
        </message>
        <message>
            <source>Appointment at</source>
            <translation>预约时间</translation>
        </message>
        <message>
            <source>Called at once</source>
            <translation>马上叫号</translation>
        </message>
        <message>
            <source>Nobody before you</source>
            <translation>不用等</translation>
        </message>
        <message>
            <source>{value} minutes</source>
            <translation>{value} 分钟</translation>
        </message>
        <message>
            <source>Wait about</source>
            <translation>大约等</translation>
        </message>
        <message>
            <source>Numbers already taken stay valid. This screen opens by itself when it can.</source>
            <translation>已经取到的号照常有效。恢复后这里会自动打开。</translation>
        </message>
        <message>
            <source>No numbers just now</source>
            <translation>暂时不能取号</translation>
        </message>
        <message>
            <source>Please ask the staff at the windows: they will look after you.</source>
            <translation>请找窗口前的工作人员，由人工安排。</translation>
        </message>
        <message>
            <source>You can take a number and wait in the queue, as everybody may.</source>
            <translation>可以直接取号排队。</translation>
        </message>
        <message>
            <source>No appointment of yours today</source>
            <translation>今天没有您的预约</translation>
        </message>
        <message>
            <source>Look at the code in your message or on your slip, and type it once more.</source>
            <translation>请核对短信或回执上的预约码，再输入一次。</translation>
        </message>
        <message>
            <source>No appointment has this code</source>
            <translation>没有这个预约码</translation>
        </message>
        <message>
            <source>Please try once more, or ask the staff at the windows.</source>
            <translation>请再试一次，或者找窗口前的工作人员。</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>没有取到号</translation>
        </message>
        <message>
            <source>This appointment was cancelled</source>
            <translation>这个预约已取消</translation>
        </message>
        <message>
            <source>Your appointment was on {day}</source>
            <translation>您的预约是{day}，已经过了</translation>
        </message>
        <message>
            <source>Your appointment is on {day}</source>
            <translation>您的预约是{day}</translation>
        </message>
        <message>
            <source>Please come at {time} on that day.</source>
            <translation>请在当天 {time} 来。</translation>
        </message>
        <message>
            <source>You are early: your appointment is at {time}</source>
            <translation>您来早了，预约时间是 {time}</translation>
        </message>
        <message>
            <source>You can check in from {time}. Please have a seat until then.</source>
            <translation>{time} 起可以签到，请先休息一下。</translation>
        </message>
        <message>
            <source>The time to check in is over</source>
            <translation>签到时间已过</translation>
        </message>
        <message>
            <source>Your appointment at {time} was kept until {until}.</source>
            <translation>您预约的是 {time}，保留到 {until}。</translation>
        </message>
        <message>
            <source>Please lay your ID card on the reader</source>
            <translation>请把身份证放在读卡处</translation>
        </message>
        <message>
            <source>It finds your appointment of today. Nothing of the card is kept.</source>
            <translation>用来查找您今天的预约，不保存证件信息。</translation>
        </message>
        <message>
            <source>{field}: not open now</source>
            <translation>{field}：现在不办</translation>
        </message>
        <message>
            <source>If it is urgent, ask the staff at the windows.</source>
            <translation>有急事，请找窗口前的工作人员。</translation>
        </message>
        <message>
            <source>Please ask the staff at the windows.</source>
            <translation>请找窗口前的工作人员。</translation>
        </message>
        <message>
            <source>Nothing to take a number for yet</source>
            <translation>还没有可以取号的类别</translation>
        </message>
        <message>
            <source>The windows are closed</source>
            <translation>现在没有窗口在办理</translation>
        </message>
        <message>
            <source>Closed now</source>
            <translation>现在不办</translation>
        </message>
        <message>
            <source>from {time}</source>
            <translation>{time} 开始取号</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Today {hours}</source>
            <translation>今天 {hours}</translation>
        </message>
        <message>
            <source>Closed today</source>
            <translation>今天不开放</translation>
        </message>
        <message>
            <source>{holiday}: {text}</source>
            <translation>{holiday}，{text}</translation>
        </message>
        <message>
            <source>Extended hours until {time}</source>
            <translation>延时服务到 {time}</translation>
        </message>
        <message>
            <source>Extended hours until {time}, {count} items</source>
            <translation>延时服务到 {time}，可办 {count} 项</translation>
        </message>
        <message>
            <source>Opens next: {time}</source>
            <translation>下次开放：{time}</translation>
        </message>
        <message>
            <source>The holidays of that year are not announced yet: the time may change.</source>
            <translation>那一年的放假安排还没有公布，时间可能调整。</translation>
        </message>
        <message>
            <source>No waiting</source>
            <translation>无需等候</translation>
        </message>
        <message>
            <source>served at once</source>
            <translation>马上可办</translation>
        </message>
        <message>
            <source>about {value} min</source>
            <translation>约 {value} 分钟</translation>
        </message>
        <message>
            <source>{value} waiting</source>
            <translation>候 {value} 人</translation>
        </message>
        <message>
            <source>{title}, {number}</source>
            <translation>{title}，{number}</translation>
        </message>
        <message>
            <source>It will be done by {day}.</source>
            <translation>承诺 {day} 前办结。</translation>
        </message>
        <message>
            <source>The holidays of that year are not announced yet: the day may change.</source>
            <translation>那一年的放假安排尚未公布，日期可能有变。</translation>
        </message>
        <message>
            <source>Materials still to be handed in at any window: {count}.</source>
            <translation>还有 {count} 样材料，请补交到任一窗口。</translation>
        </message>
        <message>
            <source>Please bring them by {day}.</source>
            <translation>请在 {day} 前补交。</translation>
        </message>
        <message>
            <source>Please correct your materials</source>
            <translation>请补正材料</translation>
        </message>
        <message>
            <source>Your materials were received</source>
            <translation>材料已收下</translation>
        </message>
        <message>
            <source>Your matter is accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>Your matter is being handled</source>
            <translation>正在办理</translation>
        </message>
        <message>
            <source>A special procedure is under way</source>
            <translation>正在进行特殊程序</translation>
        </message>
        <message>
            <source>Your matter is suspended</source>
            <translation>已中止</translation>
        </message>
        <message>
            <source>Your matter is done</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>Your matter is decided</source>
            <translation>已有决定</translation>
        </message>
        <message>
            <source>The result was handed over</source>
            <translation>结果已送达</translation>
        </message>
        <message>
            <source>Your matter was not accepted</source>
            <translation>未予受理</translation>
        </message>
        <message>
            <source>Your matter was ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>Your matter was withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Any window tells you more.</source>
            <translation>详情请到任一窗口询问。</translation>
        </message>
        <message>
            <source>We bring the result to your home.</source>
            <translation>结果由我们送上门。</translation>
        </message>
        <message>
            <source>The result comes by post.</source>
            <translation>结果将邮寄给您。</translation>
        </message>
        <message>
            <source>The result waits at the window: bring this receipt and your ID card.</source>
            <translation>结果在窗口等您领取，请带好本回执和身份证。</translation>
        </message>
        <message>
            <source>Last four digits of the number</source>
            <translation>编号的后四位</translation>
        </message>
        <message>
            <source>Last four of your telephone</source>
            <translation>手机号后四位</translation>
        </message>
        <message>
            <source>Type the last four digits of its number, and of your telephone.</source>
            <translation>输入回执编号和手机号的后四位。</translation>
        </message>
        <message>
            <source>Of LC01-2026-BJ-0042 that is 0042. Receipt at hand? Hold its square code before the scanner.</source>
            <translation>例：编号LC01-2026-BJ-0042，输0042。 带了回执的，把上面的二维码对准扫码口。</translation>
        </message>
        <message>
            <source>Hold the receipt's square code before the scanner, or ask at any window.</source>
            <translation>请把回执上的二维码对准扫码口，或到任一窗口询问。</translation>
        </message>
        <message>
            <source>Several matters fit</source>
            <translation>有几件事都对得上</translation>
        </message>
        <message>
            <source>Please use the receipt's code</source>
            <translation>请扫回执上的二维码</translation>
        </message>
        <message>
            <source>There were too many wrong tries: digits rest for a while.</source>
            <translation>输错的次数较多，按编号查询暂停几分钟。</translation>
        </message>
        <message>
            <source>No matter fits these digits</source>
            <translation>没有对得上的办件</translation>
        </message>
        <message>
            <source>Please compare with the receipt, and with the telephone number you left.</source>
            <translation>请核对回执上的编号，和办理时留的手机号。</translation>
        </message>
    </context>
</TS>
