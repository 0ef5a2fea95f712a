import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage, inspectWidth } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { closeCheckUp, openCheckUp } from "./open-check-up.ts";
import { startServer, type RunningServer } from "./start-server.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "../server/src/portal/check-up/sample-report.html"), "utf8");
const upload = (name: string, html: string) => ({ name, mimeType: "text/html", buffer: Buffer.from(html) });
const WRONG_FILE = upload("有差错.html", SAMPLE);
const LAST_YEAR = upload("上年.html", SAMPLE.replaceAll("2024年", "2023年").replace("<td>31</td>", "<td>30</td>"));
const CHECKS = "**/api/v1/report-checks";

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

const choose = (page: Page, files: ReturnType<typeof upload>[]) => page.locator("input[data-picker=files]").setInputFiles(files);
const cellOf = (page: Page, key: string) => page.locator(`#report-${key.replaceAll(".", "-")}`);
const enter = async (page: Page, key: string, figure: string) => {
  await cellOf(page, key).focus();
  await page.keyboard.type(figure);
  await page.keyboard.press("Enter");
};

/** What a person meets after the first result: each state brings up a part of the page, and that part is looked at. */
async function walkThrough(page: Page, inspect: (state: string, ...parts: string[]) => Promise<void>): Promise<void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(CHECKS, async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, [WRONG_FILE, LAST_YEAR]);
  await page.getByText("读取中").first().waitFor();
  await inspect("reading", ".batch");
  letGo();
  await page.getByText("共 2 份，完成 2 份").waitFor();
  await page.unroute(CHECKS);

  await page.getByRole("button", { name: "查看 有差错.html" }).click();
  await page
    .getByRole("button", { name: /^采纳：规则 T3-3/ })
    .first()
    .click();
  await page.getByRole("button", { name: "不采纳：规则 X-1" }).click();
  await page.keyboard.type("统计口径不同");
  await page.keyboard.press("Enter");
  await page.getByText("不采纳：统计口径不同").waitFor();
  await page.getByLabel(/^警告 \d/).uncheck();
  await inspect("accepted, dismissed and filtered", ".report-view__findings");
  await enter(page, "t3.granted.total", "20");
  await page.getByRole("button", { name: "撤销" }).click();
  await inspect("undone", ".draft-bar");

  await page.getByText("草稿已存在本机浏览器").waitFor();
  await page.getByRole("button", { name: "清除本机草稿" }).click();
  await inspect("about to clear the drafts", ".draft-list");
  await page.locator(".draft-list").getByRole("button", { name: "取消" }).click();

  const other = await page.context().newPage();
  await other.goto(`${server.address}/check-up`);
  await other.getByRole("button", { name: /^继续/ }).click();
  await enter(other, "t3.new.other", "5");
  await page.getByText("这份草稿在另一个标签页里改过").waitFor();
  await inspect("changed in another tab", ".draft-bar");
  await other.close();

  await page.getByLabel("选择 有差错.html 对比").check();
  await page.getByLabel("选择 上年.html 对比").check();
  await page.getByRole("button", { name: "对比所选两份" }).click();
  await page.getByRole("heading", { name: "对比：2023 年 与 2024 年" }).waitFor();
  await inspect("comparison", ".compare-view");

  await page.route(CHECKS, (route) => route.fulfill({ status: 422, json: { message: "文件有密码，请去掉密码后再传。" } }));
  await choose(
    page,
    Array.from({ length: 6 }, (_, index) => upload(`坏${index}.html`, "x")),
  );
  await page.getByText("失败 6 份").waitFor();
  await page.getByLabel("状态").selectOption("failed");
  await inspect("batch narrowed to failures", ".batch");
  await page.getByLabel("查找").fill("没有这样的文件");
  await inspect("batch with nothing to show", ".batch");
  await page.getByLabel("查找").fill("");
  await page.getByLabel("状态").selectOption("all");
}

// axe takes its time on a busy machine.
describe.each([1280, 320])("at %d pixels", { timeout: 240_000 }, (width) => {
  const options = { viewport: { width, height: 800 }, reducedMotion: "reduce" } as const;

  test("no state of the work on a report has an accessibility fault, and the last not in the elder-friendly mode either", async () => {
    const page = await openCheckUp(browser, server, options);
    await walkThrough(page, (state, ...parts) => inspectPage(page, state, ...parts));
    await page.getByRole("link", { name: "长者版" }).click();
    await inspectPage(page, "elder", ".site-header", ".file-picker", ".draft-list", ".batch", ".compare-view");
    await page.getByRole("button", { name: "查看 上年.html" }).click();
    await page.locator(".report-view").waitFor();
    await inspectPage(page, "elder, editor", ".report-head", ".draft-bar", ".report-view__findings", ".report-section");
    await closeCheckUp(page);
  });

  test("nor has the help, in either mode", async () => {
    const page = await openCheckUp(browser, server, options);
    for (const query of ["?edition=2021", "?edition=2019&view=elder"]) {
      await page.goto(`${server.address}/check-up/help${query}`);
      // Two hundred entries alike: the first section stands for the others.
      await inspectPage(page, `help ${query}`, ".site-header", "main > h1", "main > section:first-of-type", ".site-footer");
    }
    await closeCheckUp(page);
  });
});

test("at 200 % nothing is cut off or scrolls sideways in any of these states", { timeout: 120_000 }, async () => {
  // A window of 1280 pixels at 200 % has 640 of the page's own.
  const page = await openCheckUp(browser, server, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, reducedMotion: "reduce" });
  await inspectWidth(page, "empty");
  await walkThrough(page, (state) => inspectWidth(page, state));
  await page.getByRole("button", { name: "查看 上年.html" }).click();
  await cellOf(page, "t3.granted.total").focus();
  await page.keyboard.press("?");
  await page.locator(".help-text[open]").waitFor();
  await inspectWidth(page, "source and help");
  await page.goto(`${server.address}/check-up/help`);
  await inspectWidth(page, "help");
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(2);
  await closeCheckUp(page);
});
