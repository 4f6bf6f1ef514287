<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Profiles</name>
        <message>
            <source>FF 68 caller box, six digits</source>
            <translation>FF 68 呼叫器，六位数码</translation>
        </message>
        <message>
            <source>One byte per key</source>
            <translation>每键一字节</translation>
        </message>
        <message>
            <source>FF 68 pad, four keys</source>
            <translation>FF 68 评价器，四键</translation>
        </message>
        <message>
            <source>S…E text pad</source>
            <translation>S…E 文本评价器</translation>
        </message>
        <message>
            <source>FF 68 pad, six keys</source>
            <translation>FF 68 评价器，六键</translation>
        </message>
        <message>
            <source>My pad</source>
            <translation>我的评价器</translation>
        </message>
        <message>
            <source>Epson TM, 80 mm, cutter</source>
            <translation>爱普生 TM，80 毫米，切刀</translation>
        </message>
        <message>
            <source>58 mm, tear bar</source>
            <translation>58 毫米，撕纸口</translation>
        </message>
        <message>
            <source>80 mm, cutter</source>
            <translation>80 毫米，切刀</translation>
        </message>
        <message>
            <source>80 mm, old cutter (ESC i)</source>
            <translation>80 毫米，老式切刀（ESC i）</translation>
        </message>
        <message>
            <source>ZJ-58, POS-58, 58 mm, tear bar</source>
            <translation>ZJ-58、POS-58，58 毫米，撕纸口</translation>
        </message>
        <message>
            <source>平安力合 strip</source>
            <translation>平安力合条屏</translation>
        </message>
        <message>
            <source>瑞泽 strip</source>
            <translation>瑞泽条屏</translation>
        </message>
        <message>
            <source>永泰新欣 strip</source>
            <translation>永泰新欣条屏</translation>
        </message>
        <message>
            <source>重庆中意 IMM9012 strip</source>
            <translation>重庆中意 IMM9012 条屏</translation>
        </message>
    </context>
    <context>
        <name>Setup</name>
        <message>
            <source>Add a window</source>
            <translation>添加窗口</translation>
        </message>
        <message>
            <source>Its number, then Enter</source>
            <translation>窗口号，回车确认</translation>
        </message>
        <message>
            <source>Choose or write a port; empty: there is none at this machine</source>
            <translation>选择或填写端口；留空表示本机没有</translation>
        </message>
        <message>
            <source>as the profile says</source>
            <translation>按型号</translation>
        </message>
        <message>
            <source>hangs on another machine's line, which does what is asked</source>
            <translation>接在另一台机器的线路上，由那台机器代为执行</translation>
        </message>
        <message>
            <source>Made of software, for practice: it lasts while this screen is open.</source>
            <translation>软件模拟，供练习用：关闭本屏即消失。</translation>
        </message>
        <message>
            <source>This name may change when the cable is pulled; {port} finds the device again.</source>
            <translation>拔插后这个名字可能会变；用 {port} 可以重新找到设备。</translation>
        </message>
        <message>
            <source>This machine has no serial port. Plug the cable in and open the list, or write the port by hand.</source>
            <translation>这台机器没有串口。插上线后再打开列表，或手工填写端口。</translation>
        </message>
        <message>
            <source>A profile file of this site.</source>
            <translation>本单位自己的型号文件。</translation>
        </message>
        <message>
            <source>Probe</source>
            <translation>检测</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>Learn</source>
            <translation>学习</translation>
        </message>
        <message>
            <source>Simulate</source>
            <translation>模拟</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>停止模拟</translation>
        </message>
        <message>
            <source>New roll</source>
            <translation>新纸卷</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>撤掉</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>试一试</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Other windows on its lines</source>
            <translation>本机线路上的其他窗口</translation>
        </message>
        <message>
            <source>not set up</source>
            <translation>未配置</translation>
        </message>
        <message>
            <source>set up, not tried yet</source>
            <translation>已配置，还没试过</translation>
        </message>
        <message>
            <source>being looked at…</source>
            <translation>正在查看…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Probing…</source>
            <translation>正在检测…</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>正在测试…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Nothing answered at this port.</source>
            <translation>这个端口上没有设备应答。</translation>
        </message>
        <message>
            <source>That proves nothing about a device that speaks only when it is pressed: test it.</source>
            <translation>有的设备只在按键时才说话，没有应答不等于没接好：请用“测试”。</translation>
        </message>
        <message>
            <source>Its profile is filled in: {profile}.</source>
            <translation>已填入型号：{profile}。</translation>
        </message>
        <message>
            <source>Writing the log…</source>
            <translation>正在写日志…</translation>
        </message>
        <message>
            <source>The log, without personal data, is in {file}.</source>
            <translation>日志（不含个人信息）已写到 {file}。</translation>
        </message>
        <message>
            <source>Telling the database of the new roll…</source>
            <translation>正在登记新纸卷…</translation>
        </message>
        <message>
            <source>A new roll is counted from now on; {metres} m of the old one were used.</source>
            <translation>已换新纸卷，重新计数；旧卷用了 {metres} 米。</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>已学会</translation>
        </message>
        <message>
            <source>The profile is kept in {file} and filled in above.</source>
            <translation>型号文件已存为 {file}，并已填在上面。</translation>
        </message>
        <message>
            <source>Save, and the pad is used with it.</source>
            <translation>保存后，评价器就按它工作。</translation>
        </message>
        <message>
            <source>A device made of software is at port {port}. Press its keys below.</source>
            <translation>模拟设备在端口 {port}，在下面操作它。</translation>
        </message>
        <message>
            <source>The simulation is over.</source>
            <translation>模拟已停止。</translation>
        </message>
        <message>
            <source>There are changes that are not saved.</source>
            <translation>有修改还没有保存。</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>Leave without them</source>
            <translation>不保存，离开</translation>
        </message>
        <message>
            <source>Save and leave</source>
            <translation>保存并离开</translation>
        </message>
        <message>
            <source>Where it stands, and where the centre's database is.</source>
            <translation>在哪个窗口，中心的数据库在哪里。</translation>
        </message>
        <message>
            <source>Its place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Its look</source>
            <translation>外观与语言</translation>
        </message>
        <message>
            <source>Who signs in when the day begins; may stay empty.</source>
            <translation>上班时谁登录；可以不填。</translation>
        </message>
        <message>
            <source>Needed only when the database holds several centres.</source>
            <translation>数据库里有几个中心时才要填。</translation>
        </message>
        <message>
            <source>postgresql+psycopg://user@server/centre for many windows, sqlite:///file for one or two.</source>
            <translation>窗口多用 postgresql+psycopg://用户@服务器/库名，一两个窗口用 sqlite:///文件。</translation>
        </message>
        <message>
            <source>Check the connection</source>
            <translation>检查连接</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在连接…</translation>
        </message>
        <message>
            <source>The database answers: centre {centre}, {staff} staff.</source>
            <translation>数据库已连通：中心 {centre}，工作人员 {staff} 人。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Large, high contrast</source>
            <translation>大字高对比</translation>
        </message>
        <message>
            <source>Simulated (Alt)</source>
            <translation>模拟设备（Alt）</translation>
        </message>
        <message>
            <source>Nobody touches it: it does what it is told.</source>
            <translation>不用人操作，它照指令做。</translation>
        </message>
        <message>
            <source>Show it a code</source>
            <translation>给它看一个码</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Choose what is done to it</source>
            <translation>选择要做的操作</translation>
        </message>
        <message>
            <source>A code</source>
            <translation>条码内容</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>模拟</translation>
        </message>
        <message>
            <source>The key came: {key}.</source>
            <translation>收到按键：{key}。</translation>
        </message>
        <message>
            <source>The slip is printed, and the printer says so.</source>
            <translation>小票已打印，打印机已确认。</translation>
        </message>
        <message>
            <source>The slip was sent; this printer does not tell whether it printed. Look.</source>
            <translation>小票已发出；这台打印机不回报是否打印，请看一眼。</translation>
        </message>
        <message>
            <source>The message went out. Look whether it arrived.</source>
            <translation>短信已发出，请查看手机是否收到。</translation>
        </message>
        <message>
            <source>It works.</source>
            <translation>能用。</translation>
        </message>
        <message>
            <source>Bytes on the wire</source>
            <translation>线上字节</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>码</translation>
        </message>
        <message>
            <source>Signal, 0 to 31</source>
            <translation>信号（0–31）</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Photograph, bytes</source>
            <translation>照片字节数</translation>
        </message>
        <message>
            <source>Needs a second look</source>
            <translation>需要核对</translation>
        </message>
        <message>
            <source>Setup – OneWindow</source>
            <translation>设置 – 一窗</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Nothing is set up on this machine yet.</source>
            <translation>这台机器还没有设置。</translation>
        </message>
        <message>
            <source>Choose a device, plug it in, choose its port, try it, and save. The window is set under {page}.</source>
            <translation>选一种设备，插好线，选端口，试一试，然后保存。窗口号在“{page}”里设。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Screens that are running use it once they are started again.</source>
            <translation>正在运行的窗口屏幕重新启动后生效。</translation>
        </message>
        <message>
            <source>A simulated device is among it: its port ends with this screen.</source>
            <translation>其中有模拟设备：关闭本屏后它的端口就没有了。</translation>
        </message>
        <message>
            <source>OneWindow</source>
            <translation>一窗</translation>
        </message>
        <message>
            <source>Setup</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
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
            <source>Receipt printer</source>
            <translation>小票打印机</translation>
        </message>
        <message>
            <source>ID-card reader</source>
            <translation>身份证阅读器</translation>
        </message>
        <message>
            <source>Barcode scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>GSM modem</source>
            <translation>短信模块</translation>
        </message>
        <message>
            <source>Residents press how they were served.</source>
            <translation>居民在上面按键评价。</translation>
        </message>
        <message>
            <source>Staff call the next number by its keys.</source>
            <translation>工作人员按它的键叫号。</translation>
        </message>
        <message>
            <source>The strip over the window shows who is called.</source>
            <translation>窗口上方的条屏，显示叫到谁。</translation>
        </message>
        <message>
            <source>Prints tickets and receipts.</source>
            <translation>打印排队号和回执。</translation>
        </message>
        <message>
            <source>Fills in the resident from the identity card.</source>
            <translation>刷身份证，自动填写居民信息。</translation>
        </message>
        <message>
            <source>Finds a ticket or a case by the code on its slip.</source>
            <translation>扫小票上的码，找到排队号或办件。</translation>
        </message>
        <message>
            <source>Sends text messages to residents and staff.</source>
            <translation>向居民和工作人员发送短信。</translation>
        </message>
        <message>
            <source>A pad says nothing until it is pressed. Test asks for one key and shows what came.</source>
            <translation>评价器不按不出声。“测试”会请人按一个键，并显示收到了什么。</translation>
        </message>
        <message>
            <source>A call box says nothing until it is pressed. Test asks for one key and shows what came.</source>
            <translation>呼叫器不按不出声。“测试”会请人按一个键，并显示收到了什么。</translation>
        </message>
        <message>
            <source>A strip never answers. Test shows a text on it; look whether it is there.</source>
            <translation>条屏从不应答。“测试”会在上面显示一段文字，请看一眼。</translation>
        </message>
        <message>
            <source>Probe asks how the printer is, without paper. Test prints a slip.</source>
            <translation>“检测”只问状态，不出纸；“测试”打印一张小票。</translation>
        </message>
        <message>
            <source>Probe asks the reader who it is. Test asks for a card to be laid on it.</source>
            <translation>“检测”问阅读器的编号；“测试”请人放一张证件。</translation>
        </message>
        <message>
            <source>A scanner says nothing until it scans. Test asks for one code.</source>
            <translation>扫码枪不扫不出声。“测试”请人扫一个码。</translation>
        </message>
        <message>
            <source>Probe asks whether a modem answers. Test unlocks the SIM card and looks for the network; nothing is sent.</source>
            <translation>检测只问模块是否应答。测试会解锁 SIM 卡并查找网络，不发送短信。</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>型号</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Time limit</source>
            <translation>作答时限</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速率</translation>
        </message>
        <message>
            <source>Paper roll</source>
            <translation>纸卷长度</translation>
        </message>
        <message>
            <source>Speed and format</source>
            <translation>速率格式</translation>
        </message>
        <message>
            <source>Its own name</source>
            <translation>自取名称</translation>
        </message>
        <message>
            <source>SIM card's PIN</source>
            <translation>SIM 卡 PIN 码</translation>
        </message>
        <message>
            <source>Message centre</source>
            <translation>短信中心</translation>
        </message>
        <message>
            <source>They go out</source>
            <translation>发送方式</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>网关地址</translation>
        </message>
        <message>
            <source>Delivers here</source>
            <translation>本机发送</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口号</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中心编号</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>metres</source>
            <translation>米</translation>
        </message>
        <message>
            <source>baud</source>
            <translation>波特</translation>
        </message>
        <message>
            <source>Choose a port, or write a path, COM3, usb:VID:PID@place, socket://host:port or shared.</source>
            <translation>请选端口，或填写路径、COM3、usb:VID:PID@位置、socket://主机:端口、shared。</translation>
        </message>
        <message>
            <source>Choose a profile, or write the path of a profile file.</source>
            <translation>请选型号，或填写型号文件的路径。</translation>
        </message>
        <message>
            <source>A whole number from 0 to 255.</source>
            <translation>应为 0 到 255 的整数。</translation>
        </message>
        <message>
            <source>Seconds, more than 0 and at most 600.</source>
            <translation>应为秒数，大于 0，最多 600。</translation>
        </message>
        <message>
            <source>A whole number from 50 to 4000000.</source>
            <translation>应为 50 到 4000000 的整数。</translation>
        </message>
        <message>
            <source>Metres, more than 0 and at most 500.</source>
            <translation>应为米数，大于 0，最多 500。</translation>
        </message>
        <message>
            <source>Speed and format such as 9600-8N1.</source>
            <translation>应为 9600-8N1 这样的速率格式。</translation>
        </message>
        <message>
            <source>A whole number from 1 to 999.</source>
            <translation>应为 1 到 999 的整数。</translation>
        </message>
        <message>
            <source>4 to 8 digits; empty for a card that asks for none.</source>
            <translation>4 至 8 位数字；卡不要求时留空。</translation>
        </message>
        <message>
            <source>A telephone number such as +8613800100500; empty for the card's own.</source>
            <translation>电话号码，如 +8613800100500；留空则用卡内的。</translation>
        </message>
        <message>
            <source>Write the gateway's URL with {phone} in it, or choose another way.</source>
            <translation>请填写含 {phone} 的网关地址，或改选其他方式。</translation>
        </message>
        <message>
            <source>public source</source>
            <translation>公开资料</translation>
        </message>
        <message>
            <source>Its bytes are published; it was not tried on a device.</source>
            <translation>字节见于公开资料，未在实物上试过。</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>推定</translation>
        </message>
        <message>
            <source>Its bytes are assumed. Try it, and correct it by learning.</source>
            <translation>字节是推定的。请先测试，不对就用“学习”校正。</translation>
        </message>
        <message>
            <source>learned</source>
            <translation>学习所得</translation>
        </message>
        <message>
            <source>It was learned from a device by pressing each key.</source>
            <translation>在实物上逐键学得。</translation>
        </message>
        <message>
            <source>tried</source>
            <translation>实测</translation>
        </message>
        <message>
            <source>It was tried on a real device.</source>
            <translation>在实物上试过。</translation>
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
            <source>Took too long</source>
            <translation>时间长</translation>
        </message>
        <message>
            <source>Poor attitude</source>
            <translation>态度差</translation>
        </message>
        <message>
            <source>Poor knowledge</source>
            <translation>业务差</translation>
        </message>
        <message>
            <source>Dissatisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Very dissatisfied</source>
            <translation>非常不满意</translation>
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
            <source>Ask</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>挂起</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>叫回</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>过号</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转窗</translation>
        </message>
        <message>
            <source>Lift the card</source>
            <translation>拿走证件</translation>
        </message>
        <message>
            <source>Lay a resident's card</source>
            <translation>放居民身份证</translation>
        </message>
        <message>
            <source>Lay a card with fingerprints</source>
            <translation>放带指纹的身份证</translation>
        </message>
        <message>
            <source>Lay a card without end</source>
            <translation>放长期身份证</translation>
        </message>
        <message>
            <source>Lay an expired card</source>
            <translation>放过期身份证</translation>
        </message>
        <message>
            <source>Lay a card with a rare name</source>
            <translation>放生僻字姓名的身份证</translation>
        </message>
        <message>
            <source>Lay a card with a wrong number</source>
            <translation>放号码有误的身份证</translation>
        </message>
        <message>
            <source>Lay a Hong Kong, Macao or Taiwan permit</source>
            <translation>放港澳台居民居住证</translation>
        </message>
        <message>
            <source>Lay a foreign resident's card of 2017</source>
            <translation>放 2017 版外国人永久居留证</translation>
        </message>
        <message>
            <source>Lay a foreign resident's card of 2023</source>
            <translation>放 2023 版外国人永久居留证</translation>
        </message>
        <message>
            <source>Lay a card of an unknown kind</source>
            <translation>放类型不明的证件</translation>
        </message>
        <message>
            <source>Window {number}</source>
            <translation>窗口 {number}</translation>
        </message>
        <message>
            <source>Learn a pad</source>
            <translation>学习评价器</translation>
        </message>
        <message>
            <source>Each key is pressed twice: once to hear it, once to prove it.</source>
            <translation>每个键按两遍：第一遍听，第二遍核对。</translation>
        </message>
        <message>
            <source>Keys on it</source>
            <translation>按键种类</translation>
        </message>
        <message>
            <source>Begin from</source>
            <translation>从哪里开始</translation>
        </message>
        <message>
            <source>nothing: hear what comes</source>
            <translation>什么也不假定，听到什么算什么</translation>
        </message>
        <message>
            <source>its profile, keys only</source>
            <translation>照现有型号，只学按键</translation>
        </message>
        <message>
            <source>Call it</source>
            <translation>取名</translation>
        </message>
        <message>
            <source>Small letters, digits, - and _. It is kept as a file of this machine.</source>
            <translation>小写字母、数字、- 和 _。存为本机的型号文件。</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Keep and use it</source>
            <translation>保存并使用</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>重来</translation>
        </message>
        <message>
            <source>It has no such key</source>
            <translation>没有这个键</translation>
        </message>
        <message>
            <source>Have the pad before you, and begin.</source>
            <translation>把评价器放在面前，然后开始</translation>
        </message>
        <message>
            <source>First round, key {number} of {count}</source>
            <translation>第一遍，第 {number} 个键，共 {count} 个</translation>
        </message>
        <message>
            <source>Second round, key {number} of {count}</source>
            <translation>第二遍，第 {number} 个键，共 {count} 个</translation>
        </message>
        <message>
            <source>Press: {key}</source>
            <translation>请按：{key}</translation>
        </message>
        <message>
            <source>What comes on the line</source>
            <translation>线上收到的字节</translation>
        </message>
        <message>
            <source>Learned: both rounds agree.</source>
            <translation>学会了：两遍一致。</translation>
        </message>
        <message>
            <source>Nothing was learned.</source>
            <translation>没有学成。</translation>
        </message>
        <message>
            <source>Test number</source>
            <translation>测试号码</translation>
        </message>
        <message>
            <source>It is not stored.</source>
            <translation>号码不会保存。</translation>
        </message>
        <message>
            <source>Write the number that is to get the message, as one dials it.</source>
            <translation>请填写接收测试短信的电话号码。</translation>
        </message>
        <message>
            <source>One text message goes to the number above, the way chosen here.</source>
            <translation>将按上面所选方式，向这个号码发送一条测试短信。</translation>
        </message>
        <message>
            <source>Text messages and notices</source>
            <translation>短信与通知</translation>
        </message>
        <message>
            <source>How residents and staff are told of appointments, hours and rosters.</source>
            <translation>预约、服务时间和值班的变动怎样告知居民和工作人员。</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Delivering</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>By the GSM modem</source>
            <translation>短信猫</translation>
        </message>
        <message>
            <source>By a gateway</source>
            <translation>短信网关</translation>
        </message>
        <message>
            <source>Not from here</source>
            <translation>本机不发</translation>
        </message>
        <message>
            <source>The modem of this machine, at {port}.</source>
            <translation>使用本机的短信猫，端口 {port}。</translation>
        </message>
        <message>
            <source>This machine has no GSM modem yet: set it up among the devices (Ctrl+1).</source>
            <translation>本机还没有短信猫，请先在“设备”页（Ctrl+1）设置。</translation>
        </message>
        <message>
            <source>A server that sends text messages; its address is an apprise URL.</source>
            <translation>由服务商代发短信，地址写成 apprise 的网址形式。</translation>
        </message>
        <message>
            <source>They wait for a machine that sends them; mail, WeCom and the like go out.</source>
            <translation>短信等待别的机器发送；邮件、企业微信等仍可发出。</translation>
        </message>
        <message>
            <source>for example smseagle://token@server/{phone}</source>
            <translation>例如 smseagle://token@server/{phone}</translation>
        </message>
        <message>
            <source>Kept and not shown. Write another, or leave this empty.</source>
            <translation>已保存，不显示。要更换请直接填写，不填则保持原样。</translation>
        </message>
        <message>
            <source>Saved; what may be a password is hidden. {service}</source>
            <translation>已保存，可能含密码的部分已隐藏。{service}</translation>
        </message>
        <message>
            <source>It begins with the gateway's name and ://, as the list at apprise has it.</source>
            <translation>地址以网关名称和 :// 开头，见 apprise 的清单。</translation>
        </message>
        <message>
            <source>Write {phone} where the telephone number goes.</source>
            <translation>请在填电话号码的位置写 {phone}。</translation>
        </message>
        <message>
            <source>No such gateway is known. See github.com/caronc/apprise/wiki.</source>
            <translation>没有这种网关，见 github.com/caronc/apprise/wiki。</translation>
        </message>
        <message>
            <source>A gateway of {service}.</source>
            <translation>网关：{service}。</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>While a window is open here. One machine is enough.</source>
            <translation>本机开着任一窗口时发送；一个大厅有一台机器发送就够了。</translation>
        </message>
        <message>
            <source>Another machine does it.</source>
            <translation>由别的机器发送。</translation>
        </message>
        <message>
            <source>Send a test</source>
            <translation>发送测试</translation>
        </message>
    </context>
</TS>
