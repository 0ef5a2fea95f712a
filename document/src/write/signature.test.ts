import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
import { interpretPage } from "../read/pdf/interpret-page.ts";
import { matrixFrom } from "../read/pdf/matrix.ts";
import { loadPdfJs, openPdf } from "../read/pdf/open-pdf.ts";
import { writeDocx } from "./docx.ts";
import { writeHtml } from "./html.ts";
import { writePdf } from "./pdf.ts";

function aLetter() {
  const builder = createDocBuilder("docx");
  builder.paragraph("申请人甲：", { align: "left" });
  builder.paragraph("正文。");
  builder.paragraph("某机关\n2026年3月2日", { align: "right" });
  builder.table([[{ text: "签名", header: true }, { text: "" }]], { look: "form" });
  return builder.build("函");
}

test("a letter keeps its signature with the last words, its addressee flush, and room to write in its form", async () => {
  const body = strFromU8(unzipSync(await writeDocx(aLetter()))["word/document.xml"] ?? new Uint8Array());
  expect(body).toContain('<w:pStyle w:val="FlushText"/></w:pPr>');
  expect(body).toContain('<w:pStyle w:val="BodyText"/><w:keepNext/>');
  expect(body).toContain('<w:pStyle w:val="FormText"/>');
  expect(body).toContain('<w:trHeight w:val="640"');
  const html = writeHtml(aLetter());
  expect(html).toContain('<p class="left">申请人甲：</p>');
  expect(html).toContain('<table class="form">');
  expect((await writePdf(aLetter(), { createdAt: 0 })).length).toBeGreaterThan(1000);
});

/** What stands on each page, as it is drawn: our reader would join a paragraph that goes over a page's end. */
async function textsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const pdfjs = await loadPdfJs();
  const task = openPdf(pdfjs, pdf, () => {});
  const opened = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number);
    const list = await page.getOperatorList({ annotationMode: 0 });
    const seen = matrixFrom(page.getViewport({ scale: 1 }).transform);
    const { runs } = interpretPage(list, pdfjs.OPS, seen, (id) => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined), false);
    texts.push(runs.map(({ text }) => text).join(""));
  }
  await task.destroy();
  return texts;
}

describe("on whatever line a page ends", () => {
  const LAST_WORDS = "联系方式";
  function aLetterOf(lines: number, form: boolean) {
    const builder = createDocBuilder("docx");
    for (let line = 1; line <= lines; line++) builder.paragraph(`第${line}段。`);
    if (form) builder.table([[{ text: LAST_WORDS, header: true }, { text: "" }]], { look: "form" });
    else builder.paragraph(LAST_WORDS);
    builder.paragraph("某机关（印章）\n2026年3月2日", { align: "right" });
    builder.paragraph("核验码：K7Q2-M9TX", { align: "left" });
    return builder.build("函");
  }

  test.each([
    { what: "its last words", form: false },
    { what: "the form before it", form: true },
  ])("signature, date and what stands beneath are on one page with $what", async ({ form }) => {
    const pages = new Set<number>();
    for (let lines = 15; lines <= 23; lines++) {
      const texts = await textsOf(await writePdf(aLetterOf(lines, form), { createdAt: 0 }));
      const pageOf = (words: string) => texts.findIndex((text) => text.includes(words)) + 1;
      const page = pageOf(LAST_WORDS);
      expect([pageOf("某机关"), pageOf("2026年3月2日"), pageOf("核验码")], `${lines} lines`).toEqual([page, page, page]);
      pages.add(page);
    }
    expect(pages).toEqual(new Set([1, 2]));
  });

  test.each([true, false])("a Word file asks for the same, after a form: %s", async (form) => {
    const body = strFromU8(unzipSync(await writeDocx(aLetterOf(1, form)))["word/document.xml"] ?? new Uint8Array());
    const kept = [...body.matchAll(/<w:p>.*?<\/w:p>/gu)].map(([paragraph]) => paragraph.includes("<w:keepNext/>"));
    // A table's last row has two cells here, and after it stands the empty paragraph that Word wants.
    expect(kept).toEqual([false, ...(form ? [true, true, true] : [true]), true, false]);
  });
});
