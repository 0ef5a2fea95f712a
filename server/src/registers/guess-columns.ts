import { FIELD_NAMES, FIELDS, type FieldName } from "./fields.ts";

/** Which column holds which field, columns counted from 0. */
export type Columns = { readonly [Name in FieldName]?: number };

/**
 * Guesses the columns of a register by their headings: first those that are called just so, then those that hold the words.
 * Each column is one field, each field one column.
 */
export function guessColumns(headings: readonly string[]): Columns {
  const squeezed = headings.map(squeezeHeading);
  const guessed: Partial<Record<FieldName, number>> = {};
  const taken = new Set<number>();
  const take = (fits: (heading: string, name: string) => boolean) => {
    for (const field of FIELD_NAMES) {
      if (guessed[field] !== undefined) continue;
      for (const name of [FIELDS[field].label, ...FIELDS[field].synonyms]) {
        const column = squeezed.findIndex((heading, index) => !taken.has(index) && heading !== "" && fits(heading, name));
        if (column === -1) continue;
        guessed[field] = column;
        taken.add(column);
        break;
      }
    }
  };
  take((heading, name) => heading === name);
  take((heading, name) => name.length > 2 && heading.includes(name));
  return guessed;
}

/** How many headings of a row are known: what tells the heading row from titles above it. */
export function countKnown(cells: readonly string[]): number {
  return Object.keys(guessColumns(cells)).length;
}

/** `申请人姓名（名称）` and `申请人 姓名` are the same heading. */
function squeezeHeading(text: string): string {
  const plain = text.normalize("NFKC").replaceAll(/[\s*:、,/]/g, "");
  const without = plain.replaceAll(/\([^)]*\)/g, "");
  return without === "" ? plain : without;
}
