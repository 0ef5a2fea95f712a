import { describe, expect, test } from "vitest";
import { clearAttempts, listBlocks, regionForgetAttempts, returnAttempt, takeAttempt } from "./attempts.ts";
import { aDatabase } from "./database/testing.ts";
import { addMinutes } from "./instant.ts";

const { db } = await aDatabase();
const limit = { most: 3, windowSeconds: 600, blockSeconds: 1200 };
const start = "2026-03-02T01:30:00.000Z";
const take = (bucket: string, minutes = 0) => takeAttempt(db, { bucket, limit, at: addMinutes(start, minutes) });

async function use(bucket: string, times: number, minutes = 0): Promise<void> {
  for (let time = 0; time < times; time += 1) await take(bucket, minutes);
}

describe("attempts", () => {
  test("are allowed up to the limit; the next is blocked, and only it says that the block is new", async () => {
    for (let time = 0; time < 3; time += 1) expect(await take("a")).toEqual({ isAllowed: true });
    expect(await take("a")).toEqual({ isAllowed: false, until: "2026-03-02T01:50:00.000Z", isNew: true });
    expect(await take("a", 1)).toEqual({ isAllowed: false, until: "2026-03-02T01:50:00.000Z", isNew: false });
    expect(await take("another")).toEqual({ isAllowed: true });
  });

  test("begin anew when the block is over, and when the window is", async () => {
    await use("b", 4);
    expect((await take("b", 21)).isAllowed).toBe(true);
    await use("c", 3);
    expect((await take("c", 9)).isAllowed).toBe(false);
    await use("d", 3);
    expect((await take("d", 10)).isAllowed).toBe(true);
    expect((await take("d", 11)).isAllowed).toBe(true);
  });

  test("made at the same moment are all counted", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => take("e")));
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.isAllowed && answer.isNew)).toHaveLength(1);
  });

  test("given back do not count; but a block stays", async () => {
    await use("f", 3);
    await returnAttempt(db, { bucket: "f" });
    expect((await take("f")).isAllowed).toBe(true);
    await take("f");
    await returnAttempt(db, { bucket: "f" });
    expect((await take("f")).isAllowed).toBe(false);
  });

  test("that block are listed and can be cleared", async () => {
    await use("g", 4);
    expect(await listBlocks(db, { buckets: ["g", "another"], at: start })).toEqual(new Map([["g", "2026-03-02T01:50:00.000Z"]]));
    await clearAttempts(db, { bucket: "g" });
    expect((await take("g")).isAllowed).toBe(true);
  });

  test("of long ago are forgotten, those that still block are not", async () => {
    const day = 24 * 60;
    await use("old", 1);
    await use("new", 1, 3 * day);
    await regionForgetAttempts(db, addMinutes(start, 2 * day));
    const left = await db.selectFrom("attempt").select("bucket").where("bucket", "in", ["old", "new"]).execute();
    expect(left).toEqual([{ bucket: "new" }]);
  });
});
