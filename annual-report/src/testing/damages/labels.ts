import { type Draft, type DraftCell, hasKey, tablesOf, valueRowsOf, wholeRows3 } from "../draft.ts";
import type { Random } from "../random.ts";
import { type Damage, doToEach } from "./damage.ts";
import { toTraditional } from "./traditional.ts";

/** Damages to heads and labels. Truth never changes: the figures stand where they stood. */
export const labelDamages: readonly Damage[] = [
  labels("column-synonyms", (draft, random) =>
    replaceIn(random.sample(heads(draft), 99), random, [
      ["商业企业", "商业机构", "企业"],
      ["社会公益组织", "社会组织", "公益组织"],
      ["法律服务机构", "法律服务", "法律服务组织"],
      ["对外公开总数量", "对外公开数量", "对外公开总数"],
      ["本年增/减", "本年数量", "本年增减", "本年增／减", "本年增（减）"],
      ["上一年项目数量", "上年项目数量", "上一年度项目数量"],
      ["本年新制作数量", "本年新制定数量"],
      ["本年制发件数", "本年制发数", "制发件数"],
      ["现行有效件数", "现行有效数"],
      ["本年处理决定数量", "处理决定数量"],
      ["总计", "合计"],
    ]),
  ),
  labels("columns-broken", (draft, random) =>
    doToEach(
      random.sample(
        heads(draft).filter(({ text }) => text.length > 2),
        12,
      ),
      (cell) => (cell.text = breakText(cell.text, random, random.pick([" ", "\n", "\u3000", "  "]))),
    ),
  ),
  labels("columns-one-character-a-line", (draft) =>
    doToEach(
      heads(draft).filter(({ text }) => text.length <= 8),
      (cell) => (cell.text = [...cell.text].join("\n")),
    ),
  ),
  // 总计 stands at the level of 申请人情况, so a reader of lines meets it before 自然人. Figures stay in their order.
  labels("total-first", (draft) =>
    doToEach(tablesOf(draft, 3), ({ rows }) => {
      const total = rows[1]?.findLast((cell) => cell.header);
      const applicants = rows[0]?.at(-1);
      if (total === undefined || applicants === undefined || applicants.columnSpan < 7) return;
      rows[1]?.splice(rows[1].indexOf(total), 1);
      applicants.columnSpan -= 1;
      rows[0]?.push({ ...total, rowSpan: 3 });
    }),
  ),
  labels("columns-cut", (draft, random) => {
    const inFront = random.chance(0.5);
    const cells = inFront
      ? headsOf(draft, 4).filter(({ text }) => text.length <= 4)
      : headsOf(draft, 2).filter(({ text }) => text.startsWith("本年"));
    return doToEach(cells, (cell) => (cell.text = inFront ? cell.text.slice(1) : cell.text.slice(0, 3)));
  }),
  labels("columns-lost", (draft, random) =>
    doToEach(random.sample(tablesOf(draft), 1), ({ rows }) => {
      // Rows of the head: no figures, be they still keyed to a cell or moved by another damage.
      const isHead = (row: (typeof rows)[number]): boolean => row.length > 1 && !row.some((cell) => hasKey(cell) || /\d/u.test(cell.text));
      for (const row of rows.filter(isHead)) for (const cell of row) if (cell.rowSpan < 3 && cell.text !== "信息内容") cell.text = "";
    }),
  ),
  labels("mixed-brackets", (draft, random) =>
    doToEach(allLabels(draft), (cell) => {
      const [open, close] = random.pick([
        ["(", ")"],
        ["（", ")"],
        ["(", "）"],
        ["（", "）"],
        ["〔", "〕"],
      ] as const);
      cell.text = cell.text.replaceAll("（", open).replaceAll("）", close);
    }),
  ),
  labels("stray-number-after-block", (draft, random) =>
    doToEach(random.sample(blockLabels(draft), random.integer(1, 2)), (cell) => (cell.text += ` ${random.pick(["0", "0", "1", "12"])}`)),
  ),
  labels("block-label-damaged", (draft, random) =>
    doToEach(random.sample(blockLabels(draft), 3), (cell) => {
      const item = cell.text.charAt(5);
      cell.text = random.pick([
        `第二十条第（${item}项）`,
        `第二十条  第（${item}）项`,
        "第二十条第",
        `第二十条第${item}项`,
        `第20条第（${item}）项`,
        "",
      ]);
    }),
  ),
  labels("notes-in-labels", (draft, random) =>
    doToEach(
      random.sample(
        headsOf(draft, 2).filter(({ text }) => /数|额|增/u.test(text)),
        3,
      ),
      (cell) => {
        cell.text += random.pick(["（按截至12月31日的实有数填写）", "（增加的用正数，减少的用负数，如-8）", "（指全年办结数，1件按1计）"]);
      },
    ),
  ),
  labels("number-split-from-label", (draft, random) =>
    doToEach(
      random.sample(
        rowLabels(draft).filter(({ cell }) => /^([一二四]、|（.）|\d\.)/u.test(cell.text)),
        random.integer(1, 6),
      ),
      ({ row, cell }) => {
        const [number = ""] = /^([一二四]、|（.）|\d\.)/u.exec(cell.text) ?? [];
        const rest: DraftCell = { ...cell, text: cell.text.slice(number.length), columnSpan: Math.max(1, cell.columnSpan - 1) };
        cell.text = number;
        cell.columnSpan = 1;
        row.splice(row.indexOf(cell) + 1, 0, rest);
      },
    ),
  ),
  labels("labels-broken", (draft, random) =>
    doToEach(
      random.sample(rowLabels(draft), random.integer(4, 20)),
      ({ cell }) => (cell.text = breakText(cell.text, random, random.pick([" ", "\n", "\n", "\u3000"]))),
    ),
  ),
  labels("group-label-lost", (draft, random) =>
    doToEach(random.sample(groupLabels(draft), random.integer(1, 2)), (cell) => (cell.text = "")),
  ),
  labels("group-label-moved", (draft, random) =>
    doToEach(random.sample(groupLabels(draft), 2), (cell) => {
      // The group's text runs into the label beside it: 三、本（一）予以公开 and 年度办 理结果.
      const row = tablesOf(draft, 3)
        .flatMap(({ rows }) => rows)
        .find((cells) => cells.includes(cell));
      const beside = row?.[row.indexOf(cell) + 1];
      if (beside === undefined || hasKey(beside)) return;
      const cut = random.integer(2, Math.max(2, cell.text.length - 2));
      beside.text = cell.text.slice(0, cut) + beside.text;
      cell.text = cell.text.slice(cut);
    }),
  ),
  // Automatic numbers of Word are lost in many conversions.
  labels("numbering-lost", (draft) =>
    doToEach(allLabels(draft), (cell) => (cell.text = cell.text.replace(/^([一二三四]、|（[一二三四五六七]）|\d\.)/u, ""))),
  ),
  labels("blank-after-number", (draft) => doToEach(rowLabels(draft), ({ cell }) => (cell.text = cell.text.replace(/^(\d)\./u, "$1. ")))),
  labels("punctuation", (draft, random) =>
    replaceIn(allLabels(draft), random, [
      ["“三安全一稳定”", '"三安全一稳定"', "三安全一稳定", "‘三安全一稳定’", "”三安全一稳定“"],
      ["，", ","],
      ["不补正、", "不补正，"],
      ["费用、", "费用，"],
      [".", "．", "、"],
    ]),
  ),
  labels("row-synonyms", (draft, random) =>
    replaceIn(allLabels(draft), random, [
      ["结转下年度继续办理", "结转下一年继续办理", "结转下年继续办理"],
      ["（区分处理的，只计这一情形，不计其他情形）", ""],
      ["行政规范性文件", "规范性文件"],
      ["1.信访举报投诉类申请", "1.信访、举报、投诉类申请"],
      ["其他法律行政法规禁止公开", "其他法律、行政法规禁止公开"],
      ["要求行政机关确认或重新出具已获取信息", "要求确认或重新出具已获取信息"],
      ["上年结转政府信息公开申请数量", "上年度结转政府信息公开申请数量"],
      [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "",
        "（本列数据的勾稽关系为：第一项加第二项之和等于第三项加第四项之和。）",
      ],
    ]),
  ),
  labels("characters-misread", (draft, random) =>
    doToEach(
      random.sample(
        allLabels(draft).filter(({ text }) => text.length > 2),
        random.integer(3, 12),
      ),
      (cell) => (cell.text = misread(cell.text, random)),
    ),
  ),
  labels("character-missing", (draft, random) =>
    doToEach(
      random.sample(
        allLabels(draft).filter(({ text }) => text.length > 4),
        random.integer(2, 8),
      ),
      (cell) => {
        const out = random.integer(2, cell.text.length - 1);
        if (/^万?元/u.test(cell.text.slice(out))) return; // another unit is another figure
        cell.text = cell.text.slice(0, out) + cell.text.slice(out + 1);
      },
    ),
  ),
  labels("traditional", (draft, random) => {
    const taiwan = random.chance(0.2);
    const { truth } = draft;
    for (const block of draft.blocks) {
      if (block.kind === "table") for (const cell of block.rows.flat()) cell.text = toTraditional(cell.text, taiwan);
      else block.text = toTraditional(block.text, taiwan);
    }
    truth.title = truth.title === null ? null : toTraditional(truth.title, taiwan);
    truth.agency = truth.agency === null ? null : toTraditional(truth.agency, taiwan);
    return true;
  }),
];

function labels(kind: string, apply: (draft: Draft, random: Random) => boolean): Damage {
  return { kind, stage: "labels", apply };
}

function allLabels(draft: Draft): DraftCell[] {
  return tablesOf(draft)
    .flatMap(({ rows }) => rows.flat())
    .filter((cell) => cell.header && cell.text !== "");
}

/** Cells of head rows: those without any figure. */
function headsOf(draft: Draft, table: 2 | 3 | 4): DraftCell[] {
  return tablesOf(draft, table)
    .flatMap(({ rows }) => rows.filter((row) => !row.some((cell) => !cell.header)).flat())
    .filter((cell) => !/^第二十|^（本列/u.test(cell.text));
}

function heads(draft: Draft): DraftCell[] {
  return ([2, 3, 4] as const).flatMap((table) => headsOf(draft, table));
}

function blockLabels(draft: Draft): DraftCell[] {
  return tablesOf(draft, 2)
    .flatMap(({ rows }) => rows.flat())
    .filter((cell) => cell.text.startsWith("第二十条"));
}

function rowLabels(draft: Draft): { row: DraftCell[]; cell: DraftCell }[] {
  return valueRowsOf(draft).flatMap(({ table, cells }) => {
    const cell = cells[cells.findIndex(hasKey) - 1];
    return table.table === 4 || cell === undefined || cell.text === "" ? [] : [{ row: cells, cell }];
  });
}

function groupLabels(draft: Draft): DraftCell[] {
  return wholeRows3(draft).flatMap(({ cells }) => cells.filter((cell) => cell.header && cell.rowSpan > 1));
}

/** Each rule: the official words, then what may stand instead. A rule is used in two cases of three. */
function replaceIn(cells: readonly DraftCell[], random: Random, rules: readonly (readonly [string, ...string[]])[]): boolean {
  const chosen = rules.filter(() => random.chance(0.67)).map(([official, ...others]) => [official, random.pick(others)] as const);
  let done = false;
  for (const cell of cells) {
    for (const [official, other] of chosen) {
      if (!cell.text.includes(official)) continue;
      cell.text = cell.text.replaceAll(official, other);
      done = true;
    }
  }
  return done;
}

function breakText(text: string, random: Random, by: string): string {
  const at = random.integer(1, Math.max(1, text.length - 1));
  return text.slice(0, at) + by + text.slice(at);
}

/** Slips of character recognition, each with the character that was printed. */
const MISREADINGS: readonly (readonly [string, string])[] = [
  "申甲",
  "请谙",
  "请清",
  "未末",
  "已巳",
  "其具",
  "公么",
  "政玫",
  "息患",
  "办力",
  "机杌",
  "构枸",
  "规现",
  "类粪",
  "数教",
  "量最",
  "人入",
  "他地",
  "处外",
  "理埋",
  "收牧",
  "容客",
  "本木",
  "行仃",
  "许讦",
  "制剖",
  "总忌",
  "计汁",
  "不木",
  "提捉",
  "信倌",
  "第策",
  "条杀",
  "项顶",
  "复夏",
  "结诘",
  "果呆",
  "维雏",
  "持特",
  "正止",
].map((pair) => [pair.charAt(0), pair.charAt(1)]);

function misread(text: string, random: Random): string {
  const possible = MISREADINGS.filter(([printed]) => text.includes(printed));
  if (possible.length === 0) return text;
  const [printed, read] = random.pick(possible);
  return text.replace(printed, read);
}
