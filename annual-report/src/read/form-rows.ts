import { similarity } from "./similarity.ts";

/** A row of the form as the alignment sees it. */
export interface FormRow {
  readonly id: string;
  /** Every spelling of its label, without ordinal and punctuation. */
  readonly spellings: readonly string[];
  readonly ordinal: string;
  /** How many figures it holds. */
  readonly width: number;
}

/** The rows of one table of an edition, ready for comparing labels with them. */
export interface FormRows<Row extends FormRow = FormRow> {
  readonly rows: readonly Row[];
  /** The row whose label this is to the letter, or -1. */
  readonly indexOf: (core: string) => number;
  /**
   * Per row, how alike the text and the row's label are, 0–1. For text put together from several labels, the label must
   * not merely stand somewhere inside.
   */
  readonly likeness: (core: string, isJoined: boolean) => readonly number[];
}

const MOST_CACHED = 5000;

/** Prepares the rows of a table for comparing labels; comparisons are remembered, since labels repeat. */
export function createFormRows<Row extends FormRow>(rows: readonly Row[]): FormRows<Row> {
  const exact = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const spelling of row.spellings) if (!exact.has(spelling)) exact.set(spelling, index);
  });
  const remembered = new Map<string, readonly number[]>();
  function compare(core: string, isJoined: boolean): number[] {
    const same = exact.get(core);
    if (same !== undefined) return rows.map((_, index) => (index === same ? 1 : 0));
    return rows.map(({ spellings }) => {
      if (isJoined && standsInside(core, spellings)) return 0;
      return spellings.reduce((best, spelling) => {
        if (isJoined && core.includes(spelling) && !core.endsWith(spelling)) return best;
        return Math.max(best, similarity(core, spelling));
      }, 0);
    });
  }
  return {
    rows,
    indexOf: (core) => exact.get(core) ?? -1,
    likeness(core, isJoined) {
      const key = isJoined ? `+${core}` : core;
      const known = remembered.get(key);
      if (known) return known;
      if (remembered.size >= MOST_CACHED) remembered.clear();
      const likeness = core.length > 60 ? rows.map(() => 0) : compare(core, isJoined);
      remembered.set(key, likeness);
      return likeness;
    },
  };
}

/** Whether the whole label stands somewhere inside, with words behind it that are no part of it. */
function standsInside(core: string, spellings: readonly string[]): boolean {
  const longest = Math.max(...spellings.map(({ length }) => length));
  const isInside = spellings.some((spelling) => spelling.length * 5 >= longest * 4 && core.includes(spelling) && !core.endsWith(spelling));
  return isInside && !spellings.some((spelling) => core.endsWith(spelling));
}
