import { EDITIONS } from "../editions/index.ts";
import { SYNONYMS } from "../editions/synonyms.ts";
import type { EditionId } from "../report.ts";
import { type Label, parseLabel } from "./label.ts";
import { similarity } from "./similarity.ts";

/** What a label of the form stands for. One spelling can stand for several (总计: a column and, numbered, a row). */
export type Mark =
  | { readonly kind: "row2"; readonly id: string }
  | { readonly kind: "block2" }
  | { readonly kind: "column2"; readonly id: string; readonly edition: EditionId }
  | { readonly kind: "row3"; readonly id: string; readonly ordinal: string }
  | { readonly kind: "group3" }
  | { readonly kind: "column3"; readonly id: string }
  | { readonly kind: "group4"; readonly id: string }
  | { readonly kind: "column4"; readonly id: string }
  | { readonly kind: "head"; readonly table: 2 | 3 | 4 };

interface Entry {
  readonly core: string;
  readonly marks: readonly Mark[];
}

const ENTRIES = new Map<string, Mark[]>();
/** The rows of table 3 in a group, by the spellings of its name. */
const GROUPS = new Map<string, Set<string>>();

for (const edition of Object.values(EDITIONS)) {
  for (const block of edition.table2) {
    enter(block.label, { kind: "block2" });
    for (const column of block.columns) enter(column.label, { kind: "column2", id: column.id, edition: edition.id });
    for (const row of block.rows) enter(row.label, { kind: "row2", id: row.id });
  }
  for (const row of edition.table3.rows) {
    enter(row.label, { kind: "row3", id: row.id, ordinal: parseLabel(row.label).ordinal });
    for (const group of row.groups) {
      enter(group, { kind: "group3" });
      for (const spelling of spellings(group)) GROUPS.set(spelling, (GROUPS.get(spelling) ?? new Set()).add(row.id));
    }
  }
  for (const column of edition.table3.columns) enter(column.label, { kind: "column3", id: column.id });
  for (const group of edition.table4) {
    enter(group.label, { kind: "group4", id: group.id });
    enter(group.parent, { kind: "head", table: 4 });
    for (const column of group.columns) enter(column.label, { kind: "column4", id: column.id });
  }
}
enter("信息内容", { kind: "head", table: 2 });
enter("申请人情况", { kind: "head", table: 3 });
enter("法人或其他组织", { kind: "head", table: 3 });
enter("本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", { kind: "head", table: 3 });

const FUZZY: readonly Entry[] = [...ENTRIES].map(([core, marks]) => ({ core, marks }));

function enter(label: string, mark: Mark): void {
  const { core } = parseLabel(label);
  for (const spelling of [core, ...(SYNONYMS[core] ?? [])]) {
    const marks = ENTRIES.get(spelling);
    if (!marks) ENTRIES.set(spelling, [mark]);
    else if (!marks.some((known) => sameMark(known, mark))) marks.push(mark);
  }
}

function sameMark(a: Mark, b: Mark): boolean {
  return (
    a.kind === b.kind &&
    ("id" in a ? a.id : "") === ("id" in b ? b.id : "") &&
    ("edition" in a ? a.edition : "") === ("edition" in b ? b.edition : "")
  );
}

/** What the label's core stands for, letter by letter (synonyms included); empty for text the form does not know. */
export function findMarks(core: string): readonly Mark[] {
  return ENTRIES.get(core) ?? [];
}

/** What a damaged label most likely stands for. */
export interface Guess {
  readonly marks: readonly Mark[];
  readonly likeness: number;
}

const MOST_REMEMBERED = 5000;
const remembered = new Map<string, Guess | undefined>();

/** The likeliest official reading of a damaged label with its likeness (0.75 and above), or undefined. */
export function guessMarks(core: string): Guess | undefined {
  if (core.length < 3 || core.length > 90) return undefined;
  if (remembered.has(core)) return remembered.get(core);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const guess = compareWithAll(core);
  remembered.set(core, guess);
  return guess;
}

function compareWithAll(core: string): Guess | undefined {
  let best: Entry | undefined;
  let likeness = 0.74;
  for (const entry of FUZZY) {
    const alike = similarity(core, entry.core);
    if (alike > likeness) {
      likeness = alike;
      best = entry;
    }
  }
  return best && { marks: best.marks, likeness };
}

/** Every spelling of a row's label, for scoring damaged labels against one row. */
export function spellings(label: string): readonly string[] {
  const { core } = parseLabel(label);
  return [core, ...(SYNONYMS[core] ?? [])];
}

const ALL_CORES = [...ENTRIES.keys()].join("|");

/** Whether the label of a row of table 3 is that of one beside this group's name; of other labels nothing is known. */
export function mayBeInGroup(marks: readonly Mark[], group: string): boolean {
  const rows = GROUPS.get(group);
  return rows === undefined || marks.every((mark) => mark.kind !== "row3" || rows.has(mark.id));
}

/** Whether a scrap of text occurs in some label of the form (予处理, 度办). */
export function isPartOfForm(core: string): boolean {
  return ALL_CORES.includes(core);
}

/** Whether a label, damaged or not, names a row of table 2 or 3. A bare 总计 or 其他 heads a column. */
export function namesFormRow({ marks, label }: { readonly marks: readonly Mark[]; readonly label: Label }): boolean {
  if (label.ordinal === "" && marks.some((mark) => mark.kind === "column3")) return false;
  const known = marks.length > 0 ? marks : (guessMarks(label.core)?.marks ?? []);
  return known.some((mark) => mark.kind === "row2" || mark.kind === "row3");
}

/** Whether this is the label of the row of table 3 that has this number in its group, or how that label begins. */
export function isRowWithNumber(core: string, ordinal: string): boolean {
  const isNumbered = (mark: Mark): boolean => mark.kind === "row3" && mark.ordinal === ordinal;
  const isBeginning = (entry: Entry): boolean => core.length > 1 && entry.core.startsWith(core) && entry.marks.some(isNumbered);
  return (guessMarks(core)?.marks.some(isNumbered) ?? false) || FUZZY.some(isBeginning);
}
