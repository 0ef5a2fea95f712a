import type { Shelf, ShelvedOrgan } from "./shelf.ts";

const MOST = 5;

/** The organs whose name or address comes nearest to what was asked for, the nearest first; none that has nothing in common. */
export function nearestOrgans(shelf: Shelf, asked: string): readonly ShelvedOrgan[] {
  const wanted = pairsOf(asked);
  if (wanted.size === 0) return [];
  return shelf.organs
    .map((one) => ({ one, likeness: Math.max(likeness(wanted, pairsOf(one.organ.name)), likeness(wanted, pairsOf(one.organ.slug))) }))
    .filter((scored) => scored.likeness > 0.15)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ one }) => one);
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/g, "").slice(0, 100);
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, index) => plain.slice(index, index + 2)));
}

/** Dice's coefficient: 1 for the same pairs of characters, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
