import { expect, test } from "vitest";
import { createReentry } from "./reentry.ts";

test("several requests that find the sign-in ended are answered by one dialog", async () => {
  const reentry = createReentry();
  const heard: boolean[] = [];
  reentry.subscribe(() => heard.push(reentry.isAsked()));
  const asked = [reentry.ask(), reentry.ask()];
  expect(reentry.isAsked()).toBe(true);
  reentry.answer(true);
  expect(await Promise.all(asked)).toEqual([true, true]);
  expect(reentry.isAsked()).toBe(false);
  expect(heard).toEqual([true, true, false]);
});
