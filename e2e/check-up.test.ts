import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { closeCheckUp, openCheckUp } from "./open-check-up.ts";
import { startServer, type RunningServer } from "./start-server.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "../server/src/portal/check-up/sample-report.html"), "utf8");
/** The sample without its two planted mistakes. */
const SOUND = SAMPLE.replace("<td>21</td>", "<td>20</td>").replace("新收政府信息公开申请38件", "新收政府信息公开申请40件");

const WRONG_FILE = { name: "有差错.html", mimeType: "text/html", buffer: Buffer.from(SAMPLE) };
const SOUND_FILE = { name: "无差错.html", mimeType: "text/html", buffer: Buffer.from(SOUND) };
const BAD_FILE = { name: "坏文件.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 broken") };

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
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

const openPage = (options: BrowserContextOptions = {}) => openCheckUp(browser, server, options);
const closePage = closeCheckUp;

async function choose(page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
  await page.locator("input[data-picker=files]").setInputFiles(files);
}

describe("checking a report", () => {
  test("leads from a finding to its cell, and shows where the figure stands in the source", async () => {
    const page = await openPage();
    await choose(page, WRONG_FILE);
    await page.getByRole("heading", { name: "云溪县政务公开办公室2024年政府信息公开工作年度报告" }).waitFor();
    await page.locator(".finding__face", { hasText: "规则 T3-3" }).click();
    const cell = page.locator("button[aria-label^='表三“（一）予以公开”·总计：21']");
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await cell.getAttribute("aria-label")).toContain("条错误");
    expect(await cell.getAttribute("aria-pressed")).toBe("true");
    const panel = page.getByRole("region", { name: "单元格出处" });
    expect(await panel.locator("mark").textContent()).toBe("21");
    expect(await panel.locator("blockquote").textContent()).toContain("（一）予以公开");
    await page.keyboard.press("Escape");
    await expect.poll(() => panel.count()).toBe(0);
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    await closePage(page);
  });

  test("works by keyboard alone: one Tab stop per table, arrows within, the space bar opens the source", async () => {
    const page = await openPage();
    await choose(page, WRONG_FILE);
    const first = page.locator("#report-t3-new-natural");
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe("report-t3-carriedIn-business");
    expect(await page.locator(".form-table__table--table3 button[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("End");
    expect(await focused()).toBe("report-t3-carriedIn-total");
    await page.keyboard.press("Space");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("表三“二、上年结转政府信息公开申请数量”·总计");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("report-t3-carriedIn-total");
    await closePage(page);
  });

  test("a finding about the text leads to the passage as well as the cell, and filters hide a severity", async () => {
    const page = await openPage();
    await choose(page, WRONG_FILE);
    await page.getByRole("heading", { name: "核对发现" }).waitFor();
    expect(await page.locator("mark.passage").textContent()).toContain("新收政府信息公开申请38件");
    const errors = page.locator(".finding--error");
    expect(await errors.count()).toBeGreaterThan(0);
    await page.getByLabel(/^错误 \d/).uncheck();
    expect(await errors.count()).toBe(0);
    expect(await page.locator(".finding--warning").count()).toBe(1);
    await closePage(page);
  });

  test("a report without mistakes is said to be so", async () => {
    const page = await openPage();
    await choose(page, SOUND_FILE);
    await page.getByText("没有发现问题").waitFor();
    await closePage(page);
  });

  test("one bad file among several is named with its reason, and the others are done", async () => {
    const page = await openPage();
    await choose(page, [WRONG_FILE, BAD_FILE, SOUND_FILE]);
    await page.getByText("共 3 份，完成 2 份，失败 1 份").waitFor();
    const bad = page.locator(".file-item", { hasText: BAD_FILE.name });
    expect(await bad.textContent()).toMatch(/^失败坏文件\.docx.{8,}。重试移除$/);
    await page.getByRole("button", { name: `重试 ${BAD_FILE.name}` }).click();
    await bad.getByText("失败").waitFor();
    await page.getByRole("button", { name: `查看 ${WRONG_FILE.name}` }).click();
    await page.getByRole("heading", { name: /云溪县政务公开办公室2024年/ }).waitFor();
    await closePage(page);
  });

  test("a file waits its turn when the server asks for patience, and can be cancelled meanwhile", async () => {
    const page = await openPage();
    let asked = 0;
    await page.route("**/api/v1/report-checks", (route) =>
      asked++ === 0 ? route.fulfill({ status: 429, headers: { "retry-after": "1" }, json: { message: "请求过于频繁" } }) : route.continue(),
    );
    await choose(page, SOUND_FILE);
    await page.getByText("没有发现问题").waitFor();
    expect(asked).toBe(2);
    await page.unroute("**/api/v1/report-checks");
    await page.route("**/api/v1/report-checks", (route) => route.fulfill({ status: 429, headers: { "retry-after": "60" }, json: {} }));
    await choose(page, WRONG_FILE);
    await page.getByRole("button", { name: `取消 ${WRONG_FILE.name}` }).click();
    await page.locator(".file-item--cancelled").waitFor();
    await closePage(page);
  });

  test("the sample shows a newcomer a result at once", async () => {
    const page = await openPage();
    await page.getByRole("button", { name: "试一份样例" }).click();
    await page.locator(".finding__face", { hasText: "规则 T3-3" }).waitFor();
    await closePage(page);
  });

  test("last year's report opens the rules from year to year", async () => {
    const page = await openPage();
    await choose(page, SOUND_FILE);
    await page.getByText("没有发现问题").waitFor();
    const lastYear = SOUND.replaceAll("2024年", "2023年");
    await page.locator("#previous-report").setInputFiles({ name: "上年.html", mimeType: "text/html", buffer: Buffer.from(lastYear) });
    await page.locator(".finding__face", { hasText: "规则 Y-1" }).first().waitFor();
    await closePage(page);
  });
});

test("everything works without script: the form answers with the report, its findings as links to the cells", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.getByLabel(/年度报告文件/).setInputFiles([WRONG_FILE, BAD_FILE]);
  await page.getByRole("button", { name: "开始核对" }).click();
  await page.getByRole("heading", { name: "核对结果" }).waitFor();
  expect(await page.locator(".file-item").allTextContents()).toEqual([expect.stringContaining("完成"), expect.stringContaining("失败")]);
  await page.getByRole("link", { name: /规则 T3-3/ }).click();
  expect(page.url()).toContain("#report-1-t3-granted-total");
  await closePage(page);
});

// axe looks at some six hundred cells: on a busy machine that takes its time.
describe.each(WIDTHS)("at $width pixels", { timeout: 240_000 }, (viewport) => {
  test("no state of the page has an accessibility fault or scrolls sideways", async () => {
    const page = await openPage({ viewport, reducedMotion: "reduce" });
    await inspectPage(page, "empty");
    await choose(page, WRONG_FILE);
    await page.locator(".finding__face", { hasText: "规则 T3-3" }).waitFor();
    await inspectPage(page, "result");
    await choose(page, BAD_FILE);
    await page.locator(".file-item--failed").waitFor();
    await inspectPage(page, "error", ".batch");
    await closePage(page);
  });

  test("nor has the page without script", async () => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.address}/check-up`);
    await page.getByLabel(/年度报告文件/).setInputFiles(WRONG_FILE);
    await page.getByRole("button", { name: "开始核对" }).click();
    await page.getByRole("heading", { name: "核对结果" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    // axe itself is a script: the same document is looked at once more with scripts allowed.
    const scripted = await browser.newContext({ viewport });
    const copy = await scripted.newPage();
    const html = await page.content();
    await copy.route("**/check-up", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await copy.goto(`${server.address}/check-up`);
    await inspectPage(copy, "result without script");
    await context.close();
    await scripted.close();
  });
});
