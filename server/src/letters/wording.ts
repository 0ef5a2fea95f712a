/** Sentences that several letters share. */
export const REGULATIONS = "《中华人民共和国政府信息公开条例》";

/** What was asked for, when and how it came in. */
export const ASKED = "本机关于{收到日期}收到{称谓}以{提交方式}方式提交的政府信息公开申请[（登记编号：{登记编号}）]，申请公开：{申请内容}。";

export const CORRECTED = "[本机关于{补正日期}收到{称谓}的补正材料。]";

export const CONTACT = "联系方式：{联系方式}。";

/** Where organ, seal and date stand. */
export const SIGNATURE = "〔落款〕";

export const PAGE_END = "---";
