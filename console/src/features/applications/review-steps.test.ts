import type { TimelineEntry } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { reviewSteps } from "./review-steps.ts";

const entry = (version: number, type: string, opinion = ""): TimelineEntry => ({
  sequence: version,
  version,
  type,
  label: type,
  on: "2026-03-10",
  recordedAt: "2026-03-10T02:00:00.000Z",
  actor: `第${version}人`,
  details: opinion === "" ? [] : [{ label: "意见", value: opinion }],
  documents: [],
  hash: "",
});

test("only the round under way counts: what was said before a return is past", () => {
  const timeline = [
    entry(1, "drafted"),
    entry(2, "reviewed", "同意"),
    entry(3, "returned"),
    entry(4, "drafted"),
    entry(5, "reviewed", "改得好"),
  ];
  const review = { chain: ["unitHead", "officeHead", "leader"], step: 1, mayReview: false, whyNot: null };
  expect(reviewSteps({ review, timeline })).toEqual([
    { role: "unitHead", state: "done", on: "2026-03-10", actor: "第5人", opinion: "改得好" },
    { role: "officeHead", state: "now", opinion: "" },
    { role: "leader", state: "later", opinion: "" },
  ]);
});
