import type { Browser, Page } from "@playwright/test";
import { launchBrowser } from "../../e2e/launch.ts";
import { type MeasuredServer, startOurs } from "./measured-server.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

/** A middling phone on a middling line, as Lighthouse takes it: 150 ms there and back, 1.6 Mbit/s, a quarter of the speed. */
const PHONE = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8, slowdown: 4 };

const PAGES = [
  { what: "check-up", path: "/check-up", ready: ".file-picker" },
  { what: "library, list", path: "/reports", ready: ".site-footer" },
  { what: "library, report", path: "/reports/yunxi-jiaoyu/2024", ready: ".site-footer" },
] as const;

/** Cells that take part in every kind of rule: sums along rows and columns, balances, figures the text repeats. */
const CELLS = [
  "t3.granted.natural",
  "t3.granted.total",
  "t3.new.natural",
  "t3.total.total",
  "t3.denied.secret.other",
  "t4.reconsideration.upheld",
];

/** In a real Chromium: how long until a page can be used, and until an edit shows, with everything the rules say about it. */
export async function browser({ documents = 60 }: BenchOptions): Promise<void> {
  const server = await startOurs();
  const chromium = await launchBrowser();
  try {
    const rows: (string | number)[][] = [];
    for (const page of PAGES) {
      rows.push(sayTimes(page.what, await openOften(chromium, server, page), "1000"));
      rows.push(sayTimes(`${page.what}, phone`, await openOften(chromium, server, { ...page, isPhone: true }), ""));
    }
    printTable("A page opened with nothing in the cache, until it can be used (ms)", ["", "median", "p95", "goal"], rows);
    const { times, work } = await editOften(chromium, server, documents);
    printTable(
      `An edit in the check-up page, from the key to the changed page (ms, ${times.length} edits)`,
      ["", "median", "p95", "goal"],
      [
        sayTimes("key → cell, findings, totals shown", times, "16"),
        // Beside other work the first row is the other work's too; this one is the page's own.
        sayTimes("of it the page's own CPU: script, style, layout", work, ""),
      ],
    );
  } finally {
    await chromium.close();
    await server.stop();
  }
}

function sayTimes(what: string, times: readonly number[], goal: string): (string | number)[] {
  return [what, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1), goal];
}

interface Opening {
  readonly path: string;
  /** What stands on the page once it can be used. */
  readonly ready: string;
  readonly isPhone?: boolean;
}

const OPENINGS = 9;

/** Milliseconds from the start of the navigation until the page can be used: styled, and its script at work if it has one. */
async function openOften(chromium: Browser, server: MeasuredServer, { path, ready, isPhone = false }: Opening): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < OPENINGS; round++) {
    const context = await chromium.newContext(isPhone ? { viewport: { width: 390, height: 844 } } : {});
    const page = await context.newPage();
    if (isPhone) await slowDown(page);
    await page.addInitScript(noteWhenReady, ready);
    await page.goto(server.address + path, { waitUntil: "load" });
    const handle = await page.waitForFunction(() => (globalThis as unknown as { readyAt?: number }).readyAt);
    if (round >= 0) times.push((await handle.jsonValue()) ?? Number.NaN); // the first round warms the server up
    await context.close();
  }
  return times;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { slowdown, ...line } = PHONE;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...line });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

/** Runs in the page: notes when what marks it as usable is there and every style sheet before the text has come. */
function noteWhenReady(ready: string): void {
  const look = (): void => {
    if (document.readyState === "loading" || document.querySelector(ready) === null) return;
    observer.disconnect();
    (globalThis as unknown as { readyAt: number }).readyAt = performance.now();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", look);
}

/** From the key that enters a figure to the last change it makes in the page before the next frame; and the CPU time it takes the page. */
async function editOften(chromium: Browser, server: MeasuredServer, count: number): Promise<{ times: number[]; work: number[] }> {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const askWork = await countWork(page);
  const work: number[] = [];
  await page.goto(`${server.address}/check-up`);
  await page.getByRole("button", { name: "试一份样例" }).click();
  await page.locator(".finding__face").first().waitFor();
  await page.evaluate(noteEdits);
  for (let index = -10; index < count; index++) {
    const key = CELLS[(index + 12) % CELLS.length] ?? "";
    await page.locator(`#report-${key.replaceAll(".", "-")}`).focus();
    await page.keyboard.type(String(10 + ((index + 60) % 80)));
    const before = await askWork();
    await page.keyboard.press("Enter");
    const after = await askWork();
    if (index >= 0) work.push(after - before);
    // A person pauses, and the draft is saved meanwhile.
    await page.waitForTimeout(60);
    if (index === -1) await page.evaluate(() => ((globalThis as unknown as { edits: number[] }).edits = []));
  }
  const times = await page.evaluate(() => (globalThis as unknown as { edits: number[] }).edits);
  await context.close();
  return { times, work };
}

/** Asks for the milliseconds of CPU the page's main thread has spent on script, style and layout. */
async function countWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const counted = new Set(["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"]);
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.filter(({ name }) => counted.has(name)).reduce((sum, { value }) => sum + value, 0);
  };
}

/** Runs in the page: from each Enter notes when the page last changed because of it. */
function noteEdits(): void {
  const noted = globalThis as unknown as { edits: number[] };
  noted.edits = [];
  let began = 0;
  let changed = 0;
  const note = (): void => {
    if (changed > 0) noted.edits.push(changed - began);
  };
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Enter") return;
      began = performance.now();
      changed = 0;
      // Handlers and the rendering they ask for run before the next frame; what is noted by then belongs to this edit.
      requestAnimationFrame(() => setTimeout(note));
    },
    { capture: true },
  );
  new MutationObserver(() => {
    changed = performance.now();
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
}
