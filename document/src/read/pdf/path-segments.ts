import type { Matrix } from "./matrix.ts";
import type { Segment } from "./page.ts";

/** Filled shapes thinner than this are lines, in points. Table rules are seldom over 2¼ points. */
const THICKEST_LINE = 3.6;
/** A line shorter than this is a dot, a tick or part of a letter. */
const SHORTEST_LINE = 1;
/** How far the ends of a level line may differ, in points. */
const SLANT = 0.7;

const MOVE_TO = 0,
  LINE_TO = 1,
  CURVE_TO = 2,
  QUADRATIC_CURVE_TO = 3,
  CLOSE_PATH = 4;

interface Outline {
  points: number[];
  closed: boolean;
  curved: boolean;
}

/** The lines a path leaves when it is stroked: its level and upright sides. */
export function strokedSegments(path: readonly number[], matrix: Matrix, lineWidth: number): Segment[] {
  const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const segments: Segment[] = [];
  for (const { points, closed, curved } of outlines(path, matrix)) {
    if (curved) continue;
    const count = points.length / 2;
    if (count === 2 && width > 2 * THICKEST_LINE) continue; // a broad bar: shading, not a rule
    for (let i = 0; i < (closed ? count : count - 1); i++) {
      const next = (i + 1) % count;
      addSegment(segments, points[2 * i] ?? 0, points[2 * i + 1] ?? 0, points[2 * next] ?? 0, points[2 * next + 1] ?? 0);
    }
  }
  return segments;
}

/** The lines a path leaves when it is filled: thin shapes, and the sides of a thin frame (one box inside another). */
export function filledSegments(path: readonly number[], matrix: Matrix): Segment[] {
  const segments: Segment[] = [];
  const boxes = outlines(path, matrix).map(({ points }) => bounds(points));
  for (const [left, top, right, bottom] of boxes) {
    const width = right - left,
      height = bottom - top;
    if (height <= THICKEST_LINE && width > height) addSegment(segments, left, (top + bottom) / 2, right, (top + bottom) / 2);
    else if (width <= THICKEST_LINE && height > width) addSegment(segments, (left + right) / 2, top, (left + right) / 2, bottom);
  }
  const [first, second] = boxes;
  if (boxes.length === 2 && first && second) {
    const [outer, inner] = first[0] <= second[0] ? [first, second] : [second, first];
    const sides = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
    if (sides.every((side) => side >= -SLANT && side <= THICKEST_LINE) && sides.some((side) => side > 0)) {
      const left = (outer[0] + inner[0]) / 2,
        top = (outer[1] + inner[1]) / 2,
        right = (outer[2] + inner[2]) / 2,
        bottom = (outer[3] + inner[3]) / 2;
      if (inner[1] - outer[1] > 0.05) addSegment(segments, outer[0], top, outer[2], top);
      if (outer[3] - inner[3] > 0.05) addSegment(segments, outer[0], bottom, outer[2], bottom);
      if (inner[0] - outer[0] > 0.05) addSegment(segments, left, outer[1], left, outer[3]);
      if (outer[2] - inner[2] > 0.05) addSegment(segments, right, outer[1], right, outer[3]);
    }
  }
  return segments;
}

function addSegment(segments: Segment[], x1: number, y1: number, x2: number, y2: number): void {
  const width = Math.abs(x2 - x1),
    height = Math.abs(y2 - y1);
  if (height <= SLANT && width >= SHORTEST_LINE) {
    segments.push({ direction: "horizontal", at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (width <= SLANT && height >= SHORTEST_LINE) {
    segments.push({ direction: "vertical", at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}

function outlines(path: readonly number[], [a, b, c, d, e, f]: Matrix): Outline[] {
  const found: Outline[] = [];
  let current: Outline | undefined;
  let index = 0;
  const add = (): void => {
    const x = path[index++] ?? 0,
      y = path[index++] ?? 0;
    current?.points.push(a * x + c * y + e, b * x + d * y + f);
  };
  while (index < path.length) {
    switch (path[index++]) {
      case MOVE_TO:
        current = { points: [], closed: false, curved: false };
        found.push(current);
        add();
        break;
      case LINE_TO:
        add();
        break;
      case CURVE_TO:
      case QUADRATIC_CURVE_TO:
        if (current) current.curved = true;
        index += path[index - 1] === CURVE_TO ? 4 : 2;
        add();
        break;
      case CLOSE_PATH:
        if (current) current.closed = true;
        break;
      default:
        return found; // an unknown command: what follows cannot be told apart
    }
  }
  return found.filter(({ points }) => points.length >= 4);
}

function bounds(points: readonly number[]): [left: number, top: number, right: number, bottom: number] {
  let left = Infinity,
    top = Infinity,
    right = -Infinity,
    bottom = -Infinity;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0,
      y = points[i + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return [left, top, right, bottom];
}
