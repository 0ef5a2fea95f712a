import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
import { scanXml } from "../read/scan-xml.ts";
import { writeDocx } from "./docx.ts";

async function partsOf(): Promise<Record<string, string>> {
  const builder = createDocBuilder("docx");
  const label = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan, header: true });
  builder.heading(1, "云溪县政务公开办公室\n2024年报告");
  builder.paragraph("2025年1月20日", { align: "center" });
  builder.heading(2, "一、办理情况");
  builder.heading(3, "（一）概况");
  builder.paragraph("全年收到申请12件 & <无>。");
  builder.table([
    [label("项目", 2), label("数量")],
    [label("结果", 1, 2), label("公开"), { text: "8" }],
    [label("不公开"), { text: "" }],
  ]);
  builder.table([[label("只有一行"), { text: "1" }]]);
  const files = unzipSync(await writeDocx(builder.build("云溪县政务公开办公室2024年报告", "zh-CN")));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("a Word file", () => {
  test("has well-formed parts, each with a content type, and every relationship leads to a part", async () => {
    const parts = await partsOf();
    const types = parts["[Content_Types].xml"] ?? "";
    for (const [name, xml] of Object.entries(parts)) {
      expect(
        scanXml(xml, {}, () => undefined),
        name,
      ).toBe("done");
      if (!name.endsWith(".rels") && name !== "[Content_Types].xml") expect(types, name).toContain(`PartName="/${name}"`);
    }
    for (const [folder, rels] of [
      ["", parts["_rels/.rels"]],
      ["word/", parts["word/_rels/document.xml.rels"]],
    ] as const) {
      const targets = [...(rels ?? "").matchAll(/ Id="(\w+)"[^>]*Target="([^"]+)"/gu)];
      expect(targets.length).toBeGreaterThan(2);
      expect(new Set(targets.map(([, id]) => id)).size).toBe(targets.length);
      for (const [, , target] of targets) expect(parts).toHaveProperty([`${folder}${target}`]);
    }
    for (const [, id] of (parts["word/document.xml"] ?? "").matchAll(/r:id="(\w+)"/gu))
      expect(parts["word/_rels/document.xml.rels"]).toContain(`Id="${id}"`);
  });

  test("uses only styles it defines, and typefaces it lists with another name", async () => {
    const parts = await partsOf();
    for (const [, style] of (parts["word/document.xml"] ?? "").matchAll(/w:(?:p|tbl)Style w:val="(\w+)"/gu))
      expect(parts["word/styles.xml"]).toContain(`w:styleId="${style}"`);
    for (const face of ["方正小标宋简体", "黑体", "楷体", "仿宋", "宋体"]) {
      expect(parts["word/styles.xml"]).toContain(`w:eastAsia="${face}"`);
      expect(parts["word/fontTable.xml"]).toMatch(new RegExp(`w:name="${face}"><w:altName w:val="[A-Z]`, "u"));
    }
  });

  test("says its title and language, repeats head rows, and fills the text width with every row", async () => {
    const { "docProps/core.xml": core = "", "word/document.xml": body = "", "word/settings.xml": settings } = await partsOf();
    expect(core).toContain("<dc:title>云溪县政务公开办公室2024年报告</dc:title><dc:language>zh-CN</dc:language>");
    expect(settings).toContain("<w:evenAndOddHeaders/>");
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(body).toContain('<w:tblCaption w:val="（一）概况"/>');
    for (const [row] of body.matchAll(/<w:tr>.*?<\/w:tr>/gu)) {
      expect([...row.matchAll(/<w:tcW w:w="(\d+)"/gu)].reduce((sum, [, width]) => sum + Number(width), 0)).toBe(8844);
    }
  });

  test("keeps tables apart that follow each other, and the end of the page after the last one", async () => {
    const body = (await partsOf())["word/document.xml"] ?? "";
    expect(body).not.toMatch(/<\/w:tbl>(?:<w:tbl>|<w:sectPr>)/u);
  });
});
