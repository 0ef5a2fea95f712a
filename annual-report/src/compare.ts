import { diceSimilarity, textLikeness } from "./check/text-likeness.ts";
import { EDITIONS } from "./editions/index.ts";
import type { CellKey, CellState, EditionId, Report, Sections } from "./report.ts";

/** One cell in both reports. `only…`: the form of the other report has no such cell. */
export interface ComparedCell {
  readonly key: CellKey;
  readonly name: string;
  readonly a: number | null;
  readonly b: number | null;
  readonly stateA: CellState;
  readonly stateB: CellState;
  /** b − a, where both are printed figures. */
  readonly change?: number;
  /** b ÷ a, where both are printed figures and a is not 0. */
  readonly ratio?: number;
  readonly kind: "same" | "changed" | "stateDiffers" | "onlyInA" | "onlyInB";
}

export interface ComparedSection {
  readonly section: keyof Sections;
  /** 0 to 1: share of pairs of characters in common; null where neither report has the section. */
  readonly similarity: number | null;
  /** Share of `a`'s sentences that stand in `b` word for word, figures and punctuation apart. */
  readonly sameShare: number;
  /** Identical passages of at least 30 characters, longest first; offsets in `a`'s section. */
  readonly passages: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface Comparison {
  readonly editions: { readonly a: EditionId | null; readonly b: EditionId | null };
  /** True when the reports use different forms: only cells with the same meaning in both are set side by side. */
  readonly isAcrossEditions: boolean;
  readonly cells: readonly ComparedCell[];
  readonly changed: number;
  readonly sections: readonly ComparedSection[];
}

const LONG_PASSAGE = 30;
const SECTIONS = ["overview", "problems", "other"] as const;

/**
 * Cells that mean the same in both forms under other names: what a year made, what it handled. A cell of the 2021 form
 * and its counterpart in the 2019 form; all other cells of equal name mean the same.
 */
export const COUNTERPARTS: Readonly<Record<CellKey, CellKey>> = {
  "t2.rules.issued": "t2.rules.made",
  "t2.normative.issued": "t2.normative.made",
};
const OTHER_HANDLING_2021 = ["uncorrected", "unpaid", "misc"] as const;

/** Compares two reports cell by cell, `a` being the earlier or the first, and section by section. */
export function compareReports(a: Report, b: Report): Comparison {
  const isAcrossEditions = a.edition !== null && b.edition !== null && a.edition !== b.edition;
  const cells = isAcrossEditions ? acrossEditions(a, b) : sameEdition(a, b);
  return {
    editions: { a: a.edition, b: b.edition },
    isAcrossEditions,
    cells,
    changed: cells.filter((cell) => cell.kind === "changed" || cell.kind === "stateDiffers").length,
    sections: SECTIONS.map((section) => compareSection(section, a.sections[section], b.sections[section])),
  };
}

function sameEdition(a: Report, b: Report): ComparedCell[] {
  const edition = a.edition ?? b.edition;
  if (edition === null) return [];
  return EDITIONS[edition].cells.map(({ key, name }) => {
    if (a.edition === null) return onlyIn("onlyInB", key, name, b);
    if (b.edition === null) return onlyIn("onlyInA", key, name, a);
    return compareCell(key, name, read(a, key), read(b, key));
  });
}

/** 2019 against 2021: shared and matching cells side by side, （六）其他处理 added up, the rest told as belonging to one form. */
function acrossEditions(a: Report, b: Report): ComparedCell[] {
  const [newer, older] = a.edition === "2021" ? [a, b] : [b, a];
  const inOrder = (key: CellKey, name: string, ofNewer: Reading, ofOlder: Reading) =>
    newer === a ? compareCell(key, name, ofNewer, ofOlder) : compareCell(key, name, ofOlder, ofNewer);
  const used = new Set<CellKey>();
  const cells: ComparedCell[] = [];
  const oldKeys = new Set(EDITIONS["2019"].cells.map((cell) => cell.key));
  for (const { key, name } of EDITIONS["2021"].cells) {
    const counterpart = COUNTERPARTS[key] ?? key;
    if (oldKeys.has(counterpart)) {
      used.add(counterpart);
      cells.push(inOrder(key, name, read(newer, key), read(older, counterpart)));
    } else cells.push(onlyIn(newer === a ? "onlyInA" : "onlyInB", key, name, newer));
  }
  for (const { key, name } of EDITIONS["2019"].cells) {
    if (used.has(key)) continue;
    const column = /^t3\.otherHandling\.(\w+)$/u.exec(key)?.[1];
    if (column === undefined) cells.push(onlyIn(older === a ? "onlyInA" : "onlyInB", key, name, older));
    else
      cells.push(
        inOrder(key, name, addUp(OTHER_HANDLING_2021.map((row) => read(newer, `t3.otherHandling.${row}.${column}`))), read(older, key)),
      );
  }
  return cells;
}

interface Reading {
  readonly value: number | null;
  readonly state: CellState;
}

function read(report: Report, key: CellKey): Reading {
  const value = report.cells[key] ?? null;
  return { value, state: report.states[key] ?? (value === null ? "absent" : "seen") };
}

/** A sum is a printed figure only if all its terms are. */
function addUp(readings: readonly Reading[]): Reading {
  const unseen = readings.find((reading) => reading.state !== "seen");
  return unseen === undefined
    ? { value: readings.reduce((sum, one) => sum + (one.value ?? 0), 0), state: "seen" }
    : { value: null, state: unseen.state };
}

function compareCell(key: CellKey, name: string, a: Reading, b: Reading): ComparedCell {
  const cell = { key, name, a: a.value, b: b.value, stateA: a.state, stateB: b.state };
  if (a.state !== b.state) return { ...cell, kind: "stateDiffers" };
  if (a.value === null || b.value === null) return { ...cell, kind: "same" };
  const change = round(b.value - a.value);
  return { ...cell, change, ...(a.value === 0 ? {} : { ratio: b.value / a.value }), kind: change === 0 ? "same" : "changed" };
}

function onlyIn(kind: "onlyInA" | "onlyInB", key: CellKey, name: string, report: Report): ComparedCell {
  const { value, state } = read(report, key);
  return kind === "onlyInA"
    ? { key, name, a: value, b: null, stateA: state, stateB: "absent", kind }
    : { key, name, a: null, b: value, stateA: "absent", stateB: state, kind };
}

/** Amounts have at most four decimals; this takes the noise of binary fractions off their difference. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function compareSection(section: keyof Sections, a: string | null, b: string | null): ComparedSection {
  if (a === null || b === null) return { section, similarity: a === b ? null : 0, sameShare: 0, passages: [] };
  const likeness = textLikeness(a, b);
  return {
    section,
    similarity: a === b ? 1 : diceSimilarity(a, b),
    sameShare: a === b ? 1 : likeness.share,
    passages: likeness.passages.filter((passage) => passage.end - passage.start >= LONG_PASSAGE),
  };
}
