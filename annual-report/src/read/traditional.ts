/**
 * Traditional characters and terms of the form's vocabulary, as machine conversion of real reports leaves them
 * (annual-report.md §8: 文件 became 檔案, 制作 became 製作). Characters first, then whole terms, because a converter
 * for Taiwan usage changes words as well as characters.
 */
const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "總总", "計计", "規规", "範范", "訊讯", "資资", "製制", "數数", "量量", "對对", "開开", "許许", "處处", "決决", "項项", "專专", "務务", "業业",
    "機机", "構构", "會会", "組组", "織织", "費费", "採采", "購购", "額额", "間间", "強强", "罰罚", "轉转", "結结", "來来", "續续", "辦办",
    "繼继", "區区", "關关", "屬属", "國国", "祕秘", "類类", "內内", "過过", "執执", "詢询", "沒没", "現现", "補补", "後后", "舉举", "報报", "訴诉",
    "訪访", "復复", "複复", "覆复", "議议", "糾纠", "維维", "審审", "審审", "經经", "請请", "無无", "當当", "由由", "認认", "獲获", "繳缴", "納纳",
    "門门", "級级", "標标", "說说", "題题", "進进", "況况", "動动", "體体", "總总", "單单", "萬万", "億亿", "圓元", "條条", "號号", "學学", "護护",
    "權权", "穩稳", "寧宁", "禁禁", "行行", "為为", "與与", "從从", "應应", "該该", "實实", "際际", "們们", "臺台", "縣县", "鎮镇", "鄉乡", "廳厅",
    "廣广", "東东", "監监", "發发", "佈布", "廢废", "減减", "錄录", "檔档", "據据", "長长", "時时", "間间", "給给", "統统", "變变", "產产", "價价",
    "農农", "財财", "稅税", "導导", "設设", "備备", "質质", "險险", "證证", "點点", "線线", "網网", "電电", "話话", "頁页", "記记", "錯错", "則则",
    "見见", "責责", "員员", "問问", "題题", "義义", "倫伦", "聯联", "職职", "範范", "團团", "園园", "場场", "張张", "興兴", "舊旧", "華华", "陽阳",
    "龍龙", "頭头", "衛卫", "環环", "榮荣", "樹树", "橋桥", "歲岁", "歷历", "漢汉", "濟济", "灣湾", "災灾", "營营", "眾众", "礎础", "種种", "積积",
    "簡简", "練练", "細细", "絕绝", "聽听", "肅肃", "腦脑", "藝艺", "術术", "裝装", "製制", "規规", "視视", "覽览", "觀观", "計计", "訂订", "訓训",
    "讓让", "貫贯", "貢贡", "費费", "資资", "賬账", "贊赞", "車车", "軍军", "輕轻", "輔辅", "辭辞", "運运", "達达", "違违", "選选", "遲迟", "還还",
    "郵邮", "鄰邻", "醫医", "針针", "鐵铁", "閉闭", "開开", "閱阅", "陸陆", "隊队", "階阶", "隨随", "雙双", "難难", "電电", "須须", "預预", "領领",
    "頻频", "顯显", "風风", "飛飞", "養养", "館馆", "驗验", "魚鱼", "麗丽", "齊齐", "啟启", "劃划", "創创", "勞劳", "勵励", "協协", "參参", "雲云",
    "圖图", "書书", "極极", "準准", "無无", "狀状", "獎奖", "獨独", "異异", "盡尽", "確确", "禮礼", "穫获", "窮穷", "築筑", "籌筹", "紀纪", "約约",
    "紅红", "紙纸", "終终", "縮缩", "績绩", "羅罗", "聞闻", "腳脚", "臨临", "舉举", "蘇苏", "蘭兰", "處处", "號号", "補补", "複复", "詳详", "誠诚",
    "調调", "論论", "諮咨", "謝谢", "識识", "譯译", "貨货", "購购", "跡迹", "遠远", "適适", "錢钱", "鎖锁", "關关", "離离", "願愿", "類类", "餘余", "於于", "係系", "關关", "徵征", "幾几", "衝冲", "綜综", "擬拟", "傳传", "遞递", "慮虑", "歸归", "責责", "訟讼", "併并", "並并", "鑒鉴",
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const TERMS: readonly (readonly [RegExp, string])[] = [
  [/规范性(?:档案|文档)/g, "规范性文件"],
  [/专案/g, "项目"],
  [/资讯/g, "信息"],
  [/品质/g, "质量"],
  [/网路/g, "网络"],
];

const SIMPLIFIED = new Uint16Array(65_536); // by character code; 0 where nothing changes
for (const [traditional, simple] of Object.entries(CHARACTERS)) {
  if (traditional !== simple) SIMPLIFIED[traditional.charCodeAt(0)] = simple.charCodeAt(0);
}

/** Text in simplified characters and mainland terms, as far as the form's vocabulary goes. The length stays the same. */
export function simplify(text: string): string {
  let first = 0;
  while (first < text.length && SIMPLIFIED[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  let simple = text.slice(0, first);
  for (let index = first; index < text.length; index++) {
    const changed = SIMPLIFIED[text.charCodeAt(index)] ?? 0;
    simple += changed === 0 ? text.charAt(index) : String.fromCharCode(changed);
  }
  return TERMS.reduce((result, [term, mainland]) => result.replace(term, mainland), simple);
}
