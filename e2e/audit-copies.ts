import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { inspectPage, inspectWidth } from "./inspect-page.ts";

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };
/** Pictures of every state are put here when it is set, to be looked at. */
const PICTURES = process.env["PICTURES"];

/** Looks at a state of a page as everybody meets it. */
export type Inspect = (page: Page, state: string) => Promise<void>;

/**
 * Looks at copies in one page kept open for it: that they fit a desk and a small phone (which is a desk at 400 %), and that axe
 * finds nothing. axe is a script itself, so that a page shown without script can only be looked at as a copy.
 */
export async function auditCopies(browser: Browser, address: string): Promise<Inspect> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const copy = await context.newPage();
  await copy.route(`${address}/copy`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: "<!doctype html>" }));
  await copy.goto(`${address}/copy`);
  return async (page, state) => {
    await copy.setViewportSize(DESK);
    await copy.evaluate(showCopy, await page.content());
    await picture(copy, state, "desk");
    await inspectWidth(copy, `${state}, desk`);
    await copy.setViewportSize(PHONE);
    await picture(copy, state, "phone");
    await inspectPage(copy, `${state}, phone`);
  };
}

async function picture(copy: Page, state: string, size: string): Promise<void> {
  if (PICTURES === undefined) return;
  await copy.screenshot({ path: join(PICTURES, `${state.replaceAll(" ", "-")}-${size}.png`), fullPage: true });
}

/** Runs in the page: puts another document in its place, without its scripts, and waits for the styles. */
async function showCopy(html: string): Promise<void> {
  const { documentElement: root } = new DOMParser().parseFromString(html, "text/html");
  for (const script of root.querySelectorAll("script")) script.remove();
  const shown = document.importNode(root, true);
  const styles = [...shown.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(
    (link) =>
      new Promise((resolve) => {
        link.addEventListener("load", resolve);
        link.addEventListener("error", resolve);
      }),
  );
  document.documentElement.replaceWith(shown);
  await Promise.all(styles);
}
