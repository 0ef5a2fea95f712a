import { layGrid, textsOfRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { writeText } from "./text-around.ts";

/** Markdown with pipe tables, as converters write them. */
export const markdown: Layout = {
  name: "markdown",
  extension: "md",
  hasTables: true,
  render(draft, random) {
    const covered = random.pick(["blank", "repeated"] as const);
    const lineBreak = random.pick(["<br>", " ", "<br/>"]);
    const bold = random.chance(0.2);
    return writeText(
      draft,
      ({ rows }) => {
        const lines = layGrid(rows).map(
          (row) =>
            `| ${textsOfRow(row, covered)
              .map((text) => text.replaceAll("\n", lineBreak))
              .join(" | ")} |`,
        );
        const width = Math.max(...layGrid(rows).map((row) => row.length));
        const rule = `| ${Array.from({ length: width }, () => "---").join(" | ")} |`;
        return [...lines.slice(0, 1), rule, ...lines.slice(1)].join("\n");
      },
      { heading: (level, text) => `${"#".repeat(level)} ${bold ? `**${text}**` : text}`, gap: "\n\n" },
    );
  },
};
