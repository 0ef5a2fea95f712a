import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { docxPackage, p, tbl, tc, tr } from "./fixtures/docx-package.ts";
import { docOf, sketch } from "./fixtures/docx-sketch.ts";
import { readDocx } from "./docx.ts";

const read = (body: string, parts?: Parameters<typeof docxPackage>[1]) => docOf(readDocx(docxPackage(body, parts)));
const codes = (body: string) => read(body).notes.map(({ code }) => code);

describe("text", () => {
  test("keeps paragraphs in order and drops empty ones", () => {
    expect(sketch(read(p("一、总体情况") + p("  ") + p("全年主动公开信息 12 条。")))).toEqual(["一、总体情况", "全年主动公开信息 12 条。"]);
  });

  test("joins runs, and reads tabs, line breaks, hyphens, symbols and entities", () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="20"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r><w:r><w:t>&amp;乙&#20009;</w:t><w:tab/><w:t>2</w:t>
      <w:noBreakHyphen/><w:softHyphen/><w:t>3</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="宋体" w:char="221A"/></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["甲&乙丩\t2-3\n✓√"]);
  });

  test("cuts a paragraph at a page break, not where Word last happened to turn the page", () => {
    const body = `<w:p><w:r><w:t>前</w:t><w:lastRenderedPageBreak/><w:t>页</w:t><w:br w:type="page"/><w:t>后页</w:t></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["前页", "---", "后页"]);
  });

  test("reads field results but not their instructions", () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p>${field("begin")}<w:r><w:instrText>PAGE</w:instrText><w:t>不显示</w:t></w:r>${field("separate")}<w:r><w:t>7</w:t></w:r>${field("end")}<w:r><w:t>页</w:t></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["7页"]);
  });

  test("reads content controls, links and smart tags", () => {
    const body = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${p("控件")}</w:sdtContent></w:sdt><w:p><w:hyperlink><w:smartTag><w:r><w:t>链接</w:t></w:r></w:smartTag></w:hyperlink></w:p>`;
    expect(sketch(read(body))).toEqual(["控件", "链接"]);
  });

  test("reads a text box once, after the paragraph it is anchored to", () => {
    const box = `<w:txbxContent>${p("框内")}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>锚</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["锚", "框内"]);
  });

  test.each(["http://purl.oclc.org/ooxml/wordprocessingml/main"])("reads the strict form (%s)", (namespace) => {
    expect(sketch(read(p("严格格式"), { namespace }))).toEqual(["严格格式"]);
  });

  test("reads elements whatever prefix they bear", () => {
    const document = `<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><d:body><d:p><d:r><d:t>别的前缀</d:t></d:r></d:p></d:body></d:document>`;
    expect(sketch(read("", { parts: { "word/document.xml": document } }))).toEqual(["别的前缀"]);
  });

  test("keeps the empty cells of a row set with tabs, and no indentation", () => {
    expect(sketch(read(p("\t\t3\t0\t\t1\t") + p("\t一、总体情况\t")))).toEqual(["\t\t3\t0\t\t1\t", "一、总体情况"]);
  });

  test("leaves out generated lines of contents", () => {
    const styles = `<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>`;
    expect(sketch(read(p("一、总体情况\t1", `<w:pStyle w:val="T1"/>`) + p("一、总体情况"), { styles }))).toEqual(["一、总体情况"]);
  });
});

describe("headings", () => {
  const styles =
    `<w:style w:styleId="a"><w:name w:val="标题 2"/></w:style><w:style w:styleId="b"><w:name w:val="正式"/><w:basedOn w:val="c"/></w:style>` +
    `<w:style w:styleId="c"><w:name w:val="own"/><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style>`;
  const styled = (style: string, more = "") => `<w:pStyle w:val="${style}"/>${more}`;

  test("come from style names, inherited outline levels and the paragraph itself", () => {
    const body =
      p("名称", styled("a")) +
      p("继承", styled("b")) +
      p("自身", `<w:outlineLvl w:val="2"/>`) +
      p("正文", styled("a", `<w:outlineLvl w:val="9"/>`));
    expect(sketch(read(body, { styles }))).toEqual(["2# 名称", "1# 继承", "3# 自身", "正文"]);
  });

  test("a paragraph in title style names the document", () => {
    const doc = read(p("云溪县政务公开办公室年度报告", styled("t")), { styles });
    expect(doc.title).toBe("云溪县政务公开办公室年度报告");
    expect(sketch(doc)).toEqual(["1# 云溪县政务公开办公室年度报告"]);
  });

  test.each([
    { what: "a first heading", body: p("云溪县年度报告", `<w:outlineLvl w:val="0"/>`) + p("正文"), title: "云溪县年度报告" },
    { what: "a section heading", body: p("一、总体情况", `<w:outlineLvl w:val="0"/>`), title: null },
    { what: "a heading further down", body: p("正文") + p("附件", `<w:outlineLvl w:val="0"/>`), title: null },
  ])("$what gives the title $title", ({ body, title }) => {
    expect(read(body).title).toBe(title);
  });

  test("the format a tracked change left behind does not count", () => {
    expect(sketch(read(p("正文", `<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`)))).toEqual(["正文"]);
  });
});

describe("tables", () => {
  test("give merged cells as spans, columns counted on the grid", () => {
    const doc = read(
      tbl(
        tr(tc("甲", `<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`), tc("乙", `<w:vMerge w:val="restart"/>`), tc("丙")),
        tr(tc("", `<w:gridSpan w:val="2"/><w:vMerge/>`), tc("", `<w:vMerge w:val="continue"/>`), tc("丁")),
        tr(tc("1"), tc("2"), tc("3"), tc("4")),
      ),
    );
    expect(sketch(doc)).toEqual([[["甲↔2↕2", "乙↕2", "丙"], ["丁"], ["1", "2", "3", "4"]]]);
    const [table] = doc.blocks;
    expect(table?.kind === "table" && [table.columns, table.rows[1]?.cells[0]?.column]).toEqual([4, 3]);
  });

  test("know old horizontal merges, rows that begin late and header rows", () => {
    const doc = read(
      tbl(
        `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc("头", `<w:hMerge w:val="restart"/>`)}${tc("", "<w:hMerge/>")}${tc("尾")}</w:tr>`,
        `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc("右")}</w:tr>`,
      ),
    );
    expect(sketch(doc)).toEqual([[["头↔2", "尾"], ["右"]]]);
    const [table] = doc.blocks;
    expect(table?.kind === "table" && table.rows.map(({ cells }) => [cells[0]?.column, cells[0]?.header])).toEqual([
      [0, true],
      [2, false],
    ]);
  });

  test("a merge that continues nothing is a cell of its own", () => {
    expect(sketch(read(tbl(tr(tc("1", "<w:vMerge/>"), tc("2")), tr(tc("3"), tc("4")))))).toEqual([
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ]);
  });

  test("cells join paragraphs by line breaks and lose only outer blanks", () => {
    expect(sketch(read(tbl(tr(tc(p("　商业") + p("企 业 ")), tc("")), tr(tc("1"), tc("2")))))).toEqual([
      [
        ["商业\n企 业", ""],
        ["1", "2"],
      ],
    ]);
  });

  const inner = tbl(tr(tc("项目"), tc("数量")), tr(tc("规章"), tc("0")));

  test("a table inside a layout table becomes a block of its own, with what stands around it", () => {
    expect(sketch(read(tbl(tr(tc(p("二、公开情况") + inner + p("完"))))))).toEqual([
      "二、公开情况",
      [
        ["项目", "数量"],
        ["规章", "0"],
      ],
      "完",
    ]);
    expect(sketch(read(tbl(tr(tc("标题")), tr(tc(inner)), tr(tc("落款")))))).toEqual([
      "标题",
      [
        ["项目", "数量"],
        ["规章", "0"],
      ],
      "落款",
    ]);
    expect(sketch(read(tbl(tr(tc("侧栏"), tc(tbl(tr(tc(inner))))))))).toEqual([
      "侧栏",
      [
        ["项目", "数量"],
        ["规章", "0"],
      ],
    ]);
  });

  test("a small table inside a cell of data stays text of that cell", () => {
    expect(sketch(read(tbl(tr(tc(tbl(tr(tc("1"), tc("件")))), tc("2")), tr(tc("3"), tc("4")))))).toEqual([
      [
        ["1 件", "2"],
        ["3", "4"],
      ],
    ]);
  });

  test("a frame around prose is opened, a short boxed word stays a table", () => {
    const prose = "本年度持续推进政务公开工作。".repeat(40);
    expect(sketch(read(tbl(tr(tc(p("一、总体情况") + p(prose))))))).toEqual(["一、总体情况", prose]);
    expect(sketch(read(tbl(tr(tc("样张")))))).toEqual([[["样张"]]]);
  });
});

describe("automatic numbers", () => {
  const level = (index: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const list = (...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="5">${levels.join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>` +
    `<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>`;
  const item = (text: string, index = 0, numId = 1) => p(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${numId}"/></w:numPr>`);

  test.each([
    { format: "chineseCounting", text: "%1、", first: "一、甲", eleventh: "十一、甲" },
    { format: "chineseCountingThousand", text: "（%1）", first: "（一）甲", eleventh: "（十一）甲" },
    { format: "japaneseCounting", text: "%1、", first: "一、甲", eleventh: "十一、甲" },
    { format: "ideographDigital", text: "%1、", first: "一、甲", eleventh: "一一、甲" },
    { format: "decimal", text: "%1.", first: "1.甲", eleventh: "11.甲" },
    { format: "decimal", text: "%1", first: "1 甲", eleventh: "11 甲" },
    { format: "upperRoman", text: "%1.", first: "I.甲", eleventh: "XI.甲" },
    { format: "lowerLetter", text: "%1)", first: "a)甲", eleventh: "k)甲" },
    { format: "decimalEnclosedCircle", text: "%1", first: "①甲", eleventh: "⑪甲" },
    { format: "bullet", text: "", first: "甲", eleventh: "甲" },
  ])("$format as “$text” gives “$first”", ({ format, text, first, eleventh }) => {
    const lines = sketch(read(item("甲").repeat(11), { numbering: list(level(0, format, text)) }));
    expect([lines[0], lines[10]]).toEqual([first, eleventh]);
  });

  test("count on across paragraphs and tables, restart below a new higher item, and obey a new start", () => {
    const numbering = list(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"));
    const body =
      item("甲") + item("乙", 1) + tbl(tr(tc(item("丙", 1)), tc("0"))) + item("丁") + item("戊", 1) + item("己", 0, 2) + item("庚", 0, 0);
    expect(sketch(read(body, { numbering }))).toEqual(["一、甲", "1.1 乙", [["1.2 丙", "0"]], "二、丁", "2.1 戊", "三、己", "庚"]);
  });

  test("come from the style too", () => {
    const numbering = list(level(0, "chineseCounting", "%1、", `<w:pStyle w:val="h"/>`));
    const styles = `<w:style w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    expect(sketch(read(p("总体情况", `<w:pStyle w:val="h"/>`).repeat(2), { numbering, styles }))).toEqual([
      "1# 一、总体情况",
      "1# 二、总体情况",
    ]);
  });
});

describe("what is not to be seen", () => {
  test("deleted text is left out, inserted text read, and a note says so", () => {
    const body = `<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>3</w:delText><w:t>3</w:t></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["共5件"]);
    expect(codes(body)).toEqual(["tracked-changes"]);
  });

  test("a deleted paragraph mark joins two paragraphs, a deleted row goes", () => {
    const body =
      p("上半", "<w:rPr><w:del/></w:rPr>") +
      p("下半") +
      tbl(`<w:tr><w:trPr><w:del/></w:trPr>${tc("旧")}${tc("1")}</w:tr>`, tr(tc("新"), tc("2")));
    expect(sketch(read(body))).toEqual(["上半下半", [["新", "2"]]]);
  });

  test("text is kept when nothing follows its deleted paragraph mark", () => {
    const cut = (text: string) => p(text, "<w:rPr><w:del/></w:rPr>");
    expect(sketch(read(cut("表前") + tbl(tr(tc(cut("格")), tc("1"))) + cut("文末")))).toEqual(["表前", [["格", "1"]], "文末"]);
  });

  test("hidden text is left out with a note", () => {
    const body = `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>`;
    expect(sketch(read(body))).toEqual(["显"]);
    expect(codes(body)).toEqual(["hidden-content"]);
  });

  test("what is struck out holds no more, and is left out with a note", () => {
    const struck = (on: string) => `<w:p><w:r><w:rPr><w:strike w:val="${on}"/></w:rPr><w:t>99</w:t></w:r><w:r><w:t>66</w:t></w:r></w:p>`;
    expect(sketch(read(struck("1")))).toEqual(["66"]);
    expect(codes(struck("1"))).toEqual(["hidden-content"]);
    expect(sketch(read(struck("0")))).toEqual(["9966"]);
  });

  test("the number of a note is no part of the figure before it", () => {
    const raised = `<w:p><w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r><w:r><w:t>4</w:t></w:r></w:p>`;
    expect(sketch(read(raised))).toEqual(["12³4"]);
  });

  test("a document of pictures only says so, and pictures without a table are pointed out", () => {
    const picture = `<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`;
    expect(codes(picture)).toEqual(["picture-only"]);
    expect(codes(picture + p("正文"))).toEqual(["lost-content"]);
    expect(codes(picture + tbl(tr(tc("1"), tc("2"))))).toEqual([]);
  });
});

describe("hostile and broken files", () => {
  const refusalOf = (bytes: Uint8Array) => {
    const result = readDocx(bytes);
    return result.ok ? "read" : result.refusal;
  };

  test("an entity bomb is refused, nothing expanded", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>`;
    expect(refusalOf(docxPackage("", { parts: { "word/document.xml": bomb } }))).toBe("damaged");
  });

  test("XML that is cut off or crossed is refused", () => {
    expect(refusalOf(docxPackage("", { parts: { "word/document.xml": "<w:document><w:body><w:p>" } }))).toBe("damaged");
    expect(refusalOf(docxPackage("<w:p><w:r></w:p></w:r>"))).toBe("damaged");
    expect(refusalOf(docxPackage("<w:p w:x='1"))).toBe("damaged");
  });

  test("tables nested, and elements nested, beyond reason are refused", () => {
    expect(refusalOf(docxPackage("<w:tbl><w:tr><w:tc>".repeat(25) + "</w:tc></w:tr></w:tbl>".repeat(25)))).toBe("too-large");
    expect(refusalOf(docxPackage("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000)))).toBe("damaged");
  });

  test("a table of 100,000 cells is read whole", () => {
    const row = tr(...Array.from({ length: 10 }, (_, index) => tc(String(index))));
    const [table] = read(tbl(row.repeat(10_000))).blocks;
    expect(table?.kind === "table" && table.rows.length).toBe(10_000);
  });

  test("damaged styles or numbering cost only what they say", () => {
    expect(
      sketch(read(p("正文", `<w:pStyle w:val="1"/>`), { parts: { "word/styles.xml": "<w:styles><", "word/numbering.xml": "" } })),
    ).toEqual(["正文"]);
  });
});

const SAMPLE = new URL("../../../../shared/samples/official-form-2021.docx", import.meta.url);
// oxlint-disable-next-line no-console -- whoever runs the tests is told why these are missing
if (!existsSync(SAMPLE)) console.info("../shared/samples is not here: the official form in Word is not tested");

describe.runIf(existsSync(SAMPLE))("the official form of 2021", () => {
  test("has its three tables with the printed grids", () => {
    const tables = docOf(readDocx(readFileSync(SAMPLE))).blocks.filter(({ kind }) => kind === "table");
    expect(tables.map((table) => table.kind === "table" && [table.columns, table.rows.length])).toEqual([
      [4, 14],
      [10, 28],
      [15, 4],
    ]);
    const third = tables[1];
    const row = third?.kind === "table" ? third.rows[5]?.cells : undefined;
    expect(row?.slice(0, 2).map(({ columnSpan, rowSpan }) => [columnSpan, rowSpan])).toEqual([
      [1, 22],
      [2, 1],
    ]);
    expect(row).toHaveLength(9);
  });
});
