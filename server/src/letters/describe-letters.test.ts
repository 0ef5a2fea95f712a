import { expect, test } from "vitest";
import { describeLetters } from "./describe-letters.ts";

test("docs/letters.md is what the templates say (run with -u to write it anew)", async () => {
  await expect(describeLetters()).toMatchFileSnapshot("../../../docs/letters.md");
});
