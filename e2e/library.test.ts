import type { Browser, BrowserContextOptions } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage, inspectWidth } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { openPages } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

/** The pages everyone sees at both widths; the others at the narrow one, where faults show first. */
const MAIN_PAGES = {
  list: "/reports",
  organ: "/reports/yunxishi-zhujian",
  report: "/reports/yunxishi-zhujian/2022",
  compare: "/reports/compare?a=yunxi-jiaoyu/2020&b=yunxi-jiaoyu/2024",
};
const OTHER_PAGES = {
  "empty list": "/reports?organ=zzz",
  "report with blank cells": "/reports/zhanhe-zhengfuban/2020",
  region: "/reports/region?year=2020",
  verify: `/reports/yunxi-jiaoyu/2024/verify?hash=${"0".repeat(64)}`,
  data: "/reports/data",
  "not found": "/reports/yunxi-jiaoju",
  "elder-friendly report": "/reports/yunxi-shiqiao/2021?view=elder",
  "elder-friendly list": "/reports?view=elder",
  "elder-friendly comparison": "/reports/compare?a=yunxi-jiaoyu/2020&b=yunxi-jiaoyu/2024&view=elder",
};

const WIDTHS = [
  { width: 1280, height: 900, pages: MAIN_PAGES },
  { width: 320, height: 640, pages: { ...MAIN_PAGES, ...OTHER_PAGES } },
];

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const withPage = openPages(() => ({ browser, server }), [404]);

const PLAIN = { javaScriptEnabled: false } satisfies BrowserContextOptions;

describe("the library, without script", () => {
  test("leads from the list through filter and order to an organ, a report and its neighbours", async () => {
    await withPage("/reports", PLAIN, async (page) => {
      await page.getByLabel("机关名称").fill("云溪 教育");
      await page.getByLabel("年度", { exact: true }).selectOption("2024");
      await page.getByRole("button", { name: "查找" }).click();
      await page.getByRole("heading", { name: "符合条件的报告 1 份" }).waitFor();
      await page.getByRole("link", { name: /^云溪县教育局/ }).click();
      await page.getByRole("heading", { level: 1, name: "云溪县教育局2024年政府信息公开工作年度报告" }).waitFor();
      expect(await page.getByRole("table").count()).toBe(3);
      await page.getByRole("link", { name: "← 2023年报告" }).click();
      await page.getByRole("heading", { level: 1, name: /2023年/ }).waitFor();
      await page.getByRole("link", { name: "历年数据" }).click();
      await page.getByRole("img", { name: /^新收申请和结转下年/ }).waitFor();
      await page.getByRole("link", { name: "逐格对比这两年的报告" }).click();
      await page.getByRole("heading", { name: "逐格对照" }).waitFor();
    });
  });

  test("compares two organs chosen from the form", async () => {
    await withPage("/reports/compare", PLAIN, async (page) => {
      await page.getByLabel("甲").selectOption("yunxi-ziran/2024");
      await page.getByLabel("乙").selectOption("wanghu-gongan/2024");
      await page.getByRole("button", { name: "对比" }).click();
      await page
        .getByRole("columnheader", { name: /甲.*云溪县自然资源局 2024年/ })
        .first()
        .waitFor();
      expect(await page.locator("tr.data__differs .change").first().textContent()).toMatch(/[▲▼≠]/);
    });
  });

  test("a downloaded Word file bears the name of the report", async () => {
    await withPage("/reports/yunxi-jiaoyu/2024", PLAIN, async (page) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /Word 文档/ }).click()]);
      expect(download.suggestedFilename()).toBe("云溪县教育局2024年政府信息公开工作年度报告.docx");
    });
  });

  test("a hash copied from the page is found genuine, another is not", async () => {
    await withPage("/reports/yunxi-jiaoyu/2024", PLAIN, async (page) => {
      const hash = (await page.locator(".hash").textContent()) ?? "";
      await page.getByRole("link", { name: "核验本页" }).click();
      await page.getByLabel(/副本上的散列值/).fill(hash);
      await page.getByRole("button", { name: "核对" }).click();
      await page.getByText("您手中的副本与本库的内容相同").waitFor();
      await page.getByLabel(/副本上的散列值/).fill(hash.replaceAll(/\d/g, "0"));
      await page.getByRole("button", { name: "核对" }).click();
      await page.getByText("您手中的副本与本库现有的内容不同").waitFor();
    });
  });
});

// One context for all pages of a width, so that the fonts are fetched once; axe takes its time on a busy machine.
describe.each(WIDTHS)("at $width pixels", { timeout: 240_000 }, ({ pages, ...viewport }) => {
  test("no page has an accessibility fault or scrolls sideways", async () => {
    await withPage("/reports", { viewport, reducedMotion: "reduce" }, async (page) => {
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(server.address + path);
        await inspectPage(page, name);
      }
    });
  });
});

test("at 200 % nothing is cut off or scrolls sideways", async () => {
  // A window of 1280 pixels at 200 % has 640 of the page's own.
  await withPage("/reports", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, async (page) => {
    for (const [name, path] of Object.entries({ ...MAIN_PAGES, ...OTHER_PAGES })) {
      await page.goto(server.address + path);
      await inspectWidth(page, name);
    }
  });
});

test("text at twice its size still fits a phone turned upright", async () => {
  await withPage("/reports/yunxishi-zhujian", { viewport: { width: 640, height: 900 } }, async (page) => {
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });
});
