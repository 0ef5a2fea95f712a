import type { EditionId } from "../report.ts";
import { edition2019 } from "./edition-2019.ts";
import { edition2021 } from "./edition-2021.ts";
import type { Edition, FormCell } from "./form.ts";

/** The editions by id. */
export const EDITIONS: Readonly<Record<EditionId, Edition>> = { "2019": edition2019, "2021": edition2021 };

const CELLS = new Map<string, FormCell>(
  Object.values(EDITIONS).flatMap((edition) => edition.cells.map((cell) => [cell.key, cell] as const)),
);

/** The form cell of a key in either edition; undefined for a name no edition knows. */
export function findCell(key: string): FormCell | undefined {
  return CELLS.get(key);
}

/** The cell's name for people, e.g. 表三“（一）予以公开”·自然人; the key itself where no edition knows it. */
export function nameCell(key: string): string {
  return CELLS.get(key)?.name ?? key;
}
