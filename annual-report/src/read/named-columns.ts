import type { Stage } from "./form-script.ts";

/** A column label: its place among those of the form, and where it stands across the page where that was measured, else 0. */
export interface NamedColumn {
  readonly place: number;
  readonly position: number;
}

/**
 * Whether the columns stand side by side as the form has them. In columns set with blanks a label on one line comes before its
 * neighbours on two, so where they stand counts; all others come in their order.
 */
export function areInFormOrder(columns: readonly NamedColumn[], stage: Stage): boolean {
  let last = -1;
  for (const { place } of [...columns].sort((one, other) => one.position - other.position)) {
    const beginsGroup = stage === "fourth" && place === 0;
    const isWrittenOut = stage === "second" && place === last; // over all the columns it is merged over
    if (place <= last && !beginsGroup && !isWrittenOut) return false;
    last = place;
  }
  return true;
}
