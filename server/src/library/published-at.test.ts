import { expect, test } from "vitest";
import { publishedAt } from "./published-at.ts";

test.each([
  { recordedAt: "2025-01-20T01:30:00.000Z", said: "2025-01-20 09:30" },
  { recordedAt: "2025-01-19T17:05:00.000Z", said: "2025-01-20 01:05" },
  { recordedAt: "2026-03-02T01:30:00.000Z", said: "2025-01-20 00:00" },
])("published on 2025-01-20 and recorded at $recordedAt is told as $said", ({ recordedAt, said }) => {
  expect(publishedAt({ publishedOn: "2025-01-20", recordedAt })).toBe(said);
});
