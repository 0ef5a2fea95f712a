export interface DifferencePiece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Cells of the table that are worked out at most; texts further apart are told as one removed and one added. */
const MOST_CELLS = 4_000_000;

/** What was changed from one text to another, clause by clause. */
export function compareTexts(before: string, after: string): readonly DifferencePiece[] {
  const [one, other] = [cut(before), cut(after)];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const middle = compareMiddle(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  return join([
    ...one.slice(0, head).map((text) => ({ kind: "same" as const, text })),
    ...middle,
    ...one.slice(one.length - tail).map((text) => ({ kind: "same" as const, text })),
  ]);
}

function cut(text: string): readonly string[] {
  return text.match(/[^，。；：、！？\n\t]*[，。；：、！？\n\t]?/g)?.filter((clause) => clause !== "") ?? [];
}

function compareMiddle(one: readonly string[], other: readonly string[]): readonly DifferencePiece[] {
  const removed = one.map((text) => ({ kind: "removed" as const, text }));
  const added = other.map((text) => ({ kind: "added" as const, text }));
  if (one.length * other.length > MOST_CELLS || one.length === 0 || other.length === 0) return [...removed, ...added];
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: DifferencePiece[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    if (row < one.length && column < other.length && one[row] === other[column]) {
      pieces.push({ kind: "same", text: one[row] ?? "" });
      row += 1;
      column += 1;
    } else if (column >= other.length || (row < one.length && at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: "removed", text: one[row] ?? "" });
      row += 1;
    } else {
      pieces.push({ kind: "added", text: other[column] ?? "" });
      column += 1;
    }
  }
  return pieces;
}

function join(pieces: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const joined: DifferencePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
