import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "vitest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe over the page, or the parts that are new in this state, and makes sure nothing but tables scrolls sideways. */
export async function inspectPage(page: Page, state: string, ...parts: string[]): Promise<void> {
  const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
  const { violations } = await axe
    .setLegacyMode(true) // no frames: without it every look opens a page of its own
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  const faults = violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
  expect(faults).toEqual([]);
  await inspectWidth(page, state);
}

/** Makes sure that nothing but tables scrolls sideways, and that no control is cut off at an edge. */
export async function inspectWidth(page: Page, state: string): Promise<void> {
  const [scrolled, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(scrolled, `${state}: sideways scrolling`).toBeLessThanOrEqual(width ?? 0);
  expect(await page.evaluate(listCutOff), `${state}: cut off`).toEqual([]);
}

/** Runs in the page: what can be pressed or filled in, and stands beyond an edge that does not scroll. */
function listCutOff(): string[] {
  const cutOff: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")) {
    const box = control.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue; // hidden, or for screen readers alone
    let [left, right] = [0, window.innerWidth];
    for (let around = control.parentElement; around !== null && around !== document.body; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around);
      if (overflowX === "visible") continue;
      const edge = around.getBoundingClientRect();
      // What scrolls can be brought into sight, as long as its own box is.
      if (overflowX === "auto" || overflowX === "scroll") {
        [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        break;
      }
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
    }
    const hides = control.tagName !== "INPUT" && control.tagName !== "SELECT" && getComputedStyle(control).overflowX === "hidden";
    if (box.left < left - 1 || box.right > right + 1 || (hides && control.scrollWidth > control.clientWidth + 1))
      cutOff.push(`${control.outerHTML.slice(0, 120)} ${Math.round(box.left)}–${Math.round(box.right)}`);
  }
  return cutOff;
}
