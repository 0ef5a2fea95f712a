import { isCreditCode, passesLuhn, residentCheckDigit, type Rule, screenText } from "@gongkai/server/screening";
import { cpuRate } from "./cpu-rate.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";

/** What is planted, and how much of it must be found. */
const PLANTED = [
  "residentId",
  "bankCard",
  "mobile",
  "passport",
  "address",
  "secrecyMark",
  "internalMark",
] as const satisfies readonly Rule[];
type Planted = (typeof PLANTED)[number];
const GOALS: Readonly<Record<Planted, number>> = {
  residentId: 0.99,
  bankCard: 0.99,
  mobile: 0.99,
  passport: 0.95,
  address: 0.9,
  secrecyMark: 0.99,
  internalMark: 0.95,
};
const FALSE_ALARMS_PER_100 = 1;

/**
 * Screening of generated pages: how much of what was planted is found, how much of what is found was planted, and how often a
 * page with nothing on it but lookalikes (credit codes, amounts, project codes, office telephones and rooms) raises an alarm.
 */
export async function screening({ documents = 4_000, seed }: BenchOptions): Promise<void> {
  const chance = createChance(seed);
  const counts = new Map(PLANTED.map((rule) => [rule, { planted: 0, found: 0, alarms: 0 }]));
  let alarmsOnClean = 0;
  const told: string[] = [];
  const pages: string[] = [];
  for (let page = 0; page < documents; page++) {
    const clean = cleanPage(chance);
    pages.push(clean);
    const alarms = screenText("body", clean).filter(({ severity }) => severity !== "hint");
    alarmsOnClean += alarms.length;
    if (told.length < 5) told.push(...alarms.map(({ rule, context }) => `${rule}: ${context}`));
    const rule = PLANTED[page % PLANTED.length] ?? "mobile";
    const { text, start, end } = plant(chance, rule, cleanPage(chance));
    const count = counts.get(rule);
    const found = screenText("body", text).filter(({ severity }) => severity === "block");
    if (count === undefined) continue;
    count.planted += 1;
    if (found.some((one) => one.rule === rule && one.start < end && start < one.end)) count.found += 1;
    else if (told.length < 10) told.push(`missed ${rule}: ${text.slice(Math.max(0, start - 8), end + 4)}`);
    count.alarms += found.filter((one) => one.start >= end || start >= one.end).length;
  }
  printTable(
    `Screening: ${documents} pages with one thing planted on each`,
    ["rule", "planted", "found", "recall", "goal", "precision", "verdict"],
    PLANTED.map((rule) => {
      const { planted, found, alarms } = counts.get(rule) ?? { planted: 0, found: 0, alarms: 0 };
      const recall = found / planted;
      return [
        rule,
        planted,
        found,
        percent(recall),
        percent(GOALS[rule]),
        percent(found / (found + alarms)),
        recall >= GOALS[rule] ? "ok" : "MISSED",
      ];
    }),
  );
  const rate = await cpuRate([pages], (batch) => {
    for (const page of batch) screenText("body", page);
  });
  const characters = pages.reduce((sum, page) => sum + page.length, 0);
  const per100 = (100 * alarmsOnClean) / documents;
  printTable(
    "Clean pages",
    ["pages", "false alarms per 100", "goal", "verdict", "pages/s", "million characters/s"],
    [
      [
        documents,
        per100.toFixed(2),
        FALSE_ALARMS_PER_100,
        per100 <= FALSE_ALARMS_PER_100 ? "ok" : "MISSED",
        Math.round(rate * documents),
        ((rate * characters) / 1e6).toFixed(1),
      ],
    ],
  );
  for (const line of told) process.stdout.write(`${line}\n`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

interface Chance {
  readonly next: (below: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
  readonly digits: (many: number) => string;
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
function createChance(seed: number): Chance {
  let state = seed * 2_654_435_761;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const of = <Value>(values: readonly Value[]): Value => values[next(values.length)] as Value; // the lists here are not empty
  return { next, of, digits: (many) => Array.from({ length: many }, () => String(next(10))).join("") };
}

const SENTENCES = [
  "各单位要按照职责分工，抓好任务落实，确保年度目标如期完成。",
  "本办法自发布之日起施行，有效期五年，由云溪县教育局负责解释。",
  "对涉及国家秘密、商业秘密、个人隐私的信息，依照有关规定不予公开，不得泄露。",
  "机密级、秘密级文件的管理按照保密法律法规执行，属于内部管理信息的除外。",
  "项目建设地点位于石桥镇溪口村，占地3幢厂房，建筑面积12600平方米。",
  "经研究，同意你单位按照批复要求组织实施，并做好装配式建筑按装配率的测算。",
  "公示期内如有异议，可以书面形式向本机关反映，截至目前尚未收到异议。",
  "请自己经办的同志妥善处理，人大常委会主任、政协主席出席会议。",
  "会议听取了各乡镇关于春季造林和防汛准备情况的汇报。",
];

function cleanPage(chance: Chance): string {
  const lines = Array.from({ length: 12 + chance.next(10) }, () => chance.of(SENTENCES));
  const decoys = [
    () => `统一社会信用代码：${creditCode(chance)}`,
    () => `信用代码${creditCode(chance)}的企业`,
    () => `联系电话：0577-${2 + chance.next(7)}${chance.digits(7)}，传真：0577-${2 + chance.next(7)}${chance.digits(7)}`,
    () => `监督电话：12345；服务热线：400-${chance.digits(3)}-${chance.digits(4)}`,
    () => `索引号：${chance.digits(9)}/20${10 + chance.next(16)}-${chance.digits(5)}`,
    () => `发文字号：云教〔20${10 + chance.next(16)}〕${1 + chance.next(300)}号`,
    () => `项目代码：20${10 + chance.next(16)}-330304-04-01-${chance.digits(6)}`,
    () => `不动产权证书号：浙（2026）云溪县不动产权第${chance.digits(7)}号`,
    () => `中标金额：${1 + chance.next(9)}${chance.digits(8)}.${chance.digits(2)}元，合同编号：${chance.digits(16)}`,
    () => `总投资13${chance.digits(9)}元，其中省补助资金${chance.digits(6)}万元`,
    () => `开户银行：云溪农村商业银行，收款单位账户：${9}${chance.digits(14)}`,
    () => `办公地址：云溪县人民路${1 + chance.next(200)}号行政中心${1 + chance.next(9)}号楼${100 + chance.next(900)}室`,
    () => `受理窗口：县政务服务中心2幢${100 + chance.next(900)}室，周一至周五8:30—17:00`,
    () => `卫生许可证编号：${chance.digits(18)}`,
    () => `坐标：东经120.${chance.digits(6)}，北纬27.${chance.digits(6)}；面积${chance.digits(4)}.${chance.digits(4)}公顷`,
    () => `许可证号：JY1330304${chance.digits(7)}，产品批号${chance.digits(8)}，条码69${chance.digits(11)}`,
    () => `流水号${chance.digits(20)}，办件编号${chance.digits(19)}`,
    () => `20${10 + chance.next(16)}年${1 + chance.next(12)}月${1 + chance.next(28)}日 ${chance.digits(2)}:${chance.digits(2)}`,
  ];
  const many = 3 + chance.next(6);
  for (let index = 0; index < many; index++) lines.splice(chance.next(lines.length), 0, chance.of(decoys)());
  return lines.join("\n");
}

const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Some are all digits and look like identity numbers. */
function creditCode(chance: Chance): string {
  const head = `${chance.of(["91", "11", "12", "92"])}330304`;
  const body = chance.next(4) === 0 ? chance.digits(9) : `MA${Array.from({ length: 7 }, () => CREDIT_SIGNS[chance.next(31)]).join("")}`;
  return [...CREDIT_SIGNS].map((sign) => head + body + sign).find(isCreditCode) ?? `${head}${body}0`;
}

function plant(chance: Chance, rule: Planted, page: string): { readonly text: string; readonly start: number; readonly end: number } {
  const { before, thing, after } = makeThing(chance, rule);
  const lines = page.split("\n");
  const at = chance.next(lines.length);
  const head = `${lines.slice(0, at).join("\n")}\n${before}`;
  return { text: `${head}${thing}${after}\n${lines.slice(at).join("\n")}`, start: head.length, end: head.length + thing.length };
}

function makeThing(chance: Chance, rule: Planted): { readonly before: string; readonly thing: string; readonly after: string } {
  const after = chance.of(["", "。", "，特此公示", "\t", "）", "；"]);
  const name = chance.of(["申请人甲", "承租人乙", "户主丙", "受助学生丁", "当事人戊"]);
  switch (rule) {
    case "residentId":
      return {
        before: chance.of([`${name}，身份证号：`, "公民身份号码", `${name}\t`, "（", "证件号码 "]),
        thing: printed(chance, residentId(chance), [6, 8, 4]),
        after,
      };
    case "bankCard":
      return {
        before: chance.of(["银行卡号：", "社保卡账号", `${name}\t`, "汇入"]),
        thing: printed(chance, bankCard(chance), [4, 4, 4, 4, 3]),
        after,
      };
    case "mobile":
      return {
        before: chance.of(["联系电话：", "手机", `${name}\t`, "（", "电话"]),
        thing: printed(chance, `1${chance.of(["3", "5", "7", "8", "9"])}${chance.digits(9)}`, [3, 4, 4]),
        after,
      };
    case "passport":
      return {
        before: chance.of(["护照号码：", "护照号", "持护照"]),
        thing: `${chance.of(["E", "G", "EA", "P"])}${chance.digits(8)}`.slice(0, 9),
        after,
      };
    case "address":
      return {
        before: chance.of([`${name}，住址：`, `${name}，现住`, "家住", `${name}，`]),
        thing: `云溪县${chance.of(["石桥镇", "松林乡", "城关街道"])}${chance.of([
          `幸福家园${1 + chance.next(30)}幢${100 + chance.next(900)}室`,
          `溪口村${1 + chance.next(12)}组${1 + chance.next(99)}号`,
          `解放路${1 + chance.next(300)}弄${1 + chance.next(30)}号${100 + chance.next(900)}室`,
          `阳光小区${1 + chance.next(30)}号楼${1 + chance.next(4)}单元${100 + chance.next(900)}室`,
        ])}`,
        after,
      };
    case "secrecyMark":
      return { before: "", thing: chance.of(["机密★10年", "秘密★5年", "绝密★长期", "秘密", "密级：机密", "机　密"]), after: "" };
    case "internalMark":
      return { before: "", thing: chance.of(["内部资料 注意保存", "内部文件", "仅供内部参阅", "不得外传", "工作秘密"]), after: "" };
  }
}

/** As people print it: in one piece, in groups, or in digits of full width. */
function printed(chance: Chance, number: string, groups: readonly number[]): string {
  const way = chance.next(6);
  if (way === 0) return [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
  if (way > 2) return number;
  let rest = number;
  const pieces = groups.map((length) => {
    const piece = rest.slice(0, length);
    rest = rest.slice(length);
    return piece;
  });
  return [...pieces, rest].filter((piece) => piece !== "").join(way === 1 ? " " : "-");
}

function residentId(chance: Chance): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const body = `${chance.of(["330304", "110101", "350102", "650102", "440305"])}${1930 + chance.next(90)}${two(1 + chance.next(12))}${two(1 + chance.next(28))}${chance.digits(3)}`;
  const whole = body + residentCheckDigit(body);
  return whole.endsWith("X") && chance.next(2) === 0 ? whole.toLowerCase() : whole;
}

function bankCard(chance: Chance): string {
  const body = chance.of([
    `622202${chance.digits(12)}`,
    `621700${chance.digits(12)}`,
    `4${chance.digits(14)}`,
    `52${chance.digits(13)}`,
    `6228${chance.digits(11)}`,
  ]);
  return [..."0123456789"].map((digit) => body + digit).find(passesLuhn) ?? body;
}
