/** Chance that falls the same way every time for the same seed. */
export interface Chance {
  /** 0 ≤ share < 1 */
  share(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** Parts a whole number into as many parts as there are weights, at random in their proportion. */
  spread(whole: number, weights: readonly number[]): number[];
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
}

/** Chance from a seed's text (mulberry32 over an FNV-1a hash). */
export function createChance(seed: string): Chance {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    between,
    spread(whole, weights) {
      const parts = weights.map(() => 0);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      for (let unit = 0; unit < whole; unit++) {
        let mark = share() * sum;
        const at = weights.findIndex((weight) => (mark -= weight) < 0);
        const part = at === -1 ? weights.length - 1 : at;
        parts[part] = (parts[part] ?? 0) + 1;
      }
      return parts;
    },
    pick: ([first, ...rest]) => [first, ...rest][between(0, rest.length)] ?? first,
  };
}
