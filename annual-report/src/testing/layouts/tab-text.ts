import { layGrid, textsOfRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { onOneLine, writeText } from "./text-around.ts";

/** A row a line, cells parted by tabs, as copied from an office program. */
export const tabText: Layout = {
  name: "tab-text",
  extension: "txt",
  hasTables: true,
  render(draft, random) {
    const covered = random.pick(["blank", "blank", "dropped", "repeated"] as const);
    const heading = random.chance(0.3)
      ? (level: number, text: string) => `${"#".repeat(level)} ${text}`
      : (_: number, text: string) => text;
    return writeText(
      draft,
      ({ rows }) =>
        layGrid(rows)
          .map((row) => textsOfRow(row, covered).map(onOneLine).join("\t"))
          .join("\n"),
      { heading, gap: random.pick(["\n", "\n\n"]) },
    );
  },
};
