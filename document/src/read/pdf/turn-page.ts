import { onPage, type Page, type Run, type Segment } from "./page.ts";

/** The page the way it is read: where most text runs down, up or upside down, page and lines are turned with it. */
export function uprightPage(page: Page): Page {
  const weights = [0, 0, 0, 0];
  for (const { turn, text } of page.runs) weights[turn] = (weights[turn] ?? 0) + text.length;
  const turn = weights.indexOf(Math.max(...weights));
  return turn === 1 || turn === 2 || turn === 3 ? turnPage(page, turn) : page;
}

function turnPage(page: Page, turn: 1 | 2 | 3): Page {
  const { width, height } = page;
  const turned = (x: number, y: number): { x: number; y: number } => {
    switch (turn) {
      case 1:
        return { x: y, y: width - x };
      case 2:
        return { x: width - x, y: height - y };
      case 3:
        return { x: height - y, y: x };
    }
  };
  const runs = page.runs.map((run): Run => {
    const newTurn = ((run.turn - turn + 4) % 4) as Run["turn"]; // 0 to 3 by the remainder
    const from = onPage(run.turn, run.start, run.baseline),
      to = onPage(run.turn, run.end, run.baseline);
    const [start, baseline] = inFrame(newTurn, turned(from.x, from.y));
    const [end] = inFrame(newTurn, turned(to.x, to.y));
    const middle = turned(run.middleX, run.middleY);
    return { ...run, turn: newTurn, start, end, baseline, middleX: middle.x, middleY: middle.y };
  });
  const segments = page.segments.map(({ direction, at, from, to }): Segment => {
    const isLevel = direction === "horizontal";
    const first = isLevel ? turned(from, at) : turned(at, from);
    const last = isLevel ? turned(to, at) : turned(at, to);
    return first.y === last.y
      ? { direction: "horizontal", at: first.y, from: Math.min(first.x, last.x), to: Math.max(first.x, last.x) }
      : { direction: "vertical", at: first.x, from: Math.min(first.y, last.y), to: Math.max(first.y, last.y) };
  });
  return turn === 2 ? { ...page, runs, segments } : { ...page, width: height, height: width, runs, segments };
}

function inFrame(turn: Run["turn"], { x, y }: { x: number; y: number }): [along: number, across: number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [y, -x];
    case 2:
      return [-x, -y];
    case 3:
      return [-y, x];
  }
}
