import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { anApp } from "../testing.ts";
import { portalRoutes } from "./index.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "check-up/sample-report.html"), "utf8");
const readers = { read: readDocument, isReady: () => true, close: async () => {} };

async function anOpenPortal() {
  return anApp({ readers, slices: [portalRoutes] });
}

async function post(files: readonly File[], previous?: File) {
  const payload = new FormData();
  for (const file of files) payload.append("file", file, file.name);
  if (previous !== undefined) payload.append("previous", previous, previous.name);
  const app = await anOpenPortal();
  return app.inject({ method: "POST", url: "/check-up", payload, headers: { accept: "text/html" } });
}

describe("the page 年报体检", () => {
  test("works without script: it holds a form, and nothing inline that the content policy would stop", async () => {
    const app = await anOpenPortal();
    const page = (await app.inject("/check-up")).body;
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toMatch(/<form[^>]* method="post" action="\/check-up"/);
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle=|\son[a-z]+=/);
  });

  test("names its files by their content, so that they are fetched once and for all", async () => {
    const app = await anOpenPortal();
    const page = (await app.inject("/check-up")).body;
    const addresses = [...page.matchAll(/(?:href|src|data-sample)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(addresses).toHaveLength(4);
    for (const address of addresses) {
      const answer = await app.inject(address);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["cache-control"]).toContain("immutable");
      expect(address).toMatch(/-[0-9A-Z]{8}\.(js|css|html)$/);
    }
  });

  test("sends its script packed, and small", async () => {
    const app = await anOpenPortal();
    const script = /src="([^"]+)"/.exec((await app.inject("/check-up")).body)?.[1] ?? "";
    // What it imports is fetched with it; what it imports later, the editor and the rules, waits until after the first paint.
    const first = (await app.inject(script)).body;
    const imported = [...first.matchAll(/from\s*"\.\/([^"]+)"/gu)].map((match) => `/assets/${match[1]}`);
    expect(first).toMatch(/import\("\.\/desk-/u);
    let bytes = 0;
    for (const url of [script, ...imported]) {
      const answer = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
      expect(answer.headers["content-encoding"]).toBe("gzip");
      bytes += answer.rawPayload.length;
    }
    expect(bytes).toBeLessThan(60_000);
  });

  test("gives nothing away outside its folder", async () => {
    const app = await anOpenPortal();
    for (const url of ["/assets/..%2Fmanifest.json", "/assets/%2e%2e/manifest.json", "/assets/nothing.js"])
      expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe("the elder-friendly mode", () => {
  const isElder = (page: string) => page.includes('<html lang="zh-CN" class="elder">');

  test("is a link away, is remembered, and is left again, all without script", async () => {
    const app = await anOpenPortal();
    const plain = await app.inject("/check-up");
    expect(isElder(plain.body)).toBe(false);
    expect(plain.body).toContain('href="?view=elder"');
    const elder = await app.inject("/check-up?view=elder");
    expect(isElder(elder.body)).toBe(true);
    const [cookie = ""] = String(elder.headers["set-cookie"]).split(";");
    expect(isElder((await app.inject({ url: "/check-up", headers: { cookie } })).body)).toBe(true);
    const left = await app.inject({ url: "/check-up?view=standard", headers: { cookie } });
    expect(isElder(left.body)).toBe(false);
    expect(left.headers["set-cookie"]).toContain("Max-Age=0");
    expect(plain.headers["vary"]).toContain("cookie");
  });

  test("reaches the pages of results too", async () => {
    const payload = new FormData();
    payload.append("file", new File([SAMPLE], "样例.html"));
    const app = await anOpenPortal();
    const answer = await app.inject({ method: "POST", url: "/check-up", payload, headers: { cookie: "a=b; view=elder" } });
    expect(isElder(answer.body)).toBe(true);
  });
});

test.each(["2019", "2021"])(
  "how to fill in the form of %s is a page of its own, with the article of every row that has one",
  async (edition) => {
    const app = await anOpenPortal();
    const page = (await app.inject(`/check-up/help?edition=${edition}`)).body;
    for (const words of [`（${edition} 年版）`, "5.属于三类内部事务信息（第十六条第一款）", "常见错误：", "通行做法："])
      expect(page).toContain(words);
    expect(page.includes("政府集中采购")).toBe(edition === "2019");
  },
);

describe("the form without script", () => {
  test("answers with the form's tables, and each finding links to its cell", async () => {
    const answer = await post([new File([SAMPLE], "样例.html")]);
    expect(answer.statusCode).toBe(200);
    const target = /<a class="finding__face" href="#([^"]+)"/.exec(answer.body)?.[1] ?? "";
    expect(answer.body).toContain(`id="${target}"`);
    expect(answer.body).toContain("三、收到和处理政府信息公开申请情况");
    expect(answer.body).toContain("21，有2条错误");
  });

  test("names each file that could not be read beside those that could", async () => {
    const answer = await post([new File([SAMPLE], "好.html"), new File([""], "空.docx")]);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatch(/失败<\/span><span class="file-item__name">空\.docx/);
  });

  test("says what to do when no file was chosen", async () => {
    const answer = await post([], new File([SAMPLE], "上年.html"));
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain("没有收到文件");
  });

  test("does not guess to which of several reports last year's belongs", async () => {
    const answer = await post([new File([SAMPLE], "甲.html"), new File([SAMPLE], "乙.html")], new File([SAMPLE], "上年.html"));
    expect(answer.body).toContain("上年报告只在核对一份报告时使用");
    expect(answer.body).not.toContain("规则 Y-1");
  });

  test("shows a file's name as text, whatever stands in it", async () => {
    const answer = await post([new File([SAMPLE], "<img src=x onerror=alert(1)>.html")]);
    expect(answer.body).not.toContain("<img src=x");
  });
});
