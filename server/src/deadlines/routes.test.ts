import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../platform/http.ts";
import { portalRoutes } from "../portal/index.ts";
import { anApp } from "../testing.ts";
import { deadlineRoutes } from "./index.ts";

let app: App;
beforeAll(async () => {
  app = await anApp({ slices: [portalRoutes, deadlineRoutes] }); // today is 2 March 2026
});

/** The page as a reader sees it: without tags, hidden words included. */
async function read(url: string): Promise<{ status: number; text: string; html: string }> {
  const { statusCode, body } = await app.inject(url);
  return { status: statusCode, html: body, text: body.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ") };
}

const CASE =
  "/deadline?way=case&channel=internet&on=2026-03-20&type.1=submitted&date.1=2026-02-27&type.2=confirmed&date.2=2026-03-02" +
  "&type.3=consultationSent&date.3=2026-03-09&with.3=thirdParty&until.3=2026-03-11&type.4=opinionReceived&date.4=2026-03-20";

describe("the calculator's page", () => {
  test.each([
    ["a number of working days", "/deadline?from=2026-09-21&workingDays=20", "2026年10月26日 周一"],
    ["a named limit", "/deadline?limit=correction-notice&from=2026-04-27", "2026年5月9日 周六"],
    ["a limit by the calendar that ends on a holiday", "/deadline?limit=reconsideration-apply&from=2026-03-02", "2026年5月6日 周三"],
    ["the report of a year", "/deadline?limit=report-of-government&from=2025-06-01", "2026年3月31日 周二"],
    ["a history", CASE, "2026年4月13日 周一"],
    ["a date as people write it", "/deadline?from=2026年3月2日&workingDays=20", "2026年3月30日 周一"],
  ])("answers %s", async (_what, url, on) => {
    const { status, text } = await read(encodeURI(url));
    expect(status).toBe(200);
    expect(text).toContain(on);
  });

  test("marks each day by a word, and lists it with its reason", async () => {
    const { text } = await read("/deadline?from=2026-09-21&workingDays=20");
    for (const words of ["25放假", "10第9调班", "26第20届满", "2026-10-10第9日周六，国庆节调休上班", "2026-10-05不计周一，国庆节放假"])
      expect(text).toContain(words);
  });

  test("says that a date in a year without a notice is provisional", async () => {
    expect((await read("/deadline?limit=reply&from=2026-12-25")).text).toMatch(/2027年1月25日 周一暂定.*2027年1月暂定：放假安排未公布/);
  });

  test("tells what may be done, by whom and to what effect", async () => {
    expect((await read(CASE)).text).toContain(
      "延长答复期限：政府信息公开工作机构负责人。在现有期限上增加所延长的工作日，最迟至2026年5月13日。",
    );
  });

  test("tells what is wrong at its field and keeps what was typed", async () => {
    const { status, html, text } = await read("/deadline?from=2026-02-30&workingDays=abc");
    expect(status).toBe(400);
    expect(text).toContain("起算日“2026-02-30”不是有效的日期");
    expect(html).toMatch(/<input[^>]*name="from"[^>]*aria-invalid="true"[^>]*value="2026-02-30"/);
    expect(html).toMatch(/<input[^>]*name="workingDays"[^>]*aria-invalid="true"[^>]*value="abc"/);
  });

  test("asks for the details an event cannot do without", async () => {
    const { status, text } = await read(
      "/deadline?way=case&channel=inPerson&type.1=submitted&date.1=2026-03-02&type.2=extended&date.2=2026-03-05",
    );
    expect(status).toBe(400);
    expect(text).toContain("第2行：请填写延长的工作日数。");
  });

  test("adds rows without complaining of what is not filled in yet", async () => {
    const { status, html } = await read("/deadline?way=case&channel=&type.1=submitted&date.1=&more=1");
    expect(status).toBe(200);
    expect(html).toContain('name="type.5"');
  });

  test("remarks on an event the law does not allow, and on those that are still to come", async () => {
    const { text } = await read(`${CASE}&type.5=extended&date.5=2026-03-20&days.5=30&type.6=delivered&date.6=2026-05-01`);
    expect(text).toContain("“延长答复期限”：延长超过20个工作日，该事项不发生效力。");
    expect(text).toContain("有1个事项晚于2026年3月20日，没有计入。");
  });

  test("does not show years day by day, but leads to the data", async () => {
    const { text, html } = await read("/deadline?from=2026-03-02&workingDays=3000");
    expect(text).toContain("天数很多，页面不逐日列出");
    expect(html).toContain('href="/api/v1/deadline?from=2026-03-02&amp;workingDays=3000"');
  });

  test("does not list a century of days for a slip of the pen", async () => {
    const { text, status } = await read("/deadline?way=case&channel=internet&on=2150-12-31&type.1=submitted&date.1=1900-01-02");
    expect(status).toBe(200);
    expect(text).toContain("天数很多，页面不逐日列出");
  });

  test("takes nothing from the address but as text, and is kept by nobody", async () => {
    const { html, status } = await read("/deadline?from=%22%3E%3Cscript%3E&workingDays=20&type.1=__proto__&from=x&limit[a]=b");
    expect(status).toBe(400);
    expect(html).not.toContain("<script");
    expect((await app.inject("/deadline")).headers["cache-control"]).toBe("no-store");
  });
});

describe("a case file pasted", () => {
  const file = {
    kind: "application",
    agency: "云溪县政务公开办公室",
    applicant: { kind: "natural" },
    channel: "postSigned",
    events: [
      { type: "submitted", on: "2026-03-02" },
      { type: "noted-by-hand", on: "2026-03-02" },
      { type: "consultationSent", on: "2026-03-09", with: "organ", id: "甲", receivedOn: "2026-03-11" },
      { type: "opinionReceived", on: "2026-03-20", id: "甲" },
      { type: "replied", on: "2026-03-27", outcome: "granted" },
    ],
  };
  const paste = (text: string) =>
    app.inject({
      method: "POST",
      url: "/deadline",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ file: text }).toString(),
    });

  test("becomes rows at an address of their own, without the organ", async () => {
    const { statusCode, headers } = await paste(JSON.stringify(file));
    expect(statusCode).toBe(303);
    const address = decodeURIComponent(String(headers.location));
    expect(address).toBe(
      "/deadline?way=case&channel=postSigned&type.1=submitted&date.1=2026-03-02&type.2=consultationSent&date.2=2026-03-09&until.2=2026-03-11" +
        "&with.2=organ&type.3=opinionReceived&date.3=2026-03-20&id.3=1&type.4=replied&date.4=2026-03-27&outcome.4=granted#result",
    );
    expect((await read(`${address.slice(0, -7)}&on=2026-03-20`)).text).toContain("2026年4月13日");
  });

  test("that is none is told what is wrong, and stays in the box", async () => {
    const { statusCode, body } = await paste(JSON.stringify({ ...file, channel: "pigeon" }));
    expect(statusCode).toBe(422);
    expect(body).toContain("不在可用的取值之内");
    expect(body).toContain("pigeon");
    expect((await paste("{")).body).toContain("不是有效的 JSON");
    const long = { ...file, events: Array.from({ length: 61 }, () => ({ type: "noted", on: "2026-03-02" })) };
    expect((await paste(JSON.stringify(long))).body).toContain("这里最多60个");
    expect((await paste(JSON.stringify([file, file]))).body).toContain("一次粘贴一个");
  });
});

describe("for programs", () => {
  test("both addresses stand in the description of the interface", async () => {
    const { paths } = (await app.inject("/api/openapi.json")).json<{ paths: object }>();
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/api/v1/deadline", "/api/v1/case-status"]));
  });

  test("GET /api/v1/deadline answers in the shape of gongkai deadline --json", async () => {
    const deadline = (await app.inject("/api/v1/deadline?from=2026-03-02&workingDays=20")).json<{ days: object[] }>();
    expect(deadline).toMatchObject({ from: "2026-03-02", workingDays: 20, on: "2026-03-30", provisional: false });
    expect(deadline.days).toHaveLength(28);
    expect(deadline.days[0]).toEqual({ date: "2026-03-03", counts: true, reason: "周二，工作日" });
  });

  test.each([
    "from=2026-02-30&workingDays=20",
    "from=2026-03-02&workingDays=0",
    "from=2199-12-20&workingDays=20",
    "from=0001-01-01&workingDays=2",
    "",
  ])("refuses %s in Chinese", async (query) => {
    const refused = await app.inject(`/api/v1/deadline?${query}`);
    expect(refused.statusCode).toBe(400);
    expect(refused.json<{ message: string }>().message).toMatch(/[\u4e00-\u9fff]/);
  });

  const file = {
    kind: "application",
    applicant: { kind: "natural" },
    channel: "inPerson",
    events: [{ type: "submitted", on: "2026-03-02" }],
  };
  const ask = (payload: object, query = "") => app.inject({ method: "POST", url: `/api/v1/case-status${query}`, payload });

  test("POST /api/v1/case-status tells state, limit and reasons, as of today or of a day", async () => {
    expect((await ask(file)).json()).toMatchObject({ state: "received", dueOn: "2026-03-30", usedDays: 0, irregularities: [] });
    const later = (await ask(file, "?on=2026-04-01&days=true&acts=true")).json<{
      days: object[];
      acts: { act: string; permitted: boolean }[];
    }>();
    expect(later).toMatchObject({ overdue: true, leftDays: -2 });
    expect(later.days.at(-1)).toEqual({ date: "2026-03-30", counts: true, reason: "周一，工作日" });
    expect(later.acts.find(({ act }) => act === "register")).toMatchObject({ permitted: true, by: ["registrar"] });
  });

  test("answers several cases in their order", async () => {
    const remedy = { kind: "remedy", remedy: "reconsideration", events: [{ type: "filed", on: "2026-02-02" }] };
    expect((await ask([file, remedy])).json<{ state: string }[]>().map(({ state }) => state)).toEqual(["received", "pending"]);
  });

  test.each([
    [{ ...file, channel: "pigeon" }, "/channel"],
    [{ ...file, events: [{ type: "submitted", on: "2199-12-30" }] }, "/events[0].on"],
    [{ ...file, events: [...file.events, { type: "reopened", on: "2026-03-03", days: 900_000 }] }, "/events[1].days"],
    [{ ...file, events: Array.from({ length: 501 }, () => ({ type: "note", on: "2026-03-02" })) }, "/events"],
  ])("tells where a case file is wrong", async (wrong, path) => {
    const refused = await ask(wrong);
    expect(refused.statusCode).toBe(400);
    expect(refused.json<{ issues: { path: string }[] }>().issues.map((issue) => issue.path)).toEqual([path]);
  });
});
