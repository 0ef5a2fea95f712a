import { EDITIONS } from "../../editions/index.ts";
import { composeTables } from "../../compose/index.ts";
import { type Draft, type DraftBlock, type DraftCell, hasKey, looseCell, tablesOf, valueRowsOf } from "../draft.ts";
import { generateCells } from "../generate-cells.ts";
import type { Random } from "../random.ts";
import { type Damage, doToEach } from "./damage.ts";

/** Damages around the tables: rows the form does not know, notes, headings, titles, tables that are not there. */
export const aroundDamages: readonly Damage[] = [
  // Truth: local rows are no cells of the form.
  around("local-rows", (draft, random) =>
    doToEach(random.sample(tablesOf(draft, 2), 1), ({ rows }) => {
      const row = (label: string, values: readonly string[]): DraftCell[] => [
        { ...looseCell(label), header: true },
        ...values.map((value) => looseCell(value)),
      ];
      const after = rows.findIndex((cells) => cells.some((cell) => cell.key?.startsWith("t2.normative")));
      if (random.chance(0.6) && after >= 0)
        rows.splice(
          after + 1,
          0,
          row(
            "其他主动公开文件",
            [1, 2, 3].map(() => String(random.integer(0, 300))),
          ),
        );
      else
        rows.push([
          { ...looseCell("本年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）", 3), header: true },
          looseCell(random.pick(["0", "2条", "135"])),
        ]);
    }),
  ),
  // Truth: no figure of the form stands in a row of words.
  around("note-rows", (draft, random) =>
    doToEach(random.sample(tablesOf(draft), random.integer(1, 2)), ({ rows }) => {
      const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0)));
      if (random.chance(0.5)) rows.unshift([looseCell(random.pick(["单位：件", "填报单位：（盖章）", "单位：件、万元"]), width)]);
      else
        rows.push([
          looseCell(random.pick(["注：以上数据截至12月31日。", "备注：1.空格按0计；2.由各科室报送。", "填表说明：按件统计。"]), width),
        ]);
    }),
  ),
  around("footnotes", (draft, random) => {
    const tables = random.sample(tablesOf(draft), random.integer(1, 3));
    return doToEach(tables, (table) => {
      const note = random.pick([
        "注：1.本表数据由各科室报送；2.截至12月31日。",
        "注：表内空格按0计。",
        "说明：以上3项数据经核对无误。",
        "备注：收费金额以财政部门核定的12.5万元为准。",
      ]);
      draft.blocks.splice(draft.blocks.indexOf(table) + 1, 0, { kind: "paragraph", text: note });
    });
  }),
  around("page-numbers", (draft, random) => {
    // Before text; two numbers of pages between figures would be one too many for anybody.
    const texts = draft.blocks.flatMap((block, index) => (block.kind === "paragraph" && block.text.length > 10 ? [index] : []));
    return doToEach(
      random.sample(texts, 3).toSorted((one, other) => other - one),
      (index) => draft.blocks.splice(index, 0, { kind: "paragraph", text: random.pick(["- 2 -", "3", "—4—"]) }),
    );
  }),
  around("headings-varied", (draft, random) => {
    const variants: readonly (readonly [string, ...string[]])[] = [
      [
        "一、总体情况",
        "一、总体情况概述",
        "一、政府信息公开工作总体情况",
        "总体情况",
        "一、工作总体推进情况",
        "1、总体情况",
        "一 总体情况",
      ],
      ["二、主动公开政府信息情况", "二、主动公开情况", "主动公开政府信息情况", "二、主动公开政府信息情况（单位：件）"],
      [
        "三、收到和处理政府信息公开申请情况",
        "三、收到和处理政府信息公开申请情况表",
        "收到和处理政府信息公开申请情况",
        "三、依申请公开情况",
      ],
      ["四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四、行政复议、行政诉讼情况"],
      [
        "五、存在的主要问题及改进情况",
        "五、存在问题及改进情况",
        "五、存在的主要问题和改进措施",
        "五、政府信息公开工作存在的主要问题及改进情况",
      ],
      ["六、其他需要报告的事项", "六、其他需要报告事项", "其他需要报告的事项", "**六、其他需要报告的事项**"],
    ];
    return doToEach(
      draft.blocks.filter((block) => block.kind === "heading" && random.chance(0.7)),
      (block) => {
        if (block.kind !== "heading") return;
        const [, ...others] = variants.find(([official]) => official === block.text) ?? [""];
        if (others.length > 0) block.text = random.pick(others);
        block.level = random.integer(1, 4);
      },
    );
  }),
  around("headings-missing", (draft, random) => {
    const headings = draft.blocks.filter((block) => block.kind === "heading" && block.level > 1);
    return doToEach(random.sample(headings, random.integer(1, 6)), (heading) => draft.blocks.splice(draft.blocks.indexOf(heading), 1));
  }),
  around("headings-as-paragraphs", (draft) => {
    draft.blocks = draft.blocks.map((block): DraftBlock => (block.kind === "heading" ? { kind: "paragraph", text: block.text } : block));
    return true;
  }),
  // Truth: no title, so no organ or year but from the text.
  around("title-missing", (draft) => {
    const [title] = draft.blocks;
    if (title?.kind !== "heading" || title.level !== 1) return false;
    draft.blocks.shift();
    draft.truth.title = null;
    return true;
  }),
  around("title-over-lines", (draft) => {
    const [title] = draft.blocks;
    const { agency } = draft.truth;
    if (title?.kind !== "heading" || title.level !== 1 || agency === null || !title.text.startsWith(agency)) return false;
    draft.blocks.splice(0, 1, { kind: "paragraph", text: agency }, { ...title, text: title.text.slice(agency.length).trim() });
    return true;
  }),
  // Truth: null, the table is a picture or an attachment.
  around("table-missing", (draft, random) =>
    doToEach(random.sample(tablesOf(draft), 1), ({ table }) => {
      for (const row of valueRowsOf(draft, table)) for (const cell of row.cells) if (hasKey(cell)) draft.truth.cells[cell.key] = null;
      for (const key of Object.keys(draft.truth.cells)) {
        if (!key.startsWith(`t${table}.`)) continue;
        draft.truth.cells[key] = null;
        delete draft.truth.alternatives[key];
      }
      draft.blocks = draft.blocks.filter((block) => block.kind !== "table" || block.table !== table);
    }),
  ),
  // Truth: table 2 with the keys of the other edition; the edition is the one of table 3, the larger part.
  around("mixed-editions", (draft, random) => {
    const [old, ...more] = tablesOf(draft, 2);
    if (old === undefined || more.length > 0) return false;
    const other = EDITIONS[draft.edition === "2019" ? "2021" : "2019"];
    const cells = generateCells(other.id, random.pick(["zero", "office"]), random);
    for (const key of Object.keys(draft.truth.cells)) {
      if (!key.startsWith("t2.")) continue;
      delete draft.truth.cells[key];
      delete draft.truth.alternatives[key];
    }
    for (const cell of other.cells) if (cell.table === 2) draft.truth.cells[cell.key] = cells[cell.key] ?? null;
    const [table2] = composeTables(other, (key) => String(cells[key] ?? ""));
    old.rows = table2.rows.map((row) => row.map((cell) => ({ ...cell })));
    return true;
  }),
];

function around(kind: string, apply: (draft: Draft, random: Random) => boolean): Damage {
  return { kind, stage: "around", apply };
}
