import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { chooseOption } from "./choose-option.ts";
import { inspectPage, inspectWidth } from "./inspect-page.ts";
import { launchBrowser, PATIENCE_MILLISECONDS } from "./launch.ts";
import { startDemo } from "./start-demo.ts";

const OFFICE = { width: 1366, height: 900 };
const TELEPHONE = { width: 360, height: 760 };

/** The console of an organ of the demonstration, with a server and a browser of its own. */
export interface DemoConsole {
  readonly address: string;
  /** A window in which the holder of a post, named in Chinese, is signed in; each is asked in once. */
  enter(role: string): Promise<Page>;
  open(page: Page, path: string): Promise<void>;
  /** Looks at a page on a telephone, with axe, and at its edges in an office's width. */
  look(page: Page, state: string, part?: string): Promise<void>;
  /** Chooses an option of a list, found by the first words of it. */
  choose(page: Page, field: string, option: string): Promise<void>;
  /** What the browser refused because of the content security policy, and what broke. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** `organ` is the organ's code. */
export async function openDemoConsole(organ: string): Promise<DemoConsole> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-console-"));
  const [server, browser] = await Promise.all([startDemo(folder), launchBrowser()]);
  await isBuilt(server.address);
  const entered = new Map<string, Promise<Page>>();
  const faults: string[] = [];

  async function enterAnew(role: string): Promise<Page> {
    const context = await browser.newContext({ viewport: OFFICE });
    const { people } = (await (await context.request.get(`${server.address}/api/v1/demo/people`)).json()) as {
      people: readonly { id: string; agencyCode: string; role: string }[];
    };
    const person = people.find((one) => one.agencyCode === organ && one.role === role);
    expect(person, role).toBeDefined();
    const signedIn = await context.request.post(`${server.address}/api/v1/demo/session`, { data: { personId: person?.id } });
    expect(signedIn.status(), await signedIn.text()).toBe(200);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    // A journey that broke off in a half-filled form must not keep the next from leaving it.
    page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
    page.on("pageerror", (fault) => faults.push(fault.message));
    await page.exposeFunction("tellViolation", (violation: string) => faults.push(violation));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
        // Put there above.
        (window as unknown as { tellViolation: (words: string) => void }).tellViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
      });
    });
    return page;
  }

  return {
    address: server.address,
    faults,
    enter: (role) => {
      const page = entered.get(role) ?? enterAnew(role);
      entered.set(role, page);
      return page;
    },
    open: async (page, path) => {
      await page.goto(`${server.address}/console/agencies/${organ}/${path}`);
      await page.locator("nav[aria-label='主菜单']").waitFor();
      await page.locator("main h1").waitFor();
    },
    look: async (page, state, part = "main") => {
      await inspectWidth(page, state);
      try {
        await page.setViewportSize(TELEPHONE);
        await inspectPage(page, `${state} at 360 px`, part);
      } finally {
        await page.setViewportSize(OFFICE); // a fault seen here must not show again in every journey after
      }
    },
    choose: (page, field, option) => chooseOption(page.getByLabel(field).first(), option),
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** While the console is being built a page that says so stands in its place. */
export async function isBuilt(address: string): Promise<void> {
  while ((await fetch(`${address}/console/`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 500));
}
