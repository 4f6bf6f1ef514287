<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CorrectionRows</name>
        <message>
            <source>taken over</source>
            <translation>写入档案</translation>
        </message>
        <message>
            <source>left as it is</source>
            <translation>保持不变</translation>
        </message>
    </context>
    <context>
        <name>CorrectionsSheet</name>
        <message>
            <source>Different from the resident's record</source>
            <translation>与居民档案不一致</translation>
        </message>
        <message>
            <source>What is ticked is written to the record, so that the next form has it right.</source>
            <translation>勾选的内容写入居民档案，下次填表自动带入。</translation>
        </message>
    </context>
    <context>
        <name>FieldRow</name>
        <message>
            <source>Take theirs</source>
            <translation>用对方的</translation>
        </message>
    </context>
    <context>
        <name>FormFoot</name>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新填写</translation>
        </message>
        <message>
            <source>Form done</source>
            <translation>填好了</translation>
        </message>
        <message>
            <source>Take over {n}</source>
            <translation>更新 {n} 项</translation>
        </message>
        <message>
            <source>Leave the record</source>
            <translation>不改档案</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>表单</translation>
        </message>
    </context>
    <context>
        <name>FormHead</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>Nothing of it was lost. Begin anew to start with what is known.</source>
            <translation>已填内容没有丢失。要从头填写，请按“重新填写”。</translation>
        </message>
        <message>
            <source>A form last changed on {moment} was found and is gone on with.</source>
            <translation>找到一张没填完的表（最后改动于 {moment}），已接着填。</translation>
        </message>
        <message>
            <source>A form that {who} last changed on {moment} was found and is gone on with.</source>
            <translation>找到一张没填完的表（{who} 最后改动于 {moment}），已接着填。</translation>
        </message>
        <message>
            <source>{who} finished this form meanwhile.</source>
            <translation>{who} 已把这张表填好。</translation>
        </message>
        <message>
            <source>Begin it again for what is missing in it.</source>
            <translation>还有要补的内容，请另填一张。</translation>
        </message>
        <message>
            <source>{who} changed this form meanwhile.</source>
            <translation>{who} 也在填这张表，刚刚作了改动。</translation>
        </message>
        <message>
            <source>What you typed is kept. Where you both wrote, choose below the field.</source>
            <translation>您填的内容都在。两人填了同一项的，请在该项下面选择。</translation>
        </message>
        <message>
            <source>{n} fields need another look.</source>
            <translation>有 {n} 项需要再看一下。</translation>
        </message>
        <message>
            <source>What is expected stands below each of them.</source>
            <translation>每项下面写明了应填什么。</translation>
        </message>
    </context>
    <context>
        <name>FormWords</name>
        <message>
            <source>Needed</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Expected: {what}</source>
            <translation>应为：{what}</translation>
        </message>
        <message>
            <source>{who} filled in other rows. Enter in the last row keeps yours.</source>
            <translation>{who} 填了别的内容。在最后一行按回车，保留您填的。</translation>
        </message>
        <message>
            <source>{who} entered: {value}. Enter keeps yours.</source>
            <translation>{who} 填的是：{value}。按回车，保留您填的。</translation>
        </message>
        <message>
            <source>{who} emptied this field. Enter keeps yours.</source>
            <translation>{who} 清空了这一项。按回车，保留您填的。</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>另一位工作人员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>出生</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Nation</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Community</source>
            <translation>社区</translation>
        </message>
        <message>
            <source>{names} and {n} more are filled in</source>
            <translation>{names}等已带入（另有 {n} 项）</translation>
        </message>
        <message>
            <source>{names} filled in</source>
            <translation>{names}已带入</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>not up to date: {why}</source>
            <translation>不是最新：{why}</translation>
        </message>
        <message>
            <source>page {n} of {pages}</source>
            <translation>第 {n} 页，共 {pages} 页</translation>
        </message>
        <message>
            <source>The page appears as soon as it is drawn.</source>
            <translation>正在生成页面。</translation>
        </message>
    </context>
    <context>
        <name>SavedMark</name>
        <message>
            <source>Saved {time}</source>
            <translation>已保存 {time}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>尚未保存</translation>
        </message>
    </context>
</TS>
