<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CallBox</name>
        <message>
            <source>Next press: disturbed line</source>
            <translation>下次按键：线路干扰</translation>
        </message>
        <message>
            <source>Next press: half a frame</source>
            <translation>下次按键：只有半帧</translation>
        </message>
        <message>
            <source>Next press: wrong checksum</source>
            <translation>下次按键：校验错误</translation>
        </message>
        <message>
            <source>Next press: another box's address</source>
            <translation>下次按键：别的呼叫器地址</translation>
        </message>
        <message>
            <source>Next press: nothing is sent at first</source>
            <translation>下次按键：起初没有发出</translation>
        </message>
        <message>
            <source>Next press: the echo is lost</source>
            <translation>下次按键：回显丢失</translation>
        </message>
        <message>
            <source>Next press: the key bounces</source>
            <translation>下次按键：按键抖动</translation>
        </message>
        <message>
            <source>Call box {port}</source>
            <translation>呼叫器 {port}</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>呼叫</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转移</translation>
        </message>
        <message>
            <source>Address {address}</source>
            <translation>地址 {address}</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Typed: {digits}</source>
            <translation>已输入：{digits}</translation>
        </message>
    </context>
    <context>
        <name>CardReader</name>
        <message>
            <source>no card</source>
            <translation>无证件</translation>
        </message>
        <message>
            <source>Cards read: {count}</source>
            <translation>已读 {count} 次</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Self-test failed</source>
            <translation>自检失败</translation>
        </message>
        <message>
            <source>Answers nothing</source>
            <translation>不回答</translation>
        </message>
        <message>
            <source>A card lies there</source>
            <translation>证件已放上</translation>
        </message>
        <message>
            <source>Looks for a card</source>
            <translation>正在寻卡</translation>
        </message>
        <message>
            <source>Nobody asks it</source>
            <translation>无人询问</translation>
        </message>
        <message>
            <source>Space lifts it</source>
            <translation>空格拿起</translation>
        </message>
        <message>
            <source>Card reader {port}</source>
            <translation>读卡器 {port}</translation>
        </message>
        <message>
            <source>Answer nothing</source>
            <translation>不应答</translation>
        </message>
        <message>
            <source>Fail the self-test</source>
            <translation>自检失败</translation>
        </message>
        <message>
            <source>Resident</source>
            <translation>居民身份证</translation>
        </message>
        <message>
            <source>With fingerprints</source>
            <translation>带指纹</translation>
        </message>
        <message>
            <source>Valid long term</source>
            <translation>长期有效</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Rare characters</source>
            <translation>生僻字</translation>
        </message>
        <message>
            <source>Wrong check digit</source>
            <translation>校验位不符</translation>
        </message>
        <message>
            <source>Hong Kong permit</source>
            <translation>港澳台居住证</translation>
        </message>
        <message>
            <source>Foreigner, 2017</source>
            <translation>外国人 2017 版</translation>
        </message>
        <message>
            <source>Foreigner, 2023</source>
            <translation>外国人 2023 版</translation>
        </message>
        <message>
            <source>Unknown kind</source>
            <translation>未知证件</translation>
        </message>
        <message>
            <source>Next card: pulled too early</source>
            <translation>下一张：过早拿走</translation>
        </message>
        <message>
            <source>Next card: unreadable at first</source>
            <translation>下一张：先读不出</translation>
        </message>
        <message>
            <source>Next card: disturbed line</source>
            <translation>下一张：线路受扰</translation>
        </message>
        <message>
            <source>Next card: damaged mark</source>
            <translation>下一张：帧头损坏</translation>
        </message>
        <message>
            <source>Next card: wrong checksum</source>
            <translation>下一张：校验和错误</translation>
        </message>
        <message>
            <source>Next card: half an answer</source>
            <translation>下一张：应答只有一半</translation>
        </message>
        <message>
            <source>Next card: the answer is lost</source>
            <translation>下一张：应答丢失</translation>
        </message>
        <message>
            <source>Next card: a slow answer</source>
            <translation>下一张：应答迟缓</translation>
        </message>
    </context>
    <context>
        <name>Devices</name>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>not tried yet</source>
            <translation>还没试过</translation>
        </message>
        <message>
            <source>The port is open.</source>
            <translation>端口已打开。</translation>
        </message>
        <message>
            <source>There is no printer at this machine.</source>
            <translation>本机没有打印机。</translation>
        </message>
        <message>
            <source>The modem is on the network.</source>
            <translation>短信模块已接入网络。</translation>
        </message>
        <message>
            <source>Another window of this machine sends the messages.</source>
            <translation>本机的另一个窗口在发送短信。</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>不应答</translation>
        </message>
        <message>
            <source>no SIM card</source>
            <translation>没有 SIM 卡</translation>
        </message>
        <message>
            <source>PIN missing</source>
            <translation>缺 PIN 码</translation>
        </message>
        <message>
            <source>wrong PIN</source>
            <translation>PIN 码错误</translation>
        </message>
        <message>
            <source>SIM locked</source>
            <translation>SIM 卡已锁</translation>
        </message>
        <message>
            <source>SIM card fails</source>
            <translation>SIM 卡故障</translation>
        </message>
        <message>
            <source>no network</source>
            <translation>没有网络</translation>
        </message>
        <message>
            <source>not let in</source>
            <translation>拒绝接入</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>共用</translation>
        </message>
        <message>
            <source>It hangs on another machine's line, which does what is asked here.</source>
            <translation>它接在另一台电脑的线路上，由那台电脑执行这里的请求。</translation>
        </message>
        <message>
            <source>The pad does not answer. Check its power, its cable and its address.</source>
            <translation>评价器没有应答。请检查其电源、连线和地址。</translation>
        </message>
        <message>
            <source>wrong setting</source>
            <translation>设置有误</translation>
        </message>
        <message>
            <source>Its setting cannot work. Correct it on the setup screen: {what}</source>
            <translation>设置有误，设备无法使用。请在设置界面改正：{what}</translation>
        </message>
        <message>
            <source>no port</source>
            <translation>没有端口</translation>
        </message>
        <message>
            <source>another device</source>
            <translation>换了设备</translation>
        </message>
        <message>
            <source>cable taken</source>
            <translation>线被占用</translation>
        </message>
        <message>
            <source>no driver</source>
            <translation>没有驱动</translation>
        </message>
        <message>
            <source>port in use</source>
            <translation>端口被占用</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>没有权限</translation>
        </message>
        <message>
            <source>sign in again</source>
            <translation>需重新登录</translation>
        </message>
        <message>
            <source>unplugged</source>
            <translation>已拔出</translation>
        </message>
        <message>
            <source>stuck</source>
            <translation>卡住</translation>
        </message>
        <message>
            <source>ambiguous</source>
            <translation>分不清</translation>
        </message>
        <message>
            <source>unreachable</source>
            <translation>连不上</translation>
        </message>
        <message>
            <source>trouble</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>wrong speed?</source>
            <translation>波特率不对？</translation>
        </message>
        <message>
            <source>may fall asleep</source>
            <translation>可能休眠</translation>
        </message>
        <message>
            <source>no paper</source>
            <translation>缺纸</translation>
        </message>
        <message>
            <source>paper low</source>
            <translation>纸将尽</translation>
        </message>
        <message>
            <source>cover open</source>
            <translation>开盖</translation>
        </message>
        <message>
            <source>cutter stuck</source>
            <translation>切刀卡住</translation>
        </message>
        <message>
            <source>error</source>
            <translation>出错</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>脱机</translation>
        </message>
        <message>
            <source>The printer is out of paper. Put in a new roll.</source>
            <translation>打印机缺纸，请换纸卷。</translation>
        </message>
        <message>
            <source>The paper is about to end. Have a new roll ready.</source>
            <translation>纸快用完了，请备好新纸卷。</translation>
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
            <source>The printer reports an error. Switch it off and on.</source>
            <translation>打印机报错，请关机再开机。</translation>
        </message>
        <message>
            <source>The printer is offline. Press its feed key, or switch it off and on.</source>
            <translation>打印机脱机。请按走纸键，或关机再开机。</translation>
        </message>
        <message>
            <source>The printer does not say how it is. Slips are sent all the same.</source>
            <translation>打印机不报告状态，小票照常发送。</translation>
        </message>
        <message>
            <source>It has the slip and may print it then: look before printing it again.</source>
            <translation>小票已送到打印机，恢复后可能会打出来：补打前请先看一眼。</translation>
        </message>
        <message>
            <source>A part of the slip may be on the paper.</source>
            <translation>小票可能已打出一部分。</translation>
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
            <source>self-test failed</source>
            <translation>自检失败</translation>
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
            <source>The printer had the slip and does not say whether it printed it: look before printing it again.</source>
            <translation>打印机已收到小票，但没有报告是否打出；补打前请先看一看。</translation>
        </message>
        <message>
            <source>Slips that wait: {count}. They are printed by themselves.</source>
            <translation>待打小票 {count} 张，会自动打印。</translation>
        </message>
        <message>
            <source>{words}, {count} wait</source>
            <translation>{words}，待打 {count} 张</translation>
        </message>
        <message>
            <source>By count about {metres} m of paper are left. Have a new roll ready, and tell the program when it is in.</source>
            <translation>按用量估计，纸卷约剩 {metres} 米。请备好新纸卷，换好后在程序中登记。</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <source>Next text: disturbed line</source>
            <translation>下一条：线路干扰</translation>
        </message>
        <message>
            <source>Next text: some bytes are lost</source>
            <translation>下一条：丢失部分字节</translation>
        </message>
        <message>
            <source>Next text: half a frame</source>
            <translation>下一条：只到半帧</translation>
        </message>
        <message>
            <source>Next text: taken for another strip's</source>
            <translation>下一条：当成别的屏</translation>
        </message>
        <message>
            <source>Next text: switched off and on</source>
            <translation>下一条：断电重启</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Dark: nothing was sent yet</source>
            <translation>未点亮：还没有收到文字</translation>
        </message>
        <message>
            <source>Texts shown: {count}</source>
            <translation>已显示 {count} 条</translation>
        </message>
        <message>
            <source>Window display {port}</source>
            <translation>窗口屏 {port}</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Kiosk</source>
            <translation>自助机</translation>
        </message>
        <message>
            <source>Touch a field, then an item: a number and a slip.</source>
            <translation>点领域，再点事项：得到号码和小票。</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Press F5: the number is called, see the board.</source>
            <translation>按 F5：叫号，看大屏。</translation>
        </message>
        <message>
            <source>The resident has come: press F9 to begin.</source>
            <translation>居民到了：按 F9 开始办理。</translation>
        </message>
        <message>
            <source>Done: press F9 to finish and to ask.</source>
            <translation>办完了：按 F9 办结并请评价。</translation>
        </message>
        <message>
            <source>Rating pad</source>
            <translation>评价器</translation>
        </message>
        <message>
            <source>Be the resident: press a key, or none at all.</source>
            <translation>您来当居民：按一个键，也可以不按。</translation>
        </message>
        <message>
            <source>What to press</source>
            <translation>下一步按什么</translation>
        </message>
        <message>
            <source>See the stars</source>
            <translation>看星级</translation>
        </message>
    </context>
    <context>
        <name>Modem</name>
        <message>
            <source>Next message: sent, and not confirmed</source>
            <translation>下一条：已发出但不确认</translation>
        </message>
        <message>
            <source>Next message: swallowed</source>
            <translation>下一条：收下后不发出</translation>
        </message>
        <message>
            <source>Next message: refused by the network</source>
            <translation>下一条：网络拒绝</translation>
        </message>
        <message>
            <source>Next message: no such number</source>
            <translation>下一条：号码不存在</translation>
        </message>
        <message>
            <source>Next message: not asked for</source>
            <translation>下一条：不索取内容</translation>
        </message>
        <message>
            <source>Next message: the modem starts again</source>
            <translation>下一条：模块重新启动</translation>
        </message>
        <message>
            <source>Next message: a late answer</source>
            <translation>下一条：回答迟到</translation>
        </message>
        <message>
            <source>Next message: disturbed line</source>
            <translation>下一条：线路有干扰</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Answers nothing</source>
            <translation>不回答</translation>
        </message>
        <message>
            <source>No SIM card</source>
            <translation>无 SIM 卡</translation>
        </message>
        <message>
            <source>Waits for its PIN</source>
            <translation>等待 PIN 码</translation>
        </message>
        <message>
            <source>No network</source>
            <translation>无网络</translation>
        </message>
        <message>
            <source>On the network, {count} arrived</source>
            <translation>网络正常，已送达 {count} 条</translation>
        </message>
        <message>
            <source>GSM modem {port}</source>
            <translation>短信模块 {port}</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>不应答</translation>
        </message>
        <message>
            <source>No message has arrived yet</source>
            <translation>还没有短信送达</translation>
        </message>
        <message>
            <source>{parts} of {of} parts</source>
            <translation>共 {of} 段，已到 {parts} 段</translation>
        </message>
    </context>
    <context>
        <name>Pad</name>
        <message>
            <source>Window {counter}</source>
            <translation>窗口 {counter}</translation>
        </message>
        <message>
            <source>{window}: {count} ratings this quarter</source>
            <translation>{window}，本季 {count} 人评过</translation>
        </message>
        <message>
            <source>Or leave it: {figure} s left</source>
            <translation>可以不评，还有 {figure} 秒</translation>
        </message>
        <message>
            <source>Please rate us</source>
            <translation>请您评价</translation>
        </message>
        <message>
            <source>Rated</source>
            <translation>已评价</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>That is fine too</source>
            <translation>不评也可以</translation>
        </message>
        <message>
            <source>The cable is out</source>
            <translation>线缆已拔出</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Back in a moment</source>
            <translation>请稍候</translation>
        </message>
        <message>
            <source>Window paused</source>
            <translation>暂停服务</translation>
        </message>
        <message>
            <source>One moment, please</source>
            <translation>请稍候</translation>
        </message>
        <message>
            <source>Next press: disturbed line</source>
            <translation>下次按键：线路干扰</translation>
        </message>
        <message>
            <source>Next press: half a frame</source>
            <translation>下次按键：只有半帧</translation>
        </message>
        <message>
            <source>Next press: wrong checksum</source>
            <translation>下次按键：校验错误</translation>
        </message>
        <message>
            <source>Next press: another pad's address</source>
            <translation>下次按键：别的评价器的地址</translation>
        </message>
        <message>
            <source>Next press: the reply is lost</source>
            <translation>下次按键：应答丢失</translation>
        </message>
        <message>
            <source>Next press: the key bounces</source>
            <translation>下次按键：按键抖动</translation>
        </message>
        <message>
            <source>Next press: nothing is sent</source>
            <translation>下次按键：不发送</translation>
        </message>
        <message>
            <source>Rating pad {port}</source>
            <translation>评价器 {port}</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>谢谢</translation>
        </message>
        <message>
            <source>Very satisfied</source>
            <translation>很满意</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Basically satisfied</source>
            <translation>基本满意</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Dissatisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Very dissatisfied</source>
            <translation>非常不满意</translation>
        </message>
    </context>
    <context>
        <name>Printer</name>
        <message>
            <source>Nothing printed yet</source>
            <translation>还没有打印</translation>
        </message>
        <message>
            <source>Take a number: its slip comes out here.</source>
            <translation>取号后，小票从这里出来。</translation>
        </message>
        <message>
            <source>The cover is open</source>
            <translation>机盖打开</translation>
        </message>
        <message>
            <source>Out of paper</source>
            <translation>缺纸</translation>
        </message>
        <message>
            <source>Prints, but does not answer</source>
            <translation>能打印，但不应答</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>{count} bytes wait; they are printed afterwards</source>
            <translation>{count} 字节等着，恢复后打印</translation>
        </message>
        <message>
            <source>Slips cut: {count}</source>
            <translation>已切 {count} 张</translation>
        </message>
        <message>
            <source>The cable is out</source>
            <translation>线缆已拔出</translation>
        </message>
        <message>
            <source>The cutter is stuck</source>
            <translation>切刀卡住了</translation>
        </message>
        <message>
            <source>Switched offline</source>
            <translation>已脱机</translation>
        </message>
        <message>
            <source>The paper will end soon</source>
            <translation>纸快用完了</translation>
        </message>
        <message>
            <source>Switch it off and on</source>
            <translation>关机再开机</translation>
        </message>
        <message>
            <source>Paper low</source>
            <translation>纸将尽</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>脱机</translation>
        </message>
        <message>
            <source>Cutter stuck</source>
            <translation>切刀卡住</translation>
        </message>
        <message>
            <source>Next slip: the paper ends within it</source>
            <translation>下一张：打到一半纸用完</translation>
        </message>
        <message>
            <source>Next slip: the cutter gets stuck</source>
            <translation>下一张：切刀卡住</translation>
        </message>
        <message>
            <source>Next answer: lost</source>
            <translation>下一次应答：丢失</translation>
        </message>
        <message>
            <source>Next answer: disturbed line</source>
            <translation>下一次应答：线路干扰</translation>
        </message>
        <message>
            <source>Receipt printer {port}</source>
            <translation>小票打印机 {port}</translation>
        </message>
        <message>
            <source>No paper</source>
            <translation>缺纸</translation>
        </message>
        <message>
            <source>Cover open</source>
            <translation>开盖</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>不应答</translation>
        </message>
    </context>
    <context>
        <name>Scanner</name>
        <message>
            <source>Next scan: disturbed line</source>
            <translation>下一次：线路干扰</translation>
        </message>
        <message>
            <source>Next scan: half the code</source>
            <translation>下一次：只发半个码</translation>
        </message>
        <message>
            <source>Next scan: sent twice</source>
            <translation>下一次：重复发送</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Sent {code}</source>
            <translation>已发送 {code}</translation>
        </message>
        <message>
            <source>Nothing scanned yet</source>
            <translation>还没有扫描</translation>
        </message>
        <message>
            <source>Barcode scanner {port}</source>
            <translation>条码扫描器 {port}</translation>
        </message>
        <message>
            <source>Code on a slip</source>
            <translation>小票上的码</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>No slip was taken yet today</source>
            <translation>今天还没有取号</translation>
        </message>
    </context>
    <context>
        <name>SimulatedDevice</name>
        <message>
            <source>Pull the cable</source>
            <translation>拔掉线缆</translation>
        </message>
        <message>
            <source>Plug it in</source>
            <translation>插上线缆</translation>
        </message>
    </context>
</TS>
