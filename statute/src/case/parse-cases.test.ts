import { describe, expect, test } from "vitest";
import { parseCases } from "./parse-cases.ts";

const one = { kind: "application", applicant: { kind: "natural" }, channel: "internet", events: [{ type: "submitted", on: "2026-03-02" }] };
const remedy = { kind: "remedy", remedy: "reconsideration", events: [{ type: "filed", on: "2026-03-02" }] };

describe("a case file", () => {
  test.each([
    ["one case", JSON.stringify(one, undefined, 2), 1],
    ["an array", JSON.stringify([one, remedy]), 2],
    ["one case per line, blank lines between", `\uFEFF${JSON.stringify(one)}\r\n\n${JSON.stringify(remedy)}\n`, 2],
  ])("holds %s", (_name, text, count) => {
    const parsed = parseCases(text);
    expect(parsed.ok && parsed.value).toHaveLength(count);
  });

  test("may hold events of other types, which stay as notes", () => {
    const parsed = parseCases(JSON.stringify({ ...one, events: [...one.events, { type: "assigned", on: "2026-03-03", to: "业务科" }] }));
    expect(parsed.ok && parsed.value[0]?.events[1]).toEqual({ type: "noted", name: "assigned", on: "2026-03-03" });
  });

  test("tells all that is wrong at once, and where", () => {
    const parsed = parseCases(
      JSON.stringify([
        {
          ...one,
          channel: "pigeon",
          events: [
            { type: "submitted", on: "2026-02-30" },
            { type: "extended", on: "2026-03-03" },
          ],
        },
        { kind: "remedy" },
      ]),
    );
    expect(parsed.ok ? [] : parsed.problems.map(({ case: number, at, problem }) => [number, at, problem])).toEqual([
      [1, "channel", "not-one-of"],
      [1, "events[0].on", "not-a-date"],
      [1, "events[1].days", "missing"],
      [2, "remedy", "missing"],
      [2, "events", "missing"],
    ]);
  });

  test.each(["", "   ", "不是", "{", "null", "[1]", '{"kind":"__proto__"}', `${JSON.stringify(one)}\n{`])(
    "that is none is refused: %j",
    (text) => {
      expect(parseCases(text).ok).toBe(false);
    },
  );
});
