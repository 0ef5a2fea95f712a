import type { Setting } from "../server/src/settings.ts";

/** The table of settings as it stands in `docs/operations.md`. */
export function describeSettings(
  settings: readonly Pick<Setting, "name" | "fallback" | "fallbackInWords" | "allowed" | "meaning">[],
): string {
  const rows = settings.map(({ name, fallback, fallbackInWords, allowed, meaning }) => {
    const unset = fallbackInWords ?? `\`${fallback}\``;
    return `| \`${name}\` | ${unset} | ${allowed} | ${meaning} |`;
  });
  return ["| 变量 | 默认值 | 可取的值 | 作用 |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
