import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isWorkDone, WORK_BITS } from "../../citizens/human-check.ts";
import { findNonce, firstWord } from "./find-nonce.ts";

test("the browser's hash is SHA-256", () => {
  for (const text of ["", "a", "4d1c2c3e-0000-4000-8000-000000000000.123456", "x".repeat(55)]) {
    expect(firstWord(new TextEncoder().encode(text))).toBe(createHash("sha256").update(text).digest().readUInt32BE(0));
  }
});

test("the work it does is work done, and for this draft alone", async () => {
  const draft = "4d1c2c3e-0000-4000-8000-000000000001";
  const nonce = await findNonce(draft, WORK_BITS);
  expect(isWorkDone(draft, nonce)).toBe(true);
  expect(isWorkDone("4d1c2c3e-0000-4000-8000-000000000002", nonce)).toBe(false);
  expect(isWorkDone(draft, "")).toBe(false);
});
