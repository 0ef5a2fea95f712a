import { officialCalendar, plainDate } from "@gongkai/statute";
import { expect, test } from "vitest";
import type { HeldPost, PostRole } from "../agencies/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { listToday } from "./list-today.ts";
import type { WorkItem, WorkSource } from "./work-source.ts";

const noDatabase = {} as Queryable; // the sources here ask none
const post = (role: PostRole, as: HeldPost["as"]): HeldPost => ({ id: `post-${role}`, role, title: "", unit: null, as });
const item = (number: string, dueOn: string | null, role: PostRole = "handler"): WorkItem => ({
  id: number,
  title: "申请公开规划许可",
  number,
  dueOn: dueOn === null ? null : plainDate(dueOn),
  act: "答复",
  role,
  path: `applications/${number}`,
});
const source = (...items: WorkItem[]): WorkSource => ({ kind: "application", list: async () => items });
const ask = (sources: readonly WorkSource[]) =>
  listToday(noDatabase, sources, {
    agencyId: 1,
    agencyCode: "yunxi-jiaoyu",
    personId: "p",
    posts: [post("handler", "holder"), post("officeHead", "deputy")],
    roles: new Set<PostRole>(["handler", "officeHead"]),
    today: plainDate("2026-09-23"),
    calendar: officialCalendar(),
  });

test("what the law presses most comes first: overdue, today, soon, later, without limit", async () => {
  const items = await ask([
    source(item("1", null), item("2", "2026-10-20"), item("3", "2026-09-23")),
    source(item("4", "2026-09-28"), item("5", "2026-09-21")),
  ]);
  expect(items.map(({ number, urgency, daysLeft }) => [number, urgency, daysLeft])).toEqual([
    ["5", "overdue", -2],
    ["3", "today", 0],
    ["4", "soon", 2], // 25–27 September are off
    ["2", "later", 14],
    ["1", "later", null],
  ]);
});

test("work that comes to a deputy says so, and leads to its page in the console", async () => {
  const [own, asDeputy] = await ask([source(item("1", "2026-09-23"), item("2", "2026-09-24", "officeHead"))]);
  expect(own).toMatchObject({ asDeputy: false, url: "/console/agencies/yunxi-jiaoyu/applications/1", provisional: false });
  expect(asDeputy).toMatchObject({ asDeputy: true });
});

test("a limit in a year whose holidays are not announced is provisional", async () => {
  expect(await ask([source(item("1", "2027-01-08"))])).toMatchObject([{ provisional: true }]);
});
