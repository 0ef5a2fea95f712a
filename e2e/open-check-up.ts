import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect } from "vitest";
import { PATIENCE_MILLISECONDS } from "./launch.ts";
import type { RunningServer } from "./start-server.ts";

const faultsOf = new WeakMap<Page, string[]>();

/** Opens the page 年报体检 in a browser that remembers nothing; every fault of its script is noted. */
export async function openCheckUp(browser: Browser, server: RunningServer, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const faults: string[] = [];
  faultsOf.set(page, faults);
  // A content security policy broken by our own page, and every fault of the script, shows here; a refused file is none.
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4(15|22|29)/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${server.address}/check-up`);
  return page;
}

/** Closes the page; nothing may have gone wrong in it meanwhile. */
export async function closeCheckUp(page: Page): Promise<void> {
  const context = page.context();
  await page.close();
  await context.close();
  expect(faultsOf.get(page)).toEqual([]);
}
