import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoOrgan } from "./load-demo.ts";
import { MADE_UP_ORGANS } from "./made-up-organs.ts";
import { makeReports } from "./make-reports.ts";

/** The files of the made-up organs by name. The same every time: a test compares them with what is kept. */
export function makeDemoFiles(): Map<string, string> {
  return new Map(
    MADE_UP_ORGANS.map((plan) => {
      const file: DemoOrgan = {
        organ: plan.organ,
        demo: "made-up",
        source: "公开（Gongkai）示例数据",
        note: "机关、数据和文字均为虚构，仅供演示。",
        reports: makeReports(plan),
      };
      return [`${plan.organ.slug}.json`, `${JSON.stringify(file, null, 2)}\n`];
    }),
  );
}

if (import.meta.main) {
  for (const [name, text] of makeDemoFiles()) writeFileSync(join(import.meta.dirname, "organs", name), text);
}
