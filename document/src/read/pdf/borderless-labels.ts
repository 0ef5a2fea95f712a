import { largest } from "./extremes.ts";
import { LABEL_PITCH, NUMBERED, type Part } from "./parted-lines.ts";

const MOST_LABEL_COLUMNS = 4;

/** Where label columns begin: starts that several labels share, and that have labels of the column before beside them. */
export function labelStarts(labels: readonly Part[]): number[] {
  const groups: Part[][] = [];
  for (const part of [...labels].sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1),
      first = group?.[0];
    if (group && first && part.start - first.start < 0.7 * part.size) group.push(part);
    else groups.push([part]);
  }
  const starts: number[] = [];
  let current: Part[] = [];
  for (const group of groups) {
    const opensColumn = group.length >= 3 && group.some((part) => current.some((other) => isBeside(other, part)));
    if (starts.length > 0 && !opensColumn) {
      // centred labels of one column begin at many places
      current.push(...group);
      continue;
    }
    if (starts.length === MOST_LABEL_COLUMNS) break;
    starts.push(group[0]?.start ?? 0);
    current = [...group];
  }
  return starts;
}

function isBeside(left: Part, right: Part): boolean {
  return left.end <= right.start + 1 && Math.abs(left.baseline - right.baseline) < 1.2 * right.size;
}

/** The lines of one label. */
export interface LabelBlock {
  text: string;
  column: number;
  middle: number;
  end: number;
  size: number;
}

/** Lines of one label taken together: a number opens a new one, and so does the next line beside figures. */
export function labelBlocks(labels: readonly Part[], starts: readonly number[], baselines: readonly number[]): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  starts.forEach((start, column) => {
    const next = starts[column + 1] ?? Infinity;
    const own = labels.filter((part) => part.start > start - 0.01 && part.start < next - 0.01);
    let open: Part[] = [];
    const close = (): void => {
      const [first] = open,
        last = open.at(-1);
      if (first && last)
        blocks.push({
          text: open.map(({ text }) => text).join("\n"),
          column,
          middle: (first.baseline + last.baseline) / 2,
          end: largest(open.map(({ end }) => end)),
          size: first.size,
        });
      open = [];
    };
    const isBesideFigures = (part: Part): boolean => baselines.some((baseline) => Math.abs(baseline - part.baseline) < 0.2 * part.size);
    for (const part of own) {
      const previous = open.at(-1);
      if (
        previous &&
        (part.baseline - previous.baseline > LABEL_PITCH * part.size ||
          NUMBERED.test(part.text) ||
          (isBesideFigures(part) && open.some(isBesideFigures)))
      )
        close();
      open.push(part);
    }
    close();
  });
  return blocks.sort((a, b) => a.middle - b.middle);
}

/**
 * The middles of labels that have no figures beside them: of the numbered labels nearest to one row only the nearest is its own, the
 * others are those of empty rows.
 */
export function rowsWithoutFigures(blocks: readonly LabelBlock[], baselines: readonly number[]): number[] {
  const rivals = new Map<string, { readonly middle: number; readonly distance: number }[]>();
  for (const { text, middle, size, column } of blocks) {
    const row = nearestRow(middle, size, baselines);
    if (row === -1 || !NUMBERED.test(text)) continue;
    const place = `${row} ${column}`;
    rivals.set(place, [...(rivals.get(place) ?? []), { middle, distance: Math.abs((baselines[row] ?? 0) - middle) }]);
  }
  return [...rivals.values()].flatMap((labels) =>
    labels
      .sort((a, b) => a.distance - b.distance)
      .slice(1)
      .map(({ middle }) => middle),
  );
}

/** The row a label stands beside, or -1 for the header above the first row. */
export function nearestRow(middle: number, size: number, baselines: readonly number[]): number {
  let best = 0;
  baselines.forEach((baseline, row) => {
    if (Math.abs(baseline - middle) < Math.abs((baselines[best] ?? Infinity) - middle)) best = row;
  });
  return best === 0 && (baselines[0] ?? 0) - middle > 1.2 * size ? -1 : best;
}
