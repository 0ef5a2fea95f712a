import { createDocBuilder, type Doc, type Table } from "@gongkai/document";
import { writeXlsx } from "@gongkai/document/write";
import type { Result } from "@gongkai/statute";
import type { Selectable } from "kysely";
import type { Officer } from "../applications/index.ts";
import { type Ledger, runCommand } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { CatalogueEntryRow } from "../platform/database/row-types.ts";
import type { CatalogueRefusal } from "./catalogue-refusals.ts";
import { addInTurn, whyNotEntry } from "./change-catalogue.ts";
import { limitInWords } from "./item-content.ts";
import { mayDo } from "./policy.ts";
import { CatalogueEntryGiven, type CatalogueImported, type CataloguePreview } from "./schema.ts";
import { findStatutoryNode, STATUTORY_CATALOGUE } from "./statutory-catalogue.ts";
import type { LimitKind } from "./words.ts";

/** Columns as the national standard catalogues print them; the first tells the node of the statutory tree. */
const COLUMNS = [
  "法定类别",
  "一级事项",
  "二级事项",
  "公开内容（要素）",
  "公开依据",
  "公开时限",
  "公开主体",
  "公开渠道和载体",
  "公开对象",
  "公开方式",
  "公开层级",
] as const;

/** The organ's catalogue as a workbook. */
export function writeCatalogue(title: string, entries: readonly Selectable<CatalogueEntryRow>[]): Promise<Uint8Array> {
  const builder = createDocBuilder("xlsx");
  builder.heading(1, title);
  builder.table([
    COLUMNS.map((text) => ({ text, header: true })),
    ...entries.map((entry) => {
      const node = findStatutoryNode(entry.statutory);
      const kind = entry.limit_kind as LimitKind; // a check of the table holds it to the list
      return [
        `${entry.statutory} ${node?.label ?? ""}`.trim(),
        entry.name,
        entry.sub_item,
        entry.content,
        entry.basis,
        limitInWords({ kind, days: entry.limit_days }).replace("目录规定的", ""),
        entry.subject,
        entry.channel,
        entry.audience,
        entry.way === "proactive" ? "主动" : "依申请",
        entry.level,
      ].map((text) => ({ text }));
    }),
  ]);
  return writeXlsx(builder.build(title));
}

export interface ImportedRow {
  /** Row of the table, from 1. */
  readonly row: number;
  readonly given: CatalogueEntryGiven;
  readonly remark?: string;
}

/** Reads a catalogue from a workbook or document: our own export, or a standard catalogue with its two header rows. */
export function parseCatalogue(
  doc: Doc,
  usualStatutory: string,
): { readonly rows: readonly ImportedRow[]; readonly problems: CatalogueImported["problems"] } | undefined {
  for (const block of doc.blocks) {
    if (block.kind !== "table") continue;
    const parsed = parseTable(block, usualStatutory);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

const FIELDS = [
  ["statutory", /法定类别|法定主动公开/],
  ["name", /一级事项|公开事项/],
  ["subItem", /二级事项/],
  ["content", /公开内容/],
  ["basis", /公开依据/],
  ["limit", /公开时限/],
  ["subject", /公开主体/],
  ["channel", /公开渠道/],
  ["audience", /公开对象/],
  ["way", /公开方式/],
  ["level", /公开层级/],
] as const;
type Field = (typeof FIELDS)[number][0];

function parseTable(table: Table, usualStatutory: string) {
  const grid = toGrid(table);
  const head = grid.findIndex((cells) => cells.some((text) => /公开内容/.test(text)));
  if (head === -1) return undefined;
  const next = grid[head + 1] ?? [];
  const hasTwoRows = next.some((text) => /^[一二]级/.test(text.trim()));
  const labels = (grid[head] ?? []).map((text, column) =>
    (hasTwoRows && /公开事项/.test(text) ? (next[column] ?? text) : text).replaceAll(/\s/g, ""),
  );
  const columns = new Map<Field, number>();
  for (const [field, pattern] of FIELDS) {
    const column = labels.findIndex((label, index) => pattern.test(label) && ![...columns.values()].includes(index));
    if (column !== -1) columns.set(field, column);
  }
  const rows: ImportedRow[] = [];
  const problems: { row: number; message: string }[] = [];
  const first = head + (hasTwoRows ? 2 : 1);
  grid.slice(first).forEach((cells, index) => {
    const at = (field: Field) => (cells[columns.get(field) ?? -1] ?? "").trim();
    const row = first + index + 1;
    // Marks such as √ under split columns, and rows of subtotals, are no entries.
    if (at("name") === "" && at("subItem") === "" && at("content") === "") return;
    const limit = parseLimit(at("limit"));
    const parsed = CatalogueEntryGiven.safeParse({
      statutory: nodeOf(at("statutory")) ?? usualStatutory,
      name: oneLine(at("name")) || oneLine(at("subItem")) || oneLine(at("content")).slice(0, 100),
      subItem: oneLine(at("subItem")),
      content: at("content"),
      basis: at("basis"),
      limitKind: limit.kind,
      limitDays: limit.days,
      subject: oneLine(at("subject")),
      channel: oneLine(at("channel")).slice(0, 200),
      audience: oneLine(at("audience")) || "全社会",
      way: /依申请/.test(at("way")) && !/主动/.test(at("way")) ? "onRequest" : "proactive",
      level: oneLine(at("level")),
      position: index,
    });
    if (!parsed.success) problems.push({ row, message: "这一行有栏目过长或者缺少公开事项，没有导入。" });
    else {
      if (limit.remark !== undefined) problems.push({ row, message: limit.remark });
      rows.push({ row, given: parsed.data });
    }
  });
  return { rows, problems };
}

/** Cells by row and column; a cell that spans several stands in each. */
function toGrid({ rows, columns }: Table): readonly (readonly string[])[] {
  const grid = rows.map(() => Array.from({ length: columns }, () => ""));
  rows.forEach(({ cells }, index) => {
    for (const { text, column, columnSpan, rowSpan } of cells) {
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < columnSpan; right++) {
          const line = grid[index + down];
          if (line !== undefined && column + right < columns) line[column + right] = text;
        }
      }
    }
  });
  return grid;
}

function nodeOf(text: string): string | undefined {
  const id = /^(20\.\d{1,2}|21\.(?:county|township)\.\d)/.exec(text)?.[1];
  return id ?? STATUTORY_CATALOGUE.find(({ label }) => label === text)?.id;
}

/** 公开时限 in the words of the catalogues. */
export function parseLimit(text: string): { readonly kind: LimitKind; readonly days: number | null; readonly remark?: string } {
  const days = /(\d{1,3})\s*个?工作日/.exec(text)?.[1];
  if (days !== undefined) {
    if (Number(days) <= 20) return { kind: "workingDays", days: Math.max(1, Number(days)) };
    return { kind: "workingDays", days: 20, remark: `公开时限“${oneLine(text)}”超过条例第二十六条的20个工作日，已按20个工作日导入。` };
  }
  if (/季/.test(text)) return { kind: "quarter", days: null };
  if (/[每按当]月|月度|月内/.test(text)) return { kind: "month", days: null };
  if (/[两二]周|半月/.test(text)) return { kind: "fortnight", days: null };
  return {
    kind: "workingDays",
    days: 20,
    ...(text === "" ? {} : { remark: `公开时限“${oneLine(text)}”没有写明天数，已按20个工作日导入。` }),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

interface PlannedRow extends ImportedRow {
  readonly what: CataloguePreview["rows"][number]["what"];
  readonly message: string;
  /** The entry that is there already. */
  readonly entry: Selectable<CatalogueEntryRow> | undefined;
}

/** What would become of each row: added, changed, left as it is, or not taken. */
async function planRows(db: Queryable, agencyId: number, rows: readonly ImportedRow[]): Promise<readonly PlannedRow[]> {
  const existing = await db
    .selectFrom("catalogue_entry")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("closed_on", "is", null)
    .execute();
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    const { given } = row;
    const why = await whyNotEntry({ tx: db, agencyId }, given);
    const entry = existing.find(
      (one) => one.statutory === given.statutory && one.name === given.name && one.sub_item === given.subItem && one.level === given.level,
    );
    const what = why !== undefined ? "refused" : entry === undefined ? "added" : isSame(entry, given) ? "same" : "changed";
    const message =
      why === undefined
        ? ""
        : why === "node-not-found"
          ? `法定类别 ${given.statutory} 不适用于本机关，没有导入。`
          : "公开时限有误，没有导入。";
    planned.push({ ...row, what, message, entry });
  }
  return planned;
}

function isSame(entry: Selectable<CatalogueEntryRow>, given: CatalogueEntryGiven): boolean {
  return (
    entry.content === given.content &&
    entry.basis === given.basis &&
    entry.limit_kind === given.limitKind &&
    entry.limit_days === given.limitDays &&
    entry.subject === given.subject &&
    entry.channel === given.channel &&
    entry.audience === given.audience &&
    entry.way === given.way
  );
}

/** What an import would do, row by row; nothing is written. */
export async function previewCatalogue(
  db: Queryable,
  {
    agencyId,
    rows,
    problems,
  }: { readonly agencyId: number; readonly rows: readonly ImportedRow[]; readonly problems: CatalogueImported["problems"] },
): Promise<CataloguePreview> {
  const planned = await planRows(db, agencyId, rows);
  return {
    rows: planned.map(({ row, what, given: { statutory, name, subItem, content, limitKind, limitDays } }) => ({
      row,
      what,
      statutory,
      name,
      subItem,
      content: content.slice(0, SHOWN_CONTENT),
      limitWords: limitInWords({ kind: limitKind, days: limitDays }).replace("目录规定的", ""),
    })),
    problems: [...problems, ...planned.flatMap(({ row, message }) => (message === "" ? [] : [{ row, message }]))].toSorted(
      (one, other) => one.row - other.row,
    ),
  };
}

const SHOWN_CONTENT = 120;

/** Takes a catalogue in: an entry of the same node, matter and level is changed where it differs, others are added. */
export function importCatalogue(
  ledger: Ledger,
  {
    agencyId,
    officer,
    rows,
    problems,
    commandKey,
  }: {
    readonly agencyId: number;
    readonly officer: Officer;
    readonly rows: readonly ImportedRow[];
    readonly problems: CatalogueImported["problems"];
    readonly commandKey?: string | undefined;
  },
): Promise<Result<CatalogueImported, CatalogueRefusal>> {
  return runCommand<{ added: number; changed: number; problems: { row: number; message: string }[] }, CatalogueRefusal>(
    ledger,
    { command: "catalogue:import", agencyId, actor: officer.actor, commandKey, request: rows.map(({ given }) => ({ ...given })) },
    async (turn) => {
      if (!mayDo(officer, "keepCatalogue")) return { ok: false, refusal: "not-allowed" };
      const told = [...problems];
      let [added, changed] = [0, 0];
      for (const { row, given, what, message, entry } of await planRows(turn.tx, agencyId, rows)) {
        if (what === "refused") told.push({ row, message });
        if (what === "added") {
          await addInTurn(turn, given);
          added += 1;
        }
        if (what === "changed" && entry !== undefined) {
          await turn.append({ kind: "catalogueEntry", id: entry.entry_id }, [
            { type: "changed", payload: { ...given, unit: entry.unit_id } },
          ]);
          changed += 1;
        }
      }
      return { ok: true, value: { added, changed, problems: told.map((problem) => ({ ...problem })) } };
    },
  );
}
