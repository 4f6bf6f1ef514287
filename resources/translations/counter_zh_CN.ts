<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>Recall</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>挂起</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>过号</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>转队列</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>找号呼叫</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>取回挂起</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复过号</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Take back {n}</source>
            <translation>取回挂起 {n}</translation>
        </message>
        <message>
            <source>Restore {n}</source>
            <translation>恢复过号 {n}</translation>
        </message>
    </context>
    <context>
        <name>AfterRows</name>
        <message>
            <source>min</source>
            <translation>分</translation>
        </message>
    </context>
    <context>
        <name>BarPlate</name>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
    </context>
    <context>
        <name>ClientWords</name>
        <message>
            <source>The name as it stands on the card.</source>
            <translation>姓名须与证件一致。</translation>
        </message>
        <message>
            <source>18 characters as on the card.</source>
            <translation>18 位，与证件一致。</translation>
        </message>
        <message>
            <source>Digits 7 to 14 are no date of birth.</source>
            <translation>第 7 至 14 位不是出生日期。</translation>
        </message>
        <message>
            <source>A digit is wrong: compare with the card.</source>
            <translation>有一位不对，请与证件核对。</translation>
        </message>
        <message>
            <source>11 digits, or a landline with its area code.</source>
            <translation>11 位手机号，或带区号的固定电话。</translation>
        </message>
        <message>
            <source>An ID number or a telephone number is needed.</source>
            <translation>证件号和电话至少填一项。</translation>
        </message>
        <message>
            <source>male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} 岁</translation>
        </message>
    </context>
    <context>
        <name>CounterBar</name>
        <message>
            <source>Call</source>
            <translation>呼叫</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Finish and rate</source>
            <translation>办结并评价</translation>
        </message>
        <message>
            <source>Back to the whole screen</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始办理</translation>
        </message>
        <message>
            <source>No database since {time}</source>
            <translation>{time} 起数据库没有应答</translation>
        </message>
    </context>
    <context>
        <name>CounterPlate</name>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>OneWindow</source>
            <translation>一窗</translation>
        </message>
    </context>
    <context>
        <name>CounterScreen</name>
        <message>
            <source>OneWindow – Window {n}</source>
            <translation>一窗 – 窗口 {n}</translation>
        </message>
    </context>
    <context>
        <name>CounterStep</name>
        <message>
            <source>Resume</source>
            <translation>恢复叫号</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始办理</translation>
        </message>
        <message>
            <source>Finish and rate</source>
            <translation>办结并评价</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>呼叫</translation>
        </message>
        <message>
            <source>Accept and rate</source>
            <translation>受理并评价</translation>
        </message>
        <message>
            <source>Tell and rate</source>
            <translation>告知并评价</translation>
        </message>
        <message>
            <source>Refuse and rate</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>Calling…</source>
            <translation>正在呼叫…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在开始…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>正在办结…</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>请稍候…</translation>
        </message>
    </context>
    <context>
        <name>CounterWay</name>
        <message>
            <source>All formalities of {title}</source>
            <translation>{title}的全部手续</translation>
        </message>
        <message>
            <source>No address is on record: enter one.</source>
            <translation>没有登记住址，请填写送达地址。</translation>
        </message>
        <message>
            <source>What the resident asks us to do.</source>
            <translation>请填写居民委托办理的事项。</translation>
        </message>
        <message>
            <source>A day from today on, like {day}.</source>
            <translation>请填写今天或以后的日期，例如 {day}。</translation>
        </message>
        <message>
            <source>The name as it stands on the card.</source>
            <translation>姓名须与证件一致。</translation>
        </message>
        <message>
            <source>Daughter, neighbour, carer: what they are to the resident.</source>
            <translation>请填写与本人的关系，例如女儿、邻居、护理员。</translation>
        </message>
        <message>
            <source>An ID number or a telephone number is needed.</source>
            <translation>证件号和电话至少填一项。</translation>
        </message>
        <message>
            <source>all done for them</source>
            <translation>全程代办</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>本人办理</translation>
        </message>
        <message>
            <source>collected here</source>
            <translation>窗口领取</translation>
        </message>
        <message>
            <source>posted</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>brought home</source>
            <translation>送上门</translation>
        </message>
        <message>
            <source>through {name} ({relation})</source>
            <translation>代理人 {name}（{relation}）</translation>
        </message>
    </context>
    <context>
        <name>CounterWords</name>
        <message>
            <source>Done here</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>承诺受理</translation>
        </message>
        <message>
            <source>To correct</source>
            <translation>告知补正</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>done</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>to correct</source>
            <translation>补正</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>moved on</source>
            <translation>转出</translation>
        </message>
        <message>
            <source>decided</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺件</translation>
        </message>
        <message>
            <source>On the spot</source>
            <translation>即办件</translation>
        </message>
        <message>
            <source>Fee ¥{fee}</source>
            <translation>收费 {fee} 元</translation>
        </message>
        <message>
            <source>No fee</source>
            <translation>不收费</translation>
        </message>
        <message>
            <source>{n} working days</source>
            <translation>{n} 个工作日</translation>
        </message>
        <message>
            <source>original {n}</source>
            <translation>原件 {n}</translation>
        </message>
        <message>
            <source>copy {n}</source>
            <translation>复印件 {n}</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>受理条件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>承办部门</translation>
        </message>
        <message>
            <source>Promised {n} working days</source>
            <translation>承诺 {n} 个工作日</translation>
        </message>
        <message>
            <source>by law {n}</source>
            <translation>法定 {n}</translation>
        </message>
        <message>
            <source>Time limit</source>
            <translation>办理时限</translation>
        </message>
        <message>
            <source>On the spot, usually {n} minutes</source>
            <translation>当场办结，约 {n} 分钟</translation>
        </message>
        <message>
            <source>in extended hours</source>
            <translation>延时服务可办</translation>
        </message>
        <message>
            <source>carried through by staff</source>
            <translation>可以代办</translation>
        </message>
        <message>
            <source>Also</source>
            <translation>另外</translation>
        </message>
        <message>
            <source>Rating pad</source>
            <translation>评价器</translation>
        </message>
        <message>
            <source>Call box</source>
            <translation>呼叫器</translation>
        </message>
        <message>
            <source>Window display</source>
            <translation>窗口屏</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Card reader</source>
            <translation>读卡器</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Counter {number}: {device}</source>
            <translation>{number} 号窗口{device}</translation>
        </message>
        <message>
            <source>R</source>
            <comment>one character: rating pad</comment>
            <translation>评</translation>
        </message>
        <message>
            <source>B</source>
            <comment>one character: call box</comment>
            <translation>呼</translation>
        </message>
        <message>
            <source>D</source>
            <comment>one character: window display</comment>
            <translation>屏</translation>
        </message>
        <message>
            <source>P</source>
            <comment>one character: printer</comment>
            <translation>印</translation>
        </message>
        <message>
            <source>C</source>
            <comment>one character: card reader</comment>
            <translation>证</translation>
        </message>
        <message>
            <source>S</source>
            <comment>one character: scanner</comment>
            <translation>扫</translation>
        </message>
        <message>
            <source>M</source>
            <comment>one character: text messages</comment>
            <translation>信</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>trouble</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>Materials</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>received</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>有误</translation>
        </message>
        <message>
            <source>follows later</source>
            <translation>容缺</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>验退</translation>
        </message>
        <message>
            <source>What the catalogue says</source>
            <translation>办事指南</translation>
        </message>
        <message>
            <source>Which item?</source>
            <translation>办哪一项？</translation>
        </message>
        <message>
            <source>none asked for</source>
            <translation>不收材料</translation>
        </message>
        <message>
            <source>{n} asked for</source>
            <translation>应收 {n}</translation>
        </message>
        <message>
            <source>, {n} received</source>
            <translation>，已收 {n}</translation>
        </message>
        <message>
            <source>, and </source>
            <translation>，</translation>
        </message>
        <message>
            <source>{n} wrong</source>
            <translation>有误 {n}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{n} missing</source>
            <translation>缺 {n}</translation>
        </message>
    </context>
    <context>
        <name>FormLines</name>
        <message>
            <source>Forms</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>fill in</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>A form of the centre's own cannot be used: {file}.</source>
            <translation>本中心自建的表 {file} 有错，暂不能用。</translation>
        </message>
        <message>
            <source>A form of the centre's own cannot be used: {file}, line {line}.</source>
            <translation>本中心自建的表 {file} 第 {line} 行有错，暂不能用。</translation>
        </message>
        <message>
            <source>{n} cannot be used</source>
            <translation>{n} 张无法使用</translation>
        </message>
    </context>
    <context>
        <name>FormRows</name>
        <message>
            <source>not filled in</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>filled in</source>
            <translation>已填好</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>已填一部分</translation>
        </message>
    </context>
    <context>
        <name>IdlePage</name>
        <message>
            <source>Next</source>
            <translation>下一位</translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>没有人等候</translation>
        </message>
        <message>
            <source>The next number taken appears here at once.</source>
            <translation>有人取号，这里马上显示。</translation>
        </message>
        <message>
            <source>Have ready</source>
            <translation>请先备好</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>随后</translation>
        </message>
        <message>
            <source>Only the field was chosen; the item is chosen here.</source>
            <translation>取号时只选了领域，事项到窗口再定。</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>已候</translation>
        </message>
        <message>
            <source>{n} minutes</source>
            <translation>{n} 分钟</translation>
        </message>
        <message>
            <source>number taken {time}</source>
            <translation>{time} 取号</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>checked in {time}</source>
            <translation>{time} 签到</translation>
        </message>
        <message>
            <source>Usually</source>
            <translation>大约用时</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>承办部门</translation>
        </message>
        <message>
            <source>Why first</source>
            <translation>为何在前</translation>
        </message>
        <message>
            <source>booked for {time}</source>
            <translation>预约 {time}</translation>
        </message>
        <message>
            <source>the appointment's own place</source>
            <translation>按预约时间排</translation>
        </message>
        <message>
            <source>{priority} first</source>
            <translation>{priority}优先</translation>
        </message>
        <message>
            <source>placed {n} minutes earlier</source>
            <translation>位次提前 {n} 分钟</translation>
        </message>
        <message>
            <source>In order of arrival</source>
            <translation>按取号先后</translation>
        </message>
        <message>
            <source>the earliest number</source>
            <translation>取号最早</translation>
        </message>
        <message>
            <source>The materials follow from the item.</source>
            <translation>定了事项才知道要收哪些材料。</translation>
        </message>
        <message>
            <source>This item asks for {n} materials.</source>
            <translation>此事项要收 {n} 样。</translation>
        </message>
        <message>
            <source>This item asks for no materials.</source>
            <translation>此事项不收材料。</translation>
        </message>
    </context>
    <context>
        <name>ItemsColumn</name>
        <message>
            <source>Initials, name or code</source>
            <translation>首字母、名称或编码</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>pinyin initials</source>
            <translation>拼音首字母</translation>
        </message>
        <message>
            <source>This visit</source>
            <translation>本次办理</translation>
        </message>
        <message>
            <source>Open cases</source>
            <translation>在办件</translation>
        </message>
        <message>
            <source>{n} items</source>
            <translation>{n} 件</translation>
        </message>
    </context>
    <context>
        <name>MaterialEntry</name>
        <message>
            <source>What is wrong: expired, not legible, does not match…</source>
            <translation>哪里有误：过期、看不清、信息不一致……</translation>
        </message>
        <message>
            <source>Follows by this day</source>
            <translation>在这一天前补交</translation>
        </message>
    </context>
    <context>
        <name>Materials</name>
        <message>
            <source>Materials</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>received</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>if it applies</source>
            <translation>视情况</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>seen, copy kept</source>
            <translation>验原件，留复印件</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>有误</translation>
        </message>
        <message>
            <source>waived</source>
            <translation>容缺</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>{day}前补交</translation>
        </message>
    </context>
    <context>
        <name>NextBlock</name>
        <message>
            <source>Nobody is waiting</source>
            <translation>没有人等候</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一位</translation>
        </message>
    </context>
    <context>
        <name>NumberBlock</name>
        <message>
            <source>Paused</source>
            <translation>暂停叫号</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>serving</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>called</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>rating, {n} s</source>
            <translation>评价中 {n} 秒</translation>
        </message>
        <message>
            <source>not rated</source>
            <translation>居民未评</translation>
        </message>
    </context>
    <context>
        <name>OutcomePart</name>
        <message>
            <source>Outcome</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>and a number</source>
            <translation>+ 数字</translation>
        </message>
        <message>
            <source>Why it is refused, and where to ask</source>
            <translation>不予受理的理由，以及可向谁咨询</translation>
        </message>
        <message>
            <source>What has to be corrected, besides the materials marked above</source>
            <translation>除上面标出的材料外，还需补正什么</translation>
        </message>
        <message>
            <source>The outcome is chosen once the handling has begun.</source>
            <translation>开始办理后选择结果。</translation>
        </message>
        <message>
            <source>Tell the resident in one go all that is missing.</source>
            <translation>请一次告知要补正的全部内容。</translation>
        </message>
        <message>
            <source>Tell the resident why, and where to ask.</source>
            <translation>请说明理由，并告知可以到哪里咨询。</translation>
        </message>
        <message>
            <source>Missing: {names}.</source>
            <translation>缺：{names}。</translation>
        </message>
        <message>
            <source>F9 asks whose case it is.</source>
            <translation>按 F9 先选居民再立件。</translation>
        </message>
        <message>
            <source>Case {number} of this item is open already: {key}.</source>
            <translation>该居民已有同一事项的在办件 {number}，{key} 打开。</translation>
        </message>
        <message>
            <source>Wrong: {names}.</source>
            <translation>有误：{names}。</translation>
        </message>
        <message>
            <source>The resident is asked to rate.</source>
            <translation>办结后请居民评价。</translation>
        </message>
        <message>
            <source>Promised within {n} working days from today.</source>
            <translation>自今天起 {n} 个工作日内办结。</translation>
        </message>
        <message>
            <source>Promised by {day}, {n} working days from today.</source>
            <translation>{day}前办结（{n} 个工作日）。</translation>
        </message>
        <message>
            <source>The holidays of {year} are not announced yet.</source>
            <translation>{year} 年放假安排尚未公布。</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>{reason} Since {time}.</source>
            <translation>{reason}自 {time} 起。</translation>
        </message>
        <message>
            <source>What is shown stays; calling goes on by itself as soon as it answers again.</source>
            <translation>已显示的内容仍可查看；恢复后自动继续，不用重启。</translation>
        </message>
        <message>
            <source>The window is narrow: F12 folds it into the bar.</source>
            <translation>窗口太窄，可以按 F12 收成小条。</translation>
        </message>
    </context>
    <context>
        <name>PersonBand</name>
        <message>
            <source>Print the slip again</source>
            <translation>补打小票</translation>
        </message>
        <message>
            <source>Check, correct</source>
            <translation>核对修改</translation>
        </message>
        <message>
            <source>Who is it?</source>
            <translation>登记居民</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>The queue appears as soon as the database answers.</source>
            <translation>数据库有应答后，队列就显示在这里。</translation>
        </message>
        <message>
            <source>No number is called until you resume.</source>
            <translation>恢复之前，本窗口不叫号。</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>暂停叫号</translation>
        </message>
        <message>
            <source>Not calling</source>
            <translation>暂停中</translation>
        </message>
        <message>
            <source>Taken {time}·waited {n} minutes</source>
            <translation>{time} 取号·候了 {n} 分钟</translation>
        </message>
        <message>
            <source>Called {n} times</source>
            <translation>已呼叫 {n} 次</translation>
        </message>
        <message>
            <source>called {time}</source>
            <translation>{time} 呼叫</translation>
        </message>
        <message>
            <source>card: {name}</source>
            <translation>读卡：{name}</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>自 {time} 起</translation>
        </message>
        <message>
            <source>started {time}</source>
            <translation>{time} 开始</translation>
        </message>
        <message>
            <source>Serving</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>Rating of {item} asked, {n} s left</source>
            <translation>{item}评价中，还有 {n} 秒</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>Please rate</source>
            <translation>请居民评价</translation>
        </message>
        <message>
            <source>Rating asked</source>
            <translation>评价中</translation>
        </message>
        <message>
            <source>seconds, then not rated</source>
            <translation>秒后记为未评</translation>
        </message>
        <message>
            <source>Rated</source>
            <translation>已评价</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>谢谢</translation>
        </message>
        <message>
            <source>Nobody is being served</source>
            <translation>无人在办</translation>
        </message>
        <message>
            <source>Window free</source>
            <translation>窗口空闲</translation>
        </message>
        <message>
            <source>No visit yet today at this window.</source>
            <translation>本窗口今天还没有办过。</translation>
        </message>
        <message>
            <source>{number} ended at {time}</source>
            <translation>上一位 {number} 于 {time} 办结</translation>
        </message>
        <message>
            <source>{visit}, {rated}.</source>
            <translation>{visit}，{rated}。</translation>
        </message>
        <message>
            <source>nobody was asked to rate it</source>
            <translation>没有请居民评价</translation>
        </message>
        <message>
            <source>rated "{words}"</source>
            <translation>居民评“{words}”</translation>
        </message>
        <message>
            <source>not rated</source>
            <translation>居民未评</translation>
        </message>
    </context>
    <context>
        <name>PickPage</name>
        <message>
            <source>Number or words</source>
            <translation>号码或名称</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>Picking</name>
        <message>
            <source>Find and call</source>
            <translation>找号呼叫</translation>
        </message>
        <message>
            <source>Calls this number now, out of turn.</source>
            <translation>不按顺序，现在就叫这个号。</translation>
        </message>
        <message>
            <source>Take back from hold</source>
            <translation>取回挂起</translation>
        </message>
        <message>
            <source>Calls this number back to this window.</source>
            <translation>把这个号叫回本窗口，继续办理。</translation>
        </message>
        <message>
            <source>Restore a passed number</source>
            <translation>恢复过号</translation>
        </message>
        <message>
            <source>It goes back to its own place in the queue.</source>
            <translation>回到它原来的位次，不用重新取号。</translation>
        </message>
        <message>
            <source>{number} was scanned</source>
            <translation>已扫描 {number}</translation>
        </message>
        <message>
            <source>{ahead} before it, about {minutes} min. Picking it calls it now, out of turn.</source>
            <translation>前面还有 {ahead} 人，约 {minutes} 分钟；选定即提前呼叫。</translation>
        </message>
        <message>
            <source>{number} was passed</source>
            <translation>{number} 已过号</translation>
        </message>
        <message>
            <source>{number} is on hold</source>
            <translation>{number} 已挂起</translation>
        </message>
        <message>
            <source>waited {n} min</source>
            <translation>候了 {n} 分</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>候 {n} 人</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>未开</translation>
        </message>
        <message>
            <source>Move {number} to another line</source>
            <translation>把 {number} 转到别的队列</translation>
        </message>
        <message>
            <source>It keeps its number and its place in time.</source>
            <translation>号码不变，位次按取号时间算。</translation>
        </message>
        <message>
            <source>window {n}</source>
            <translation>{n} 号窗口</translation>
        </message>
        <message>
            <source>on duty here</source>
            <translation>本窗口当班</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>签退</translation>
        </message>
        <message>
            <source>the window closes</source>
            <translation>窗口停办</translation>
        </message>
        <message>
            <source>Who sits at window {n}?</source>
            <translation>谁在 {n} 号窗口？</translation>
        </message>
        <message>
            <source>Signing in counts as coming on duty.</source>
            <translation>在这里签到就算到岗。</translation>
        </message>
    </context>
    <context>
        <name>QueueHead</name>
        <message>
            <source>Waiting</source>
            <translation>候</translation>
        </message>
        <message>
            <source>people</source>
            <translation>人</translation>
        </message>
        <message>
            <source>about</source>
            <translation>约</translation>
        </message>
        <message>
            <source>min.</source>
            <translation>分钟</translation>
        </message>
    </context>
    <context>
        <name>QueueList</name>
        <message>
            <source>min</source>
            <translation>分</translation>
        </message>
        <message>
            <source>booked {time}</source>
            <translation>预约 {time}</translation>
        </message>
        <message>
            <source>taken {time}</source>
            <translation>取号 {time}</translation>
        </message>
        <message>
            <source>arrived {time}</source>
            <translation>签到 {time}</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Nobody is waiting</source>
            <translation>没有人等候</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>挂起</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>过号</translation>
        </message>
        <message>
            <source>Not here yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>As of {time}</source>
            <translation>{time} 的情况</translation>
        </message>
        <message>
            <source>This window calls: {lines}</source>
            <translation>本窗口叫：{lines}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>Resident</name>
        <message>
            <source>Resident identity card</source>
            <translation>居民身份证</translation>
        </message>
        <message>
            <source>Residence permit (Hong Kong, Macao, Taiwan)</source>
            <translation>港澳台居民居住证</translation>
        </message>
        <message>
            <source>Foreigner's permanent residence card</source>
            <translation>外国人永久居留身份证</translation>
        </message>
        <message>
            <source>card expired</source>
            <translation>证件已过期</translation>
        </message>
        <message>
            <source>card not valid yet</source>
            <translation>证件尚未生效</translation>
        </message>
        <message>
            <source>number incomplete</source>
            <translation>号码不完整</translation>
        </message>
        <message>
            <source>number's check digit is wrong</source>
            <translation>号码校验位不符</translation>
        </message>
        <message>
            <source>birth differs from number</source>
            <translation>出生日期与号码不符</translation>
        </message>
        <message>
            <source>sex differs from number</source>
            <translation>性别与号码不符</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>没有姓名</translation>
        </message>
        <message>
            <source>sex unreadable</source>
            <translation>性别读不出</translation>
        </message>
        <message>
            <source>ethnicity unreadable</source>
            <translation>民族读不出</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>birth unreadable</source>
            <translation>出生日期读不出</translation>
        </message>
        <message>
            <source>validity unreadable</source>
            <translation>有效期限读不出</translation>
        </message>
        <message>
            <source>a character was cut off: compare with the card</source>
            <translation>有字符缺失，请与证件核对</translation>
        </message>
        <message>
            <source>male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>未说明</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>国籍</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} 岁</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>出生</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>英文姓名</translation>
        </message>
        <message>
            <source>Travel permit</source>
            <translation>通行证号</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>签发机关</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期限</translation>
        </message>
    </context>
    <context>
        <name>ResidentPage</name>
        <message>
            <source>Name, initials, last four, telephone or ID number</source>
            <translation>姓名、首字母、证件后四位、手机或证件号</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Enter somebody new</source>
            <translation>登记新居民</translation>
        </message>
        <message>
            <source>Without a case</source>
            <translation>不立件，直接办结</translation>
        </message>
        <message>
            <source>Who is it?</source>
            <translation>登记居民</translation>
        </message>
        <message>
            <source>Whose case is it?</source>
            <translation>给谁立件？</translation>
        </message>
        <message>
            <source>Type a few letters; F2 enters somebody new.</source>
            <translation>输入几个字即可查找；按 F2 登记新居民。</translation>
        </message>
        <message>
            <source>Check and correct</source>
            <translation>核对修改</translation>
        </message>
        <message>
            <source>ID number {number} is on record.</source>
            <translation>证件号 {number} 已在档案中。</translation>
        </message>
        <message>
            <source>open cases: {n}</source>
            <translation>在办 {n} 件</translation>
        </message>
        <message>
            <source>Back to the entry</source>
            <translation>回到登记</translation>
        </message>
        <message>
            <source>None of these: enter somebody new</source>
            <translation>都不是，登记新居民</translation>
        </message>
        <message>
            <source>Perhaps one of these?</source>
            <translation>是不是这几位之一？</translation>
        </message>
        <message>
            <source>Enter takes the one selected; F2 leads back to what was entered.</source>
            <translation>回车选用所选的人；F2 回到刚才填的内容。</translation>
        </message>
    </context>
    <context>
        <name>ResidentSheet</name>
        <message>
            <source>{field} copied</source>
            <translation>已复制{field}</translation>
        </message>
        <message>
            <source>Enter copies, Space held shows the number</source>
            <translation>回车复制，按住空格看号码</translation>
        </message>
        <message>
            <source>Nobody is being served: this goes by itself</source>
            <translation>无人在办，稍后自动清除</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>Scanned</name>
        <message>
            <source>{number} is of {day}.</source>
            <translation>{number} 是 {day} 的号。</translation>
        </message>
        <message>
            <source>Numbers hold for one day; a new one is needed.</source>
            <translation>号码当日有效，需重新取号。</translation>
        </message>
        <message>
            <source>{number} is the number at this window.</source>
            <translation>{number} 就是本窗口当前的号。</translation>
        </message>
        <message>
            <source>{number} is waiting: {ahead} before it, about {minutes} min.</source>
            <translation>{number} 正在等候：前面还有 {ahead} 人，约 {minutes} 分钟。</translation>
        </message>
        <message>
            <source>{number} was called to window {counter}.</source>
            <translation>{number} 已叫到 {counter} 号窗口。</translation>
        </message>
        <message>
            <source>{number} is being served at window {counter}.</source>
            <translation>{number} 正在 {counter} 号窗口办理。</translation>
        </message>
        <message>
            <source>{number} is finished; window {counter} served it.</source>
            <translation>{number} 已在 {counter} 号窗口办完。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Today at this window</source>
            <translation>今日·本窗口</translation>
        </message>
        <message>
            <source>Last rating</source>
            <translation>最近评价</translation>
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
            <source>Fold into the bar</source>
            <translation>收成小条</translation>
        </message>
        <message>
            <source>{n} to answer</source>
            <translation>待办 {n}</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>已办（件）</translation>
        </message>
        <message>
            <source>avg. minutes</source>
            <translation>平均（分钟）</translation>
        </message>
        <message>
            <source>Quarter: {n} stars</source>
            <translation>本季 {n} 星</translation>
        </message>
        <message>
            <source>rated</source>
            <translation>已评价</translation>
        </message>
        <message>
            <source>bad ratings</source>
            <translation>差评</translation>
        </message>
        <message>
            <source>None yet today</source>
            <translation>今天还没有</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>No stars yet this quarter</source>
            <translation>本季还没有星级</translation>
        </message>
        <message>
            <source>{n} ratings</source>
            <translation>{n} 次评价</translation>
        </message>
    </context>
    <context>
        <name>SlipNow</name>
        <message>
            <source>The slip is being printed again.</source>
            <translation>正在补打小票。</translation>
        </message>
        <message>
            <source>The slip was not printed.</source>
            <translation>小票没有打出来。</translation>
        </message>
        <message>
            <source>The slip waits for the printer.</source>
            <translation>小票在等打印机。</translation>
        </message>
        <message>
            <source>The printer stopped with the slip.</source>
            <translation>打印机中途停下，小票还没出完。</translation>
        </message>
        <message>
            <source>The slip was sent to the printer.</source>
            <translation>小票已送到打印机。</translation>
        </message>
        <message>
            <source>The slip was printed again.</source>
            <translation>小票已补打。</translation>
        </message>
    </context>
    <context>
        <name>TakeAway</name>
        <message>
            <source>Case {number} waits for corrections until {day}.</source>
            <translation>已立件 {number}，待补正至 {day}。</translation>
        </message>
        <message>
            <source>Case {number} was refused.</source>
            <translation>{number} 不予受理，已登记。</translation>
        </message>
        <message>
            <source>Case {number} is opened, promised by {day}.</source>
            <translation>已立件 {number}，承诺 {day} 前办结。</translation>
        </message>
        <message>
            <source>The person takes along: {papers}.</source>
            <translation>交给居民：{papers}。</translation>
        </message>
        <message>
            <source>Both sign {paper}; {key} enters the signatures.</source>
            <translation>{paper}须双方签字；{key} 登记签字。</translation>
        </message>
        <message>
            <source>{key} opens the case.</source>
            <translation>{key} 打开办件。</translation>
        </message>
        <message>
            <source>{key} opens the case, whose papers can be saved and printed elsewhere.</source>
            <translation>{key} 打开办件，可将文书另存后到别处打印。</translation>
        </message>
        <message>
            <source>Nothing was printed: there is no printer.</source>
            <translation>没有打印：未找到打印机。</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Nobody signed in</source>
            <translation>未签到</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>The database answers.</source>
            <translation>数据库有应答。</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>Extended hours until {time}</source>
            <translation>延时服务到 {time}</translation>
        </message>
        <message>
            <source>Outside hours</source>
            <translation>非办公时间</translation>
        </message>
    </context>
    <context>
        <name>VisitRows</name>
        <message>
            <source>in hand</source>
            <translation>正在办</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未办完</translation>
        </message>
    </context>
    <context>
        <name>WaitBlock</name>
        <message>
            <source>in line</source>
            <translation>候</translation>
        </message>
        <message>
            <source>p.</source>
            <comment>people, short</comment>
            <translation>人</translation>
        </message>
        <message>
            <source>ca. {n} min</source>
            <translation>约 {n} 分</translation>
        </message>
    </context>
    <context>
        <name>WayLine</name>
        <message>
            <source>How it goes on</source>
            <translation>后续办理</translation>
        </message>
        <message>
            <source>change</source>
            <translation>更改</translation>
        </message>
    </context>
    <context>
        <name>WayPage</name>
        <message>
            <source>How it goes on</source>
            <translation>后续办理</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>Nobody is waiting.</source>
            <translation>现在没有人等候。</translation>
        </message>
        <message>
            <source>The next number taken appears here at once.</source>
            <translation>有人取号，这里马上显示。</translation>
        </message>
    </context>
</TS>
