import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readReport, type Report } from "@gongkai/annual-report";
import { readDocument } from "@gongkai/document/read";
import type { Browser, Download, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { openCheckUp, closeCheckUp } from "./open-check-up.ts";
import { startServer, type RunningServer } from "./start-server.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "../server/src/portal/check-up/sample-report.html"), "utf8");
const upload = (name: string, html: string) => ({ name, mimeType: "text/html", buffer: Buffer.from(html) });
const WRONG_FILE = upload("有差错.html", SAMPLE);
const LAST_YEAR = upload("上年.html", SAMPLE.replaceAll("2024年", "2023年"));

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

const openPage = (options = {}) => openCheckUp(browser, server, options);
const cellOf = (page: Page, key: string) => page.locator(`#report-${key.replaceAll(".", "-")}`);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const choose = (page: Page, files: ReturnType<typeof upload>[]) => page.locator("input[data-picker=files]").setInputFiles(files);
const left = (page: Page) => page.locator(".draft-bar__status [role=status]");
const saved = (page: Page) => page.getByText("草稿已存在本机浏览器").waitFor();

async function openWrong(page: Page): Promise<void> {
  await choose(page, [WRONG_FILE]);
  await page.locator(".finding__face", { hasText: "规则 T3-3" }).waitFor();
}

async function readDownload(download: Download): Promise<Report> {
  const path = await download.path();
  const read = await readDocument(new Uint8Array(readFileSync(path)), { name: download.suggestedFilename() });
  if (!read.ok) throw new Error(read.message);
  return readReport(read.doc);
}

describe("a report with a wrong total", () => {
  test("is corrected, its rules turn green, and the Word file reads back as what was corrected", async () => {
    const page = await openPage({ acceptDownloads: true });
    await openWrong(page);
    expect(await left(page).textContent()).toBe("还有2处错误、1处警告。");
    await page.locator(".finding__face", { hasText: "规则 T3-3" }).click();
    const wrong = cellOf(page, "t3.granted.total");
    await wrong.dblclick();
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await expect.poll(() => left(page).textContent()).toBe("还有1处警告。");
    expect(await wrong.getAttribute("aria-label")).toContain("20，手工修改，原为21");
    await page.getByRole("button", { name: /修改文字.*一、总体情况/ }).click();
    const text = page.getByRole("textbox", { name: "一、总体情况正文" });
    await text.fill((await text.inputValue()).replace("申请38件", "申请40件"));
    await expect.poll(() => left(page).textContent()).toBe("没有待处理的问题。");
    await page.getByRole("button", { name: "完成" }).click();
    await page.locator(".download-menu summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Word 文档（docx）" }).click()]);
    expect(download.suggestedFilename()).toBe("云溪县政务公开办公室2024年政府信息公开工作年度报告.docx");
    const back = await readDownload(download);
    expect(back).toMatchObject({ edition: "2021", year: 2024, agency: "云溪县政务公开办公室" });
    expect(back.cells["t3.granted.total"]).toBe(20);
    expect(back.sections.overview).toContain("新收政府信息公开申请40件");
    const read = await readDocument(new Uint8Array(WRONG_FILE.buffer), { name: WRONG_FILE.name });
    const original = read.ok ? readReport(read.doc) : undefined;
    expect(back.cells).toEqual({ ...original?.cells, "t3.granted.total": 20 });
    await closeCheckUp(page);
  });

  test("is corrected by keyboard alone: digits begin, Tab goes on, Esc takes back, Ctrl+Z undoes, Ctrl+Y does again", async () => {
    const page = await openPage();
    await openWrong(page);
    await cellOf(page, "t3.granted.other").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("20");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("report-t3-partial-natural");
    await expect.poll(() => left(page).textContent()).toBe("还有1处警告。");
    await page.keyboard.press("Control+z");
    await expect.poll(() => left(page).textContent()).toBe("还有2处错误、1处警告。");
    expect(await cellOf(page, "t3.granted.total").textContent()).toContain("21");
    await page.keyboard.press("Control+y");
    await expect.poll(() => left(page).textContent()).toBe("还有1处警告。");
    await page.keyboard.press("?");
    await expect.poll(() => page.locator(".help-text[open]").textContent()).toContain("第三十七条");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("report-t3-partial-natural");
    await closeCheckUp(page);
  });

  test("what is no figure is kept as typed with a sentence, and can be put back", async () => {
    const page = await openPage();
    await openWrong(page);
    await cellOf(page, "t3.new.natural").focus();
    await page.keyboard.type("3约");
    await page.keyboard.press("Enter");
    const cell = cellOf(page, "t3.new.natural");
    await expect.poll(() => cell.textContent()).toContain("3约");
    await cell.click();
    await expect.poll(() => page.locator(".cell-desk__problem").textContent()).toContain("“3约”不是数字");
    await page.getByRole("button", { name: "恢复原数" }).click();
    await expect.poll(() => cell.textContent()).toBe("31");
    await closeCheckUp(page);
  });

  test("a finding is dismissed with a reason, which a reload keeps with every correction and the way back", async () => {
    const page = await openPage();
    await openWrong(page);
    await cellOf(page, "t3.granted.total").focus();
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "不采纳：规则 X-1" }).click();
    await page.keyboard.press("Enter");
    await page.getByText("请写明理由").waitFor();
    await page.keyboard.type("统计口径不同");
    await page.keyboard.press("Enter");
    await expect.poll(() => left(page).textContent()).toBe("没有待处理的问题。");
    await saved(page);
    await page.reload();
    await page.getByRole("button", { name: /^继续 云溪县政务公开办公室2024年/ }).click();
    await expect.poll(() => left(page).textContent()).toBe("没有待处理的问题。");
    await page.getByText("不采纳：统计口径不同").waitFor();
    expect(await cellOf(page, "t3.granted.total").getAttribute("aria-label")).toContain("20");
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => left(page).textContent()).toBe("还有2处错误、1处警告。");
    await page.getByRole("button", { name: "清除本机草稿" }).click();
    await page.getByRole("button", { name: "确定清除" }).click();
    await expect.poll(() => page.locator(".draft-list").count()).toBe(0);
    await closeCheckUp(page);
  });

  test("two tabs do not overwrite each other unasked", async () => {
    const page = await openPage();
    await openWrong(page);
    await cellOf(page, "t3.granted.total").focus();
    await page.keyboard.type("20");
    await page.keyboard.press("Enter");
    await saved(page);
    const other = await page.context().newPage();
    await other.goto(`${server.address}/check-up`);
    await other.getByRole("button", { name: /^继续/ }).click();
    await cellOf(other, "t3.new.other").focus();
    await other.keyboard.type("5");
    await other.keyboard.press("Enter");
    await page.getByText("这份草稿在另一个标签页里改过").waitFor();
    await page.getByRole("button", { name: "载入那边的草稿" }).click();
    await expect.poll(() => cellOf(page, "t3.new.other").textContent()).toContain("5");
    await other.close();
    await closeCheckUp(page);
  });
});

describe("a new report", () => {
  test("from last year's: what was carried over stands there, last year's figures beside, the rest is filled and added up", async () => {
    const page = await openPage();
    await page.getByText("编写一份新报告").click();
    await page.locator("#start-previous").setInputFiles(LAST_YEAR);
    await page.getByRole("heading", { name: "云溪县政务公开办公室2024年政府信息公开工作年度报告" }).waitFor();
    expect(await cellOf(page, "t3.carriedIn.total").getAttribute("aria-label")).toContain("1，上年带入，原为空白单元格，上年2");
    await cellOf(page, "t3.granted.natural").focus();
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^空格填 0/ }).click();
    expect(await cellOf(page, "t3.total.total").textContent()).toContain("0");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => cellOf(page, "t3.total.total").textContent()).toContain("空");
    await closeCheckUp(page);
  });
});

test("two years are compared side by side, the differences said in words", async () => {
  const page = await openPage();
  await choose(page, [WRONG_FILE, upload("上年.html", LAST_YEAR.buffer.toString().replace("<td>31</td>", "<td>30</td>"))]);
  await page.getByText("完成 2 份").waitFor();
  await page.getByLabel("选择 有差错.html 对比").check();
  await page.getByLabel("选择 上年.html 对比").check();
  await page.getByRole("button", { name: "对比所选两份" }).click();
  await page.getByRole("heading", { name: "对比：2023 年 与 2024 年" }).waitFor();
  await page.getByText("▲ 增加 1（+3.3%）").waitFor();
  expect(await page.locator(".bar-chart svg").getAttribute("role")).toBe("img");
  await inspectPage(page, "comparison", ".compare-view");
  await closeCheckUp(page);
});

test("three hundred files are listed by pages, narrowed, sorted and exported", async () => {
  const page = await openPage({ acceptDownloads: true });
  const answer = (await (
    await fetch(`${server.address}/api/v1/report-checks`, { method: "POST", body: formOf(WRONG_FILE) })
  ).json()) as object;
  await page.route("**/api/v1/report-checks", (route) => route.fulfill({ json: answer }));
  await choose(
    page,
    Array.from({ length: 330 }, (_, index) => upload(`报告${index + 1}.html`, "x")),
  );
  await page.getByText("共 330 份，完成 330 份").waitFor({ timeout: 60_000 });
  expect(await page.locator("tr.file-item").count()).toBe(50);
  await page.getByLabel("查找").fill("报告33");
  await expect.poll(() => page.locator("tr.file-item").count()).toBe(2);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出表格（CSV）" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv.startsWith("\ufeff文件,状态,机关")).toBe(true);
  expect(csv.trim().split("\r\n")).toHaveLength(3);
  const [book] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出表格（Excel）" }).click()]);
  expect(book.suggestedFilename()).toBe("年报核对结果.xlsx");
  const read = await readDocument(new Uint8Array(readFileSync(await book.path())), { name: "表.xlsx" });
  expect(read.ok && read.doc.text).toContain("报告33.html");
  await closeCheckUp(page);
});

test.each([1280, 320])(
  "the editor has no accessibility fault while editing, nor in the elder-friendly mode, at %d pixels",
  { timeout: 120_000 },
  async (width) => {
    const page = await openPage({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
    await openWrong(page);
    await cellOf(page, "t3.granted.total").focus();
    await page.keyboard.type("2x");
    await page.keyboard.press("Enter");
    await cellOf(page, "t3.granted.total").focus();
    await page.keyboard.press("?");
    await page.locator(".help-text[open]").waitFor();
    await inspectPage(page, "panel", ".source-panel");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "不采纳：规则 X-1" }).click();
    await page.getByRole("button", { name: /修改文字.*一、总体情况/ }).click();
    await page.locator(".download-menu summary").click();
    await inspectPage(page, "editing", ".draft-bar", ".report-view__findings", ".section-editor", ".start-form", ".draft-list");
    await page.getByRole("link", { name: "长者版" }).click();
    expect(await page.evaluate(() => document.documentElement.className)).toContain("elder");
    await inspectPage(page, "elder", ".form-table__table--table4");
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.className)).toContain("elder");
    await closeCheckUp(page);
  },
);

function formOf({ name, buffer }: ReturnType<typeof upload>): FormData {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(buffer)], name), name);
  return form;
}
