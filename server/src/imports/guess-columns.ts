/** A column a table may have. */
export interface Field {
  /** As the office calls it; exports use it as heading. */
  readonly label: string;
  /** Other headings under which it is found, without blanks and brackets. */
  readonly synonyms: readonly string[];
}

/** The columns a kind of table may have. Order matters where one heading could be two: the first wins. */
export type Fields<Name extends string> = Readonly<Record<Name, Field>>;

/** Which column holds which field, columns counted from 0. */
export type Columns<Name extends string> = { readonly [Field in Name]?: number };

/**
 * Guesses the columns of a table by their headings: first those that are called just so, then those that hold the words.
 * Each column is one field, each field one column.
 */
export function guessColumns<Name extends string>(fields: Fields<Name>, headings: readonly string[]): Columns<Name> {
  const names = Object.keys(fields) as Name[]; // keys of the record
  const squeezed = headings.map(squeezeHeading);
  const guessed: { [Field in Name]?: number } = {};
  const taken = new Set<number>();
  const take = (fits: (heading: string, name: string) => boolean) => {
    for (const field of names) {
      if (guessed[field] !== undefined) continue;
      for (const name of [fields[field].label, ...fields[field].synonyms]) {
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

/** `申请人姓名（名称）` and `申请人 姓名` are the same heading. */
function squeezeHeading(text: string): string {
  const plain = text.normalize("NFKC").replaceAll(/[\s*:、,/]/g, "");
  const without = plain.replaceAll(/\([^)]*\)/g, "");
  return without === "" ? plain : without;
}
