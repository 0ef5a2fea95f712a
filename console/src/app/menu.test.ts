import type { PostRole } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { FEATURES } from "./features.ts";
import { listEntries } from "./Menu.tsx";

const labels = (kind: "department" | "platform", ...roles: PostRole[]) =>
  listEntries({ kind, roles: new Set(roles) }).map(({ label }) => label);

describe("the menu", () => {
  test("offers a handler the work, not the administration", () => {
    expect(labels("department", "handler")).toContain("今日待办");
    expect(labels("department", "handler")).not.toContain("人员");
  });

  test("offers an administrator people, posts and the audit", () => {
    expect(labels("department", "administrator")).toEqual(expect.arrayContaining(["人员", "岗位（A/B岗）", "审计查询", "本机关设置"]));
  });

  test("of the installation has no work to do, but organs and the calendar", () => {
    expect(labels("platform", "administrator")).toEqual(expect.arrayContaining(["机关", "放假安排"]));
    expect(labels("platform", "administrator")).not.toContain("今日待办");
  });

  test("every entry opens a page that exists, and no path is taken twice", () => {
    const paths = FEATURES.flatMap(({ organPages }) => organPages.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path } of FEATURES.flatMap(({ menu }) => menu)) expect(paths).toContain(path);
  });
});
