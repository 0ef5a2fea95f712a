import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aFolder, gongkai } from "./testing.ts";

describe("gongkai deadline", () => {
  test("gives the day and every day on the way, with its reason", async () => {
    const { code, out } = await gongkai("deadline", "--from", "2026-02-09", "--working-days", "20");
    expect(code).toBe(0);
    expect(out).toContain("期限届满：2026-03-13");
    expect(out).toMatch(/2026-02-14 {2}第5日 {2}周六，春节调休上班/);
    expect(out).toMatch(/2026-02-16 {2}不计 {2}周一，春节放假/);
  });

  test("prints the agreed shape with --json", async () => {
    const { code, out } = await gongkai("deadline", "--from", "2026-03-02", "--working-days", "20", "--json");
    expect(code).toBe(0);
    const deadline = JSON.parse(out) as { days: { date: string; counts: boolean; reason: string }[] };
    expect(deadline).toMatchObject({ from: "2026-03-02", workingDays: 20, on: "2026-03-30", provisional: false });
    expect(deadline.days).toHaveLength(28);
    expect(deadline.days.filter(({ counts }) => counts)).toHaveLength(20);
    expect(deadline.days[0]).toEqual({ date: "2026-03-03", counts: true, reason: "周二，工作日" });
  });

  test("says that a date is provisional, until the notice is added", async () => {
    const line = ["deadline", "--from", "2026-12-25", "--working-days", "20"];
    expect((await gongkai(...line)).out).toContain("2027-01-25（暂定");
    const notice = join(aFolder(), "2027.json");
    const notices = [{ title: "放假通知", number: "〔2026〕1号", publishedOn: "2026-11-20" }];
    writeFileSync(notice, JSON.stringify({ year: 2027, notices, holidays: { "2027-01-01": "元旦", "2027-01-04": "元旦" }, workDays: {} }));
    expect((await gongkai(...line, "--calendar", notice)).out).toMatch(/期限届满：2027-01-26\n/);
  });

  test.each([
    [[], "--from"],
    [["--from", "2026-02-30", "--working-days", "20"], "--from"],
    [["--from", "2026-03-02"], "--working-days"],
    [["--from", "2026-03-02", "--working-days", "0"], "--working-days"],
    [["--from", "2026-03-02", "--working-days", "abc"], "--working-days"],
    [["--from", "2199-12-30", "--working-days", "20"], "2199"],
    [["--from", "2026-03-02", "--working-days", "2", "--calendar", "没有.json"], "没有.json"],
  ])("refuses %j in Chinese", async (words, named) => {
    const { code, out, err } = await gongkai("deadline", ...words);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(named);
  });
});
