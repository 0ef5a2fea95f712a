import { EDITIONS } from "../editions/index.ts";
import type { Edition } from "../editions/form.ts";
import type { CellKey, EditionId } from "../report.ts";

/** A source of random numbers in [0, 1), e.g. `Math.random` or a seeded one (`seededRandom`). */
export type Random = () => number;

/**
 * Random figures for every cell of an edition that obey all rules of the form: rows and columns add up, received
 * equals handled, table 4 adds up, table 2 is plausible. About one form in five is all zeros in table 3, as in life.
 */
export function consistentCells(edition: EditionId, random: Random): Record<CellKey, number> {
  const form = EDITIONS[edition];
  return { ...table2(form, random), ...table3(form, random), ...table4(random) };
}

/** A small repeatable generator (mulberry32), so that a failing case can be run again from its seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Mostly zero, often small, now and then large: the way figures are spread in real forms. */
function figure(random: Random): number {
  const kind = random();
  if (kind < 0.55) return 0;
  if (kind < 0.85) return 1 + Math.floor(random() * 9);
  if (kind < 0.97) return 10 + Math.floor(random() * 90);
  return 100 + Math.floor(random() * 9900);
}

function table2(form: Edition, random: Random): Record<CellKey, number> {
  const cells: Record<CellKey, number> = {};
  for (const row of ["t2.rules", "t2.normative"]) {
    if (form.id === "2019") {
      const made = figure(random);
      const published = Math.min(made, figure(random));
      cells[`${row}.made`] = made;
      cells[`${row}.published`] = published;
      cells[`${row}.total`] = made + figure(random);
    } else {
      const issued = figure(random);
      cells[`${row}.issued`] = issued;
      cells[`${row}.repealed`] = figure(random);
      cells[`${row}.effective`] = issued + figure(random);
    }
  }
  for (const row of ["t2.license", "t2.otherService", "t2.penalty", "t2.coercion", "t2.fee"]) {
    if (form.id === "2019") {
      const prior = figure(random);
      const change = random() < 0.3 ? -Math.floor(random() * (prior + 1)) : figure(random);
      cells[`${row}.prior`] = prior;
      // A plain 0, never -0.
      cells[`${row}.change`] = change === 0 ? 0 : change;
      if (row !== "t2.fee") cells[`${row}.decisions`] = prior + change === 0 ? 0 : figure(random);
    } else if (row !== "t2.fee" && row !== "t2.otherService") cells[`${row}.decisions`] = figure(random);
  }
  if (form.id === "2019") {
    const items = figure(random);
    cells["t2.procurement.items"] = items;
    cells["t2.procurement.amount"] = items === 0 ? 0 : amount(random);
  } else cells["t2.fee.amount"] = random() < 0.5 ? 0 : amount(random);
  return cells;
}

/** An amount in 万元 with up to three decimals, never 0. */
function amount(random: Random): number {
  return Math.round(1 + random() * 400_000) / 10 ** Math.floor(random() * 4);
}

function table3(form: Edition, random: Random): Record<CellKey, number> {
  const cells: Record<CellKey, number> = {};
  const rows = form.table3.rows.map((row) => row.id);
  const outcomes = rows.filter((row) => !["new", "carriedIn", "total", "carriedOut"].includes(row));
  const empty = random() < 0.2;
  const add = (row: string, column: string, value: number) => {
    cells[`t3.${row}.${column}`] = value;
    cells[`t3.${row}.total`] = (cells[`t3.${row}.total`] ?? 0) + value;
  };
  for (const { id: column } of form.table3.columns) {
    if (column === "total") continue;
    const used = !empty && (column === "natural" || random() < 0.5);
    let handled = 0;
    for (const row of outcomes) {
      const value = used ? figure(random) : 0;
      add(row, column, value);
      handled += value;
    }
    const carriedOut = used ? figure(random) : 0;
    const carriedIn = used ? Math.min(figure(random), handled + carriedOut) : 0;
    add("total", column, handled);
    add("carriedOut", column, carriedOut);
    add("carriedIn", column, carriedIn);
    add("new", column, handled + carriedOut - carriedIn);
  }
  return cells;
}

function table4(random: Random): Record<CellKey, number> {
  const cells: Record<CellKey, number> = {};
  for (const group of ["t4.reconsideration", "t4.litigationDirect", "t4.litigationAfter"]) {
    // A suit after reconsideration wants a reconsideration first.
    const used = random() < 0.5 && (group !== "t4.litigationAfter" || (cells["t4.reconsideration.total"] ?? 0) > 0);
    let total = 0;
    for (const result of ["upheld", "corrected", "other", "pending"]) {
      const value = used ? figure(random) : 0;
      cells[`${group}.${result}`] = value;
      total += value;
    }
    cells[`${group}.total`] = total;
  }
  return cells;
}
