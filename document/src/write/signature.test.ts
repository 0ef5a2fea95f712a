import { unzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
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
