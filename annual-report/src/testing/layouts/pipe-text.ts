import { layGrid, textsOfRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { onOneLine, writeText } from "./text-around.ts";

/** A row a line, cells parted by bars. */
export const pipeText: Layout = {
  name: "pipe-text",
  extension: "txt",
  hasTables: true,
  render(draft, random) {
    const covered = random.pick(["blank", "dropped", "repeated"] as const);
    const [open, between, close] = random.pick([
      ["| ", " | ", " |"],
      ["|", "|", "|"],
      ["", " | ", ""],
      ["│", "│", "│"],
    ] as const);
    return writeText(
      draft,
      ({ rows }) =>
        layGrid(rows)
          .map((row) => open + textsOfRow(row, covered).map(onOneLine).join(between) + close)
          .join("\n"),
      { gap: random.pick(["\n", "\n\n"]) },
    );
  },
};
