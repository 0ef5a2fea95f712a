import type { HelpEntry, HelpTexts } from "./help-entry.ts";

/** Rows of table 3 that both editions have, by `t3.<row>`. */
export const ROWS_3: HelpTexts = {
  "t3.new": {
    counts: "本年1月1日至12月31日收到的政府信息公开申请，按“件”计，按收到时申请人的类型分栏。",
    article: "第三十一条",
    mistakes: [
      "把上年未办结的申请又算进本年新收。",
      "平信、互联网渠道或者传真提交的，按提交日而不是按双方确认之日计入年度。",
      "把申请更正本人信息（第四十一条）、咨询、信访件计入申请。",
    ],
    practice: "一封申请书按“一事一申请”拆分办理的，按拆分后的件数计。",
  },
  "t3.carriedIn": {
    counts: "以前年度收到、到本年1月1日还没有办结的申请。",
    mistakes: ["与上年报告“四、结转下年度继续办理”不一致。", "总计对上了，各类申请人的分栏没有对上。"],
    practice: "各栏都等于上年报告的“结转下年度继续办理”；机构合并、新设造成的差异在第六部分说明。",
  },
  "t3.granted": {
    counts: "全部予以公开的申请，包括告知已主动公开信息获取方式途径的。",
    article: "第三十六条第（一）项、第（二）项",
    mistakes: ["只公开了一部分也计入本行，应计入“部分公开”。", "把告知“已主动公开”的计入“不予处理”。"],
    practice: "告知已主动公开及获取方式途径的，计入本行。",
  },
  "t3.partial": {
    counts: "作了区分处理、公开一部分而不公开另一部分的申请。只计这一种情形。",
    article: "第三十七条",
    mistakes: ["公开的部分计入“予以公开”、不公开的部分又计入“不予公开”，一件算了两次。"],
    practice: "一件申请含几项内容、结果不同（如一项公开、一项本机关不掌握）的，一般计入本行。",
  },
  "t3.denied.secret": {
    counts: "依法确定为国家秘密而不予公开的申请。",
    article: "第十四条",
    mistakes: ["没有定密程序和密级的内容，不能以国家秘密为由不公开。", "工作秘密、内部资料计入本行。"],
  },
  "t3.denied.law": {
    counts: "法律、行政法规明文禁止公开的申请。",
    article: "第十四条",
    mistakes: ["依据的是部门规章、规范性文件或者内部规定。", "已有专门查询办法的计入本行，应计入“属于行政查询事项”。"],
  },
  "t3.denied.safety": {
    counts: "公开后可能危及国家安全、公共安全、经济安全、社会稳定的申请。",
    article: "第十四条",
    mistakes: ["没有说明危及哪一种安全或者稳定就使用本项。"],
  },
  "t3.denied.thirdParty": {
    counts: "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害而不公开的申请。",
    article: "第十五条",
    mistakes: ["没有书面征求第三方意见。", "去掉个人信息后已公开其余部分的，应计入“部分公开”。"],
  },
  "t3.denied.internal": {
    counts: "属于人事管理、后勤管理、内部工作流程三类内部事务信息，决定不公开的申请。",
    article: "第十六条第一款",
    mistakes: ["凡是机关内部形成的文件都计入本行；本项只有三类。"],
  },
  "t3.denied.process": {
    counts: "属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息，决定不公开的申请。",
    article: "第十六条第二款",
    mistakes: ["已经作出决定并对外产生效力的文件，仍按过程性信息不公开。", "与“内部事务信息”混填。"],
  },
  "t3.denied.enforcement": {
    counts: "属于行政执法案卷信息，决定不公开的申请。",
    article: "第十六条第二款",
    mistakes: ["依法应当主动公开的处罚决定，以案卷为由不公开。"],
  },
  "t3.denied.inquiry": {
    counts: "工商登记、不动产登记等，法律、行政法规对获取另有规定，告知依照该规定办理的申请。",
    article: "第三十六条第（七）项",
    mistakes: ["没有法律、行政法规规定的查询办法也计入本行。"],
  },
  "t3.unavailable.notHeld": {
    counts: "经检索没有所申请的信息，或者所申请的信息不属于本机关负责公开的申请。",
    article: "第三十六条第（四）项、第（五）项",
    mistakes: ["没有检索就答复信息不存在。", "信息存在但要加工汇总的计入本行，应计入“没有现成信息需要另行制作”。"],
    practice: "“信息不存在”和“不属于本机关负责公开”两种答复都计入本行。",
  },
  "t3.unavailable.needsCreation": {
    counts: "没有现成的信息，要对已有信息加工、分析才能提供的申请。",
    article: "第三十八条",
    mistakes: ["只要去掉不公开内容就能提供的，不属于加工、分析。"],
  },
  "t3.unavailable.unclear": {
    counts: "申请人补正以后，申请内容仍然不明确、无法提供的申请。",
    article: "第三十条",
    mistakes: ["申请人逾期没有补正的计入本行；没有补正的应计入“（六）其他处理”。"],
  },
  "t3.unhandled.petition": {
    counts: "以公开申请的形式进行信访、投诉、举报等活动，告知不作为公开申请处理的。",
    article: "第三十九条第一款",
    mistakes: ["同时提出了具体信息公开请求的，那一部分仍应按公开申请办理。"],
  },
  "t3.unhandled.duplicate": {
    counts: "已就同一信息作出答复，同一申请人又重复申请，告知不重复处理的。",
    article: "第三十六条第（六）项",
    mistakes: ["不同申请人申请同一信息计入本行。", "前一次申请还没有答复就计入重复。"],
  },
  "t3.unhandled.publication": {
    counts: "要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的申请。",
    article: "第三十九条第二款",
    mistakes: ["本机关制作、尚未公开出版的汇编计入本行。"],
  },
  "t3.unhandled.abusive": {
    counts: "申请的数量、频次明显超过合理范围，要求说明理由后认为理由不合理，告知不予处理的申请。",
    article: "第三十五条",
    mistakes: ["没有先要求申请人说明理由。", "理由合理、只是延期答复的也计入本行。"],
  },
  "t3.unhandled.reconfirm": {
    counts: "要求行政机关确认已经获取的信息，或者重新出具已经获取的信息的申请。",
    mistakes: ["第一次申请的计入本行。"],
    practice: "《条例》没有专条；答复时写明申请人何时、以何种方式已获取该信息。",
  },
  "t3.total": {
    counts: "本年办结的申请总数，等于（一）至（六）各项之和，各栏分别相加。",
    mistakes: ["把结转下年度的也加了进来。", "只填了总计栏，各类申请人的分栏空着。", "小计和分项一起相加，多算一遍。"],
  },
  "t3.carriedOut": {
    counts: "到12月31日还没有办结、转到下一年继续办理的申请。",
    mistakes: ["各栏不满足：新收＋上年结转＝总计＋结转下年度。", "等待补正、征求第三方意见或者等待缴费的没有计入。"],
    practice: "正在等待补正、征求意见、缴费的申请，年底没有办结的都计入本行。",
  },
};

const CLOSED_OTHERWISE: HelpEntry = {
  counts: "前五类以外的办理结果。",
  mistakes: ["能归入前五类的也放在本行。"],
  practice: "申请人撤回申请、信息已移交国家档案馆而告知向档案馆查阅等，计入本行。",
};

/** （六）其他处理 in the 2019 form. */
export const OTHER_HANDLING_2019: HelpTexts = {
  "t3.otherHandling": {
    ...CLOSED_OTHERWISE,
    counts: "前五类以外的办理结果，包括申请人逾期不补正、逾期不缴纳信息处理费而不再处理的。",
    article: "第三十条、第四十二条",
  },
};

/** （六）其他处理 in the 2021 form. */
export const OTHER_HANDLING_2021: HelpTexts = {
  "t3.otherHandling.uncorrected": {
    counts: "告知补正后，申请人无正当理由逾期不补正，视为放弃申请、不再处理的。",
    article: "第三十条",
    mistakes: ["补正后仍不明确的计入本行，应计入“补正后申请内容仍不明确”。", "补正期限还没有届满就计入。"],
  },
  "t3.otherHandling.unpaid": {
    counts: "发出收费通知后，申请人逾期未缴纳信息处理费，视为放弃申请、不再处理的。",
    article: "第四十二条",
    mistakes: ["第六部分没有写收费通知的件数和金额。", "缴费期限（收到通知次日起20个工作日）未满就计入。"],
  },
  "t3.otherHandling.misc": CLOSED_OTHERWISE,
};

/** Columns of table 3, by `t3.column.<column>`. */
export const COLUMNS_3: HelpTexts = {
  "t3.column.natural": {
    counts: "以个人名义提出的申请。",
    mistakes: ["律师以本人名义申请的计入“法律服务机构”。"],
    practice: "律师、个体经营者以本人姓名申请的计入本栏。",
  },
  "t3.column.business": { counts: "公司、企业等营利性单位提出的申请。", mistakes: ["律师事务所计入本栏，应计入“法律服务机构”。"] },
  "t3.column.research": { counts: "科研院所、高等学校等研究机构提出的申请。", mistakes: ["教师、学生以个人名义申请的应计入“自然人”。"] },
  "t3.column.welfare": {
    counts: "社会团体、基金会、社会服务机构等公益组织提出的申请。",
    mistakes: ["把科研院所、高等学校计入本栏，应计入“科研机构”。"],
  },
  "t3.column.legal": { counts: "律师事务所、基层法律服务所等机构提出的申请。", mistakes: ["律师以个人名义申请的应计入“自然人”。"] },
  "t3.column.other": {
    counts: "前四类以外的法人或其他组织提出的申请，如村（居）民委员会、业主委员会、新闻媒体。",
    mistakes: ["申请人类型没有核实就一律放在本栏。"],
  },
  "t3.column.total": { counts: "同一行自然人和五类法人或其他组织之和。", mistakes: ["只加了法人或其他组织，漏了自然人。"] },
};
