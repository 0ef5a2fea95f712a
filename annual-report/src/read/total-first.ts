import { foots } from "./settle.ts";
import type { Reading } from "./slot.ts";
import type { Token } from "./token.ts";

/**
 * Whether 总计 is really the first column. Many layouts merely name it first (it stands a line higher in the header),
 * so the figures decide: every telling row must foot with the total first, and none with the total last.
 */
export function totalComesFirst(tokens: readonly Token[], rows: ReadonlyMap<string, readonly Reading[]>): boolean {
  if (!isTotalNamedFirst(tokens)) return false;
  let telling = 0;
  for (const [reading, ...others] of rows.values()) {
    if (!reading || others.length > 0 || reading.some((slot) => slot.value === null)) continue;
    const last = foots(reading);
    const first = foots(turnReading(reading));
    if (last === first) continue;
    if (last) return false;
    telling++;
  }
  return telling >= 2;
}

/** Whether 总计 stands before 自然人 in the header. */
export function isTotalNamedFirst(tokens: readonly Token[]): boolean {
  for (const { marks } of tokens) {
    if (marks.length === 0) continue;
    if (marks.some((mark) => mark.kind === "column3" && mark.id === "total")) return true;
    if (marks.some((mark) => mark.kind === "column3" && mark.id === "natural")) return false;
  }
  return false;
}

/** The rows with their first column put last. */
export function turn(rows: ReadonlyMap<string, readonly Reading[]>): Map<string, readonly Reading[]> {
  return new Map([...rows].map(([id, readings]) => [id, readings.map(turnReading)]));
}

function turnReading(reading: Reading): Reading {
  return [...reading.slice(1), ...reading.slice(0, 1)];
}
