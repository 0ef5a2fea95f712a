import { describe, expect, test } from "vitest";
import { zipParts } from "./fixtures/docx-package.ts";
import { openOfficePackage } from "./office-package.ts";
import { readXlsx } from "./xlsx.ts";
import { docxPackage, p } from "./fixtures/docx-package.ts";

/** An old compound file holding a stream of this name. */
const compound = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(stream, "utf16le"), 0, 0]);

const answer = (bytes: Uint8Array): [string, string] => {
  const result = openOfficePackage(bytes);
  return result.ok ? [result.kind, result.main] : [result.refusal, result.message];
};

describe("openOfficePackage", () => {
  test.each([
    { what: "an encrypted document", bytes: compound("EncryptedPackage"), refusal: "encrypted", says: "密码" },
    { what: "an old Word document", bytes: compound("WordDocument"), refusal: "unsupported", says: "docx" },
    { what: "an old workbook", bytes: compound("Workbook"), refusal: "unsupported", says: "xlsx" },
    { what: "any other old file", bytes: compound("PowerPoint"), refusal: "unsupported", says: "旧版" },
    { what: "a plain archive", bytes: zipParts({ "年报.txt": "正文" }), refusal: "unsupported", says: "压缩包" },
    {
      what: "an OpenDocument text",
      bytes: zipParts({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
      refusal: "unsupported",
      says: "OpenDocument",
    },
    { what: "text with an Office name", bytes: new TextEncoder().encode("只是文字"), refusal: "mislabelled", says: "扩展名" },
    { what: "nothing", bytes: new Uint8Array(), refusal: "empty", says: "空" },
  ])("tells what to do about $what", ({ bytes, refusal, says }) => {
    const [code, message] = answer(bytes);
    expect(code).toBe(refusal);
    expect(message).toContain(says);
  });

  test("finds the main part where the package says it is", () => {
    const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const bytes = zipParts({
      "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/story/main.xml"/></Relationships>`,
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/story/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      "story/main.xml": "<a/>",
    });
    expect(answer(bytes)).toEqual(["docx", "story/main.xml"]);
  });

  test("a Word document handed in as a workbook is named for what it is", () => {
    const result = readXlsx(docxPackage(p("正文")));
    expect(!result.ok && [result.refusal, result.message.includes("Word")]).toEqual(["mislabelled", true]);
  });
});
