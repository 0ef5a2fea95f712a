import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect } from "vitest";
import { PATIENCE_MILLISECONDS } from "./launch.ts";
import type { RunningServer } from "./start-server.ts";

export type WithPage = (path: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>) => Promise<void>;

/**
 * Opens pages for a journey, hands them over, and makes sure that nothing went wrong in them: above all, that their own policy
 * stopped nothing. `mayFail`: statuses the browser may complain of. Browser and server are asked for when a page is opened.
 */
export function openPages(
  running: () => { readonly browser: Browser; readonly server: RunningServer },
  mayFail: readonly number[],
): WithPage {
  const isMeant = (complaint: string) => mayFail.some((status) => complaint.includes(`status of ${status}`));
  return async (path, options, use) => {
    const { browser, server } = running();
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isMeant(message.text())) faults.push(message.text());
    });
    await page.goto(server.address + path);
    await use(page);
    await context.close();
    expect(faults).toEqual([]);
  };
}
