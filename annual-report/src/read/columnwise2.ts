import type { Block2 } from "../editions/form.ts";
import { slotOf, type Slot } from "./slot.ts";
import type { Token } from "./token.ts";

/**
 * Table 2 written one column after another: first all labels of rows, then the label of a column with the figures of its rows below it,
 * block by block. Read only where every label of a column comes in its turn and has just as many figures as its block has rows; the
 * figures are given by cell. Undefined for any other table.
 */
export function readColumnwise(tokens: readonly Token[], blocks: readonly Block2[]): ReadonlyMap<string, Slot> | undefined {
  const words = tokens.filter((token) => token.kind === "figure" || columnOf(token) !== undefined);
  const first = words[0];
  const rowBehind = tokens.some(({ marks, start }) => start > (first?.start ?? 0) && marks.some(({ kind }) => kind === "row2"));
  if (!first || columnOf(first) === undefined || rowBehind) return undefined;
  const slots = new Map<string, Slot>();
  let at = 0;
  for (let column = 0; column < Math.max(...blocks.map(({ columns }) => columns.length)); column++) {
    for (const { columns, rows } of blocks) {
      const id = columns[column]?.id;
      if (id === undefined) continue;
      if (columnOf(words[at++]) !== id) return undefined;
      for (const row of rows) {
        const figure = words[at++];
        if (figure?.kind !== "figure") return undefined;
        slots.set(`${row.id}.${id}`, slotOf(figure));
      }
    }
  }
  return at === words.length ? slots : undefined;
}

function columnOf(token: Token | undefined): string | undefined {
  const mark = token?.marks.find(({ kind }) => kind === "column2");
  return mark && "id" in mark ? mark.id : undefined;
}
