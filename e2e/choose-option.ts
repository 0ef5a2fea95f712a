import type { Locator } from "@playwright/test";

/**
 * Chooses an option of a list of the console, found by the words in it. `field`: what opens the list. The list is found by its field:
 * the one opened before may still be there.
 */
export async function chooseOption(field: Locator, option: string): Promise<void> {
  const page = field.page();
  await field.click();
  await field.and(page.locator("[aria-controls]")).waitFor();
  const list = page.locator(".ant-select-dropdown", { has: page.locator(`[id="${await field.getAttribute("aria-controls")}"]`) });
  if (await field.isEditable()) await page.keyboard.type(option.slice(0, 4));
  await list.locator(".ant-select-item-option", { hasText: option }).first().click();
}
