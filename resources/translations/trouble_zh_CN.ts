<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Trouble</name>
        <message>
            <source>A case has at most {most} files.</source>
            <translation>一个办件最多 {most} 个文件。</translation>
        </message>
        <message>
            <source>A consent was noted by {who}, {moment}.</source>
            <translation>{moment} {who} 登记了一项同意。</translation>
        </message>
        <message>
            <source>A consent was taken back by {who}, {moment}.</source>
            <translation>{moment} {who} 登记撤回了一项同意。</translation>
        </message>
        <message>
            <source>A correction takes at least one day.</source>
            <translation>补正期限至少一天。</translation>
        </message>
        <message>
            <source>A day's name has at most {most} characters, in one line.</source>
            <translation>日期名称最多 {most} 个字，写在一行内。</translation>
        </message>
        <message>
            <source>A digit of the ID number is wrong.</source>
            <translation>身份证号有一位不对。</translation>
        </message>
        <message>
            <source>A document is of {most} days at the most.</source>
            <translation>一份文件最多 {most} 天。</translation>
        </message>
        <message>
            <source>A file in {folder} is damaged: its bytes were changed.</source>
            <translation>{folder} 里有一个文件损坏：内容被改动。</translation>
        </message>
        <message>
            <source>A later one cannot lie before it.</source>
            <translation>后一步不能早于它。</translation>
        </message>
        <message>
            <source>A leave cannot end on {until} before it begins on {since}.</source>
            <translation>请假从 {since} 开始，不能在 {until} 就结束。</translation>
        </message>
        <message>
            <source>A leave is of {most} days at the most.</source>
            <translation>一次请假最多 {most} 天。</translation>
        </message>
        <message>
            <source>A ledger is of {most} days at the most.</source>
            <translation>一本台账最多 {most} 天。</translation>
        </message>
        <message>
            <source>A limit is extended by 1 to {most} working days.</source>
            <translation>延长期限为 1 至 {most} 个工作日。</translation>
        </message>
        <message>
            <source>A limit is extended only once.</source>
            <translation>期限只能延长一次。</translation>
        </message>
        <message>
            <source>A limit of {days} working days leads out of the calendar.</source>
            <translation>{days} 个工作日的期限超出了日历范围。</translation>
        </message>
        <message>
            <source>A limit of {n} working days cannot be counted.</source>
            <translation>无法计算 {n} 个工作日的期限。</translation>
        </message>
        <message>
            <source>A link was dropped by {who}, {moment}.</source>
            <translation>{moment} {who} 解除了一项关系。</translation>
        </message>
        <message>
            <source>A material cannot be {state}.</source>
            <translation>材料没有“{state}”这种状态。</translation>
        </message>
        <message>
            <source>A material is marked twice.</source>
            <translation>同一样材料标了两次。</translation>
        </message>
        <message>
            <source>A merge was undone by {who}, {moment}.</source>
            <translation>{moment} {who} 撤销了一次合并。</translation>
        </message>
        <message>
            <source>A modem answers.</source>
            <translation>有短信模块应答。</translation>
        </message>
        <message>
            <source>A need was dropped by {who}, {moment}.</source>
            <translation>{moment} {who} 取消了一项特殊需求。</translation>
        </message>
        <message>
            <source>A need was noted by {who}, {moment}.</source>
            <translation>{moment} {who} 登记了一项特殊需求。</translation>
        </message>
        <message>
            <source>A notice is taken back for a reason.</source>
            <translation>收回文书要有理由。</translation>
        </message>
        <message>
            <source>A part of the slip may be on the paper.</source>
            <translation>小票可能已打出一部分。</translation>
        </message>
        <message>
            <source>A pressed key cannot be kept on this machine: {why}.</source>
            <translation>按下的评价键无法在本机保存：{why}。</translation>
        </message>
        <message>
            <source>A printer answers at {speed} baud.</source>
            <translation>有打印机应答，波特率 {speed}。</translation>
        </message>
        <message>
            <source>A profile cannot be called {name}.</source>
            <translation>型号不能叫 {name}。</translation>
        </message>
        <message>
            <source>A reason has at most {most} characters, in one line.</source>
            <translation>原因最多 {most} 个字，写在一行内。</translation>
        </message>
        <message>
            <source>A result would be brought home before anybody was called.</source>
            <translation>还没打电话提醒就先送上门了。</translation>
        </message>
        <message>
            <source>A roster cannot end on {until} before it begins on {since}.</source>
            <translation>值班表不能在{since}开始之前就于{until}结束。</translation>
        </message>
        <message>
            <source>A roster is of {most} days at the most.</source>
            <translation>一张值班表最多 {most} 天。</translation>
        </message>
        <message>
            <source>A route has at most {most} stops.</source>
            <translation>一条路线最多 {most} 站。</translation>
        </message>
        <message>
            <source>A shift is regular or extended, not {kind}.</source>
            <translation>班次只能是 regular 或 extended，不能是 {kind}。</translation>
        </message>
        <message>
            <source>A shift is worked on work or rest days, not on {days}.</source>
            <translation>班次只能排在 work 或 rest 日，不能是 {days}。</translation>
        </message>
        <message>
            <source>A shift needs a name of up to {most} characters.</source>
            <translation>班次要有名称，最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Add a part [call_box] with its port and profile.</source>
            <translation>请加上 [call_box] 一节，写明端口和配置。</translation>
        </message>
        <message>
            <source>Add a part [gsm_modem] with its port.</source>
            <translation>请在设置里加上 [gsm_modem] 及其端口。</translation>
        </message>
        <message>
            <source>Add a part [id_card] with its port.</source>
            <translation>请添加 [id_card] 一节并写明端口。</translation>
        </message>
        <message>
            <source>Add a part [rating_pad] with its port and profile.</source>
            <translation>请在设置中添加 [rating_pad] 部分并写明端口和型号文件。</translation>
        </message>
        <message>
            <source>Add a part [receipt_printer] with its port and profile.</source>
            <translation>请在设置中添加 [receipt_printer] 部分并写明端口和型号文件。</translation>
        </message>
        <message>
            <source>Add a part [scanner] with its port.</source>
            <translation>请在设置中添加 [scanner] 部分并写明端口。</translation>
        </message>
        <message>
            <source>Add a part [window_display] with its port and profile.</source>
            <translation>请在设置中添加 [window_display] 部分并写明端口和型号文件。</translation>
        </message>
        <message>
            <source>Add the parts centre, counters and staff, as in the sample.</source>
            <translation>请照样例补上 centre、counters、staff 三部分。</translation>
        </message>
        <message>
            <source>Agree on an hour before or after it.</source>
            <translation>请约在它之前或之后。</translation>
        </message>
        <message>
            <source>An absence needs a reason.</source>
            <translation>缺勤要写原因。</translation>
        </message>
        <message>
            <source>An extension is approved before it.</source>
            <translation>延期须在承诺日期之前批准。</translation>
        </message>
        <message>
            <source>An item has at most {most} steps.</source>
            <translation>一个事项最多 {most} 个步骤。</translation>
        </message>
        <message>
            <source>An item is named twice in one booking.</source>
            <translation>一个预约里同一事项写了两次。</translation>
        </message>
        <message>
            <source>An urgent request needs a reason.</source>
            <translation>加急申请要写明原因。</translation>
        </message>
        <message>
            <source>And {more} more.</source>
            <translation>另有 {more} 处。</translation>
        </message>
        <message>
            <source>Another device is at {port} now: {detail}. Plug the right one in again; if this is its new cable, start the program again.</source>
            <translation>{port} 现在接的是另一个设备：{detail}。请重新插上原来的设备；如果这是它的新线，请重新启动程序。</translation>
        </message>
        <message>
            <source>Another machine owns its line.</source>
            <translation>它接在另一台机器的线路上。</translation>
        </message>
        <message>
            <source>Another window of this machine sends the messages.</source>
            <translation>本机的另一个窗口在发送短信。</translation>
        </message>
        <message>
            <source>Appointment {code} can be kept.</source>
            <translation>预约 {code} 可以如期办理。</translation>
        </message>
        <message>
            <source>Appointment {code} cannot {verb}: it is {state}.</source>
            <translation>预约{code}目前的状态是{state}，不能办理此操作（{verb}）。</translation>
        </message>
        <message>
            <source>Appointment {code} is at that time already.</source>
            <translation>预约{code}已经是这个时间。</translation>
        </message>
        <message>
            <source>Appointment {code} is at {time}: check-in opens at {since}.</source>
            <translation>预约{code}的时间是{time}，{since}起可以签到。</translation>
        </message>
        <message>
            <source>Appointment {code} is checked in already: its number is {number}.</source>
            <translation>预约{code}已经签到，号码是{number}。</translation>
        </message>
        <message>
            <source>Appointment {code} is not booked any more: it is {state}.</source>
            <translation>预约{code}已不在预约状态（{state}）。</translation>
        </message>
        <message>
            <source>Appointment {code} is on {day}, at {time}.</source>
            <translation>预约{code}的时间是{day} {time}。</translation>
        </message>
        <message>
            <source>Appointment {code} is urgent, agreed with one person for its time.</source>
            <translation>预约{code}是加急预约，已与专人约定时间。</translation>
        </message>
        <message>
            <source>Appointment {code} settles nothing: it is {state}.</source>
            <translation>预约{code}不能作为答复：状态为{state}。</translation>
        </message>
        <message>
            <source>Appointment {code} was on {day} at {time}: it is too late to check in.</source>
            <translation>预约{code}的时间是{day} {time}，已过签到时间。</translation>
        </message>
        <message>
            <source>Appointments are made for the next {days} days.</source>
            <translation>可预约今后{days}天。</translation>
        </message>
        <message>
            <source>Ask at the service desk when it opens.</source>
            <translation>何时开放请到服务台咨询。</translation>
        </message>
        <message>
            <source>Ask for the rating, put the number aside or give it up; then call.</source>
            <translation>请先评价、挂起或弃号，再呼叫。</translation>
        </message>
        <message>
            <source>Ask for {most} days at most.</source>
            <translation>一次最多查询{most}天。</translation>
        </message>
        <message>
            <source>Ask somebody else.</source>
            <translation>请找别人。</translation>
        </message>
        <message>
            <source>Ask that person.</source>
            <translation>请找本人。</translation>
        </message>
        <message>
            <source>Ask the resident for one that goes on from it.</source>
            <translation>请居民签续办委托书。</translation>
        </message>
        <message>
            <source>At {start} an ordinary slot is free.</source>
            <translation>{start}还有普通号源。</translation>
        </message>
        <message>
            <source>Attach at most {most}.</source>
            <translation>最多 {most} 页。</translation>
        </message>
        <message>
            <source>Attach one of: {known}.</source>
            <translation>可以添加：{known}。</translation>
        </message>
        <message>
            <source>Begin a new one for what has changed.</source>
            <translation>有变化的，请另填一份。</translation>
        </message>
        <message>
            <source>Begin again, and press each key once, firmly.</source>
            <translation>请重来，每个键按一下，按到底。</translation>
        </message>
        <message>
            <source>Begin again; if it stays so, the pad cannot tell them apart itself.</source>
            <translation>请重来；如果还是这样，就是评价器自己分不清这些键。</translation>
        </message>
        <message>
            <source>Begin at the first page again.</source>
            <translation>请回到第一页重新开始。</translation>
        </message>
        <message>
            <source>Begin it again.</source>
            <translation>请重新开始填写。</translation>
        </message>
        <message>
            <source>Begin the item first.</source>
            <translation>请先开始办理事项。</translation>
        </message>
        <message>
            <source>Book an ordinary slot for it, or answer it.</source>
            <translation>请为其预约普通时段，或予以答复。</translation>
        </message>
        <message>
            <source>Book another one.</source>
            <translation>请另行预约。</translation>
        </message>
        <message>
            <source>Book at least {minutes} minutes ahead, or take a number.</source>
            <translation>请至少提前{minutes}分钟预约，或直接取号。</translation>
        </message>
        <message>
            <source>Book it first.</source>
            <translation>请先预约。</translation>
        </message>
        <message>
            <source>Book that one; nobody has to be called in.</source>
            <translation>请预约该时段，不必安排人员加班。</translation>
        </message>
        <message>
            <source>Book the others apart.</source>
            <translation>其余事项请另行预约。</translation>
        </message>
        <message>
            <source>Bring it back from the backup.</source>
            <translation>请从备份恢复。</translation>
        </message>
        <message>
            <source>By count about {metres} m of paper are left. Have a new roll ready, and tell the program when it is in.</source>
            <translation>按用量估计，纸卷约剩 {metres} 米。请备好新纸卷，换好后在程序中登记。</translation>
        </message>
        <message>
            <source>Call somebody first.</source>
            <translation>请先呼叫。</translation>
        </message>
        <message>
            <source>Call the administrator of the server.</source>
            <translation>请联系服务器管理员。</translation>
        </message>
        <message>
            <source>Call the next number.</source>
            <translation>请呼叫下一位。</translation>
        </message>
        <message>
            <source>Cancel it and book another one.</source>
            <translation>请取消后重新预约。</translation>
        </message>
        <message>
            <source>Case {case} came in on {last}.</source>
            <translation>办件 {case} 于 {last} 收件。</translation>
        </message>
        <message>
            <source>Case {case} is closed.</source>
            <translation>办件 {case} 已结束。</translation>
        </message>
        <message>
            <source>Case {case} is {state}: it cannot {move}.</source>
            <translation>办件 {case} 处于 {state}，不能进行 {move}。</translation>
        </message>
        <message>
            <source>Case {case} was extended once already.</source>
            <translation>办件 {case} 已延长过一次。</translation>
        </message>
        <message>
            <source>Case {number} has a route already.</source>
            <translation>办件 {number} 已有代办路线。</translation>
        </message>
        <message>
            <source>Case {number} has ended.</source>
            <translation>办件 {number} 已经结束。</translation>
        </message>
        <message>
            <source>Case {number} has no mandate in force.</source>
            <translation>办件 {number} 没有有效的委托书。</translation>
        </message>
        <message>
            <source>Case {number} has no result to hand over.</source>
            <translation>办件 {number} 还没有结果可以送达。</translation>
        </message>
        <message>
            <source>Case {number} is no proxy case.</source>
            <translation>办件 {number} 不是全程代办。</translation>
        </message>
        <message>
            <source>Cases are not counted by {per}.</source>
            <translation>办件不能按 {per} 统计。</translation>
        </message>
        <message>
            <source>Change a leave, what somebody is trained for, the posts, or what was set by hand.</source>
            <translation>请调整请假、人员业务范围、岗位，或手工排定的班。</translation>
        </message>
        <message>
            <source>Change its stops, or add to them.</source>
            <translation>请修改或添加其中的站。</translation>
        </message>
        <message>
            <source>Change one of the days.</source>
            <translation>请改其中一个日期。</translation>
        </message>
        <message>
            <source>Change one of them.</source>
            <translation>请修改其中一站。</translation>
        </message>
        <message>
            <source>Change the centre's code in the file, or take the centre out of it.</source>
            <translation>请改文件里的中心代码，或去掉 centre 部分。</translation>
        </message>
        <message>
            <source>Check it in, or book another.</source>
            <translation>请签到，或重新预约。</translation>
        </message>
        <message>
            <source>Check its power, its cable and its address.</source>
            <translation>请检查其电源、连线和地址。</translation>
        </message>
        <message>
            <source>Check that its folder exists and may be written.</source>
            <translation>请检查所在文件夹是否存在、能否写入。</translation>
        </message>
        <message>
            <source>Check the database URL in the settings.</source>
            <translation>请检查设置里的数据库地址。</translation>
        </message>
        <message>
            <source>Check the database URL in the settings; nothing was changed.</source>
            <translation>请检查设置里的数据库地址；没有改动任何内容。</translation>
        </message>
        <message>
            <source>Check the disk and its cable.</source>
            <translation>请检查磁盘和连接线。</translation>
        </message>
        <message>
            <source>Check the rights of the file and its folder.</source>
            <translation>请检查文件和文件夹的权限。</translation>
        </message>
        <message>
            <source>Choose a day from today on.</source>
            <translation>请选择今天或以后的日期。</translation>
        </message>
        <message>
            <source>Choose a later one, or none.</source>
            <translation>请选择更晚的日期，或不填。</translation>
        </message>
        <message>
            <source>Choose a later one.</source>
            <translation>请选后面的班。</translation>
        </message>
        <message>
            <source>Choose a shipped profile.</source>
            <translation>请选随程序提供的型号。</translation>
        </message>
        <message>
            <source>Choose a time to come.</source>
            <translation>请选择以后的时间。</translation>
        </message>
        <message>
            <source>Choose a time within the hours.</source>
            <translation>请选择服务时间内的时段。</translation>
        </message>
        <message>
            <source>Choose a way for them first.</source>
            <translation>请先选择发送方式。</translation>
        </message>
        <message>
            <source>Choose an earlier time.</source>
            <translation>请选择更早的时间。</translation>
        </message>
        <message>
            <source>Choose another day or another person.</source>
            <translation>请换一天或换一个人。</translation>
        </message>
        <message>
            <source>Choose another line.</source>
            <translation>请选另一个队列。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>请换一个名字。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请另选一台。</translation>
        </message>
        <message>
            <source>Choose another place for the database.</source>
            <translation>请给数据库换个位置。</translation>
        </message>
        <message>
            <source>Choose another place, or make room.</source>
            <translation>请另选位置，或腾出空间。</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>请换一个位置。</translation>
        </message>
        <message>
            <source>Choose another shift.</source>
            <translation>请选其他班次。</translation>
        </message>
        <message>
            <source>Choose another time.</source>
            <translation>请选择其他时间。</translation>
        </message>
        <message>
            <source>Choose fewer days.</source>
            <translation>请缩短期间。</translation>
        </message>
        <message>
            <source>Choose one of them, or leave it out.</source>
            <translation>请选择其一，或留空。</translation>
        </message>
        <message>
            <source>Choose one that this user may read.</source>
            <translation>请选本用户能读的文件。</translation>
        </message>
        <message>
            <source>Choose somebody else.</source>
            <translation>请选别人。</translation>
        </message>
        <message>
            <source>Choose the device's port first.</source>
            <translation>请先选设备的端口。</translation>
        </message>
        <message>
            <source>Choose the scanned file itself.</source>
            <translation>请选扫描文件本身。</translation>
        </message>
        <message>
            <source>Choose two.</source>
            <translation>请选择两位居民。</translation>
        </message>
        <message>
            <source>Choose what is to be printed.</source>
            <translation>请选择要打印的文书。</translation>
        </message>
        <message>
            <source>Come back then, or take a number now.</source>
            <translation>请届时再来，或现在取号。</translation>
        </message>
        <message>
            <source>Come in regular hours.</source>
            <translation>请在正常办公时间来办理。</translation>
        </message>
        <message>
            <source>Come on that day.</source>
            <translation>请在预约当天前来。</translation>
        </message>
        <message>
            <source>Compare digits 7 to 14 with the card.</source>
            <translation>请与证件核对第7至14位。</translation>
        </message>
        <message>
            <source>Compare it with the card, digit by digit.</source>
            <translation>请与证件逐位核对。</translation>
        </message>
        <message>
            <source>Compare with the chain of the originals.</source>
            <translation>请核对原件流转记录。</translation>
        </message>
        <message>
            <source>Consent {consent} is taken back already.</source>
            <translation>同意记录 {consent} 已经撤回。</translation>
        </message>
        <message>
            <source>Copy it again from a machine that has it, or from the backup: onewindow db key import FILE.</source>
            <translation>请从有此密钥的机器或备份重新复制：onewindow db key import FILE。</translation>
        </message>
        <message>
            <source>Copy it from a machine that has it; until then numbers can be neither read nor stored.</source>
            <translation>请从有此密钥的机器复制过来；在此之前证件号码无法读取，也无法保存。</translation>
        </message>
        <message>
            <source>Correct it.</source>
            <translation>请改正。</translation>
        </message>
        <message>
            <source>Correct one of the two numbers.</source>
            <translation>请改正其中一个数。</translation>
        </message>
        <message>
            <source>Correct that setting.</source>
            <translation>请改正该项设置。</translation>
        </message>
        <message>
            <source>Correct the keys of the profile.</source>
            <translation>请改正型号文件中的键。</translation>
        </message>
        <message>
            <source>Correct the setting.</source>
            <translation>请改正设置。</translation>
        </message>
        <message>
            <source>Correct the times.</source>
            <translation>请改正时间。</translation>
        </message>
        <message>
            <source>Correct them.</source>
            <translation>请改正。</translation>
        </message>
        <message>
            <source>Correct these duties, or have it published all the same.</source>
            <translation>请改正这些班，或仍要公布。</translation>
        </message>
        <message>
            <source>Corrected by {who}, {moment}.</source>
            <translation>{moment} {who} 更正了信息。</translation>
        </message>
        <message>
            <source>Decide it first.</source>
            <translation>请先作出决定。</translation>
        </message>
        <message>
            <source>Did you mean {near}?</source>
            <translation>是不是要找 {near}？</translation>
        </message>
        <message>
            <source>Each matter is rated once; the first key counts.</source>
            <translation>一事一评，以第一次按键为准。</translation>
        </message>
        <message>
            <source>End it first: it could not be finished for nobody.</source>
            <translation>请先办结或取消：不能替不存在的人办下去。</translation>
        </message>
        <message>
            <source>End that one first, or choose other days.</source>
            <translation>请先结束那次请假，或换别的日子。</translation>
        </message>
        <message>
            <source>Enter H or M and the eight or ten digits as they stand on the permit.</source>
            <translation>请按证件输入 H 或 M 及其后的 8 位或 10 位数字。</translation>
        </message>
        <message>
            <source>Enter a day from then on.</source>
            <translation>请输入那天或以后的日期。</translation>
        </message>
        <message>
            <source>Enter a day that is still to come.</source>
            <translation>请输入还没到的日期。</translation>
        </message>
        <message>
            <source>Enter a first one.</source>
            <translation>请先登记委托书。</translation>
        </message>
        <message>
            <source>Enter a last day from {since} on.</source>
            <translation>结束日期请不早于 {since}。</translation>
        </message>
        <message>
            <source>Enter a mobile number of 11 digits, or a landline with its area code.</source>
            <translation>请输入11位手机号，或带区号的固定电话。</translation>
        </message>
        <message>
            <source>Enter a new one.</source>
            <translation>请登记新的。</translation>
        </message>
        <message>
            <source>Enter a number from 0 to {most}.</source>
            <translation>请输入 0 到 {most} 的数。</translation>
        </message>
        <message>
            <source>Enter a number from 1 to {most}.</source>
            <translation>请输入 1 到 {most} 的数。</translation>
        </message>
        <message>
            <source>Enter a place or a department.</source>
            <translation>请输入地点或部门。</translation>
        </message>
        <message>
            <source>Enter a time after {begun}.</source>
            <translation>请输入晚于 {begun} 的时间。</translation>
        </message>
        <message>
            <source>Enter a time to come, or none.</source>
            <translation>请填写以后的时间，或不填。</translation>
        </message>
        <message>
            <source>Enter an ID number, a telephone number or the beginning of a name.</source>
            <translation>请输入身份证号、电话或姓名的前几个字。</translation>
        </message>
        <message>
            <source>Enter an address, or let it be collected.</source>
            <translation>请填写地址，或改为窗口领取。</translation>
        </message>
        <message>
            <source>Enter an apprise URL, such as mailto://…</source>
            <translation>请填 apprise 地址，如 mailto://…</translation>
        </message>
        <message>
            <source>Enter at most {most} characters in one line.</source>
            <translation>请在一行内填写，最多{most}个字。</translation>
        </message>
        <message>
            <source>Enter eleven digits that begin with 1.</source>
            <translation>请填以 1 开头的 11 位号码。</translation>
        </message>
        <message>
            <source>Enter first that they came back.</source>
            <translation>请先登记取回。</translation>
        </message>
        <message>
            <source>Enter it again.</source>
            <translation>请重新输入。</translation>
        </message>
        <message>
            <source>Enter it first.</source>
            <translation>请先录入。</translation>
        </message>
        <message>
            <source>Enter it in some words.</source>
            <translation>请写明告知的内容。</translation>
        </message>
        <message>
            <source>Enter its scope.</source>
            <translation>请输入委托事项。</translation>
        </message>
        <message>
            <source>Enter one of them: nobody can be known or called by a name alone.</source>
            <translation>请至少填写一项：只凭姓名无法识别，也无法联系。</translation>
        </message>
        <message>
            <source>Enter other hours from a day on.</source>
            <translation>请另设从某日起的办公时间。</translation>
        </message>
        <message>
            <source>Enter several.</source>
            <translation>请分几次填写。</translation>
        </message>
        <message>
            <source>Enter the 18 characters as they stand on the card.</source>
            <translation>请按证件填写18位号码。</translation>
        </message>
        <message>
            <source>Enter the date of birth as it stands on the document.</source>
            <translation>请按证件输入出生日期。</translation>
        </message>
        <message>
            <source>Enter the day of the resident's or of our signature.</source>
            <translation>请输入居民或我方签字的日期。</translation>
        </message>
        <message>
            <source>Enter the day on which it was signed.</source>
            <translation>请输入签字当天的日期。</translation>
        </message>
        <message>
            <source>Enter the department or the place.</source>
            <translation>请输入部门或地点。</translation>
        </message>
        <message>
            <source>Enter the details by hand.</source>
            <translation>请手工录入。</translation>
        </message>
        <message>
            <source>Enter the eight or ten digits as they stand on the permit.</source>
            <translation>请按证件输入 8 位或 10 位数字。</translation>
        </message>
        <message>
            <source>Enter the letters and digits of the passport's number.</source>
            <translation>请输入护照号码的字母和数字。</translation>
        </message>
        <message>
            <source>Enter the name as it stands on the ID card.</source>
            <translation>请按身份证填写姓名。</translation>
        </message>
        <message>
            <source>Enter the purpose.</source>
            <translation>请输入事由。</translation>
        </message>
        <message>
            <source>Enter what the resident asks for.</source>
            <translation>请登记居民委托的事项。</translation>
        </message>
        <message>
            <source>Enter who received them.</source>
            <translation>请输入签收人。</translation>
        </message>
        <message>
            <source>Entered again by {who}, {moment}.</source>
            <translation>{moment} {who} 重新登记过。</translation>
        </message>
        <message>
            <source>Expected: {expected}.</source>
            <translation>应为：{expected}。</translation>
        </message>
        <message>
            <source>Fewer than two keys were heard.</source>
            <translation>听到的按键不到两个。</translation>
        </message>
        <message>
            <source>Fill in what is marked.</source>
            <translation>请补填标出的各项。</translation>
        </message>
        <message>
            <source>Fill it in as a form.</source>
            <translation>请按表单填写。</translation>
        </message>
        <message>
            <source>Find the resident by name, number or telephone.</source>
            <translation>请按姓名、证件号码或电话查找居民。</translation>
        </message>
        <message>
            <source>Finish it first.</source>
            <translation>请先办结。</translation>
        </message>
        <message>
            <source>Finish the handling as done.</source>
            <translation>请按“当场办结”结束办理。</translation>
        </message>
        <message>
            <source>Free some space; nothing stored so far is lost.</source>
            <translation>请清出一些空间；已存的数据没有丢失。</translation>
        </message>
        <message>
            <source>Free space on its disk.</source>
            <translation>请清理本机磁盘空间。</translation>
        </message>
        <message>
            <source>From {first} to {last} is too long.</source>
            <translation>{first} 至 {last} 时间太长。</translation>
        </message>
        <message>
            <source>Give it more time, or set some duties by hand.</source>
            <translation>请多给些时间，或先手工排定几个班。</translation>
        </message>
        <message>
            <source>Give text, or rows of a table.</source>
            <translation>请填文字，或表格的各行。</translation>
        </message>
        <message>
            <source>Give the earlier day first.</source>
            <translation>请先写较早的日期。</translation>
        </message>
        <message>
            <source>Give the resident time.</source>
            <translation>请给居民留出时间。</translation>
        </message>
        <message>
            <source>Give the shifts their posts first.</source>
            <translation>请先给班次设岗位。</translation>
        </message>
        <message>
            <source>Give them back first, signed for, or count them in.</source>
            <translation>请先退还并签收，或把它们算进去。</translation>
        </message>
        <message>
            <source>Give this user a writable folder, or name another one in ONEWINDOW_FILES.</source>
            <translation>请给本用户一个可写的文件夹，或用 ONEWINDOW_FILES 另外指定。</translation>
        </message>
        <message>
            <source>Give this user a writable folder, or name another one in ONEWINDOW_KEYS.</source>
            <translation>请给当前用户一个可写的文件夹，或用 ONEWINDOW_KEYS 指定另一个。</translation>
        </message>
        <message>
            <source>Go on from it, or end it first.</source>
            <translation>请续办，或先终止它。</translation>
        </message>
        <message>
            <source>Handling {handling} cannot be rated: it is not finished.</source>
            <translation>第 {handling} 件还没办结，不能评价。</translation>
        </message>
        <message>
            <source>Handling {handling} cannot finish: it is already finished ({outcome}).</source>
            <translation>第 {handling} 件已经办结（{outcome}），不能再办结。</translation>
        </message>
        <message>
            <source>Handling {handling} is already rated: {key}.</source>
            <translation>第 {handling} 件已经评价过：{key}。</translation>
        </message>
        <message>
            <source>Have it decided first.</source>
            <translation>请先处理那一份申请。</translation>
        </message>
        <message>
            <source>Have it proposed again.</source>
            <translation>请重新排班。</translation>
        </message>
        <message>
            <source>Have it signed, and enter the days.</source>
            <translation>请签字后登记日期。</translation>
        </message>
        <message>
            <source>Hold a code before the scanner within {seconds} s.</source>
            <translation>请在 {seconds} 秒内把条码对准扫描器。</translation>
        </message>
        <message>
            <source>Hours cannot be changed from {since} on.</source>
            <translation>办公时间不能从 {since} 起更改。</translation>
        </message>
        <message>
            <source>If both are one person, merge them; else compare the number with the document.</source>
            <translation>如果是同一个人，请合并；否则请核对证件号码。</translation>
        </message>
        <message>
            <source>In the second round {key} was asked for, and {heard} was understood.</source>
            <translation>第二遍请的是“{key}”，听成了“{heard}”。</translation>
        </message>
        <message>
            <source>Install that version here too; nothing was changed.</source>
            <translation>请在本机也安装那个版本；没有改动任何内容。</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Install the program once more.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Issue a new one.</source>
            <translation>请另出一份。</translation>
        </message>
        <message>
            <source>It came too late to be of use.</source>
            <translation>已过时效，不再发送。</translation>
        </message>
        <message>
            <source>It counts as missed.</source>
            <translation>按爽约计。</translation>
        </message>
        <message>
            <source>It goes from {since} to {until}.</source>
            <translation>它从{since}到{until}。</translation>
        </message>
        <message>
            <source>It hangs on another machine's line, which does what is asked here.</source>
            <translation>它接在另一台电脑的线路上，由那台电脑执行这里的请求。</translation>
        </message>
        <message>
            <source>It has been taken in already, as {code}.</source>
            <translation>已经导入过，预约码{code}。</translation>
        </message>
        <message>
            <source>It has no way to go any more.</source>
            <translation>不再有路线要走。</translation>
        </message>
        <message>
            <source>It has not answered yet.</source>
            <translation>还没有应答。</translation>
        </message>
        <message>
            <source>It has the slip and may print it then: look before printing it again.</source>
            <translation>小票已送到打印机，恢复后可能会打出来：补打前请先看一眼。</translation>
        </message>
        <message>
            <source>It is closed at {start}.</source>
            <translation>{start}不在服务时间内。</translation>
        </message>
        <message>
            <source>It is not said by when {material} is promised.</source>
            <translation>没有写“{material}”承诺补交的日期。</translation>
        </message>
        <message>
            <source>It is not said what is mandated.</source>
            <translation>没有写委托事项。</translation>
        </message>
        <message>
            <source>It is not said what is to be done there.</source>
            <translation>没有写去办什么。</translation>
        </message>
        <message>
            <source>It is not said what is wrong with {material}.</source>
            <translation>没有写“{material}”哪里不对。</translation>
        </message>
        <message>
            <source>It is not said what they were told.</source>
            <translation>没有写明告知了什么。</translation>
        </message>
        <message>
            <source>It is not said where the originals go.</source>
            <translation>没有写原件交到哪里。</translation>
        </message>
        <message>
            <source>It is not said where the result goes.</source>
            <translation>没有填写结果送达的地址。</translation>
        </message>
        <message>
            <source>It is not said where the stop is.</source>
            <translation>没有写这一站在哪里。</translation>
        </message>
        <message>
            <source>It is not said who signed.</source>
            <translation>没有写谁签了字。</translation>
        </message>
        <message>
            <source>It is ready.</source>
            <translation>已就绪。</translation>
        </message>
        <message>
            <source>It needs a name and 0 to {most} working days.</source>
            <translation>需要名称和 0 至 {most} 个工作日。</translation>
        </message>
        <message>
            <source>It needs no mandate any more.</source>
            <translation>不再需要委托书。</translation>
        </message>
        <message>
            <source>It opens at {opens}.</source>
            <translation>开放时间：{opens}。</translation>
        </message>
        <message>
            <source>It stays in the records.</source>
            <translation>记录会保留。</translation>
        </message>
        <message>
            <source>It stays not rated; the resident may be asked again.</source>
            <translation>按未评计；可以再请居民评价一次。</translation>
        </message>
        <message>
            <source>It was dropped by hand.</source>
            <translation>已由工作人员取消。</translation>
        </message>
        <message>
            <source>It was told already that appointment {code} cannot be kept.</source>
            <translation>已通知过预约 {code} 不能如期办理。</translation>
        </message>
        <message>
            <source>It would be done before it began.</source>
            <translation>办完的时间早于开始的时间。</translation>
        </message>
        <message>
            <source>It would be signed after its last day.</source>
            <translation>签字日期晚于委托书的结束日期。</translation>
        </message>
        <message>
            <source>It would have to be {needed}.</source>
            <translation>须是：{needed}。</translation>
        </message>
        <message>
            <source>It would last beyond midnight.</source>
            <translation>办理时间会超过零点。</translation>
        </message>
        <message>
            <source>Item {item} is not carried through for residents.</source>
            <translation>事项 {item} 不提供全程代办。</translation>
        </message>
        <message>
            <source>Its originals can only be given back.</source>
            <translation>只能退还原件。</translation>
        </message>
        <message>
            <source>Lay a card on the reader within {seconds} s.</source>
            <translation>请在 {seconds} 秒内把证件放到读卡器上。</translation>
        </message>
        <message>
            <source>Lay one flat on the reader, away from metal and other cards.</source>
            <translation>请把证件平放在读卡器上，远离金属和其他卡片。</translation>
        </message>
        <message>
            <source>Learning was stopped.</source>
            <translation>学习已停止。</translation>
        </message>
        <message>
            <source>Leave one of them: nobody can be known or called by a name alone.</source>
            <translation>请保留其一：只有姓名无法认定本人，也无法联系。</translation>
        </message>
        <message>
            <source>Leave some out.</source>
            <translation>请减少一些。</translation>
        </message>
        <message>
            <source>Leave the agent out when the applicant came.</source>
            <translation>申请人本人前来时不填代理人。</translation>
        </message>
        <message>
            <source>Leave {leave} is over.</source>
            <translation>请假 {leave} 已经结束。</translation>
        </message>
        <message>
            <source>Let all windows use one folder (ONEWINDOW_FILES), or bring it back from the backup.</source>
            <translation>请让所有窗口用同一个文件夹（ONEWINDOW_FILES），或从备份恢复。</translation>
        </message>
        <message>
            <source>Let somebody else decide.</source>
            <translation>请由别人审批。</translation>
        </message>
        <message>
            <source>Let the name end in .xlsx or .csv.</source>
            <translation>文件名请以 .xlsx 或 .csv 结尾。</translation>
        </message>
        <message>
            <source>Let the resident come in person.</source>
            <translation>请居民本人来办。</translation>
        </message>
        <message>
            <source>Lift it and lay it on again, or enter the details by hand.</source>
            <translation>请拿起重放，或手工录入。</translation>
        </message>
        <message>
            <source>Lift it, lay it on again and leave it there until it was read.</source>
            <translation>请拿起重放，读完之前不要移动。</translation>
        </message>
        <message>
            <source>Linked to somebody by {who}, {moment}.</source>
            <translation>{moment} {who} 登记了一项关系。</translation>
        </message>
        <message>
            <source>Look again from the beginning.</source>
            <translation>请从头再查。</translation>
        </message>
        <message>
            <source>Look at it there.</source>
            <translation>请在那台机器上查看。</translation>
        </message>
        <message>
            <source>Look at its name and its rights.</source>
            <translation>请检查文件名和读取权限。</translation>
        </message>
        <message>
            <source>Look at its rights.</source>
            <translation>请检查文件权限。</translation>
        </message>
        <message>
            <source>Look at the list again.</source>
            <translation>请重新查看列表。</translation>
        </message>
        <message>
            <source>Look at the resident again.</source>
            <translation>请重新查看该居民。</translation>
        </message>
        <message>
            <source>Look at what changed, then do it again.</source>
            <translation>请查看变动，然后重新操作。</translation>
        </message>
        <message>
            <source>Look at what is written there now; yours is kept.</source>
            <translation>请看现在写的内容；您写的仍保留。</translation>
        </message>
        <message>
            <source>Look for it in the list.</source>
            <translation>请在列表里查找。</translation>
        </message>
        <message>
            <source>Look for the file that was exported as {name}.</source>
            <translation>请找到当时导出的文件 {name}。</translation>
        </message>
        <message>
            <source>Look the character up in an input method that knows Unicode, and enter that one.</source>
            <translation>请用支持 Unicode 的输入法查到这个字后重新输入。</translation>
        </message>
        <message>
            <source>Look them up again.</source>
            <translation>请重新查找。</translation>
        </message>
        <message>
            <source>Look where the materials are.</source>
            <translation>请看材料现在何处。</translation>
        </message>
        <message>
            <source>Look whether it is switched on.</source>
            <translation>请查看打印机是否开机。</translation>
        </message>
        <message>
            <source>Look whether the box shows eights, and press a key within {seconds} s.</source>
            <translation>请看呼叫器是否显示 8，并在 {seconds} 秒内按一个键。</translation>
        </message>
        <message>
            <source>Look who may read it.</source>
            <translation>请查看谁有读取权限。</translation>
        </message>
        <message>
            <source>Make a new draft of its days.</source>
            <translation>请为这些日子新建草稿。</translation>
        </message>
        <message>
            <source>Make it once more.</source>
            <translation>请重新生成。</translation>
        </message>
        <message>
            <source>Make room, then attach it again.</source>
            <translation>请腾出空间后重新添加。</translation>
        </message>
        <message>
            <source>Make room, then try again.</source>
            <translation>请腾出空间后再试。</translation>
        </message>
        <message>
            <source>Make several.</source>
            <translation>请分成几张。</translation>
        </message>
        <message>
            <source>Mark what is wrong, or say in a note what has to be corrected.</source>
            <translation>请标出有误的材料，或在备注中写明需补正的内容。</translation>
        </message>
        <message>
            <source>Mend the file, or take it out of the folder; see: onewindow form check</source>
            <translation>请改正该文件，或把它移出文件夹；参见：onewindow form check</translation>
        </message>
        <message>
            <source>Merge {merge} is undone already.</source>
            <translation>合并 {merge} 已经撤销。</translation>
        </message>
        <message>
            <source>Merged by {who}, {moment}.</source>
            <translation>{moment} {who} 做了合并。</translation>
        </message>
        <message>
            <source>Message {message} cannot {verb}: it is {state}.</source>
            <translation>{message}号消息不能{verb}：状态为{state}。</translation>
        </message>
        <message>
            <source>More than one device matches {port} ({detail}). Add @location to the port.</source>
            <translation>有多个设备符合 {port}（{detail}）。请在端口后加 @位置。</translation>
        </message>
        <message>
            <source>More than {most} items in one booking.</source>
            <translation>一次预约不能超过{most}个事项。</translation>
        </message>
        <message>
            <source>Move it, cancel it, or ring the person.</source>
            <translation>请改期、取消，或打电话联系。</translation>
        </message>
        <message>
            <source>Move that one, or choose another time.</source>
            <translation>请改签那个预约，或选择其他时间。</translation>
        </message>
        <message>
            <source>Name a file that is not there yet.</source>
            <translation>请换一个还不存在的文件名。</translation>
        </message>
        <message>
            <source>Name a folder that is new.</source>
            <translation>请指定一个新的文件夹。</translation>
        </message>
        <message>
            <source>Name a settings file that exists.</source>
            <translation>请指定一个存在的设置文件。</translation>
        </message>
        <message>
            <source>Name a window that does.</source>
            <translation>请选择办理该队列的窗口。</translation>
        </message>
        <message>
            <source>Name all of them: {stops}.</source>
            <translation>请全部写上：{stops}。</translation>
        </message>
        <message>
            <source>Name another window, or another time.</source>
            <translation>请换一个窗口或时间。</translation>
        </message>
        <message>
            <source>Name each once; for a second person book apart.</source>
            <translation>每个事项写一次；替另一人办的请另约。</translation>
        </message>
        <message>
            <source>Name one item at least.</source>
            <translation>请至少选择一个事项。</translation>
        </message>
        <message>
            <source>Name somebody by a staff code.</source>
            <translation>请用工号指明是谁。</translation>
        </message>
        <message>
            <source>Name somebody else, or another time.</source>
            <translation>请换一个人或时间。</translation>
        </message>
        <message>
            <source>Name somebody else.</source>
            <translation>请换一个人。</translation>
        </message>
        <message>
            <source>Name somebody who is.</source>
            <translation>请选择受过培训的人员。</translation>
        </message>
        <message>
            <source>Neither an ID number nor a telephone number was given.</source>
            <translation>身份证号和电话都没有填写。</translation>
        </message>
        <message>
            <source>Neither an ID number nor a telephone number would be left.</source>
            <translation>这样既没有证件号码，也没有电话号码了。</translation>
        </message>
        <message>
            <source>No absence is noted for this duty.</source>
            <translation>这个班没有记缺勤。</translation>
        </message>
        <message>
            <source>No card was found within {seconds} s.</source>
            <translation>{seconds} 秒内没有找到证件。</translation>
        </message>
        <message>
            <source>No code was read within {seconds} s.</source>
            <translation>{seconds} 秒内没有读到码。</translation>
        </message>
        <message>
            <source>No key was pressed within {seconds} s.</source>
            <translation>{seconds} 秒内没有按键。</translation>
        </message>
        <message>
            <source>No material is wrong or missing.</source>
            <translation>没有有误或缺少的材料。</translation>
        </message>
        <message>
            <source>No message can be sent there: {what}.</source>
            <translation>无法向那里发送：{what}。</translation>
        </message>
        <message>
            <source>No message can be sent to this address. Correct it.</source>
            <translation>这个地址无法发送，请更正。</translation>
        </message>
        <message>
            <source>No notice was chosen.</source>
            <translation>没有选择文书。</translation>
        </message>
        <message>
            <source>No page goes on there.</source>
            <translation>那里没有下一页。</translation>
        </message>
        <message>
            <source>No roster satisfies the rules: {reasons}</source>
            <translation>排不出符合规则的值班表：{reasons}</translation>
        </message>
        <message>
            <source>No roster was found in time.</source>
            <translation>规定时间内没有排出值班表。</translation>
        </message>
        <message>
            <source>No slot begins at {start}.</source>
            <translation>{start}没有可预约的时段。</translation>
        </message>
        <message>
            <source>No test message can be sent to this number.</source>
            <translation>这个号码不能接收测试短信。</translation>
        </message>
        <message>
            <source>No window serves line {line}.</source>
            <translation>没有窗口办理队列 {line}。</translation>
        </message>
        <message>
            <source>Nobody answers at {port} ({detail}). Check the network and the serial server.</source>
            <translation>{port} 没有应答（{detail}）。请检查网络和串口服务器。</translation>
        </message>
        <message>
            <source>Nobody approves their own swap.</source>
            <translation>不能审批自己的换班。</translation>
        </message>
        <message>
            <source>Nobody can agree in the way {given}.</source>
            <translation>没有“{given}”这种同意方式。</translation>
        </message>
        <message>
            <source>Nobody has signed for the result.</source>
            <translation>结果还没有人签收。</translation>
        </message>
        <message>
            <source>Nobody here can answer for a case.</source>
            <translation>这里没有人能负责办件。</translation>
        </message>
        <message>
            <source>Nobody is at this window.</source>
            <translation>窗口没有正在办理的号。</translation>
        </message>
        <message>
            <source>Nobody is looked for.</source>
            <translation>没有填写要查找的人。</translation>
        </message>
        <message>
            <source>Nobody is their own relative.</source>
            <translation>不能把本人登记为自己的亲属。</translation>
        </message>
        <message>
            <source>Nobody is trained for line {line}.</source>
            <translation>没有人会办队列 {line} 的业务。</translation>
        </message>
        <message>
            <source>Nobody is waiting.</source>
            <translation>没有人等候。</translation>
        </message>
        <message>
            <source>Nobody signed for the originals.</source>
            <translation>原件没有人签收。</translation>
        </message>
        <message>
            <source>Nobody swaps with themselves.</source>
            <translation>不能和自己换班。</translation>
        </message>
        <message>
            <source>Nobody was born on that day.</source>
            <translation>出生日期不合理。</translation>
        </message>
        <message>
            <source>Nobody works on the weekends of two weeks in a row, that of {day} and the next.</source>
            <translation>任何人不连续两个周末值班：{day}那一周和下一周。</translation>
        </message>
        <message>
            <source>Nobody works two shifts on {day}.</source>
            <translation>{day}每人只上一个班。</translation>
        </message>
        <message>
            <source>Note an absence instead.</source>
            <translation>请改记缺勤。</translation>
        </message>
        <message>
            <source>Note the absence first.</source>
            <translation>请先登记缺勤。</translation>
        </message>
        <message>
            <source>Nothing happened with it before.</source>
            <translation>此前不可能办理过。</translation>
        </message>
        <message>
            <source>Nothing has passed on this port since it was set up.</source>
            <translation>这个端口上还没有过收发记录。</translation>
        </message>
        <message>
            <source>Nothing here has the code {code}.</source>
            <translation>这里没有 {code} 这个码。</translation>
        </message>
        <message>
            <source>Nothing is free after it either.</source>
            <translation>之后也没有空余时段。</translation>
        </message>
        <message>
            <source>Nothing is said.</source>
            <translation>没有填写内容。</translation>
        </message>
        <message>
            <source>Nothing is to be booked.</source>
            <translation>没有选择预约事项。</translation>
        </message>
        <message>
            <source>Nothing is to be done.</source>
            <translation>无需处理。</translation>
        </message>
        <message>
            <source>Nothing was entered by hand for {day}.</source>
            <translation>{day} 没有手工录入的内容。</translation>
        </message>
        <message>
            <source>Notice {number} belongs to no case.</source>
            <translation>文书 {number} 不属于任何办件。</translation>
        </message>
        <message>
            <source>Notice {number} cannot be printed. {why}</source>
            <translation>文书 {number} 不能打印。{why}</translation>
        </message>
        <message>
            <source>Notice {number} was taken back.</source>
            <translation>文书 {number} 已收回。</translation>
        </message>
        <message>
            <source>Numbers hold for one day; take a new one.</source>
            <translation>号码当日有效，请重新取号。</translation>
        </message>
        <message>
            <source>On {day} line {line} has to be covered in shift {shift}: {people} could.</source>
            <translation>{day}班次 {shift} 要有人会办队列 {line}：可以的有 {people}。</translation>
        </message>
        <message>
            <source>On {day} nobody trained for line {line} is free for shift {shift}; away or on duty already: {people}.</source>
            <translation>{day}班次 {shift} 没有会办队列 {line} 的人可排；不在或已有班：{people}。</translation>
        </message>
        <message>
            <source>On {day} shift {shift} needs {posts} people at windows {windows}: {people} could.</source>
            <translation>{day}班次 {shift} 的窗口 {windows} 要 {posts} 人：可以的有 {people}。</translation>
        </message>
        <message>
            <source>On {day} shift {shift} needs {posts} people at windows {windows}; {people} trained people can come.</source>
            <translation>{day}班次 {shift} 的窗口 {windows} 要 {posts} 人，会办业务且能来的只有 {people} 人。</translation>
        </message>
        <message>
            <source>On {day} there are {people} people for {posts} posts.</source>
            <translation>{day}有 {posts} 个岗位，只有 {people} 人。</translation>
        </message>
        <message>
            <source>On {day} there are {people} people for {posts} posts: {away} are away.</source>
            <translation>{day}有 {posts} 个岗位，只有 {people} 人：{away} 不在。</translation>
        </message>
        <message>
            <source>OneWindow uses its port now: {holder}.</source>
            <translation>它的端口正由一窗使用：{holder}。</translation>
        </message>
        <message>
            <source>Only garbage comes from {port}: the speed is likely wrong. Compare it with the device's switches.</source>
            <translation>{port} 传来的全是乱码，波特率很可能不对。请与设备上的拨码开关核对。</translation>
        </message>
        <message>
            <source>Only originals that were received go back: {held} of {material}.</source>
            <translation>只能退还收到的原件：“{material}”有 {held} 份。</translation>
        </message>
        <message>
            <source>Only the first parts of the message went out.</source>
            <translation>只发出了前面一部分。</translation>
        </message>
        <message>
            <source>Only those need a mandate.</source>
            <translation>只有全程代办需要委托书。</translation>
        </message>
        <message>
            <source>Only {staff} can say that of swap {swap}.</source>
            <translation>换班申请 {swap} 只能由 {staff} 本人答复。</translation>
        </message>
        <message>
            <source>Open the counter's screen, use the device, try again.</source>
            <translation>请打开窗口屏幕，用一用设备，再来取日志。</translation>
        </message>
        <message>
            <source>Originals cannot be moved by {what}.</source>
            <translation>原件不能这样流转：{what}。</translation>
        </message>
        <message>
            <source>Plan another one.</source>
            <translation>请另外安排一站。</translation>
        </message>
        <message>
            <source>Port {port} cannot be used: {detail}. Check the port setting and the cable.</source>
            <translation>端口 {port} 不能用：{detail}。请检查端口设置和连接线。</translation>
        </message>
        <message>
            <source>Port {port} is in use by another OneWindow: {detail}. Close it, or correct the settings of one.</source>
            <translation>端口 {port} 被另一个一窗程序占用：{detail}。请关闭它，或改正其中一个的设置。</translation>
        </message>
        <message>
            <source>Port {port} is in use by another device of this program. Correct the settings.</source>
            <translation>端口 {port} 已被本程序的另一个设备占用。请改正设置。</translation>
        </message>
        <message>
            <source>Port {port} is in use by another program. Close that program.</source>
            <translation>端口 {port} 被别的程序占用。请关闭那个程序。</translation>
        </message>
        <message>
            <source>Port {port} is in use by {detail}. Close that program.</source>
            <translation>端口 {port} 被 {detail} 占用。请关闭那个程序。</translation>
        </message>
        <message>
            <source>Port {port} is in use, probably by ModemManager, which looks for modems. Wait a minute; if it stays so, install the udev rules that come with OneWindow.</source>
            <translation>端口 {port} 被占用，可能是 ModemManager 在查找调制解调器。请等一分钟；如仍如此，请安装一窗附带的 udev 规则。</translation>
        </message>
        <message>
            <source>Press 0 and the confirming key to put somebody aside.</source>
            <translation>按 0 再按确认键可挂起当前号。</translation>
        </message>
        <message>
            <source>Press a key on the pad within {seconds} s.</source>
            <translation>请在 {seconds} 秒内按一下评价器的键。</translation>
        </message>
        <message>
            <source>Press it again if it is still wanted.</source>
            <translation>如仍需要，请再按一次。</translation>
        </message>
        <message>
            <source>Press one; if you did, check cable, speed and profile.</source>
            <translation>请按键；如已按过，请检查连接线、波特率和型号文件。</translation>
        </message>
        <message>
            <source>Press one; if you did, check cable, speed, address and profile.</source>
            <translation>请按一个键；如已按过，请检查线缆、波特率、地址和配置。</translation>
        </message>
        <message>
            <source>Press resume to go on.</source>
            <translation>请按“恢复”继续。</translation>
        </message>
        <message>
            <source>Press the call key again when somebody has taken a number.</source>
            <translation>有人取号后请再按呼叫键。</translation>
        </message>
        <message>
            <source>Print it on A4.</source>
            <translation>请用 A4 纸打印。</translation>
        </message>
        <message>
            <source>Print job {job} cannot {verb}: it is {state}.</source>
            <translation>打印任务 {job} 不能{verb}：现在是{state}。</translation>
        </message>
        <message>
            <source>Publish another in its place.</source>
            <translation>请另公布一张代替它。</translation>
        </message>
        <message>
            <source>Put it back; nothing was written elsewhere.</source>
            <translation>请把它放回原处；没有写到别处。</translation>
        </message>
        <message>
            <source>Put several pages into one PDF.</source>
            <translation>请把多页合成一个 PDF。</translation>
        </message>
        <message>
            <source>Put the items into one of them, or cancel one.</source>
            <translation>请把事项合并到已有预约，或取消其中一个。</translation>
        </message>
        <message>
            <source>Request {request} is answered already: {state}.</source>
            <translation>{request}号申请已答复：{state}。</translation>
        </message>
        <message>
            <source>Request {request} is not urgent.</source>
            <translation>{request}号申请不是加急申请。</translation>
        </message>
        <message>
            <source>Request {request} names no item.</source>
            <translation>{request}号申请没有写明事项。</translation>
        </message>
        <message>
            <source>Resident {other} is known by that number already.</source>
            <translation>居民 {other} 已登记了这个证件号码。</translation>
        </message>
        <message>
            <source>Resident {resident} has a case, an appointment or a request that is open.</source>
            <translation>居民 {resident} 还有未了结的办件、预约或申请。</translation>
        </message>
        <message>
            <source>Resident {resident} is one with resident {kept}.</source>
            <translation>居民 {resident} 已并入居民 {kept}。</translation>
        </message>
        <message>
            <source>Residents {kept} and {gone} have different numbers of the same document.</source>
            <translation>居民 {kept} 与居民 {gone} 的同类证件号码不同。</translation>
        </message>
        <message>
            <source>Restore it from a backup; the key itself is the right one.</source>
            <translation>请从备份恢复；密钥本身没有问题。</translation>
        </message>
        <message>
            <source>Ring the person instead.</source>
            <translation>请直接打电话告知。</translation>
        </message>
        <message>
            <source>Roster {roster} cannot be worked: {reasons}</source>
            <translation>值班表 {roster} 无法执行：{reasons}</translation>
        </message>
        <message>
            <source>Roster {roster} has no {day}.</source>
            <translation>值班表 {roster} 没有{day}。</translation>
        </message>
        <message>
            <source>Roster {roster} is published already.</source>
            <translation>值班表 {roster} 已经公布。</translation>
        </message>
        <message>
            <source>Roster {roster} is published.</source>
            <translation>值班表 {roster} 已公布。</translation>
        </message>
        <message>
            <source>Run: onewindow db check</source>
            <translation>请运行：onewindow db check</translation>
        </message>
        <message>
            <source>Run: onewindow db upgrade</source>
            <translation>请运行：onewindow db upgrade</translation>
        </message>
        <message>
            <source>Run: onewindow init --sample</source>
            <translation>请运行：onewindow init --sample</translation>
        </message>
        <message>
            <source>Save it anew, or as PDF.</source>
            <translation>请重新保存，或另存为 PDF。</translation>
        </message>
        <message>
            <source>Save it as PDF.</source>
            <translation>请另存为 PDF。</translation>
        </message>
        <message>
            <source>Save it without a password.</source>
            <translation>请去掉密码后保存。</translation>
        </message>
        <message>
            <source>Save it without, or as PDF.</source>
            <translation>请去掉后保存，或另存为 PDF。</translation>
        </message>
        <message>
            <source>Save it without.</source>
            <translation>请去掉后保存。</translation>
        </message>
        <message>
            <source>Save the file as UTF-8.</source>
            <translation>请把文件存成 UTF-8。</translation>
        </message>
        <message>
            <source>Save them as somebody who may write there, or start with --config and another file.</source>
            <translation>请用有写入权限的账号保存，或用 --config 另选一个文件启动。</translation>
        </message>
        <message>
            <source>Say handed_on, came_back or returned; what comes in is marked.</source>
            <translation>可以是 handed_on（转交）、came_back（取回）、returned（退还）；收到的材料在清单上勾选。</translation>
        </message>
        <message>
            <source>Say it in at most {most} characters.</source>
            <translation>最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Say it in fewer words.</source>
            <translation>请写短一些。</translation>
        </message>
        <message>
            <source>Say one of: {known}.</source>
            <translation>可以是：{known}。</translation>
        </message>
        <message>
            <source>Say one thing of each.</source>
            <translation>每样材料只说一次。</translation>
        </message>
        <message>
            <source>Say what is wrong.</source>
            <translation>请写明哪里不对。</translation>
        </message>
        <message>
            <source>Say what it is.</source>
            <translation>请写明是什么。</translation>
        </message>
        <message>
            <source>Say which item is handled.</source>
            <translation>请说明办理哪个事项。</translation>
        </message>
        <message>
            <source>Say which item it is.</source>
            <translation>请选择事项。</translation>
        </message>
        <message>
            <source>Say who received it.</source>
            <translation>请填写签收人。</translation>
        </message>
        <message>
            <source>Say why it cannot wait for the opening hours.</source>
            <translation>请写明为什么不能等到服务时间。</translation>
        </message>
        <message>
            <source>Say why, in a few words.</source>
            <translation>请简单写明原因。</translation>
        </message>
        <message>
            <source>Say why, in a note.</source>
            <translation>请在备注中写明理由。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明理由。</translation>
        </message>
        <message>
            <source>Scan it or copy it once more.</source>
            <translation>请重新扫描或复制。</translation>
        </message>
        <message>
            <source>Scan it with 300 dots per inch, or in several parts.</source>
            <translation>请用 300 dpi 扫描，或分成几份。</translation>
        </message>
        <message>
            <source>Scan it with 300 dots per inch.</source>
            <translation>请用 300 dpi 扫描。</translation>
        </message>
        <message>
            <source>Scan one; if you did, check the cable, the speed, and that the scanner is set to serial.</source>
            <translation>请扫描一个码；如已扫描，请检查线缆、波特率，并确认扫描器设为串口方式。</translation>
        </message>
        <message>
            <source>Scan or copy it once more.</source>
            <translation>请重新扫描或复制。</translation>
        </message>
        <message>
            <source>Scan the square code on a slip of this hall.</source>
            <translation>请扫描本大厅小票上的二维码。</translation>
        </message>
        <message>
            <source>See the list of leave.</source>
            <translation>请看请假列表。</translation>
        </message>
        <message>
            <source>See the list of rosters.</source>
            <translation>请看值班表列表。</translation>
        </message>
        <message>
            <source>See the list of swaps.</source>
            <translation>请看换班列表。</translation>
        </message>
        <message>
            <source>See the published roster.</source>
            <translation>请看已公布的值班表。</translation>
        </message>
        <message>
            <source>See the roster.</source>
            <translation>请看值班表。</translation>
        </message>
        <message>
            <source>See: onewindow form fields</source>
            <translation>参见：onewindow form fields</translation>
        </message>
        <message>
            <source>Set [centre] code in the settings to one of: {known}.</source>
            <translation>请把设置里的 [centre] code 设为其中之一：{known}。</translation>
        </message>
        <message>
            <source>Set home_days to {least} at least.</source>
            <translation>请将 home_days 至少设为 {least}。</translation>
        </message>
        <message>
            <source>Set it from {least} to {most}.</source>
            <translation>请设为{least}到{most}。</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}.</source>
            <translation>{day}没有班次 {shift}。</translation>
        </message>
        <message>
            <source>Shorten it.</source>
            <translation>请缩短。</translation>
        </message>
        <message>
            <source>Simulate on Linux.</source>
            <translation>请在 Linux 上模拟。</translation>
        </message>
        <message>
            <source>Slips that wait: {count}. They are printed by themselves.</source>
            <translation>待打小票 {count} 张，会自动打印。</translation>
        </message>
        <message>
            <source>Slots begin every {minutes} minutes.</source>
            <translation>时段每{minutes}分钟一个。</translation>
        </message>
        <message>
            <source>So many originals of {material} are not there: {here} are here, {away} elsewhere.</source>
            <translation>“{material}”没有这么多原件：本中心 {here} 份，别处 {away} 份。</translation>
        </message>
        <message>
            <source>So many pieces cannot be.</source>
            <translation>份数不对。</translation>
        </message>
        <message>
            <source>Somebody cannot be their own agent.</source>
            <translation>代理人不能是申请人本人。</translation>
        </message>
        <message>
            <source>Somebody changed this roster or its rules meanwhile.</source>
            <translation>其间有人改了这张值班表或相关规则。</translation>
        </message>
        <message>
            <source>Somebody has changed the case meanwhile. {changes}</source>
            <translation>其间有人改动了这个办件。{changes}</translation>
        </message>
        <message>
            <source>Somebody has changed this resident meanwhile. {changes}</source>
            <translation>此期间该居民的信息已被他人改动。{changes}</translation>
        </message>
        <message>
            <source>Something sealed in the database was changed since, and does not open any more.</source>
            <translation>数据库中有一项加密内容被改动过，已无法解开。</translation>
        </message>
        <message>
            <source>Start an item first.</source>
            <translation>请先开始一个事项。</translation>
        </message>
        <message>
            <source>Start the item again if there is more to do.</source>
            <translation>还要继续办的，请重新开始该事项。</translation>
        </message>
        <message>
            <source>Step {position} does not fit.</source>
            <translation>第 {position} 步填写不当。</translation>
        </message>
        <message>
            <source>Stop, keep the file, and restore the last backup.</source>
            <translation>请停用并保留该文件，恢复最近的备份。</translation>
        </message>
        <message>
            <source>Such a file cannot be attached: {what}.</source>
            <translation>不能添加这种文件：{what}。</translation>
        </message>
        <message>
            <source>Swap {swap} cannot {verb}: it is {state}.</source>
            <translation>换班申请 {swap} 不能{verb}：现在是“{state}”。</translation>
        </message>
        <message>
            <source>Swap {swap} is about that duty already.</source>
            <translation>这个班已有换班申请 {swap}。</translation>
        </message>
        <message>
            <source>Take a number instead; that is always possible.</source>
            <translation>请直接取号，随时可以办理。</translation>
        </message>
        <message>
            <source>Take a number, or book another one.</source>
            <translation>请取号，或重新预约。</translation>
        </message>
        <message>
            <source>Take a number.</source>
            <translation>请取号。</translation>
        </message>
        <message>
            <source>Take at most {most} days.</source>
            <translation>最多 {most} 天。</translation>
        </message>
        <message>
            <source>Take one of the list.</source>
            <translation>请从列表中选择。</translation>
        </message>
        <message>
            <source>Take over a catalogue with the centre's staff first.</source>
            <translation>请先导入含有工作人员的事项目录。</translation>
        </message>
        <message>
            <source>Take the case over first, or let {responsible} do it.</source>
            <translation>请先接手这个办件，或由 {responsible} 操作。</translation>
        </message>
        <message>
            <source>Text messages do not go out from this machine.</source>
            <translation>本机不发送短信。</translation>
        </message>
        <message>
            <source>That cannot be looked for.</source>
            <translation>这样无法查找。</translation>
        </message>
        <message>
            <source>That day is past.</source>
            <translation>该日期已过。</translation>
        </message>
        <message>
            <source>That duty is over or begun: it stays as it is.</source>
            <translation>这个班已结束或已开始，不能再改。</translation>
        </message>
        <message>
            <source>That is no address a message can be sent to.</source>
            <translation>这不是可以发消息的地址。</translation>
        </message>
        <message>
            <source>That is no mobile number.</source>
            <translation>这不是手机号。</translation>
        </message>
        <message>
            <source>That is one resident already.</source>
            <translation>这本来就是同一位居民。</translation>
        </message>
        <message>
            <source>That need is not noted.</source>
            <translation>没有登记过这项特殊需求。</translation>
        </message>
        <message>
            <source>The ID number names a date of birth that there is not.</source>
            <translation>身份证号中的出生日期不存在。</translation>
        </message>
        <message>
            <source>The PDF cannot be read: it is damaged, cut off or locked with a password.</source>
            <translation>读不了这个 PDF：已损坏、不完整或有密码。</translation>
        </message>
        <message>
            <source>The PDF has {pages} pages.</source>
            <translation>这个 PDF 有 {pages} 页。</translation>
        </message>
        <message>
            <source>The SIM card asks for its PIN. Add it to the settings.</source>
            <translation>SIM 卡要求 PIN 码，请在设置里填写。</translation>
        </message>
        <message>
            <source>The SIM card asks for its PIN; it is given when messages are sent.</source>
            <translation>SIM 卡要求 PIN 码，发送时会自动输入。</translation>
        </message>
        <message>
            <source>The SIM card does not know the number of the message centre. Add smsc to the settings.</source>
            <translation>SIM 卡里没有短信中心号码，请在设置里填写。</translation>
        </message>
        <message>
            <source>The SIM card does not work. Take it out, clean it, put it in again.</source>
            <translation>SIM 卡不能用。请取出擦净后重新插入。</translation>
        </message>
        <message>
            <source>The SIM card is locked and asks for its PUK. Put it in a phone and unlock it.</source>
            <translation>SIM 卡已锁，要求 PUK 码。请插入手机解锁。</translation>
        </message>
        <message>
            <source>The SIM card refused the PIN of the settings; it is not tried again. Correct it.</source>
            <translation>SIM 卡拒绝了设置里的 PIN 码，不会再试。请更正。</translation>
        </message>
        <message>
            <source>The backup cannot be written to {folder}: {why}.</source>
            <translation>备份无法写入 {folder}：{why}。</translation>
        </message>
        <message>
            <source>The box sent a key that its profile does not know: {frame}.</source>
            <translation>呼叫器发来配置中没有的按键：{frame}。</translation>
        </message>
        <message>
            <source>The cable of {port} is plugged in ({detail}), but the system made no port of it. Plug it in again; if that does not help, its driver is missing.</source>
            <translation>{port} 的连接线已插上（{detail}），但系统没有为它建立端口。请重新插拔；如不奏效，说明缺少它的驱动程序。</translation>
        </message>
        <message>
            <source>The call box hangs on another machine's line.</source>
            <translation>呼叫器接在另一台机器的线路上。</translation>
        </message>
        <message>
            <source>The call box's port cannot be used: {what}.</source>
            <translation>呼叫器的端口无法使用：{what}。</translation>
        </message>
        <message>
            <source>The call box's profile cannot be used: {what}.</source>
            <translation>呼叫器的配置无法使用：{what}。</translation>
        </message>
        <message>
            <source>The card cannot be read.</source>
            <translation>证件读不出。</translation>
        </message>
        <message>
            <source>The card holds no name and no number.</source>
            <translation>证件里没有姓名和号码。</translation>
        </message>
        <message>
            <source>The card reader does not answer. Check its cable and power, and the speed in its setting.</source>
            <translation>读卡器没有应答。请检查线缆、电源和设置中的速率。</translation>
        </message>
        <message>
            <source>The card reader refuses what it is asked. Switch it off and on.</source>
            <translation>读卡器拒绝命令，请关机后重新开机。</translation>
        </message>
        <message>
            <source>The card was not read to its end.</source>
            <translation>证件没有读完。</translation>
        </message>
        <message>
            <source>The case came in on {day}.</source>
            <translation>办件是 {day} 收的。</translation>
        </message>
        <message>
            <source>The case has no material {position}.</source>
            <translation>办件没有第 {position} 样材料。</translation>
        </message>
        <message>
            <source>The clock never shows {start}: it is set forward then.</source>
            <translation>{start}这个时间不存在：当时钟表拨快。</translation>
        </message>
        <message>
            <source>The computer may put the cable of {port} to sleep, which garbles what comes. Install the udev rules that come with OneWindow, or write on to {detail}.</source>
            <translation>电脑可能让 {port} 的连接线休眠，收到的数据会出错。请安装一窗附带的 udev 规则，或向 {detail} 写入 on。</translation>
        </message>
        <message>
            <source>The database already has the centre {centre}.</source>
            <translation>数据库里已有中心 {centre}。</translation>
        </message>
        <message>
            <source>The database belongs to another program.</source>
            <translation>这个数据库属于别的程序。</translation>
        </message>
        <message>
            <source>The database cannot be copied: {why}.</source>
            <translation>数据库无法复制：{why}。</translation>
        </message>
        <message>
            <source>The database cannot be written: it is read-only.</source>
            <translation>数据库只读，不能写入。</translation>
        </message>
        <message>
            <source>The database does not answer.</source>
            <translation>数据库没有应答。</translation>
        </message>
        <message>
            <source>The database file cannot be opened.</source>
            <translation>数据库文件打不开。</translation>
        </message>
        <message>
            <source>The database file is damaged.</source>
            <translation>数据库文件已损坏。</translation>
        </message>
        <message>
            <source>The database file is no longer where it was.</source>
            <translation>数据库文件不在原来的位置了。</translation>
        </message>
        <message>
            <source>The database has no centre {centre}.</source>
            <translation>数据库里没有中心 {centre}。</translation>
        </message>
        <message>
            <source>The database is busy with another program.</source>
            <translation>数据库正忙，被别的程序占用。</translation>
        </message>
        <message>
            <source>The database is damaged: {what}.</source>
            <translation>数据库已损坏：{what}。</translation>
        </message>
        <message>
            <source>The database is older than this program.</source>
            <translation>数据库比本程序旧。</translation>
        </message>
        <message>
            <source>The database server does not accept this name and password.</source>
            <translation>数据库服务器不接受这个用户名和密码。</translation>
        </message>
        <message>
            <source>The database server has run out of disk, memory or connections.</source>
            <translation>数据库服务器的磁盘、内存或连接数用完了。</translation>
        </message>
        <message>
            <source>The database was made by a newer version of this program.</source>
            <translation>这个数据库由更新版本的程序建立。</translation>
        </message>
        <message>
            <source>The database was too slow for a key of the call box.</source>
            <translation>数据库太慢，呼叫器的按键未执行。</translation>
        </message>
        <message>
            <source>The days from {since} to {until} cannot be shown.</source>
            <translation>不能显示{since}到{until}的时段。</translation>
        </message>
        <message>
            <source>The department's name is too long.</source>
            <translation>部门名称过长。</translation>
        </message>
        <message>
            <source>The device on {port} takes no bytes. Check that it is switched on and ready.</source>
            <translation>{port} 上的设备不收数据。请检查是否开机、就绪。</translation>
        </message>
        <message>
            <source>The device on {port} was unplugged or switched off. Check the cable.</source>
            <translation>{port} 上的设备被拔掉或关机了。请检查连接线。</translation>
        </message>
        <message>
            <source>The disk of the database does not answer.</source>
            <translation>数据库所在磁盘没有应答。</translation>
        </message>
        <message>
            <source>The disk of the database is full.</source>
            <translation>数据库所在磁盘已满。</translation>
        </message>
        <message>
            <source>The disk of {folder} is full: the file was not stored.</source>
            <translation>{folder} 所在磁盘已满：文件没有存下。</translation>
        </message>
        <message>
            <source>The document cannot be shown: it is damaged.</source>
            <translation>文书无法显示：文件已损坏。</translation>
        </message>
        <message>
            <source>The document carries a program (macros).</source>
            <translation>文件带有程序（宏）。</translation>
        </message>
        <message>
            <source>The document is locked with a password.</source>
            <translation>文件有密码。</translation>
        </message>
        <message>
            <source>The document names files outside of it.</source>
            <translation>文件里写有它以外的文件。</translation>
        </message>
        <message>
            <source>The document would unpack to far too much.</source>
            <translation>文件解开后过大。</translation>
        </message>
        <message>
            <source>The duty of {day} has begun.</source>
            <translation>{day}的班已经开始。</translation>
        </message>
        <message>
            <source>The duty of {day} is not {staff}'s.</source>
            <translation>{day}的这个班不是 {staff} 的。</translation>
        </message>
        <message>
            <source>The field {field} cannot be emptied.</source>
            <translation>“{field}”这一项不能清空。</translation>
        </message>
        <message>
            <source>The file cannot be read: {why}.</source>
            <translation>读不了这个文件：{why}。</translation>
        </message>
        <message>
            <source>The file has no centre.</source>
            <translation>文件里没有中心。</translation>
        </message>
        <message>
            <source>The file is damaged or cut off.</source>
            <translation>文件损坏或不完整。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is larger than {most} MB.</source>
            <translation>文件大于 {most} MB。</translation>
        </message>
        <message>
            <source>The file is not a OneWindow database.</source>
            <translation>这个文件不是一窗的数据库。</translation>
        </message>
        <message>
            <source>The file is not in {folder}.</source>
            <translation>文件不在 {folder} 里。</translation>
        </message>
        <message>
            <source>The file is the catalogue of {other}, not of {centre}.</source>
            <translation>这是 {other} 的目录，不是 {centre} 的。</translation>
        </message>
        <message>
            <source>The file {file} cannot be read.</source>
            <translation>无法读取文件 {file}。</translation>
        </message>
        <message>
            <source>The folder of files {folder} cannot be used: {why}.</source>
            <translation>附件文件夹 {folder} 不能用：{why}。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {why}.</source>
            <translation>文件夹 {folder} 建不了：{why}。</translation>
        </message>
        <message>
            <source>The font {file} cannot be used: {why}.</source>
            <translation>字体文件 {file} 无法使用：{why}。</translation>
        </message>
        <message>
            <source>The form is not complete: {fields}.</source>
            <translation>表单还没有填好：{fields}。</translation>
        </message>
        <message>
            <source>The form says more than it holds.</source>
            <translation>填写的内容超出表单的容量。</translation>
        </message>
        <message>
            <source>The form was changed by {who} meanwhile, {moment}.</source>
            <translation>这张表已被 {who} 于 {moment} 改动。</translation>
        </message>
        <message>
            <source>The form {form} has no field {fields}.</source>
            <translation>表单 {form} 没有这些项：{fields}。</translation>
        </message>
        <message>
            <source>The form {form} is no notice.</source>
            <translation>表单 {form} 不是文书。</translation>
        </message>
        <message>
            <source>The gateway cannot be reached. Check the network.</source>
            <translation>联系不上短信网关，请检查网络。</translation>
        </message>
        <message>
            <source>The gateway did not say whether it took the message.</source>
            <translation>网关没有答复是否已收下。</translation>
        </message>
        <message>
            <source>The gateway refused the message. Look at its account and at the settings.</source>
            <translation>网关拒绝了这条消息。请检查账户和设置。</translation>
        </message>
        <message>
            <source>The key file {file} cannot be made: {why}.</source>
            <translation>无法建立密钥文件 {file}：{why}。</translation>
        </message>
        <message>
            <source>The key file {file} cannot be read.</source>
            <translation>无法读取密钥文件 {file}。</translation>
        </message>
        <message>
            <source>The key file {file} is damaged, or is another centre's.</source>
            <translation>密钥文件 {file} 已损坏，或不是本中心的密钥。</translation>
        </message>
        <message>
            <source>The key of the residents' numbers is not here: {file}.</source>
            <translation>本机没有居民证件号码的密钥：{file}。</translation>
        </message>
        <message>
            <source>The keys {keys} send the same bytes and cannot be told apart.</source>
            <translation>这些键发的字节一样，分不开：{keys}。</translation>
        </message>
        <message>
            <source>The last move of case {case} was on {last}.</source>
            <translation>办件 {case} 的上一步在 {last}。</translation>
        </message>
        <message>
            <source>The mandate of case {number} is in force from {since} to {until} only.</source>
            <translation>办件 {number} 的委托书只在 {since} 至 {until} 有效。</translation>
        </message>
        <message>
            <source>The mandate of case {number} is not signed by both.</source>
            <translation>办件 {number} 的委托书还没有双方签字。</translation>
        </message>
        <message>
            <source>The mandate would be over before it begins.</source>
            <translation>委托书的结束日期早于开始日期。</translation>
        </message>
        <message>
            <source>The memory for messages on the SIM card is full. Delete the messages on it.</source>
            <translation>SIM 卡的短信存储已满，请删除卡内短信。</translation>
        </message>
        <message>
            <source>The message is given to the gateway; that may take a minute.</source>
            <translation>正在把短信交给网关，可能需要一分钟。</translation>
        </message>
        <message>
            <source>The message is given to the network; that may take a minute.</source>
            <translation>正在交给网络发送，可能要一分钟。</translation>
        </message>
        <message>
            <source>The modem did not ask for the message.</source>
            <translation>模块没有索取短信内容。</translation>
        </message>
        <message>
            <source>The modem did not say whether the message went out.</source>
            <translation>模块没有说明短信是否发出。</translation>
        </message>
        <message>
            <source>The modem does not answer. Check its power, its cable and the speed.</source>
            <translation>模块没有应答。请检查电源、连接线和速率。</translation>
        </message>
        <message>
            <source>The modem does not know how to send text messages. Use another one.</source>
            <translation>这个模块不会发短信，请换一个。</translation>
        </message>
        <message>
            <source>The modem finds no SIM card. Put one in.</source>
            <translation>模块里没有 SIM 卡，请插入。</translation>
        </message>
        <message>
            <source>The modem finds no network. Check the antenna and where it stands.</source>
            <translation>模块找不到网络。请检查天线和摆放位置。</translation>
        </message>
        <message>
            <source>The modem is asked whether it can send; that may take half a minute.</source>
            <translation>正在检查模块能否发送，可能要半分钟。</translation>
        </message>
        <message>
            <source>The modem is on the network.</source>
            <translation>短信模块已接入网络。</translation>
        </message>
        <message>
            <source>The modem is on the network; signal {signal} of 31.</source>
            <translation>短信模块已接入网络，信号 {signal}（满格 31）。</translation>
        </message>
        <message>
            <source>The modem or its SIM card is busy.</source>
            <translation>模块或 SIM 卡正忙。</translation>
        </message>
        <message>
            <source>The modem or the network refused the message.</source>
            <translation>模块或网络拒绝了这条短信。</translation>
        </message>
        <message>
            <source>The modem reported an error that does not say whether the message went out.</source>
            <translation>模块报错，不能确定短信是否发出。</translation>
        </message>
        <message>
            <source>The modem started again in the middle of the message.</source>
            <translation>发送中模块重新启动了。</translation>
        </message>
        <message>
            <source>The modem was unplugged or switched off in the middle of the message.</source>
            <translation>发送中模块被拔掉或断电。</translation>
        </message>
        <message>
            <source>The modem's port cannot be used: {what}.</source>
            <translation>模块的端口不能用：{what}。</translation>
        </message>
        <message>
            <source>The name has a character that only one program's own font knows.</source>
            <translation>姓名中有一个字是个别软件自造的，别处无法显示。</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>没有填写姓名。</translation>
        </message>
        <message>
            <source>The network did not take the message.</source>
            <translation>网络没有收下这条短信。</translation>
        </message>
        <message>
            <source>The network does not let this SIM card in. Ask its operator.</source>
            <translation>网络不接受这张 SIM 卡，请联系运营商。</translation>
        </message>
        <message>
            <source>The network says that there is no such number.</source>
            <translation>网络回答没有这个号码。</translation>
        </message>
        <message>
            <source>The next day to tell is past.</source>
            <translation>下次告知的日期已过。</translation>
        </message>
        <message>
            <source>The next free one begins at {next}.</source>
            <translation>下一个空余时段是{next}。</translation>
        </message>
        <message>
            <source>The order does not name each open stop once.</source>
            <translation>顺序里没有把每个未办的站各写一次。</translation>
        </message>
        <message>
            <source>The originals of {material} are elsewhere: {place}.</source>
            <translation>“{material}”的原件在别处：{place}。</translation>
        </message>
        <message>
            <source>The pad answers.</source>
            <translation>评价器有应答。</translation>
        </message>
        <message>
            <source>The pad does not answer.</source>
            <translation>评价器没有应答。</translation>
        </message>
        <message>
            <source>The pad does not answer. Check its power, its cable and its address.</source>
            <translation>评价器没有应答。请检查其电源、连线和地址。</translation>
        </message>
        <message>
            <source>The pad sent a key that its profile does not know: {frame}.</source>
            <translation>评价器发来了型号文件中没有的键：{frame}。</translation>
        </message>
        <message>
            <source>The pad's port cannot be used: {what}.</source>
            <translation>评价器的端口无法使用：{what}。</translation>
        </message>
        <message>
            <source>The pad's profile cannot be used: {what}.</source>
            <translation>评价器的型号文件无法使用：{what}。</translation>
        </message>
        <message>
            <source>The paper is about to end. Have a new roll ready.</source>
            <translation>纸快用完了，请备好新纸卷。</translation>
        </message>
        <message>
            <source>The period ends before it begins: {since} to {until}.</source>
            <translation>起止日期颠倒：{since} 至 {until}。</translation>
        </message>
        <message>
            <source>The picture has too many pixels.</source>
            <translation>图片像素过多。</translation>
        </message>
        <message>
            <source>The port cannot be used: {what}.</source>
            <translation>端口无法使用：{what}。</translation>
        </message>
        <message>
            <source>The port is open.</source>
            <translation>端口已打开。</translation>
        </message>
        <message>
            <source>The port opens; a key press would prove the call box.</source>
            <translation>端口可以打开；按一次键才能确认呼叫器可用。</translation>
        </message>
        <message>
            <source>The port opens; a key press would prove the pad.</source>
            <translation>端口可以打开；按一次键才能确认评价器可用。</translation>
        </message>
        <message>
            <source>The port opens; a strip answers nothing, so look at it.</source>
            <translation>端口可以打开；窗口屏不会应答，请看屏幕显示。</translation>
        </message>
        <message>
            <source>The port opens; scanning a code would prove the scanner.</source>
            <translation>端口可以打开；扫描一个码即可确认扫描器正常。</translation>
        </message>
        <message>
            <source>The port {port} has none of the forms a port can have.</source>
            <translation>端口 {port} 的写法不对。</translation>
        </message>
        <message>
            <source>The printer does not answer: it may be switched off, or may never answer.</source>
            <translation>打印机没有应答：可能没有开机，也可能这种打印机从不应答。</translation>
        </message>
        <message>
            <source>The printer does not say how it is. Slips are sent all the same.</source>
            <translation>打印机不报告状态，小票照常发送。</translation>
        </message>
        <message>
            <source>The printer had the slip and does not say whether it printed it: look before printing it again.</source>
            <translation>打印机已收到小票，但没有报告是否打出；补打前请先看一看。</translation>
        </message>
        <message>
            <source>The printer is offline. Press its feed key, or switch it off and on.</source>
            <translation>打印机脱机。请按走纸键，或关机再开机。</translation>
        </message>
        <message>
            <source>The printer is out of paper. Put in a new roll.</source>
            <translation>打印机缺纸，请换纸卷。</translation>
        </message>
        <message>
            <source>The printer is ready.</source>
            <translation>打印机就绪。</translation>
        </message>
        <message>
            <source>The printer leaves "{claimed}" unanswered. Set completion = "{given}" in its profile.</source>
            <translation>打印机对“{claimed}”不应答。请在型号文件里写 completion = "{given}"。</translation>
        </message>
        <message>
            <source>The printer reports an error. Switch it off and on.</source>
            <translation>打印机报错，请关机再开机。</translation>
        </message>
        <message>
            <source>The printer {printer} does not take the document.</source>
            <translation>打印机“{printer}”没有接收文书。</translation>
        </message>
        <message>
            <source>The printer {printer} is not there any more.</source>
            <translation>打印机 {printer} 已经不在了。</translation>
        </message>
        <message>
            <source>The printer's cover is open. Close it.</source>
            <translation>打印机盖开着，请合上。</translation>
        </message>
        <message>
            <source>The printer's cutter is stuck. Switch it off, take out the paper, switch it on.</source>
            <translation>打印机切刀卡住。请关机、取出纸，再开机。</translation>
        </message>
        <message>
            <source>The printer's settings cannot be used: {what}.</source>
            <translation>打印机的设置无法使用：{what}。</translation>
        </message>
        <message>
            <source>The program ended while the message was being sent: it may have gone out.</source>
            <translation>发送中程序中断，短信可能已经发出。</translation>
        </message>
        <message>
            <source>The program for Braille displays (brltty) took the cable of {port} ({detail}). Remove it with: sudo apt remove brltty. Then plug the cable in again.</source>
            <translation>盲文显示程序（brltty）占用了 {port} 的连接线（{detail}）。请卸载它：sudo apt remove brltty，然后重新插上连接线。</translation>
        </message>
        <message>
            <source>The program was closed while the message was being sent.</source>
            <translation>发送中程序被关闭。</translation>
        </message>
        <message>
            <source>The promised day of case {case} is past.</source>
            <translation>办件 {case} 的承诺日期已过。</translation>
        </message>
        <message>
            <source>The reader looks for cards.</source>
            <translation>读卡器正在寻卡。</translation>
        </message>
        <message>
            <source>The reader looks for cards. Security module {sam}.</source>
            <translation>读卡器正在寻卡，安全模块 {sam}。</translation>
        </message>
        <message>
            <source>The reason is longer than {most} characters.</source>
            <translation>原因超过 {most} 个字。</translation>
        </message>
        <message>
            <source>The resident has another appointment at that time: {code}.</source>
            <translation>该居民在这个时间已有预约：{code}。</translation>
        </message>
        <message>
            <source>The resident has {count} appointments ahead already.</source>
            <translation>该居民已有{count}个未办理的预约。</translation>
        </message>
        <message>
            <source>The result has no name.</source>
            <translation>结果没有名称。</translation>
        </message>
        <message>
            <source>The scanner's port cannot be used: {what}.</source>
            <translation>扫描器的端口无法使用：{what}。</translation>
        </message>
        <message>
            <source>The security module in the card reader failed its self-test. Switch the reader off and on.</source>
            <translation>读卡器的安全模块自检失败，请关机后重新开机。</translation>
        </message>
        <message>
            <source>The settings cannot be written to {file}: {why}.</source>
            <translation>设置无法写入 {file}：{why}。</translation>
        </message>
        <message>
            <source>The settings file {file} cannot be used: {what}.</source>
            <translation>设置文件 {file} 不能用：{what}。</translation>
        </message>
        <message>
            <source>The settings name no GSM modem.</source>
            <translation>设置里没有短信模块。</translation>
        </message>
        <message>
            <source>The settings name no call box.</source>
            <translation>设置中没有呼叫器。</translation>
        </message>
        <message>
            <source>The settings name no card reader.</source>
            <translation>设置里没有读卡器。</translation>
        </message>
        <message>
            <source>The settings name no rating pad.</source>
            <translation>设置中没有评价器。</translation>
        </message>
        <message>
            <source>The settings name no receipt printer.</source>
            <translation>设置中没有小票打印机。</translation>
        </message>
        <message>
            <source>The settings name no scanner.</source>
            <translation>设置中没有扫描器。</translation>
        </message>
        <message>
            <source>The settings name no such device.</source>
            <translation>设置里没有这个设备。</translation>
        </message>
        <message>
            <source>The settings name no window display.</source>
            <translation>设置中没有窗口屏。</translation>
        </message>
        <message>
            <source>The sex is male or female, or is not said.</source>
            <translation>性别只能是男、女，或不填。</translation>
        </message>
        <message>
            <source>The shift closes before it opens.</source>
            <translation>班次结束早于开始。</translation>
        </message>
        <message>
            <source>The simulated port cannot be made: {why}.</source>
            <translation>无法建立模拟端口：{why}。</translation>
        </message>
        <message>
            <source>The slip cannot be drawn: {why}.</source>
            <translation>小票画不出来：{why}。</translation>
        </message>
        <message>
            <source>The slip is not printed yet: {what}.</source>
            <translation>小票尚未打印：{what}。</translation>
        </message>
        <message>
            <source>The slip is not printed: {what}.</source>
            <translation>小票没有打印：{what}。</translation>
        </message>
        <message>
            <source>The slip waits and is printed by itself when that is over.</source>
            <translation>小票已排队，故障解除后自动打印。</translation>
        </message>
        <message>
            <source>The slip waits for its turn and is printed by itself.</source>
            <translation>小票已排队，轮到时自动打印。</translation>
        </message>
        <message>
            <source>The slot at {start} is full.</source>
            <translation>{start}的时段已约满。</translation>
        </message>
        <message>
            <source>The speed may be wrong, or the pad waits to be asked: begin from the profile it is most like.</source>
            <translation>速率可能不对，或者评价器要先被询问：请从最接近的型号开始。</translation>
        </message>
        <message>
            <source>The strip hangs on another machine's line.</source>
            <translation>窗口屏接在另一台机器的线路上。</translation>
        </message>
        <message>
            <source>The strip was sent this text; look whether it shows it: {shown}</source>
            <translation>已向窗口屏发送以下文字，请看是否显示：{shown}</translation>
        </message>
        <message>
            <source>The strip's port cannot be used: {what}.</source>
            <translation>窗口屏的端口无法使用：{what}。</translation>
        </message>
        <message>
            <source>The strip's profile cannot be used: {what}.</source>
            <translation>窗口屏的型号文件无法使用：{what}。</translation>
        </message>
        <message>
            <source>The system keeps {port} for {detail} alone. Install the udev rules that come with OneWindow.</source>
            <translation>系统只允许 {detail} 使用 {port}。请安装一窗附带的 udev 规则。</translation>
        </message>
        <message>
            <source>The text is longer than {most} characters.</source>
            <translation>文字超过{most}个字。</translation>
        </message>
        <message>
            <source>The time of appointment {code} has come.</source>
            <translation>预约{code}的时间已到。</translation>
        </message>
        <message>
            <source>The time of appointment {code} is over.</source>
            <translation>预约{code}的时间已过。</translation>
        </message>
        <message>
            <source>The time that is wanted is over.</source>
            <translation>希望的时间已过。</translation>
        </message>
        <message>
            <source>The time to rate handling {handling} is over.</source>
            <translation>第 {handling} 件的评价时间已过。</translation>
        </message>
        <message>
            <source>The value of {field} is of another kind.</source>
            <translation>{field} 的值类型不对。</translation>
        </message>
        <message>
            <source>The year {year} is not known as complete.</source>
            <translation>{year} 年的节假日尚未确认齐全。</translation>
        </message>
        <message>
            <source>The {field} does not fit.</source>
            <translation>{field} 填写不当。</translation>
        </message>
        <message>
            <source>There are lines 1 to {most}.</source>
            <translation>队列编号为 1 至 {most}。</translation>
        </message>
        <message>
            <source>There are no days {days}.</source>
            <translation>没有“{days}”这类日期。</translation>
        </message>
        <message>
            <source>There are no hours of the kind {kind}.</source>
            <translation>没有“{kind}”这类时段。</translation>
        </message>
        <message>
            <source>There are no hours {plan}.</source>
            <translation>没有编号为 {plan} 的办公时间。</translation>
        </message>
        <message>
            <source>There is a character in it that cannot be stored.</source>
            <translation>其中有无法保存的字符。</translation>
        </message>
        <message>
            <source>There is a mandate in force until {until}.</source>
            <translation>已有委托书，有效至 {until}。</translation>
        </message>
        <message>
            <source>There is a profile {file} already.</source>
            <translation>已有型号文件 {file}。</translation>
        </message>
        <message>
            <source>There is no appointment {appointment}.</source>
            <translation>没有预约{appointment}。</translation>
        </message>
        <message>
            <source>There is no case {case}.</source>
            <translation>没有办件 {case}。</translation>
        </message>
        <message>
            <source>There is no centre in this database yet.</source>
            <translation>这个数据库里还没有中心。</translation>
        </message>
        <message>
            <source>There is no channel {channel}.</source>
            <translation>没有{channel}这个渠道。</translation>
        </message>
        <message>
            <source>There is no consent {consent}.</source>
            <translation>没有同意记录 {consent}。</translation>
        </message>
        <message>
            <source>There is no day {day} in the calendar.</source>
            <translation>日历中没有 {day}。</translation>
        </message>
        <message>
            <source>There is no delivery {delivery}.</source>
            <translation>没有 {delivery} 这种送达方式。</translation>
        </message>
        <message>
            <source>There is no department {department}.</source>
            <translation>没有部门 {department}。</translation>
        </message>
        <message>
            <source>There is no document {kind}.</source>
            <translation>没有“{kind}”这种证件。</translation>
        </message>
        <message>
            <source>There is no duty {duty} in force.</source>
            <translation>没有生效的值班 {duty}。</translation>
        </message>
        <message>
            <source>There is no file {file}.</source>
            <translation>没有文件 {file}。</translation>
        </message>
        <message>
            <source>There is no form {entry} being filled in.</source>
            <translation>没有正在填写的表单 {entry}。</translation>
        </message>
        <message>
            <source>There is no form {form}, and some cannot be used: {faults}.</source>
            <translation>没有名为 {form} 的表单，另有表单无法使用：{faults}。</translation>
        </message>
        <message>
            <source>There is no form {form}.</source>
            <translation>没有表单 {form}。</translation>
        </message>
        <message>
            <source>There is no handling {handling}.</source>
            <translation>没有第 {handling} 件。</translation>
        </message>
        <message>
            <source>There is no item {item}.</source>
            <translation>没有事项 {item}。</translation>
        </message>
        <message>
            <source>There is no leave {leave}.</source>
            <translation>没有请假 {leave}。</translation>
        </message>
        <message>
            <source>There is no ledger {ledger}.</source>
            <translation>没有台账 {ledger}。</translation>
        </message>
        <message>
            <source>There is no line {line}.</source>
            <translation>没有队列 {line}。</translation>
        </message>
        <message>
            <source>There is no line {place}.</source>
            <translation>没有第 {place} 个队列。</translation>
        </message>
        <message>
            <source>There is no mandate to go on from.</source>
            <translation>没有可以续办的委托书。</translation>
        </message>
        <message>
            <source>There is no mandate {mandate}.</source>
            <translation>没有委托书 {mandate}。</translation>
        </message>
        <message>
            <source>There is no merge {merge}.</source>
            <translation>没有合并记录 {merge}。</translation>
        </message>
        <message>
            <source>There is no message {message}.</source>
            <translation>没有{message}号消息。</translation>
        </message>
        <message>
            <source>There is no move {move}.</source>
            <translation>没有 {move} 这一步。</translation>
        </message>
        <message>
            <source>There is no need {given}.</source>
            <translation>没有“{given}”这种特殊需求。</translation>
        </message>
        <message>
            <source>There is no notice {notice}.</source>
            <translation>没有文书 {notice}。</translation>
        </message>
        <message>
            <source>There is no outcome {outcome}.</source>
            <translation>没有办理结果 {outcome}。</translation>
        </message>
        <message>
            <source>There is no port {port}. Check the cable and the device's power, or choose another port.</source>
            <translation>没有端口 {port}。请检查连接线和设备电源，或另选端口。</translation>
        </message>
        <message>
            <source>There is no printer at this machine.</source>
            <translation>本机没有打印机。</translation>
        </message>
        <message>
            <source>There is no priority class {priority}.</source>
            <translation>没有优先类别 {priority}。</translation>
        </message>
        <message>
            <source>There is no purpose {given}.</source>
            <translation>没有“{given}”这种用途。</translation>
        </message>
        <message>
            <source>There is no rating key {key}.</source>
            <translation>没有评价键 {key}。</translation>
        </message>
        <message>
            <source>There is no rating scale {name}.</source>
            <translation>没有评价标准 {name}。</translation>
        </message>
        <message>
            <source>There is no relation {given}.</source>
            <translation>没有“{given}”这种关系。</translation>
        </message>
        <message>
            <source>There is no request {request}.</source>
            <translation>没有{request}号申请。</translation>
        </message>
        <message>
            <source>There is no resident {resident}.</source>
            <translation>没有居民 {resident}。</translation>
        </message>
        <message>
            <source>There is no roster {roster}.</source>
            <translation>没有值班表 {roster}。</translation>
        </message>
        <message>
            <source>There is no rule {rule}.</source>
            <translation>没有{rule}这条规则。</translation>
        </message>
        <message>
            <source>There is no shift {shift}.</source>
            <translation>没有班次 {shift}。</translation>
        </message>
        <message>
            <source>There is no simulated device of this profile.</source>
            <translation>这个型号没有模拟设备。</translation>
        </message>
        <message>
            <source>There is no source {source}.</source>
            <translation>没有 {source} 这个来源。</translation>
        </message>
        <message>
            <source>There is no state {state}.</source>
            <translation>没有状态 {state}。</translation>
        </message>
        <message>
            <source>There is no stop of kind {kind}.</source>
            <translation>没有这种站：{kind}。</translation>
        </message>
        <message>
            <source>There is no stop {stop}.</source>
            <translation>代办路线上没有第 {stop} 号站。</translation>
        </message>
        <message>
            <source>There is no such database on the server.</source>
            <translation>服务器上没有这个数据库。</translation>
        </message>
        <message>
            <source>There is no swap {swap}.</source>
            <translation>没有换班申请 {swap}。</translation>
        </message>
        <message>
            <source>There is no ticket {ticket} today.</source>
            <translation>今天没有 {ticket} 号。</translation>
        </message>
        <message>
            <source>There is no ticket {ticket}.</source>
            <translation>没有 {ticket} 号。</translation>
        </message>
        <message>
            <source>There is no view {view}.</source>
            <translation>没有视图 {view}。</translation>
        </message>
        <message>
            <source>There is no way {how} of telling.</source>
            <translation>没有 {how} 这种告知方式。</translation>
        </message>
        <message>
            <source>There is no window {counter}.</source>
            <translation>没有 {counter} 号窗口。</translation>
        </message>
        <message>
            <source>There is no year {year} in the calendar.</source>
            <translation>日历中没有 {year} 年。</translation>
        </message>
        <message>
            <source>There is nobody called {staff} here.</source>
            <translation>这里没有工作人员 {staff}。</translation>
        </message>
        <message>
            <source>There is nothing left to answer for.</source>
            <translation>已没有需要负责的事。</translation>
        </message>
        <message>
            <source>There is nothing of it to move.</source>
            <translation>没有可以流转的材料。</translation>
        </message>
        <message>
            <source>There is nothing to fill on these days.</source>
            <translation>这些日子没有要排的岗位。</translation>
        </message>
        <message>
            <source>There is nothing to take back.</source>
            <translation>没有可撤回的内容。</translation>
        </message>
        <message>
            <source>There is nothing to tell.</source>
            <translation>不需要通知。</translation>
        </message>
        <message>
            <source>There is something in {folder} already.</source>
            <translation>{folder} 里已经有内容。</translation>
        </message>
        <message>
            <source>These days have more than {most} notices.</source>
            <translation>这几天的文书多于 {most} 份。</translation>
        </message>
        <message>
            <source>These do not go together.</source>
            <translation>以下各条不能同时满足。</translation>
        </message>
        <message>
            <source>These duties cannot be changed: {reasons}</source>
            <translation>这些班不能换：{reasons}</translation>
        </message>
        <message>
            <source>These hours are over since {until}.</source>
            <translation>这些时间已于 {until} 结束。</translation>
        </message>
        <message>
            <source>These hours have held since {since} and cannot be taken back.</source>
            <translation>这些时间自 {since} 起已执行，不能撤回。</translation>
        </message>
        <message>
            <source>They are two people, or one number is wrong: correct that one first.</source>
            <translation>可能是两个人，也可能有一个号码录错了：请先更正。</translation>
        </message>
        <message>
            <source>This SIM card may not send messages. Ask its operator.</source>
            <translation>这张 SIM 卡不能发短信，请联系运营商。</translation>
        </message>
        <message>
            <source>This account may not use {port}, which belongs to the group {detail}. Run: sudo usermod -aG {detail} $USER. Then sign out and in again.</source>
            <translation>本账户无权使用 {port}，它属于 {detail} 组。请运行：sudo usermod -aG {detail} $USER，然后注销并重新登录。</translation>
        </message>
        <message>
            <source>This account may not use {port}. Add it to the dialout group and sign in again.</source>
            <translation>当前账户无权使用 {port}。请把它加入 dialout 组后重新登录。</translation>
        </message>
        <message>
            <source>This account was added to the group {detail}, to which {port} belongs, but has not signed in since. Sign out and in again, or restart the computer.</source>
            <translation>本账户已加入 {port} 所属的 {detail} 组，但之后还没有重新登录。请注销并重新登录，或重启电脑。</translation>
        </message>
        <message>
            <source>This form is finished.</source>
            <translation>这份表单已填写完毕。</translation>
        </message>
        <message>
            <source>This is a link, a folder or a device, not a file.</source>
            <translation>这是链接、文件夹或设备，不是文件。</translation>
        </message>
        <message>
            <source>This is no ID number.</source>
            <translation>身份证号不正确。</translation>
        </message>
        <message>
            <source>This is no mark of a page.</source>
            <translation>找不到这一页。</translation>
        </message>
        <message>
            <source>This is no name.</source>
            <translation>姓名不正确。</translation>
        </message>
        <message>
            <source>This is no number of that document.</source>
            <translation>这不是该证件的号码。</translation>
        </message>
        <message>
            <source>This is no telephone number.</source>
            <translation>电话号码不正确。</translation>
        </message>
        <message>
            <source>This kind of card is not known to the program.</source>
            <translation>程序不认识这种证件。</translation>
        </message>
        <message>
            <source>This mandate has ended.</source>
            <translation>这份委托书已经终止。</translation>
        </message>
        <message>
            <source>This printer has no office to print for.</source>
            <translation>这台打印机没有连到服务中心。</translation>
        </message>
        <message>
            <source>This stop cannot be changed any more: it is {state}.</source>
            <translation>这一站不能再改：{state}。</translation>
        </message>
        <message>
            <source>This text cannot be sent as a text message: it is empty or too long.</source>
            <translation>这段文字不能作为短信发送：为空或太长。</translation>
        </message>
        <message>
            <source>This text is too long.</source>
            <translation>文字太长。</translation>
        </message>
        <message>
            <source>This window has put nobody aside.</source>
            <translation>本窗口没有挂起的号。</translation>
        </message>
        <message>
            <source>Those two are not linked.</source>
            <translation>这两位居民之间没有登记关系。</translation>
        </message>
        <message>
            <source>Ticket {number} cannot {verb}: it is {state}.</source>
            <translation>{number} 号不能{verb}：现在是“{state}”。</translation>
        </message>
        <message>
            <source>Ticket {number} is of {day}.</source>
            <translation>{number} 号是 {day} 的。</translation>
        </message>
        <message>
            <source>Ticket {number} was taken for a field, not for an item.</source>
            <translation>{number} 号只选了类别，没有选事项。</translation>
        </message>
        <message>
            <source>Too many appointments were missed: none can be booked ahead until {day}.</source>
            <translation>爽约次数过多，{day}（含）之前不能再预约。</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>请稍后再试。</translation>
        </message>
        <message>
            <source>Try it at that machine.</source>
            <translation>请在那台机器上测试。</translation>
        </message>
        <message>
            <source>Use 1 to {most} characters in one line.</source>
            <translation>请用一行填写，1 至 {most} 个字。</translation>
        </message>
        <message>
            <source>Use a code of the catalogue, such as SB-003.</source>
            <translation>请用目录里的编码，如 SB-003。</translation>
        </message>
        <message>
            <source>Use a code of the list of shifts.</source>
            <translation>请用班次列表中的代码。</translation>
        </message>
        <message>
            <source>Use a code that case departments shows.</source>
            <translation>请用 case departments 显示的代码。</translation>
        </message>
        <message>
            <source>Use a day from 2000 to 2999.</source>
            <translation>请用 2000 年至 2999 年之间的日期。</translation>
        </message>
        <message>
            <source>Use a number from 0 that ends before the year 3000.</source>
            <translation>请用 0 以上的数，期限不超过 2999 年。</translation>
        </message>
        <message>
            <source>Use a number from 1 to {most}.</source>
            <translation>请用 1 到 {most} 的数。</translation>
        </message>
        <message>
            <source>Use a number of the list of hours.</source>
            <translation>请用办公时间列表中的编号。</translation>
        </message>
        <message>
            <source>Use a number such as A012, or the ticket's id.</source>
            <translation>请用号码（如 A012）或编号。</translation>
        </message>
        <message>
            <source>Use a staff code, such as zhang.</source>
            <translation>请用工作人员代码，如 zhang。</translation>
        </message>
        <message>
            <source>Use a year from 2000 to 2999.</source>
            <translation>请用 2000 至 2999 之间的年份。</translation>
        </message>
        <message>
            <source>Use at most {most} characters.</source>
            <translation>最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Use fewer days.</source>
            <translation>请减少天数。</translation>
        </message>
        <message>
            <source>Use it as it is, or name another database.</source>
            <translation>请直接使用，或另选数据库。</translation>
        </message>
        <message>
            <source>Use its number such as LC01-2026-BJ-0042, or its id.</source>
            <translation>请使用办件编号（如 LC01-2026-BJ-0042）或其序号。</translation>
        </message>
        <message>
            <source>Use its number, such as LC01-2026-SL-0012.</source>
            <translation>请用文书编号，如 LC01-2026-SL-0012。</translation>
        </message>
        <message>
            <source>Use one of the letters of the catalogue.</source>
            <translation>请用目录里的队列字母。</translation>
        </message>
        <message>
            <source>Use one of {known}, or the path of a .toml file.</source>
            <translation>请用其中之一：{known}，或 .toml 文件的路径。</translation>
        </message>
        <message>
            <source>Use one of {known}.</source>
            <translation>请用其中之一：{known}。</translation>
        </message>
        <message>
            <source>Use one of: onewindow form list</source>
            <translation>请用其中之一：onewindow form list</translation>
        </message>
        <message>
            <source>Use one of: {known}.</source>
            <translation>请用其中之一：{known}。</translation>
        </message>
        <message>
            <source>Use small letters, digits, - and _, at most 40.</source>
            <translation>只用小写字母、数字、- 和 _，最多 40 个。</translation>
        </message>
        <message>
            <source>Use that one, or undo the merge.</source>
            <translation>请使用该居民，或撤销合并。</translation>
        </message>
        <message>
            <source>Use the code that was given with it.</source>
            <translation>请使用预约时给的预约码。</translation>
        </message>
        <message>
            <source>Use the id that the case shows.</source>
            <translation>请用办件里显示的编号。</translation>
        </message>
        <message>
            <source>Use the id that the route shows.</source>
            <translation>请用代办路线里显示的编号。</translation>
        </message>
        <message>
            <source>Use the number on the window's plate.</source>
            <translation>请用窗口牌上的号码。</translation>
        </message>
        <message>
            <source>Use today, {today}, or a later day.</source>
            <translation>请用今天（{today}）或以后的日期。</translation>
        </message>
        <message>
            <source>Use up to 16 letters and digits.</source>
            <translation>请用最多 16 个字母或数字。</translation>
        </message>
        <message>
            <source>Use: {known}.</source>
            <translation>可用：{known}。</translation>
        </message>
        <message>
            <source>Wait until the number is called.</source>
            <translation>请等候叫号。</translation>
        </message>
        <message>
            <source>We have {held} originals of {material}.</source>
            <translation>“{material}”有 {held} 份原件在我们手里。</translation>
        </message>
        <message>
            <source>What can be done now: {may}.</source>
            <translation>现在可以进行：{may}。</translation>
        </message>
        <message>
            <source>What is looked for is not said.</source>
            <translation>没有说要查什么。</translation>
        </message>
        <message>
            <source>What it told is not so any more.</source>
            <translation>内容已不再适用。</translation>
        </message>
        <message>
            <source>What the card reader sends cannot be understood. Check the speed in its setting and the cable.</source>
            <translation>读卡器发来的内容无法识别。请检查设置中的速率和线缆。</translation>
        </message>
        <message>
            <source>What was done on the spot becomes no case.</source>
            <translation>当场办结的事项不立办件。</translation>
        </message>
        <message>
            <source>Whose cases are looked for is not said.</source>
            <translation>没有说查谁的办件。</translation>
        </message>
        <message>
            <source>Window {counter} does not serve line {line}.</source>
            <translation>{counter}号窗口不办理{line}队列。</translation>
        </message>
        <message>
            <source>Window {counter} is already paused.</source>
            <translation>{counter} 号窗口已经暂停。</translation>
        </message>
        <message>
            <source>Window {counter} is not paused.</source>
            <translation>{counter} 号窗口没有暂停。</translation>
        </message>
        <message>
            <source>Window {counter} is taken by {staff} then ({span}).</source>
            <translation>{counter}号窗口那时由{staff}使用（{span}）。</translation>
        </message>
        <message>
            <source>With no two weekends in a row, {day} and {other} need {needed} people in all; {people} can come.</source>
            <translation>不连续两个周末值班，{day}和{other}两个周末共要 {needed} 人，能来的只有 {people} 人。</translation>
        </message>
        <message>
            <source>Work goes on when it is back; check the network and the server.</source>
            <translation>恢复后会自动继续；请检查网络和服务器。</translation>
        </message>
        <message>
            <source>Write a path, COM3, usb:VID:PID@place, socket://host:port, rfc2217://host:port or shared.</source>
            <translation>请填写路径、COM3、usb:VID:PID@位置、socket://主机:端口、rfc2217://主机:端口 或 shared。</translation>
        </message>
        <message>
            <source>Write a telephone number, as one dials it.</source>
            <translation>请填写可以拨打的电话号码。</translation>
        </message>
        <message>
            <source>Write at most {most} characters.</source>
            <translation>最多写 {most} 个字。</translation>
        </message>
        <message>
            <source>Write it as TOML: key = value, text in double quotes.</source>
            <translation>请按 TOML 书写：键 = 值，文字加双引号。</translation>
        </message>
        <message>
            <source>Write sqlite:///file.db or postgresql+psycopg://user@host/name.</source>
            <translation>请写成 sqlite:///file.db 或 postgresql+psycopg://user@host/name。</translation>
        </message>
        <message>
            <source>Write what the resident is to be told.</source>
            <translation>请写明要告知居民的内容。</translation>
        </message>
        <message>
            <source>{file} cannot be written: {why}.</source>
            <translation>无法写入 {file}：{why}。</translation>
        </message>
        <message>
            <source>{file} has {count} fault(s) and was not read:
{lines}</source>
            <translation>{file} 有 {count} 处错误，没有读入：
{lines}</translation>
        </message>
        <message>
            <source>{file} is neither a workbook nor CSV.</source>
            <translation>{file} 既不是工作簿也不是 CSV。</translation>
        </message>
        <message>
            <source>{file} is not the key of this centre's residents, or is damaged.</source>
            <translation>{file} 不是本中心居民信息的密钥，或已损坏。</translation>
        </message>
        <message>
            <source>{file} is there already.</source>
            <translation>{file} 已经存在。</translation>
        </message>
        <message>
            <source>{file} was not read: found {found}.</source>
            <translation>没有读取{file}：发现{found}。</translation>
        </message>
        <message>
            <source>{items}: nobody who can serve that is on duty at {start}.</source>
            <translation>{items}：{start}没有能办理的人员值班。</translation>
        </message>
        <message>
            <source>{items}: not served at {start} for as long as it takes.</source>
            <translation>{items}：{start}起的时间不够办理，或该时段不办理。</translation>
        </message>
        <message>
            <source>{last} is before {first}.</source>
            <translation>{last} 早于 {first}。</translation>
        </message>
        <message>
            <source>{moment}: {verb}, by {who}.</source>
            <translation>{moment}：{verb}，{who}。</translation>
        </message>
        <message>
            <source>{move} needs a ground in words.</source>
            <translation>{move} 需要写明理由。</translation>
        </message>
        <message>
            <source>{name} is closed now.</source>
            <translation>{name}现在不办理。</translation>
        </message>
        <message>
            <source>{name} is not served in extended hours.</source>
            <translation>{name}在延时服务时段不办理。</translation>
        </message>
        <message>
            <source>{note}</source>
            <translation>{note}</translation>
        </message>
        <message>
            <source>{number} is still at this window.</source>
            <translation>{number} 还在本窗口。</translation>
        </message>
        <message>
            <source>{opens}–{closes} is not possible: hours of one day run forwards and do not overlap.</source>
            <translation>{opens}–{closes} 无法设置：同一天的时段须先后有序、互不重叠。</translation>
        </message>
        <message>
            <source>{responsible} answers for case {case}.</source>
            <translation>办件 {case} 由 {responsible} 负责。</translation>
        </message>
        <message>
            <source>{rule} cannot be {value}.</source>
            <translation>{rule}不能设为{value}。</translation>
        </message>
        <message>
            <source>{shift} cannot be a shift's code.</source>
            <translation>{shift} 不能作班次代码。</translation>
        </message>
        <message>
            <source>{staff} answers for case {case} already.</source>
            <translation>办件 {case} 已由 {staff} 负责。</translation>
        </message>
        <message>
            <source>{staff} has {most} home visits on {day} already.</source>
            <translation>{staff} 在 {day} 已有 {most} 次上门。</translation>
        </message>
        <message>
            <source>{staff} is absent on {day}.</source>
            <translation>{staff}在{day}缺勤。</translation>
        </message>
        <message>
            <source>{staff} is at work there.</source>
            <translation>{staff} 正在那里上班。</translation>
        </message>
        <message>
            <source>{staff} is not trained for line {line}.</source>
            <translation>{staff}没有{line}队列的业务培训。</translation>
        </message>
        <message>
            <source>{staff} is on duty at window {counter} then ({span}).</source>
            <translation>{staff}那时在{counter}号窗口值班（{span}）。</translation>
        </message>
        <message>
            <source>{staff} is on leave from {since} to {until} already.</source>
            <translation>{staff} 从 {since} 到 {until} 已经请假。</translation>
        </message>
        <message>
            <source>{staff} is on leave on {day}.</source>
            <translation>{staff} 在{day}请假。</translation>
        </message>
        <message>
            <source>{staff} visits somebody else at {taken} then.</source>
            <translation>{staff} 那时有上门：{taken}。</translation>
        </message>
        <message>
            <source>{start} is over.</source>
            <translation>{start}已过。</translation>
        </message>
        <message>
            <source>{start} is too far ahead.</source>
            <translation>{start}太远了。</translation>
        </message>
        <message>
            <source>{start} is too soon.</source>
            <translation>{start}太近了。</translation>
        </message>
        <message>
            <source>{until} is before {since}.</source>
            <translation>{until}早于{since}。</translation>
        </message>
        <message>
            <source>{url} is not a database this program knows.</source>
            <translation>{url} 不是本程序认得的数据库。</translation>
        </message>
    </context>
</TS>
