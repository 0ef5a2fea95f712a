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
  test("is where the front door leads", async () => {
    const app = await anOpenPortal();
    expect((await app.inject("/")).headers.location).toBe("/check-up");
  });

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
    const answer = await app.inject({ url: script, headers: { "accept-encoding": "gzip" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(answer.rawPayload.length).toBeLessThan(40_000);
  });

  test("gives nothing away outside its folder", async () => {
    const app = await anOpenPortal();
    for (const url of ["/assets/..%2Fmanifest.json", "/assets/%2e%2e/manifest.json", "/assets/nothing.js"])
      expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  });
});

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
