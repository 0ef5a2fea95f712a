import { seededRandom } from "./consistent-cells.ts";

/** A seeded source of choices: the same seed gives the same document on every machine. */
export interface Random {
  /** Real number in [0, 1). */
  readonly next: () => number;
  /** Whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Up to `count` different members, in random order. */
  sample<T>(choices: readonly T[], count: number): T[];
}

/** Choices from a seed. */
export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  next(); // neighbouring seeds begin alike without this
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick<T>(choices: readonly T[]): T {
      if (choices.length === 0) throw new RangeError("nothing to pick from");
      return choices[integer(0, choices.length - 1)] as T; // the index is within the list, which is not empty
    },
    sample<T>(choices: readonly T[], count: number): T[] {
      const left = [...choices];
      const taken: T[] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(integer(0, left.length - 1), 1));
      return taken;
    },
  };
}
