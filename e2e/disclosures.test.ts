import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectPage, inspectWidth } from "./inspect-page.ts";
import { launchBrowser } from "./launch.ts";
import { openPages } from "./open-page.ts";
import { startDemo } from "./start-demo.ts";
import type { RunningServer } from "./start-server.ts";

/** HTML and styles, packed, without the Chinese fonts that most machines have; and how far the page may jump while it loads. */
const MOST_KIB = 60;
const MOST_FONT_KIB = 1_500;
const MOST_SHIFT = 0.1;

let server: RunningServer;
let browser: Browser;
let folder: string;
let document: string;
let interpretation: string;
let corrected: string;
let withdrawn: Verdict;

interface Found {
  readonly total: number;
  readonly results: readonly { readonly address: string; readonly title: string }[];
}

interface Verdict {
  readonly kind: string;
  readonly address: string;
  readonly indexNumber: string;
}

const search = async (query: string): Promise<Found> =>
  (await fetch(`${server.address}/api/v1/search?q=${encodeURIComponent(query)}`)).json() as Promise<Found>; // as its schema says

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-e2e-"));
  server = await startDemo(folder);
  browser = await launchBrowser();
  // The demonstration publishes its items one after the other; the township's are the last.
  while ((await search("松林镇2026年小型农田水利工程建设公示")).total === 0) await new Promise((resolve) => setTimeout(resolve, 500));
  const { results } = await search("停放管理办法");
  document = results.find(({ title }) => title.includes("印发"))?.address ?? "";
  interpretation = results.find(({ title }) => title.includes("读懂"))?.address ?? "";
  corrected = (await search("学校招生工作的通知")).results[0]?.address ?? "";
  const verdicts = Array.from({ length: 9 }, async (_, index) => {
    const answer = await fetch(`${server.address}/verify.json?q=yunxi/2026-0000${index + 1}`);
    return (await answer.json()) as Verdict; // as its page says
  });
  const found = (await Promise.all(verdicts)).find(({ kind }) => kind === "withdrawn");
  if (found === undefined) throw new Error("the demonstration has withdrawn nothing");
  withdrawn = found;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pages = () => ({
  home: "/",
  organs: "/organs",
  organ: "/organs/yunxi",
  guide: "/organs/yunxi/guide",
  systems: "/organs/yunxi/systems",
  items: "/organs/yunxi/items",
  column: "/organs/yunxi/items?node=20.1",
  reports: "/organs/yunxi-jiaoyu/reports",
  article: document,
  corrected,
  withdrawn: withdrawn.address,
  interpretation,
  policies: "/policies",
  search: `/search?q=${encodeURIComponent("停车 收费")}`,
  "empty search": "/search?q=zzzz",
  verify: "/verify?q=yunxi/2026-00001",
  missing: "/organs/yunxi/items/00000000-0000-4000-8000-000000000000",
  "nothing verified": "/verify?q=zzzz",
  "elder article": `${document}?view=elder`,
  "elder home": "/?view=elder",
});

const withPage = openPages(() => ({ browser, server }), [404, 410]);

const PLAIN = { javaScriptEnabled: false } satisfies BrowserContextOptions;

describe("a citizen without script", () => {
  test("goes from the front page through the catalogue to a document, its explanation and back", async () => {
    await withPage("/", PLAIN, async (page) => {
      await page.getByRole("main").getByRole("link", { name: "法定主动公开内容" }).click();
      await page.getByRole("heading", { level: 1, name: "法定主动公开内容" }).waitFor();
      await page.getByRole("link", { name: "法规规章和规范性文件" }).first().click();
      await page.getByRole("link", { name: /停放管理办法》的通知/ }).click();
      await page.getByText("本文件现行有效").waitFor();
      await page.getByText("云政规〔2026〕3号").first().waitFor();
      await page.getByRole("link", { name: /一图读懂/ }).click();
      await page.getByRole("heading", { name: "解读的文件" }).waitFor();
      await page.getByRole("link", { name: /停放管理办法》的通知/ }).click();
      await page.getByRole("heading", { name: "本文件的解读" }).waitFor();
    });
  });

  test("finds a word of an attachment, downloads the file, and sees the words marked", async () => {
    await withPage("/", PLAIN, async (page) => {
      await page.getByRole("searchbox").fill("滨河路");
      await page.getByRole("button", { name: "搜索" }).click();
      await page.getByRole("heading", { name: "找到 1 条" }).waitFor();
      expect(await page.locator("mark").first().textContent()).toContain("滨河");
      await page.getByText(/附件《2026年城区小学划片范围.txt》/).waitFor();
      await page.getByRole("link", { name: /招生工作的通知/ }).click();
      await page.getByText("更正说明").first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "2026年城区小学划片范围.txt" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("2026年城区小学划片范围.txt");
    });
  });

  test("is told that a document was repealed, and that another was withdrawn", async () => {
    await withPage("/policies?validity=repealed", PLAIN, async (page) => {
      await page.getByRole("link", { name: /停车管理暂行规定/ }).click();
      await page.getByText("仅供查阅，不得作为依据").waitFor();
    });
    expect((await search("公共服务设施名单")).total).toBe(0);
    await withPage("/verify", PLAIN, async (page) => {
      await page.getByLabel(/散列值/).fill(withdrawn.indexNumber);
      await page.getByRole("button", { name: "核验", exact: true }).click();
      await page.getByRole("alert").getByText("已撤回").waitFor();
      await page.getByRole("link", { name: /公共服务设施名单/ }).click();
      await page.getByText("内容不再公开").waitFor();
      await page.getByText("尚未验收").waitFor();
    });
  });

  test("learns that a saved page is genuine, and that a changed one is not", async () => {
    await withPage(document, PLAIN, async (page) => {
      const saved = await page.content();
      await page.getByRole("link", { name: "核验真伪" }).click();
      await page.getByText("属实").waitFor();
      await page.getByText(/确由云溪县人民政府签名/).waitFor();
      for (const [buffer, answer] of [
        [saved, "逐字相同"],
        [saved.replace("前三十分钟免费", "前三小时免费"), "已被改动"],
      ] as const) {
        await page.getByLabel(/保存的网页/).setInputFiles({ name: "页面.html", mimeType: "text/html", buffer: Buffer.from(buffer) });
        await page.getByRole("button", { name: "核验文件" }).click();
        await page.getByText(answer).waitFor();
      }
    });
  });
});

test("by keyboard alone: past the header, into the search, to a result", async () => {
  await withPage("/", {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // 跳到主要内容
    await page.keyboard.press("Tab");
    await page.keyboard.type("食品安全");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^找到/ }).waitFor();
    await page.getByRole("link", { name: /食品安全监督抽检信息/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /食品安全监督抽检信息/ }).waitFor();
  });
});

// axe takes its time on a busy machine.
test("no page has an accessibility fault", { timeout: 300_000 }, async () => {
  await withPage("/", { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" }, async (page) => {
    for (const [name, path] of Object.entries(pages())) {
      await page.goto(server.address + path);
      await inspectPage(page, name);
    }
    // What is laid out another way on a phone.
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ["/", "/organs/yunxi/items", document]) {
      await page.goto(server.address + path);
      await inspectPage(page, `${path} on a phone`);
    }
  });
});

test("nothing is cut off or scrolls sideways, on a phone or at 200 %", { timeout: 120_000 }, async () => {
  await withPage("/", { viewport: { width: 320, height: 640 } }, async (page) => {
    for (const [name, path] of Object.entries(pages())) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(server.address + path);
      await inspectWidth(page, `${name} at 320 pixels`);
      await page.setViewportSize({ width: 640, height: 400 });
      await inspectWidth(page, `${name} at 640 pixels`);
    }
  });
});

test("a document prints without what is only for the screen", async () => {
  await withPage(document, PLAIN, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const shown of ["本文件现行有效", "真伪核验"]) expect(await page.getByText(shown).first().isVisible(), shown).toBe(true);
    for (const hidden of [page.getByRole("navigation", { name: "主要栏目" }), page.getByRole("link", { name: "长者版" })])
      expect(await hidden.isVisible()).toBe(false);
  });
});

test("pages are light and stand still while they load", { timeout: 120_000 }, async () => {
  for (const [name, path] of Object.entries({ home: "/", article: document, items: "/organs/yunxi/items" })) {
    await withPage(path, { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.waitForLoadState("networkidle");
      const [own, fonts, shift] = await page.evaluate(async () => {
        const loaded = [
          ...performance.getEntriesByType("navigation"),
          ...performance.getEntriesByType("resource"),
        ] as PerformanceResourceTiming[]; // of these two types
        const sizeOf = (entries: readonly PerformanceResourceTiming[]) =>
          entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
        const isFont = ({ name: address }: PerformanceResourceTiming) => /\.woff2$|fonts-/.test(address);
        const moved = await new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value; // a layout-shift entry
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 300);
        });
        return [sizeOf(loaded.filter((entry) => !isFont(entry))), sizeOf(loaded.filter(isFont)), moved] as const;
      });
      expect(own, `${name}: KiB`).toBeLessThan(MOST_KIB);
      expect(fonts, `${name}: KiB of fonts`).toBeLessThan(MOST_FONT_KIB);
      expect(shift, `${name}: layout shift`).toBeLessThan(MOST_SHIFT);
    });
  }
});
