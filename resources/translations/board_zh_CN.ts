<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Announcer</name>
        <message>
            <source>The voice failed: {reason}</source>
            <translation>语音没有播出：{reason}</translation>
        </message>
        <message>
            <source>Voice: {name}</source>
            <translation>语音：{name}</translation>
        </message>
        <message>
            <source>Chime without a voice: install espeak-ng, or record clips.</source>
            <translation>只有提示音，没有语音：请安装 espeak-ng，或录制语音。</translation>
        </message>
        <message>
            <source>No sound: install alsa-utils (aplay) and espeak-ng.</source>
            <translation>没有声音：请安装 alsa-utils（aplay）和 espeak-ng。</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Extended hours until {time}</source>
            <translation>延时服务到 {time}</translation>
        </message>
        <message>
            <source>Closed today</source>
            <translation>今天不开放</translation>
        </message>
        <message>
            <source>Open {hours}</source>
            <translation>今天 {hours}</translation>
        </message>
        <message>
            <source>not open now</source>
            <translation>现在不办</translation>
        </message>
        <message>
            <source>from {time}</source>
            <translation>{time} 开放</translation>
        </message>
    </context>
    <context>
        <name>BoardScreen</name>
        <message>
            <source>Hall board</source>
            <translation>大厅叫号屏</translation>
        </message>
        <message>
            <source>Now called</source>
            <translation>正在叫号</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Please listen for your number at the windows</source>
            <translation>请听窗口叫号</translation>
        </message>
        <message>
            <source>The board has lost its connection. Your number stays valid.</source>
            <translation>大屏暂时断开连接，您的号照常有效。</translation>
        </message>
    </context>
    <context>
        <name>Slab</name>
        <message>
            <source>Nobody called yet</source>
            <translation>还没有叫号</translation>
        </message>
    </context>
    <context>
        <name>Upcoming</name>
        <message>
            <source>Next</source>
            <translation>下面轮到</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等候</translation>
        </message>
        <message>
            <source>nobody waiting</source>
            <translation>无人等候</translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>现在无人等候</translation>
        </message>
        <message>
            <source>whole hall {value} waiting</source>
            <translation>全厅等候 {value} 人</translation>
        </message>
        <message>
            <source>, about {value} min</source>
            <translation>，约 {value} 分钟</translation>
        </message>
    </context>
</TS>
