<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Casework</name>
        <message>
            <source>Tell the resident</source>
            <translation>告知居民</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Hand on</source>
            <translation>移交负责人</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>代办路线</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Record: {purpose}</source>
            <translation>登记：{purpose}</translation>
        </message>
        <message>
            <source>Go: {purpose}</source>
            <translation>去办：{purpose}</translation>
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
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>It is being read …</source>
            <translation>正在读取……</translation>
        </message>
        <message>
            <source>Nothing was entered in this period.</source>
            <translation>这段时间没有登记。</translation>
        </message>
        <message>
            <source>{count} entries, the first of more</source>
            <translation>显示前 {count} 条，还有更多</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>共 {count} 条</translation>
        </message>
        <message>
            <source>{move}: done.</source>
            <translation>“{move}”已登记。</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Payment notice</source>
            <translation>缴费通知书</translation>
        </message>
        <message>
            <source>History</source>
            <translation>办理记录</translation>
        </message>
        <message>
            <source>Mandate</source>
            <translation>委托书</translation>
        </message>
        <message>
            <source>Take over the usual route</source>
            <translation>采用常用路线</translation>
        </message>
        <message>
            <source>What else can be done</source>
            <translation>还可以办的事</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Originals change hands</source>
            <translation>原件流转</translation>
        </message>
        <message>
            <source>Files of it</source>
            <translation>相关附件</translation>
        </message>
        <message>
            <source>Set out, or hand in</source>
            <translation>出发或递交</translation>
        </message>
        <message>
            <source>Change the errand</source>
            <translation>修改这一站</translation>
        </message>
        <message>
            <source>The notice lists all of these at once:</source>
            <translation>告知书将一次列明以下各项：</translation>
        </message>
        <message>
            <source>No material is marked missing or wrong: say in words what is to be corrected.</source>
            <translation>没有标为缺少或不符的材料，请写明需要补正什么。</translation>
        </message>
        <message>
            <source>Working days the resident has</source>
            <translation>居民补正期限（工作日）</translation>
        </message>
        <message>
            <source>Piece handed to the resident, where there is one</source>
            <translation>发给居民的证照或结果件（没有可不填）</translation>
        </message>
        <message>
            <source>such as a residence permit</source>
            <translation>如：居住证</translation>
        </message>
        <message>
            <source>where the route goes next</source>
            <translation>按路线的下一站</translation>
        </message>
        <message>
            <source>Handed to</source>
            <translation>移交给</translation>
        </message>
        <message>
            <source>By how many working days</source>
            <translation>延长几个工作日</translation>
        </message>
        <message>
            <source>Who approved it</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Who received it and signed</source>
            <translation>签收人</translation>
        </message>
        <message>
            <source>Number of the consignment, or who took it to the post</source>
            <translation>邮寄单号或交寄人</translation>
        </message>
        <message>
            <source>How the result gets home</source>
            <translation>结果怎么送达</translation>
        </message>
        <message>
            <source>Ground, in words</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>A numbered notice is issued with it.</source>
            <translation>将同时出具编号文书。</translation>
        </message>
        <message>
            <source>{count} required materials are missing or wrong: {names}</source>
            <translation>{count} 样必需材料缺少或不符：{names}</translation>
        </message>
        <message>
            <source>Accepting takes the materials as complete. P in the list waives one for now; “Ask for correction” asks the resident for all of them.</source>
            <translation>受理即视为材料齐全。在材料上按 P 可容缺受理；要请居民补齐，请用“告知补正”。</translation>
        </message>
        <message>
            <source>To be reached</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>告知了谁</translation>
        </message>
        <message>
            <source>In which words</source>
            <translation>告知内容</translation>
        </message>
        <message>
            <source>To be told next</source>
            <translation>下次告知日期</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Now: {name}. Exactly one person answers for a case.</source>
            <translation>现在由{name}负责。一件事始终只有一位负责人。</translation>
        </message>
        <message>
            <source>Answers for it from now on</source>
            <translation>今后由谁负责</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>What is wrong with it</source>
            <translation>哪里不符</translation>
        </message>
        <message>
            <source>Mark as wrong</source>
            <translation>标为不符</translation>
        </message>
        <message>
            <source>Work goes on without it; the resident promises to bring it later.</source>
            <translation>容缺受理：居民承诺稍后补交。</translation>
        </message>
        <message>
            <source>Promised by</source>
            <translation>承诺补交日期</translation>
        </message>
        <message>
            <source>Go on without it</source>
            <translation>容缺受理</translation>
        </message>
        <message>
            <source>Asked for: {counts}</source>
            <translation>要求：{counts}</translation>
        </message>
        <message>
            <source>Originals received</source>
            <translation>收到原件份数</translation>
        </message>
        <message>
            <source>Copies received</source>
            <translation>收到复印件份数</translation>
        </message>
        <message>
            <source>Originals to be returned</source>
            <translation>须退还原件份数</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已收件</translation>
        </message>
        <message>
            <source>Now: {place}</source>
            <translation>现在：{place}</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>流转</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>去哪里</translation>
        </message>
        <message>
            <source>Who signs for it</source>
            <translation>签收人</translation>
        </message>
        <message>
            <source>The resident signs for what goes back.</source>
            <translation>退还原件须由居民签收。</translation>
        </message>
        <message>
            <source>Say where it goes.</source>
            <translation>请填写移交到哪里。</translation>
        </message>
        <message>
            <source>Where {name} goes</source>
            <translation>{name} 的流转</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>What to carry</source>
            <translation>携带物品</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Hour, where one is agreed</source>
            <translation>约定时间（如有）</translation>
        </message>
        <message>
            <source>Who goes</source>
            <translation>谁去</translation>
        </message>
        <message>
            <source>Plan an errand</source>
            <translation>安排一站</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>安排</translation>
        </message>
        <message>
            <source>What came back</source>
            <translation>取回了什么</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>已办好</translation>
        </message>
        <message>
            <source>All formalities of {title}</source>
            <translation>{title}的全部手续</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>委托事项</translation>
        </message>
        <message>
            <source>What we may do</source>
            <translation>代办权限</translation>
        </message>
        <message>
            <source>What we may not do</source>
            <translation>不得代办</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Signed by the resident on</source>
            <translation>居民签字日期</translation>
        </message>
        <message>
            <source>Signed by us on</source>
            <translation>代办员签字日期</translation>
        </message>
        <message>
            <source>Go on with the mandate</source>
            <translation>续办委托</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签</translation>
        </message>
        <message>
            <source>given</source>
            <translation>已交</translation>
        </message>
        <message>
            <source>given and signed for</source>
            <translation>已交并签收</translation>
        </message>
        <message>
            <source>How it went</source>
            <translation>交付情况</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>交给</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已交付</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>收回作废</translation>
        </message>
        <message>
            <source>What is charged</source>
            <translation>收费项目</translation>
        </message>
        <message>
            <source>On which ground</source>
            <translation>收费依据</translation>
        </message>
        <message>
            <source>Amount in yuan</source>
            <translation>金额（元）</translation>
        </message>
        <message>
            <source>To be paid by</source>
            <translation>缴费期限</translation>
        </message>
        <message>
            <source>Payee</source>
            <translation>收款单位</translation>
        </message>
        <message>
            <source>How to pay</source>
            <translation>缴费方式</translation>
        </message>
        <message>
            <source>Write the amount in figures, like 20 or 20.50.</source>
            <translation>金额请写数字，如 20 或 20.50。</translation>
        </message>
        <message>
            <source>Issue it</source>
            <translation>出具</translation>
        </message>
        <message>
            <source>working days</source>
            <translation>个工作日</translation>
        </message>
        <message>
            <source>over by</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>left</source>
            <translation>还剩</translation>
        </message>
        <message>
            <source>no day counts</source>
            <translation>停止计时</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>不予批准</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已办结</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>received {day}</source>
            <translation>{day} 收件</translation>
        </message>
        <message>
            <source>accepted {day}</source>
            <translation>{day} 受理</translation>
        </message>
        <message>
            <source>provisional, rest days unknown</source>
            <translation>暂定，放假安排未公布</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>承诺办结</translation>
        </message>
        <message>
            <source>backstop {name}</source>
            <translation>兜底 {name}</translation>
        </message>
        <message>
            <source>Who answers for it now</source>
            <translation>现在由谁负责</translation>
        </message>
        <message>
            <source>Proxy case</source>
            <translation>全程代办</translation>
        </message>
        <message>
            <source>Where the materials are</source>
            <translation>材料在哪里</translation>
        </message>
        <message>
            <source>{count} kinds, {lacking} missing or wrong</source>
            <translation>{count} 样，{lacking} 样缺少或不符</translation>
        </message>
        <message>
            <source>{count} kinds, {back} originals to be returned</source>
            <translation>{count} 样，{back} 样原件待退还</translation>
        </message>
        <message>
            <source>{count} kinds</source>
            <translation>{count} 样</translation>
        </message>
        <message>
            <source>Day sheet of {day}</source>
            <translation>{day} 代办日程单</translation>
        </message>
        <message>
            <source>No errand is planned for this day.</source>
            <translation>这一天没有安排外出。</translation>
        </message>
        <message>
            <source>Choose who goes.</source>
            <translation>请选择代办员。</translation>
        </message>
        <message>
            <source>{count} errands, {done} done</source>
            <translation>{count} 站，已办 {done} 站</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>any time</source>
            <translation>时间不限</translation>
        </message>
        <message>
            <source>No file is attached.</source>
            <translation>没有附件。</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Take it away</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Pictures and documents (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx *.ofd);;All (*)</source>
            <translation>图片和文档 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx *.ofd);;全部 (*)</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存副本</translation>
        </message>
        <message>
            <source>proxy case</source>
            <translation>全程代办</translation>
        </message>
        <message>
            <source>{count} open cases</source>
            <translation>在办 {count} 件</translation>
        </message>
        <message>
            <source>Resident</source>
            <translation>居民</translation>
        </message>
        <message>
            <source>approved by {name}</source>
            <translation>{name}批准</translation>
        </message>
        <message>
            <source>Who answered for it</source>
            <translation>历任负责人</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>原件流转</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我负责的</translation>
        </message>
        <message>
            <source>Due this week</source>
            <translation>本周到期</translation>
        </message>
        <message>
            <source>At risk</source>
            <translation>有逾期风险</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Waiting for the resident</source>
            <translation>待补正</translation>
        </message>
        <message>
            <source>Ready to collect</source>
            <translation>待领取</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>停止计时</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Ledgers</source>
            <translation>台账</translation>
        </message>
        <message>
            <source>Name, initials, number, last four, telephone, or scan</source>
            <translation>姓名、首字母、编号、证件后四位、电话，或扫码</translation>
        </message>
        <message>
            <source>Anything</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Residents</source>
            <translation>居民</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新办件</translation>
        </message>
        <message>
            <source>Day sheet</source>
            <translation>日程单</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>This could not be looked for.</source>
            <translation>没能查询，请再试一次。</translation>
        </message>
        <message>
            <source>Nothing is found by this.</source>
            <translation>没有找到。</translation>
        </message>
        <message>
            <source>No case stands here.</source>
            <translation>这里没有办件。</translation>
        </message>
        <message>
            <source>{count} or more</source>
            <translation>{count} 条以上</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>共 {count} 条</translation>
        </message>
        <message>
            <source>Cases found</source>
            <translation>查到的办件</translation>
        </message>
        <message>
            <source>Excel (*.xlsx);;CSV (*.csv)</source>
            <translation>Excel 工作簿 (*.xlsx);;CSV 文件 (*.csv)</translation>
        </message>
        <message>
            <source>Written to {file}.</source>
            <translation>已导出到 {file}。</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>现在何处</translation>
        </message>
        <message>
            <source>In whose hands</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>This item asks for no material.</source>
            <translation>本事项不需要材料。</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>不符</translation>
        </message>
        <message>
            <source>promised by {day}</source>
            <translation>容缺至 {day}</translation>
        </message>
        <message>
            <source>promised</source>
            <translation>容缺</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>不需要</translation>
        </message>
        <message>
            <source>to be returned</source>
            <translation>须退还</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>counts, files</source>
            <translation>份数、附件</translation>
        </message>
        <message>
            <source>No notice was issued yet.</source>
            <translation>还没有出具文书。</translation>
        </message>
        <message>
            <source>{count} in all</source>
            <translation>{count} 份</translation>
        </message>
        <message>
            <source>after completion</source>
            <translation>办结后</translation>
        </message>
        <message>
            <source>What is shown stays as it was read; nothing that you typed is lost.</source>
            <translation>屏幕上仍是上次读到的内容，您填写的不会丢失。</translation>
        </message>
        <message>
            <source>The number is shown; that you saw it is on record.</source>
            <translation>已显示完整号码，查看已记录在案。</translation>
        </message>
        <message>
            <source>Look for the other person</source>
            <translation>查找另一个人</translation>
        </message>
        <message>
            <source>Nobody else is found by this.</source>
            <translation>没有找到其他人。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
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
            <source>Community</source>
            <translation>社区</translation>
        </message>
        <message>
            <source>Change the record</source>
            <translation>修改档案</translation>
        </message>
        <message>
            <source>Enter a resident</source>
            <translation>新建档案</translation>
        </message>
        <message>
            <source>Special need</source>
            <translation>特殊需要</translation>
        </message>
        <message>
            <source>More about it</source>
            <translation>补充说明</translation>
        </message>
        <message>
            <source>A special need</source>
            <translation>特殊需要</translation>
        </message>
        <message>
            <source>lives elsewhere</source>
            <translation>不同户</translation>
        </message>
        <message>
            <source>one household</source>
            <translation>同户</translation>
        </message>
        <message>
            <source>New case: whose is it?</source>
            <translation>新办件：为谁办？</translation>
        </message>
        <message>
            <source>Enter somebody new</source>
            <translation>登记新居民</translation>
        </message>
        <message>
            <source>none of these: enter somebody new</source>
            <translation>都不是，登记新居民</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>comes in person</source>
            <translation>本人办理</translation>
        </message>
        <message>
            <source>all done for them</source>
            <translation>全程代办</translation>
        </message>
        <message>
            <source>the resident</source>
            <translation>居民本人</translation>
        </message>
        <message>
            <source>somebody for them</source>
            <translation>他人代为申请</translation>
        </message>
        <message>
            <source>For</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>How it came in</source>
            <translation>来件方式</translation>
        </message>
        <message>
            <source>Who asks for it</source>
            <translation>谁来申请</translation>
        </message>
        <message>
            <source>How it is done</source>
            <translation>办理方式</translation>
        </message>
        <message>
            <source>Where to, unless home</source>
            <translation>送达地址（不填即住址）</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>登记办件</translation>
        </message>
        <message>
            <source>This item is not carried through for residents: they come in person.</source>
            <translation>该事项不提供全程代办，请本人办理。</translation>
        </message>
        <message>
            <source>No address is on record: enter where the result goes.</source>
            <translation>没有登记住址，请填写送达地址。</translation>
        </message>
        <message>
            <source>Is what to the resident</source>
            <translation>与居民的关系</translation>
        </message>
        <message>
            <source>An ID number or a telephone number is needed.</source>
            <translation>证件号和电话至少填一项。</translation>
        </message>
        <message>
            <source>Who acts for them?</source>
            <translation>谁代为申请？</translation>
        </message>
        <message>
            <source>Ethnic group</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>Relation to the resident</source>
            <translation>与居民的关系</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Household and family</source>
            <translation>家庭成员</translation>
        </message>
        <message>
            <source>How it was given</source>
            <translation>同意方式</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>授权同意</translation>
        </message>
        <message>
            <source>Everything of the other entry moves to {name}. It can be undone.</source>
            <translation>另一份档案的全部内容并入{name}，可以撤销。</translation>
        </message>
        <message>
            <source>The other entry</source>
            <translation>另一份档案</translation>
        </message>
        <message>
            <source>The same person twice</source>
            <translation>重复档案</translation>
        </message>
        <message>
            <source>Merge them</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Name, initials, number, last four or telephone</source>
            <translation>姓名、首字母、证件号、后四位或电话</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>特殊需要</translation>
        </message>
        <message>
            <source>Show the number</source>
            <translation>显示号码</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Their cases</source>
            <translation>名下办件</translation>
        </message>
        <message>
            <source>They have no case here.</source>
            <translation>没有办件。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Known since</source>
            <translation>建档</translation>
        </message>
        <message>
            <source>The key file is not on this machine: the number cannot be read until it is.</source>
            <translation>本机没有密钥文件，放回后才能读取号码</translation>
        </message>
        <message>
            <source>special need</source>
            <translation>特殊需要</translation>
        </message>
        <message>
            <source>agreed to {purpose}</source>
            <translation>同意用于{purpose}</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>Merged with another entry</source>
            <translation>已合并另一份档案</translation>
        </message>
        <message>
            <source>Delete undoes it</source>
            <translation>按 Delete 撤销</translation>
        </message>
        <message>
            <source>No need, relative or consent is entered.</source>
            <translation>没有登记特殊需要、家庭成员或授权。</translation>
        </message>
        <message>
            <source>Needs, household, consents</source>
            <translation>需要、家庭与授权</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>办理步骤</translation>
        </message>
        <message>
            <source>{done} stops made, {left} to go</source>
            <translation>已走 {done} 站，还有 {left} 站</translation>
        </message>
        <message>
            <source>No errand is planned. F5 plans the route.</source>
            <translation>还没有安排路线，按 F5 安排。</translation>
        </message>
        <message>
            <source>no day yet</source>
            <translation>未定日期</translation>
        </message>
        <message>
            <source>about {day}</source>
            <translation>约 {day}</translation>
        </message>
        <message>
            <source>To be accepted</source>
            <translation>待受理</translation>
        </message>
        <message>
            <source>since {day}, no day counts</source>
            <translation>{day}起 停止计时</translation>
        </message>
        <message>
            <source>{span}, {days} days do not count</source>
            <translation>{span} 停计 {days} 天</translation>
        </message>
        <message>
            <source>since {day}, day {count}</source>
            <translation>{day}起 第 {count} 天</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>{day}前</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>另 {count} 项</translation>
        </message>
        <message>
            <source>Telling the resident</source>
            <translation>告知居民</translation>
        </message>
        <message>
            <source>not told anything yet</source>
            <translation>还没有告知</translation>
        </message>
        <message>
            <source>last {when}</source>
            <translation>上次 {when}</translation>
        </message>
        <message>
            <source>To be told next: {day}</source>
            <translation>下次告知：{day}</translation>
        </message>
        <message>
            <source>told on {day} to collect it</source>
            <translation>{day} 已告知领取</translation>
        </message>
        <message>
            <source>decided on {day}, a message was arranged</source>
            <translation>{day} 已办结，已安排通知</translation>
        </message>
        <message>
            <source>To be corrected</source>
            <translation>待补正</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>Special procedure</source>
            <translation>特殊程序</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>已中止</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>已办结（批准）</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已办结（不予批准）</translation>
        </message>
        <message>
            <source>Told to collect</source>
            <translation>已告知领取</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>Terminated</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>收件</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Ask for correction</source>
            <translation>告知补正</translation>
        </message>
        <message>
            <source>Correction is in</source>
            <translation>补正已交</translation>
        </message>
        <message>
            <source>Do not accept</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>Begin work</source>
            <translation>开始办理</translation>
        </message>
        <message>
            <source>Hand to a department</source>
            <translation>移交部门</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>已取回</translation>
        </message>
        <message>
            <source>Extend the limit</source>
            <translation>延长期限</translation>
        </message>
        <message>
            <source>Complete: granted</source>
            <translation>办结（批准）</translation>
        </message>
        <message>
            <source>Complete: rejected</source>
            <translation>办结（不予批准）</translation>
        </message>
        <message>
            <source>Tell to collect</source>
            <translation>告知领取</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>已领取</translation>
        </message>
        <message>
            <source>Posted</source>
            <translation>已邮寄</translation>
        </message>
        <message>
            <source>Brought home</source>
            <translation>已送上门</translation>
        </message>
        <message>
            <source>Terminate</source>
            <translation>终止</translation>
        </message>
        <message>
            <source>Withdrawn by the resident</source>
            <translation>居民撤回</translation>
        </message>
        <message>
            <source>Errand</source>
            <translation>外出办理</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Deliver</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>补正</translation>
        </message>
        <message>
            <source>first asked</source>
            <translation>首问</translation>
        </message>
        <message>
            <source>assigned</source>
            <translation>指派</translation>
        </message>
        <message>
            <source>backstop</source>
            <translation>兜底</translation>
        </message>
        <message>
            <source>by telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>by message</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>at the window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>on a visit</source>
            <translation>上门</translation>
        </message>
        <message>
            <source>issued</source>
            <translation>待交</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>已签</translation>
        </message>
        <message>
            <source>posted</source>
            <translation>已邮寄</translation>
        </message>
        <message>
            <source>void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>未出</translation>
        </message>
        <message>
            <source>lives alone</source>
            <translation>独居</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>残疾人</translation>
        </message>
        <message>
            <source>in need</source>
            <translation>困难家庭</translation>
        </message>
        <message>
            <source>seriously ill</source>
            <translation>重病</translation>
        </message>
        <message>
            <source>left-behind child</source>
            <translation>困境儿童</translation>
        </message>
        <message>
            <source>bereaved</source>
            <translation>遭遇变故</translation>
        </message>
        <message>
            <source>cannot walk well</source>
            <translation>行动不便</translation>
        </message>
        <message>
            <source>needs an interpreter</source>
            <translation>语言不通</translation>
        </message>
        <message>
            <source>collects it</source>
            <translation>领取</translation>
        </message>
        <message>
            <source>by post</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>brought home</source>
            <translation>送上门</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>居民家中</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>at the door</source>
            <translation>上门</translation>
        </message>
        <message>
            <source>by the grid worker</source>
            <translation>网格上报</translation>
        </message>
        <message>
            <source>spouse</source>
            <translation>配偶</translation>
        </message>
        <message>
            <source>child</source>
            <translation>子女</translation>
        </message>
        <message>
            <source>parent</source>
            <translation>父母</translation>
        </message>
        <message>
            <source>grandchild</source>
            <translation>孙子女、外孙子女</translation>
        </message>
        <message>
            <source>grandparent</source>
            <translation>祖父母、外祖父母</translation>
        </message>
        <message>
            <source>sibling</source>
            <translation>兄弟姐妹</translation>
        </message>
        <message>
            <source>guardian</source>
            <translation>监护人</translation>
        </message>
        <message>
            <source>ward</source>
            <translation>被监护人</translation>
        </message>
        <message>
            <source>carer</source>
            <translation>照护人</translation>
        </message>
        <message>
            <source>cared for</source>
            <translation>被照护人</translation>
        </message>
        <message>
            <source>other relative</source>
            <translation>其他亲属</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>This centre</source>
            <translation>本中心</translation>
        </message>
        <message>
            <source>Elsewhere</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>收取</translation>
        </message>
        <message>
            <source>Handed on</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Returned to the resident</source>
            <translation>退还居民</translation>
        </message>
        <message>
            <source>service</source>
            <translation>办事</translation>
        </message>
        <message>
            <source>filling forms</source>
            <translation>填写表格</translation>
        </message>
        <message>
            <source>text messages</source>
            <translation>短信通知</translation>
        </message>
        <message>
            <source>home visits</source>
            <translation>上门服务</translation>
        </message>
        <message>
            <source>spoken</source>
            <translation>口头</translation>
        </message>
        <message>
            <source>online</source>
            <translation>网上</translation>
        </message>
        <message>
            <source>Resident identity card</source>
            <translation>居民身份证</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>护照</translation>
        </message>
        <message>
            <source>Hong Kong and Macao permit</source>
            <translation>港澳居民来往内地通行证</translation>
        </message>
        <message>
            <source>Taiwan permit</source>
            <translation>台湾居民来往大陆通行证</translation>
        </message>
        <message>
            <source>Foreigner's permanent card</source>
            <translation>外国人永久居留身份证</translation>
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
            <source>{age} years old</source>
            <translation>{age} 岁</translation>
        </message>
        <message>
            <source>{days} days over</source>
            <translation>逾期 {days} 天</translation>
        </message>
        <message>
            <source>{days} days left</source>
            <translation>剩 {days} 天</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>有逾期风险</translation>
        </message>
        <message>
            <source>short</source>
            <translation>将到期</translation>
        </message>
        <message>
            <source>original {count}</source>
            <translation>原件 {count}</translation>
        </message>
        <message>
            <source>copy {count}</source>
            <translation>复印件 {count}</translation>
        </message>
    </context>
    <context>
        <name>Ledgers</name>
        <message>
            <source>Receipts</source>
            <translation>收件登记台账</translation>
        </message>
        <message>
            <source>Cases handled</source>
            <translation>办件台账</translation>
        </message>
        <message>
            <source>Corrections and waivers</source>
            <translation>补正与容缺台账</translation>
        </message>
        <message>
            <source>Proxy cases</source>
            <translation>全程代办台账</translation>
        </message>
        <message>
            <source>Home visits</source>
            <translation>上门服务台账</translation>
        </message>
        <message>
            <source>Hand-over of originals</source>
            <translation>证照原件流转台账</translation>
        </message>
        <message>
            <source>Notices issued</source>
            <translation>文书发放台账</translation>
        </message>
        <message>
            <source>Pauses and extensions</source>
            <translation>特殊程序与延期中止台账</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件编号</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Working days left</source>
            <translation>剩余工作日</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>承诺办结日</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收件日期</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Came in</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>复印件</translation>
        </message>
        <message>
            <source>Accepted on</source>
            <translation>受理日期</translation>
        </message>
        <message>
            <source>Completed on</source>
            <translation>办结日期</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>办结结果</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>送达方式</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>完成日期</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Mandate from</source>
            <translation>委托起</translation>
        </message>
        <message>
            <source>Mandate until</source>
            <translation>委托止</translation>
        </message>
        <message>
            <source>Mandate signed</source>
            <translation>已签委托</translation>
        </message>
        <message>
            <source>Stops</source>
            <translation>代办站点</translation>
        </message>
        <message>
            <source>Stops made</source>
            <translation>已走站点</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>上门事由</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>Came back with</source>
            <translation>带回</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签收人</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>文书编号</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文书名称</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>送交日期</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>接收人</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Promised after</source>
            <translation>变更后承诺日</translation>
        </message>
    </context>
</TS>
