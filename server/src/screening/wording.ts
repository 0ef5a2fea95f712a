import type { Detection } from "./finding.ts";
import { maskAddress } from "./mask.ts";

const HAN = "\\u4e00-\\u9fff";
/** The end of an address of a dwelling: building and room, or group and number of a village. */
const DOOR = new RegExp(
  `(?:\\d{1,4}(?:号楼|[幢栋座])(?:\\d{1,3}单元)?\\d{2,4}(?:号房|[室房户])?|\\d{1,3}单元\\d{2,4}[室房户]?|村[${HAN}]{0,8}\\d{1,3}(?:村民小)?组\\d{1,4}号|[${HAN}]{1,6}(?:小区|花园|花苑|家园|新村|公寓|嘉园|名邸)\\d{1,4}(?:号楼|[幢栋号])[-—]?\\d{2,4}(?:号房|[室房户])?|(?:路|街|巷|弄|大道)\\d{1,4}(?:弄\\d{1,4})?号\\d{2,4}室)`,
  "g",
);
const OFFICE =
  /(?:大楼|大厦|中心|政府|机关|公司|办公|行政|委员会|[局厅院所校馆]|会议室|服务|窗口|酒店|商场|市场|银行|医院|园区|厂房|房源|房屋用途|建筑面积|工程|项目|施工|拆除|标段|改造)/;
const PERSONAL_NEAR = /(?:住址|住所|现住|家住|居住|户籍|户主|住在|家庭地址|通讯地址|联系地址|本人|申请人|受助|当事人|被征收人)/;

/** Addresses down to the door of somebody's home. */
export function detectAddresses(text: string): readonly Detection[] {
  return [...text.matchAll(DOOR)].flatMap((match) => {
    const head = new RegExp(`[${HAN}0-9]{0,36}$`).exec(text.slice(Math.max(0, match.index - 36), match.index))?.[0] ?? "";
    const start = match.index - trimHead(head).length;
    const end = match.index + match[0].length;
    const near = text.slice(Math.max(0, start - 12), start);
    const after = text.slice(end, end + 4).split("\n")[0] ?? "";
    const isPersonal = PERSONAL_NEAR.test(near) || PERSONAL_NEAR.test(head);
    if (!isPersonal && (OFFICE.test(text.slice(start, end) + after) || OFFICE.test(near))) return [];
    const found = text.slice(start, end);
    return [
      {
        rule: "address" as const,
        severity: "block" as const,
        start,
        end,
        reason: "含有具体到门牌的住址，可能属于个人隐私。",
        suggestion: "住址只写到乡镇、街道。",
        replacement: maskAddress(found),
      },
    ];
  });
}

/** What stands before the address itself in the same run of characters: 住址, 现住 … */
function trimHead(head: string): string {
  return head.replace(/^.*(?:住址|地址|现住|家住|居住于|居住在|住所|户籍所在地|住在|位于|为|系|是|在)/u, "");
}

const SECRET =
  /(?:绝密|机密|秘密)\s*★\s*(?:长期|\d{1,2}\s*(?:年|个月))?|★\s*(?:长期|\d{1,2}\s*(?:年|个月))|密\s*级\s*[:：]\s*(?:绝密|机密|秘密)/g;
const SECRET_LINE = /^[ \t\u3000]*(?:绝\s?密|机\s?密|秘\s?密)(?:[ \t\u3000]*(?:长期|\d{1,2}年))?[ \t\u3000]*$/gm;
const INTERNAL =
  /内部资料|内部文件|内部材料|内部使用|内部参阅|内部传阅|仅供内部|仅供领导参阅|注意保存|妥善保管，?(?:请勿|不得)外传|(?:不得|请勿|严禁)外传|工作秘密|不宜公开|(?:此件|本件)(?:依申请公开|不予公开)/g;
/** Prose about secrecy is not a mark of it. */
const ABOUT_INTERNAL = /(?:涉及|属于|泄露|保守|保护|国家秘密、|商业秘密、|规定的|管理|审查|含有|包括|不得将|严禁将|作为)[^。\n]{0,12}$/;

/** Marks of secrecy and of internal use, as they stand printed on documents. */
export function detectMarks(text: string): readonly Detection[] {
  const secret = [...text.matchAll(SECRET), ...text.matchAll(SECRET_LINE)].map((match) => ({
    rule: "secrecyMark" as const,
    severity: "block" as const,
    ...rangeOf(match),
    reason: "含有国家秘密标志。涉密文件、资料不得公开。",
    suggestion: "停止发布，交保密审查人核实；确已解密的，删除标志并附解密依据。",
    replacement: null,
  }));
  const internal = [...text.matchAll(INTERNAL)]
    .filter((match) => !ABOUT_INTERNAL.test(text.slice(Math.max(0, match.index - 16), match.index)))
    .map((match) => ({
      rule: "internalMark" as const,
      severity: "block" as const,
      ...rangeOf(match),
      reason: "含有内部使用或者不公开的标识。",
      suggestion: "核实公开属性；可以公开的，删除标识后发布。",
      replacement: null,
    }));
  return [...secret, ...internal];
}

function rangeOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  const lead = match[0].length - match[0].trimStart().length;
  return { start: match.index + lead, end: match.index + lead + match[0].trim().length };
}

/** One line of the list of misprints and titles. */
export interface Misprint {
  readonly wrong: string;
  readonly right: string;
  readonly kind: "misprint" | "title";
  /** Longer phrases in which it is right: 己经 in 自己经. */
  readonly except?: readonly string[] | undefined;
}

/** The list that comes with the program; an organ adds its own, and may take lines away. */
export const MISPRINTS: readonly Misprint[] = [
  ...(
    [
      ["布署", "部署"],
      ["按装", "安装", "按装配", "按装机", "按装修", "按装置", "按装备"],
      ["帐户", "账户"],
      ["帐号", "账号"],
      ["截止目前", "截至目前"],
      ["招聘启示", "招聘启事"],
      ["撤消", "撤销"],
      ["既使", "即使"],
      ["松驰", "松弛"],
      ["竟争", "竞争"],
      ["竟赛", "竞赛"],
      ["竟标", "竞标"],
      ["坐阵", "坐镇"],
      ["再接再励", "再接再厉"],
      ["迫不急待", "迫不及待"],
      ["一愁莫展", "一筹莫展"],
      ["穿流不息", "川流不息"],
      ["防碍", "妨碍"],
      ["幅射", "辐射"],
      ["贯切", "贯彻", "连贯切", "一贯切"],
      ["合谐", "和谐"],
      ["爆光", "曝光"],
      ["己经", "已经", "自己经", "知己经", "异己经"],
      ["残废人", "残疾人"],
      ["座落", "坐落"],
      ["泻露", "泄露"],
    ] as const
  ).map(([wrong, right, ...except]) => ({ wrong, right, kind: "misprint" as const, except })),
  { wrong: "人大主任", right: "人大常委会主任", kind: "title" },
  { wrong: "人大副主任", right: "人大常委会副主任", kind: "title" },
  { wrong: "政协委员会主席", right: "政协主席", kind: "title" },
];

/** Misprints and wrong titles of a list. */
export function detectMisprints(text: string, list: readonly Misprint[]): readonly Detection[] {
  return list.flatMap(({ wrong, right, kind, except = [] }) => {
    const detections: Detection[] = [];
    for (let start = text.indexOf(wrong); wrong !== "" && start !== -1; start = text.indexOf(wrong, start + wrong.length)) {
      const isRight = except.some((phrase) => {
        const offset = phrase.indexOf(wrong);
        return offset !== -1 && text.startsWith(phrase, start - offset);
      });
      if (isRight) continue;
      detections.push({
        rule: kind,
        severity: "warn",
        start,
        end: start + wrong.length,
        reason: kind === "title" ? "称谓可能有误。" : "可能是错别字。",
        suggestion: `建议改为“${right}”。`,
        replacement: right,
      });
    }
    return detections;
  });
}
