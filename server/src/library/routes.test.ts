import { createHash } from "node:crypto";
import { readDocument } from "@gongkai/document/read";
import { readReport } from "@gongkai/annual-report";
import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../platform/http.ts";
import { anApp } from "../testing.ts";
import { portalRoutes } from "../portal/index.ts";
import { libraryRoutes } from "./index.ts";
import { loadDemo } from "./demo/load-demo.ts";

let app: App;
beforeAll(async () => {
  app = await anApp({ slices: [libraryRoutes], settings: { dataDir: "/nonexistent/library", baseUrl: "https://www.example.gov.cn" } });
});

const PAGES = [
  "/reports",
  "/reports?organ=%E4%BA%91%E6%BA%AA&year=2024&page=1",
  "/reports/yunxi-jiaoyu",
  "/reports/yunxi-jiaoyu/2024",
  "/reports/zhanhe-zhengfuban/2020",
  "/reports/yunxi-jiaoyu/2024/verify",
  "/reports/compare?a=yunxi-jiaoyu/2020&b=yunxi-jiaoyu/2024&show=all",
  "/reports/region?year=2020",
  "/reports/data",
];

describe("every page", () => {
  test.each(PAGES)("%s stands without script, is marked as a demonstration and names its address", async (url) => {
    const { statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(200);
    const wanted = [
      '<html lang="zh-CN">',
      "示例数据",
      '<link rel="canonical" href="https://www.example.gov.cn/reports',
      ...["SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"].map(
        (tag) => `<meta name="${tag}" content`,
      ),
    ];
    expect(wanted.filter((text) => !body.includes(text))).toEqual([]);
    expect(/<script|<style|\sstyle=|\son[a-z]+="/.exec(body)?.[0]).toBeUndefined();
  });
});

describe("the elder-friendly mode", () => {
  test("is entered by a link that keeps what was looked for, and remembered", async () => {
    const portal = await anApp({ slices: [libraryRoutes, portalRoutes], settings: { dataDir: "/nonexistent/library" } });
    const { body } = await portal.inject("/reports?year=2024");
    const link = /href="([^"]+view=elder)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(link).toContain("year=2024");
    const elder = await portal.inject({ url: link, headers: { "accept-encoding": "gzip" } });
    expect(elder.body.slice(0, 200)).toContain('<html lang="zh-CN" class="elder">');
    expect(elder.body).toContain("符合条件的报告");
    const cookie = String(elder.headers["set-cookie"]).split(";")[0] ?? "";
    expect((await portal.inject({ url: "/reports/data", headers: { cookie } })).body.slice(0, 200)).toContain('class="elder"');
    expect((await portal.inject("/reports/data")).headers.vary).toContain("cookie");
  });
});

describe("the list", () => {
  test("keeps filter and order in the links to the next page", async () => {
    const { body } = await app.inject("/reports?region=%E4%BA%91%E6%BA%AA%E5%8E%BF%EF%BC%88%E8%99%9A%E6%9E%84%EF%BC%89&sort=received");
    const next = /<a rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const query = new URLSearchParams(next.split("?")[1]);
    expect(Object.fromEntries(query)).toMatchObject({ region: "云溪县（虚构）", sort: "received", order: "desc", page: "2" });
  });

  test("says what to do when nothing is found, and leaves out what makes no sense", async () => {
    expect((await app.inject("/reports?organ=%E6%97%A0%E6%AD%A4")).body).toContain("没有符合条件的报告");
    expect((await app.inject("/reports?year=abc&page=-3&level=moon&sort=x")).statusCode).toBe(200);
  });
});

describe("a report's page", () => {
  test("bears the content tags, six sections, three tables with spans, and a mark on blank cells", async () => {
    const { body } = await app.inject("/reports/zhanhe-zhengfuban/2020");
    expect(body).toContain('<meta name="ArticleTitle" content="湛河区政府办公室2020年政府信息公开工作年度报告"');
    expect(body).toMatch(/<meta name="PubDate" content="\d{4}-\d\d-\d\d \d\d:\d\d"/);
    expect(body).toContain('<meta name="ContentSource" content="');
    expect(body.match(/<h2 id="section-/g)).toHaveLength(6);
    expect(body.match(/<table class="form-table__table/g)).toHaveLength(3);
    expect(body).toMatch(/scope="colgroup" colspan="5"|scope="colgroup"[^>]*colSpan="5"/i);
    expect(body.match(/<td class="figure figure--blank/g)).toHaveLength(5);
  });

  test("does not reproach an organ with what only our excerpt lacks", async () => {
    const { body } = await app.inject("/reports/zhanhe-zhengfuban/2020");
    expect(body).not.toMatch(/规则 [MS]-\d/);
  });

  test("shows a finding and leads to its cell", async () => {
    const { body } = await app.inject("/reports/yunxishi-zhujian/2022");
    expect(body).toContain("规则 T3-3");
    expect(body).toContain('href="#cell-t3-granted-total"');
    expect(body).toContain('id="cell-t3-granted-total"');
  });

  test("shows the hash that the downloaded file has", async () => {
    const hash = /<code class="hash">([0-9a-f]{64})</.exec((await app.inject("/reports/yunxi-jiaoyu/2024")).body)?.[1];
    const file = await app.inject("/reports/yunxi-jiaoyu/2024/report.json");
    expect(createHash("sha256").update(file.rawPayload).digest("hex")).toBe(hash);
    const verified = await app.inject(`/reports/yunxi-jiaoyu/2024/verify?hash=${hash?.toUpperCase()}`);
    expect(verified.body).toContain("您手中的副本与本库的内容相同");
    expect((await app.inject(`/reports/yunxi-jiaoyu/2024/verify?hash=${"0".repeat(64)}`)).body).toContain(
      "您手中的副本与本库现有的内容不同",
    );
    expect((await app.inject("/reports/yunxi-jiaoyu/2024/verify?hash=<b>")).body).toContain("无法核对");
  });

  test.each(["docx", "html", "md", "xlsx"])("comes as %s with every figure", async (format) => {
    const answer = await app.inject(`/reports/yunxi-jiaoyu/2024/report.${format}`);
    expect(answer.headers["content-disposition"]).toContain("attachment");
    const read = await readDocument(new Uint8Array(answer.rawPayload), { name: `report.${format}` });
    const report = read.ok ? readReport(read.doc) : undefined;
    expect(report?.cells).toEqual(loadDemo().find((one) => one.organ.slug === "yunxi-jiaoyu" && one.report.year === 2024)?.report.cells);
    expect(report?.title).toContain("示例数据");
  });

  test("comes as pdf, the same bytes each time, and once it is known not again", async () => {
    const answer = await app.inject("/reports/yunxi-jiaoyu/2024/report.pdf");
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    const again = await app.inject({
      url: "/reports/yunxi-jiaoyu/2024/report.pdf",
      headers: { "if-none-match": String(answer.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });
});

describe("comparing", () => {
  test("marks what differs with a sign and words", async () => {
    const { body } = await app.inject("/reports/compare?a=yunxi-jiaoyu/2023&b=yunxi-jiaoyu/2024");
    expect(body).toMatch(/change--(up|down)"><span aria-hidden="true">[▲▼] [+−]<\/span><span class="visually-hidden">(增加|减少)/);
  });

  test("says what is missing", async () => {
    expect((await app.inject("/reports/compare?a=yunxi-jiaoyu/2023")).body).toContain("还差一份报告");
    expect((await app.inject("/reports/compare?a=x/2023&b=%3Cscript%3E")).body).toContain("不在年报库中");
  });
});

describe("what is not there", () => {
  test("is a page in Chinese with the nearest organs", async () => {
    const answer = await app.inject({ url: "/reports/yunxi-jiaoju", headers: { accept: "text/html" } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('<a href="/reports/yunxi-jiaoyu">云溪县教育局</a>');
    expect((await app.inject("/reports/yunxi-jiaoyu/1999")).body).toContain("年报库里没有云溪县教育局这一年度的报告");
    expect((await app.inject("/reports/%3Cscript%3Ealert(1)")).body).not.toContain("<script");
  });

  test("leads from an organ's name to its page", async () => {
    const answer = await app.inject(`/reports/${encodeURIComponent("云溪县教育局")}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, "/reports/yunxi-jiaoyu"]);
  });

  test("is told to programs as data, with suggestions", async () => {
    const answer = await app.inject("/api/v1/reports/yunxi-jiaoju/2024");
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      error: "not-found",
      suggestions: expect.arrayContaining([{ name: "云溪县教育局", url: expect.any(String) }]),
    });
  });
});

describe("the open data", () => {
  test("list, filter and page", async () => {
    const first = (await app.inject("/api/v1/reports?edition=2019&pageSize=5")).json();
    expect(first).toMatchObject({ page: 1, pageSize: 5, reports: expect.any(Array), licence: expect.any(String) });
    expect(first.reports).toHaveLength(5);
    const second = (await app.inject(first.next)).json();
    expect(second.page).toBe(2);
    expect(second.reports[0].links.page).not.toBe(first.reports[0].links.page);
  });

  test("name everything that is wrong with a question", async () => {
    const answer = await app.inject("/api/v1/reports?year=abc&pageSize=1000");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toHaveLength(2);
  });

  test("give a report with states and hash", async () => {
    const report = (await app.inject("/api/v1/reports/zhanhe-zhengfuban/2020")).json();
    expect(report.report.cells["t4.reconsideration.upheld"]).toBeNull();
    expect(report.report.states["t4.reconsideration.upheld"]).toBe("blank");
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(report.demo).toBe("excerpt");
  });

  test("give a series in which a cell one form lacks is null", async () => {
    const series = (await app.inject("/api/v1/reports/yunxi-jiaoyu/series.json")).json();
    expect(series.years.map((one: { year: number }) => one.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
    const cell = series.cells.find((one: { cell: string }) => one.cell === "t3.otherHandling.misc.total");
    expect(cell.values.slice(0, 2)).toEqual([null, null]);
  });

  test("come as CSV: one row for each cell, a blank stays empty", async () => {
    const answer = await app.inject("/api/v1/reports.csv?organ=zhanhe");
    expect(answer.headers["content-type"]).toContain("text/csv");
    const lines = answer.body.trimEnd().split("\r\n");
    expect(lines[0]).toBe("organ,organName,level,regions,year,edition,publishedOn,cell,cellName,value,state,demo");
    expect(lines).toHaveLength(1 + 198);
    expect(lines.find((line) => line.includes("t4.reconsideration.upheld"))).toMatch(/,,blank,excerpt$/);
    expect(answer.rawPayload[0]).toBe("o".charCodeAt(0));
  });

  test.each([
    "/api/v1/reports",
    "/api/v1/reports/yunxi-jiaoyu/2024",
    "/api/v1/reports/yunxi-jiaoyu/series.json",
    "/api/v1/reports.csv",
    "/reports/feed.xml",
  ])("%s is not sent twice", async (url) => {
    const first = await app.inject(url);
    const { etag, "last-modified": changed } = first.headers;
    expect((await app.inject({ url, headers: { "if-none-match": String(etag) } })).statusCode).toBe(304);
    expect((await app.inject({ url, headers: { "if-modified-since": String(changed) } })).statusCode).toBe(304);
    expect((await app.inject({ url, headers: { "if-none-match": '"other"', "if-modified-since": String(changed) } })).statusCode).toBe(200);
  });

  test("different questions have different ETags", async () => {
    const tags = await Promise.all(
      [2019, 2020].map(
        async (year) => (await app.inject(`/api/v1/reports.csv?region=%E7%A4%BA%E4%BE%8B%E7%9C%81&year=${year}`)).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(2);
  });

  test("are described in OpenAPI", async () => {
    const { paths } = (await app.inject("/api/openapi.json")).json();
    for (const path of [
      "/api/v1/reports",
      "/api/v1/reports.csv",
      "/api/v1/reports/{organ}/{year}",
      "/api/v1/reports/{organ}/series.json",
      "/api/v1/reports/{organ}/series.csv",
    ])
      expect(paths[path].get.summary).toBeTruthy();
  });

  test("go packed to those who take it", async () => {
    const answer = await app.inject({ url: "/reports/yunxi-jiaoyu/2024", headers: { "accept-encoding": "gzip" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(answer.rawPayload.length).toBeLessThan(12_000);
  });
});

describe("what machines look for", () => {
  test("feed, sitemap and robots name addresses of the site", async () => {
    expect((await app.inject("/reports/feed.xml")).body).toContain("<link>https://www.example.gov.cn/reports/");
    expect((await app.inject("/sitemap.xml")).body).toContain("<loc>https://www.example.gov.cn/reports/yunxi-jiaoyu/2024</loc>");
    expect((await app.inject("/robots.txt")).body).toContain("Sitemap: https://www.example.gov.cn/sitemap.xml");
  });

  test("no header of a request finds its way into a page", async () => {
    const answer = await app.inject({
      url: "/reports/wanghu-gongan",
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    expect(answer.body).not.toContain("evil.example");
  });
});
