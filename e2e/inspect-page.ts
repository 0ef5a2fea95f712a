import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "vitest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe over the page, or the parts that are new in this state, and makes sure nothing but tables scrolls sideways. */
export async function inspectPage(page: Page, state: string, ...parts: string[]): Promise<void> {
  const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
  const { violations } = await axe
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  const faults = violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
  expect(faults).toEqual([]);
  const [scrolled, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(scrolled, `${state}: sideways scrolling`).toBeLessThanOrEqual(width ?? 0);
}
