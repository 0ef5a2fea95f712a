import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { openPages, type WithPage } from "./open-page.ts";
import { startServer, type RunningServer } from "./start-server.ts";

let server: RunningServer;
let browser: Browser;
let dataDir = "";

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "gongkai-deadline-"));
  server = await startServer({ DATA_DIR: dataDir });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const openPage = openPages(() => ({ browser, server }), [400, 422]);
const withPage: WithPage = (path, options, use) => openPage(path, { reducedMotion: "reduce", ...options }, use);

const PLAIN = { javaScriptEnabled: false } satisfies BrowserContextOptions;
const PHONE = { viewport: { width: 320, height: 640 } } satisfies BrowserContextOptions;
const DESK = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;

const headline = (page: Page) => page.locator(".deadline-headline");

describe("the calculator of limits, without script", () => {
  test("is found from another page and counts working days from a date", async () => {
    await withPage("/check-up", PLAIN, async (page) => {
      await page.getByRole("link", { name: "期限计算器" }).click();
      await page.getByRole("heading", { level: 1, name: "期限计算器" }).waitFor();
      await page.getByLabel("起算日").fill("2026-09-21");
      await page.getByLabel("工作日数").fill("20");
      await page.getByRole("button", { name: "计算" }).click();
      expect(await headline(page).textContent()).toContain("2026年10月26日");
      // The address holds the question: whoever gets it sees the same.
      const address = page.url();
      await page.goto(`${server.address}/deadline`);
      await page.goto(address);
      expect(await headline(page).textContent()).toContain("2026年10月26日");
      await page.getByRole("cell", { name: "10 第9 调班" }).waitFor();
      await page.getByRole("row", { name: "2026-10-05 不计 周一，国庆节放假" }).waitFor();
    });
  });

  test("leads from a wrong date to its field, with what was typed still there", async () => {
    await withPage("/deadline?way=days&from=2026-02-30&workingDays=20", PLAIN, async (page) => {
      await page.getByRole("link", { name: /2026-02-30.*不是有效的日期/ }).click();
      expect(await page.locator(":target").getAttribute("name")).toBe("from");
      const field = page.getByLabel("起算日");
      expect(await field.inputValue()).toBe("2026-02-30");
      await field.fill("2026年3月2日");
      await page.getByRole("button", { name: "计算" }).click();
      expect(await headline(page).textContent()).toContain("2026年3月30日");
    });
  });

  test("knows the limits of the law by name, and puts off a last day off", async () => {
    await withPage("/deadline?way=limit", PLAIN, async (page) => {
      await page.getByLabel("哪一种期限").selectOption("申请行政复议（60日）");
      await page.getByLabel("起算日").fill("2026-03-02");
      await page.getByRole("button", { name: "计算" }).click();
      expect(await headline(page).textContent()).toContain("2026年5月6日");
      await page.getByText("按日计算至2026年5月1日届满").waitFor();
    });
  });

  test("takes a history row by row, asks for what is missing, and tells what may be done next", async () => {
    await withPage("/deadline?way=case", PLAIN, async (page) => {
      await page.getByLabel("申请的提交方式").selectOption("邮寄（挂号、快递）");
      await page.getByLabel("计算到哪一天").fill("2026-03-20");
      const rows = [
        ["提交申请", "2026-03-02"],
        ["征求意见", "2026-03-09"],
        ["收到意见", "2026-03-20"],
      ] as const;
      for (const [index, [event, date]] of rows.entries()) {
        await page.getByLabel(`第${index + 1}行事项`).selectOption(event);
        await page.getByLabel(`第${index + 1}行日期`).fill(date);
      }
      await page.getByRole("button", { name: "计算" }).click();
      await page.getByRole("link", { name: "第2行：请填写征求谁的意见。" }).click();
      await page.getByLabel("征求谁的意见").selectOption("第三方");
      await page.getByLabel("对方收到之日（可不填）").fill("2026-03-11");
      await page.getByRole("button", { name: "计算" }).click();
      expect(await headline(page).textContent()).toContain("2026年4月13日");
      await page.getByText("《政府信息公开条例》第三十三条第三款").first().waitFor();
      await page.getByText("最迟至2026年5月13日").waitFor();
      await page.getByRole("cell", { name: "18 征询" }).waitFor();
      await page.getByRole("link", { name: "长者版" }).click();
      expect(await page.locator("html").getAttribute("class")).toBe("elder");
      expect(await headline(page).textContent()).toContain("2026年4月13日");
    });
  });

  test("reads a case file that is pasted, and says what is wrong with another", async () => {
    await withPage("/deadline?way=case", PLAIN, async (page) => {
      await page.getByText("粘贴案件文件（JSON）").click();
      await page.getByLabel("案件文件的内容").fill('{"kind":"application","channel":"pigeon","applicant":{"kind":"natural"},"events":[]}');
      await page.getByRole("button", { name: "读入" }).click();
      await page.getByText("第1件 channel：不在可用的取值之内").waitFor();
      const box = page.getByLabel("案件文件的内容");
      await box.fill((await box.inputValue()).replace("pigeon", "inPerson").replace("[]", '[{"type":"submitted","on":"2026-03-02"}]'));
      await page.getByRole("button", { name: "读入" }).click();
      expect(await page.getByLabel("第1行日期").inputValue()).toBe("2026-03-02");
      expect(page.url()).toContain("type.1=submitted");
    });
  });
});

test("the keyboard alone is enough, and the result prints without the form", async () => {
  await withPage("/deadline?way=days&from=2026-03-02&workingDays=20", DESK, async (page) => {
    await page.getByLabel("工作日数").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await headline(page).getByText("2026年3月11日").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "计算" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "逐日说明" }).isVisible()).toBe(true);
    expect(await page.getByText("7个工作日").isVisible()).toBe(true);
  });
});

const HISTORY =
  "/deadline?way=case&channel=internet&on=2026-12-31&type.1=submitted&date.1=2026-11-27&type.2=confirmed&date.2=2026-12-02" +
  "&type.3=correctionAsked&date.3=2026-12-04&until.3=2026-12-18&type.4=corrected&date.4=2026-12-10" +
  "&type.5=consultationSent&date.5=2026-12-14&with.5=organ&until.5=2026-12-15&type.6=opinionReceived&date.6=2026-12-22" +
  "&type.7=extended&date.7=2026-12-23&days.7=20&type.8=extended&date.8=2026-12-24&days.8=20";

/** At both widths; the others at the narrow one, where faults show first. */
const MAIN_STATES = {
  "working days": "/deadline?way=days&from=2026-09-21&workingDays=20",
  "history, provisional, with a remark": HISTORY,
  "wrong history": "/deadline?way=case&channel=&type.1=extended&date.1=2026-02-30&type.2=replied&date.2=2026-03-02",
};
const OTHER_STATES = {
  fresh: "/deadline",
  wrong: "/deadline?way=days&from=2026-02-30&workingDays=",
  "named limit": "/deadline?way=limit&limit=reconsideration-answer&from=2026-03-02",
  "fresh history": "/deadline?way=case",
  "elder-friendly": "/deadline?way=days&from=2026-09-21&workingDays=20&view=elder",
};

const SIZES = [
  { ...DESK, states: MAIN_STATES },
  { ...PHONE, states: { ...MAIN_STATES, ...OTHER_STATES } },
];

// One context for all states of a width; axe takes its time on a busy machine.
describe.each(SIZES)("at $viewport.width pixels", { timeout: 240_000 }, ({ states, viewport }) => {
  test("no state has an accessibility fault or scrolls sideways", async () => {
    await withPage("/deadline", { viewport }, async (page) => {
      for (const [state, path] of Object.entries(states)) {
        await page.goto(server.address + path);
        await inspectPage(page, state);
      }
    });
  });
});
