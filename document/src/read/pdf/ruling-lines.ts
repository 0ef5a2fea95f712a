import type { Segment } from "./page.ts";
import { largest, smallest } from "./extremes.ts";

/** Lines nearer than this are one line: a double rule, or the borders of neighbouring cells. Type is never so small. */
export const SAME_LINE = 3;
/** How far a line may stop short of the one it meets. */
const REACH = 3;
/** More lines than this on a page, once joined, is a drawing. */
const MOST_LINES = 3000;

/** Ruling lines that touch one another: the frame of one table, possibly. Points, from the top left corner. */
export interface Lattice {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
  /** Where the page cuts the frame: its upright lines run on past the last level one. */
  readonly isOpenTop: boolean;
  readonly isOpenBottom: boolean;
}

/** Joins the pieces of lines and sorts them into frames of lines that touch, from the top of the page down. */
export function findLattices(segments: readonly Segment[]): Lattice[] {
  const horizontal = joinPieces(segments.filter(({ direction }) => direction === "horizontal"));
  const vertical = joinPieces(segments.filter(({ direction }) => direction === "vertical"));
  if (horizontal.length + vertical.length > MOST_LINES) return [];
  return groupTouching(horizontal, vertical)
    .filter(isFrame)
    .map(toLattice)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Sorted positions with those nearer than {@link SAME_LINE} taken together. */
export function clusterPositions(positions: readonly number[]): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const clusters: number[] = [];
  let sum = 0,
    count = 0,
    first = 0;
  for (const position of sorted) {
    if (count > 0 && position - sum / count <= SAME_LINE && position - first <= 1.5 * SAME_LINE) {
      sum += position;
      count++;
      clusters[clusters.length - 1] = sum / count;
    } else {
      clusters.push(position);
      sum = first = position;
      count = 1;
    }
  }
  return clusters;
}

function joinPieces(pieces: readonly Segment[]): Segment[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  const joined: Segment[] = [];
  for (let begin = 0; begin < sorted.length;) {
    const first = sorted[begin];
    if (!first) break;
    let end = begin + 1;
    while (end < sorted.length && (sorted[end]?.at ?? Infinity) - first.at <= 1.2) end++;
    let current: Segment | undefined;
    for (const piece of sorted.slice(begin, end).sort((a, b) => a.from - b.from)) {
      if (current && piece.from <= current.to + REACH) {
        if (piece.to > current.to) current = { ...current, to: piece.to };
      } else {
        if (current) joined.push(current);
        current = piece;
      }
    }
    if (current) joined.push(current);
    begin = end;
  }
  return joined.filter(({ from, to }) => to - from >= 4); // what stays this short is a dash or part of a letter
}

interface Group {
  horizontal: Segment[];
  vertical: Segment[];
}

function groupTouching(horizontal: readonly Segment[], vertical: readonly Segment[]): Group[] {
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  horizontal.forEach((level, i) => {
    vertical.forEach((upright, j) => {
      const meets =
        level.at >= upright.from - REACH &&
        level.at <= upright.to + REACH &&
        upright.at >= level.from - REACH &&
        upright.at <= level.to + REACH;
      if (meets) parents[find(i)] = find(horizontal.length + j);
    });
  });
  const groups = new Map<number, Group>();
  const groupOf = (index: number): Group => {
    const root = find(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  horizontal.forEach((line, i) => groupOf(i).horizontal.push(line));
  vertical.forEach((line, j) => groupOf(horizontal.length + j).vertical.push(line));
  return [...groups.values()];
}

/** Enough lines for two cells at least. */
function isFrame({ horizontal, vertical }: Group): boolean {
  return (horizontal.length >= 2 && vertical.length >= 1) || (horizontal.length >= 1 && vertical.length >= 2);
}

function toLattice({ horizontal, vertical }: Group): Lattice {
  const levels = horizontal.map(({ at }) => at);
  const uprights = vertical.map(({ at }) => at);
  const topLevel = smallest(levels),
    bottomLevel = largest(levels);
  const top = Math.min(topLevel, ...vertical.map(({ from }) => from));
  const bottom = Math.max(bottomLevel, ...vertical.map(({ to }) => to));
  return {
    left: Math.min(...uprights, ...horizontal.map(({ from }) => from)),
    right: Math.max(...uprights, ...horizontal.map(({ to }) => to)),
    top,
    bottom,
    horizontal,
    vertical,
    isOpenTop: topLevel - top > 2 * REACH,
    isOpenBottom: bottom - bottomLevel > 2 * REACH,
  };
}
