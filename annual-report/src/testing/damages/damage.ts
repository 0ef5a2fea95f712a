import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";

/** One way in which real documents go wrong. */
export interface Damage {
  readonly kind: string;
  /**
   * When it is done, so that damages can be mixed: figures first (what is printed in a cell), then rows (which cell it
   * lands in), then labels, then breaks between rows, then what stands around the tables.
   */
  readonly stage: "figures" | "rows" | "labels" | "breaks" | "around";
  /** Damages the draft and keeps its truth in step. False when the draft has nothing this could happen to. */
  apply(draft: Draft, random: Random): boolean;
}

/** Whether anything was done: most damages are done to some list of places. */
export function doToEach<T>(places: readonly T[], damage: (place: T) => void): boolean {
  for (const place of places) damage(place);
  return places.length > 0;
}
