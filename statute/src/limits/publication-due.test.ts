import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import { plainDate } from "../plain-date.ts";
import { workingDays } from "./limit.ts";
import { type LocalLimit, publicationDue } from "./publication-due.ts";

const calendar = officialCalendar();
const formedOn = plainDate("2026-09-11");
const NEWS: LocalLimit = { name: "工作动态3个工作日内", length: workingDays(3) };
const QUARTER: LocalLimit = { name: "财政信息当季公开", length: { endOf: "quarter" } };
const MONTH: LocalLimit = { name: "业务工作按月公开", length: { endOf: "month" } };

describe("publication of information formed on Friday 11 September 2026", () => {
  test.each<{ when: string; local: LocalLimit[]; due: string }>([
    { when: "nothing local applies", local: [], due: "2026-10-15" },
    { when: "a local limit is shorter", local: [NEWS], due: "2026-09-16" },
    { when: "several apply: the shortest", local: [MONTH, NEWS, QUARTER], due: "2026-09-16" },
    { when: "by the end of the month", local: [MONTH], due: "2026-09-30" },
    { when: "by the end of the quarter", local: [QUARTER], due: "2026-09-30" },
  ])("is due $due when $when", ({ local, due }) => {
    expect(publicationDue({ formedOn, local }, calendar)).toMatchObject({ due: { on: due }, hardStop: { on: "2026-10-15" } });
  });

  test("is due after 20 working days even where a longer local promise stands", () => {
    const { due, all } = publicationDue({ formedOn: plainDate("2026-07-01"), local: [QUARTER] }, calendar);
    expect(due).toMatchObject({ rule: "publication", cites: "《政府信息公开条例》第二十六条", on: "2026-07-29" });
    expect(all.map(({ on }) => on)).toEqual(["2026-07-29", "2026-09-30"]);
  });
});

test("a budget has the limit of its own law, in calendar days; a month ends on its last day in leap years too", () => {
  expect(publicationDue({ formedOn: plainDate("2026-02-06"), kind: "budget" }, calendar).due).toMatchObject({
    rule: "budget-publication",
    on: "2026-02-26",
  });
  expect(publicationDue({ formedOn: plainDate("2024-02-01"), local: [MONTH] }, calendar).due.on).toBe("2024-02-29");
});
