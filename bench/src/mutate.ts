import type { DocumentRandom as Random } from "@gongkai/annual-report/testing";

/** Things that have upset readers: figures, marks of tables, tags, odd characters. */
const MORSELS = [
  "0",
  "12",
  "9999999999999999",
  "-5",
  "　",
  "\t",
  "|",
  "||||",
  "\n",
  "\n\n",
  "\r",
  "总计",
  "（一）予以公开",
  "三、本年度办理结果",
  "自然人",
  "<td>",
  "</table>",
  "<table>",
  'rowspan="9999"',
  "&nbsp;",
  "&#x110000;",
  "\u0000",
  "\ufeff",
  "\u202e",
  "😀",
  "一",
  "无",
  "/",
  "NaN",
  "1e9",
  "规章000",
  "```",
  "---|---",
];

/** A damaged copy of a file: bytes changed, cut, doubled or moved, or pieces of text pushed in. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let current = bytes;
  for (let times = random.integer(1, 6); times > 0; times--) current = mutateOnce(current, random);
  return current;
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return bytes;
  const from = random.integer(0, bytes.length - 1);
  const to = Math.min(bytes.length, from + random.integer(1, random.pick([4, 64, 2048])));
  const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (random.pick(["flip", "cut", "drop", "double", "move", "morsel", "morsel", "line"] as const)) {
    case "flip": {
      const changed = bytes.slice();
      for (let count = random.integer(1, 8); count > 0; count--) changed[random.integer(0, changed.length - 1)] = random.integer(0, 255);
      return changed;
    }
    case "cut":
      return random.chance(0.2) ? before : bytes.subarray(0, bytes.length - random.integer(0, Math.min(200, bytes.length)));
    case "drop":
      return Buffer.concat([before, after]);
    case "double":
      return Buffer.concat([before, ...Array.from({ length: random.integer(2, 6) }, () => piece), after]);
    case "move":
      return Buffer.concat([after, piece, before]);
    case "morsel":
      return Buffer.concat([before, Buffer.from(random.pick(MORSELS)), after]);
    case "line": {
      const lines = Buffer.from(bytes).toString("latin1").split("\n");
      const [line = ""] = lines.splice(random.integer(0, lines.length - 1), 1);
      if (random.chance(0.5)) lines.splice(random.integer(0, lines.length), 0, line);
      return Buffer.from(lines.join("\n"), "latin1");
    }
  }
}
