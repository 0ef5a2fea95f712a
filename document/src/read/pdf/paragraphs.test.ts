import { describe, expect, test } from "vitest";
import { hexOf, text } from "./fixtures/pdf-sketch.ts";
import { paragraphsOf, readSketch } from "./fixtures/read-sketch.ts";

describe("running text", () => {
  const full = "甲".repeat(38);
  test("lines join to paragraphs; an indented line or one after a short line begins a new one", async () => {
    const doc = await readSketch(
      text(94, 740, full.slice(2)) +
        text(70, 720, full) +
        text(70, 700, "第一段完。") +
        text(94, 680, full.slice(2)) +
        text(70, 660, "第二段完。") +
        text(70, 640, "第三段没有缩进。"),
    );
    expect(paragraphsOf(doc)).toEqual([full.slice(2) + full + "第一段完。", full.slice(2) + "第二段完。", "第三段没有缩进。"]);
  });

  test("a paragraph runs on over the page break, past header and page number", async () => {
    const head = text(200, 810, "云溪县年度报告");
    const pages = [
      head + text(94, 740, full.slice(2)) + text(70, 720, full) + text(290, 30, "第 1 页"),
      head + text(70, 740, "接着写完。") + text(290, 30, "第 2 页"),
    ];
    const doc = await readSketch(pages.map((content) => ({ content })));
    expect(doc.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "pageBreak"]);
    expect(paragraphsOf(doc)).toEqual([full.slice(2) + full + "接着写完。"]);
  });

  test("a title of two lines in large type is one heading and the document's title", async () => {
    const doc = await readSketch(
      text(200, 780, "云溪县政务公开办公室", 22) +
        text(180, 750, "2023年度工作报告", 22) +
        text(94, 700, full.slice(2)) +
        text(70, 680, full) +
        text(70, 660, "完。"),
    );
    expect(doc.blocks[0]).toMatchObject({ kind: "heading", level: 1, text: "云溪县政务公开办公室2023年度工作报告" });
    expect(doc.title).toBe("云溪县政务公开办公室2023年度工作报告");
  });

  test("invisible text, as scanned pages carry it, is read", async () => {
    expect(paragraphsOf(await readSketch(`3 Tr ${text(72, 700, "扫描件的文字。")}`))).toEqual(["扫描件的文字。"]);
  });

  test("a slanting watermark is not", async () => {
    expect(
      paragraphsOf(
        await readSketch(text(72, 700, "正文在此。") + `BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <${hexOf("内部资料")}> Tj ET\n`),
      ),
    ).toEqual(["正文在此。"]);
  });

  test("text in the national encoding is read without a font in the file", async () => {
    const bytes = "d5fec8a8d0c5cfa2"; // 政权信息 in GBK
    expect(paragraphsOf(await readSketch(`BT /F 12 Tf 72 700 Td <${bytes}> Tj ET`, { encoding: "GBK-EUC-H" }))).toEqual(["政权信息"]);
  });

  test("figures of a font without character codes are reported as lost, never guessed", async () => {
    const doc = await readSketch(text(72, 700, "0123456789"), { encoding: "Identity-H" });
    expect(doc.text).not.toMatch(/\d/);
    expect(doc.notes.map(({ code }) => code)).toContain("lost-content");
  });

  test("a row of figures ends where it ends, and a remark below it is none of it", async () => {
    const doc = await readSketch(text(70, 740, "0 0 12 0 ".repeat(9).trim()) + text(70, 720, "注：数据截至年底。"));
    expect(paragraphsOf(doc)).toEqual(["0 0 12 0 ".repeat(9).trim(), "注：数据截至年底。"]);
  });
});
