/** Terms machine conversion turns into other words, not only other characters. */
const TERMS: readonly (readonly [string, string])[] = [
  ["文件", "檔案"],
  ["制作", "製作"],
  ["制发", "製發"],
  ["复议", "複議"],
];

/** Simplified and traditional form side by side. */
const PAIRS = [
  "开開总總结結转轉继繼续續办辦数數额額许許项項类類复復诉訴讼訟维維纠糾个個为為区區处處县縣发發变變号號员員图圖团團场場报報声聲实實对對导導应應强強录錄态態护護据據",
  "关關闭閉来來机機构構条條标標样樣权權决決没沒济濟满滿现現监監确確种種积積称稱签簽级級约約纪紀组組织織经經统統编編网網职職联聯获獲规規视視览覽订訂议議记記论論设設",
  "证證评評试試详詳该該请請调調贯貫资資购購费費较較达達运運进進远遠连連违違选選递遞邮郵门門间間阅閱阶階陆陸随隨难難页頁题題颁頒验驗龙龍务務协協卫衛卖賣单單厅廳历歷",
  "压壓参參双雙后後听聽启啟园園围圍国國圆圓块塊坚堅备備够夠头頭夹夾夺奪妇婦妈媽孙孫学學宁寧宝寶审審宪憲宫宮宽寬宾賓寻尋寿壽将將尔爾尽盡层層属屬岁歲岛島岭嶺带帶帮幫",
  "广廣庆慶库庫庙廟异異弃棄张張弹彈归歸当當业業东東丝絲两兩严嚴丧喪临臨举舉义義乌烏乐樂习習乡鄉书書买買乱亂争爭于於亏虧云雲亚亞产產亩畝亲親亿億仅僅从從仓倉仪儀们們",
  "价價众眾优優会會伟偉传傳伤傷伦倫伪偽体體余餘佣傭侠俠侣侶侦偵侧側俩倆债債倾傾偿償储儲儿兒兑兌党黨兰蘭兴興养養兽獸冈岡册冊写寫军軍农農冯馮况況冻凍净淨凉涼减減凑湊",
  "几幾凤鳳凭憑凯凱击擊则則刚剛创創删刪别別剂劑剑劍剧劇劝勸动動励勵劲勁劳勞势勢勋勳万萬与與专專销銷罚罰征徵无無计計综綜给給么麼绝絕过過这這还還须須补補缴繳纳納稳穩",
  "准準预預",
  "执執内內访訪询詢时時采採栏欄栋棟误誤错錯换換华華绕繞砚硯岚嵐澜瀾",
].join("");

const CHARACTERS = new Map<string, string>((PAIRS.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** What a converter makes of simplified text; 信息 becomes 資訊 with converters for Taiwan. */
export function toTraditional(text: string, taiwan = false): string {
  let converted = text;
  for (const [from, to] of TERMS) converted = converted.replaceAll(from, to);
  if (taiwan) converted = converted.replaceAll("信息", "資訊");
  return [...converted].map((character) => CHARACTERS.get(character) ?? character).join("");
}
