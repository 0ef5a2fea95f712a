import { describe, expect, test } from "vitest";
import { lattice, line, row, sketchPdf, text } from "./fixtures/pdf-sketch.ts";
import { paragraphsOf, readSketch as read, sketchOf, tablesOf } from "./fixtures/read-sketch.ts";
import { readPdf } from "./read-pdf.ts";

describe("tables with ruling lines", () => {
  const xs = [70, 170, 270, 370],
    ys = [700, 680, 660, 640];
  const words = row(xs, 685, ["项目", "上年", "本年"]) + row(xs, 665, ["受理", "12", "345"]) + row(xs, 645, ["办结", "0", "67"]);
  const plain = [
    ["项目", "上年", "本年"],
    ["受理", "12", "345"],
    ["办结", "0", "67"],
  ];

  test.each([
    { drawn: "strokes", lines: lattice(xs, ys) },
    {
      drawn: "thin filled boxes",
      lines: ys.map((y) => `70 ${y} 300 0.5 re f\n`).join("") + xs.map((x) => `${x} 640 0.5 60 re f\n`).join(""),
    },
    {
      drawn: "a frame around every cell",
      lines: ys
        .slice(1)
        .map((y) =>
          xs
            .slice(0, -1)
            .map((x) => `${x} ${y} 100 20 re S\n`)
            .join(""),
        )
        .join(""),
    },
    {
      drawn: "pieces within a scaled space",
      lines: `q 0.5 0 0 0.5 0 0 cm ${lattice(
        xs.map((x) => 2 * x),
        ys.map((y) => 2 * y),
      )} Q\n`,
    },
    {
      drawn: "double lines",
      lines:
        lattice(xs, ys) +
        lattice(
          xs.map((x) => x + 1.5),
          ys.map((y) => y + 1.5),
        ),
    },
  ])("are found when the lines are $drawn", async ({ lines }) => {
    const doc = await read(lines + words);
    expect(tablesOf(doc)).toHaveLength(1);
    expect(sketchOf(tablesOf(doc)[0])).toEqual(plain);
    expect(paragraphsOf(doc)).toEqual([]);
  });

  test("lines of a clipping path are no lines", async () => {
    const clips = ys
      .slice(1)
      .map((y) =>
        xs
          .slice(0, -1)
          .map((x) => `q ${x} ${y} 100 20 re W n Q\n`)
          .join(""),
      )
      .join("");
    expect(
      sketchOf(tablesOf(await read(lattice(xs.slice(0, 1).concat(370), [700, 640]) + clips + line(170, 700, 170, 640) + words))[0]),
    ).toEqual([["项目\n受理\n办结", "上年 本年\n12 345\n0 67"]]);
  });

  test("a missing inner line makes a span, and open sides still close the table", async () => {
    const lines =
      [700, 680, 660, 640].map((y) => line(y === 680 ? 170 : 70, y, 370, y)).join("") + line(170, 700, 170, 640) + line(270, 680, 270, 640);
    const table = tablesOf(
      await read(
        lines +
          row(xs, 675, ["项目"]) +
          row(xs, 685, ["", "申请人情况"]) +
          row(xs, 665, ["", "自然人", "总计"]) +
          row(xs, 645, ["新收", "3", "8"]),
      ),
    )[0];
    expect(sketchOf(table)).toEqual([
      ["项目 1x2", "申请人情况 2x1"],
      ["自然人", "总计"],
      ["新收", "3", "8"],
    ]);
    expect(table?.rows[0]?.cells.map(({ header }) => header)).toEqual([true, true]);
  });

  test("a figure and its label at different heights stay in one row, each in its cell", async () => {
    const doc = await read(
      lattice(xs, [700, 660, 620]) + row(xs, 685, ["受理"]) + row(xs, 672, ["", "12", "345"]) + row(xs, 640, ["办结", "0", "67"]),
    );
    expect(sketchOf(tablesOf(doc)[0])).toEqual([
      ["受理", "12", "345"],
      ["办结", "0", "67"],
    ]);
  });

  test("figures of one number drawn one by one come together, and distant ones stay apart", async () => {
    const figures = ["4", "4", "7"].map((figure, index) => text(175 + 6.8 * index, 685, figure)).join("");
    const doc = await read(
      lattice(xs, [700, 680, 660]) +
        row(xs, 685, ["许可"]) +
        figures +
        text(275, 685, "12") +
        text(305, 685, "34") +
        row(xs, 665, ["处罚", "1", "2"]),
    );
    expect(sketchOf(tablesOf(doc)[0])).toEqual([
      ["许可", "447", "12 34"],
      ["处罚", "1", "2"],
    ]);
  });

  test("text drawn twice for a bold look counts once", async () => {
    const doc = await read(lattice(xs, ys) + words + words.replaceAll(/1 0 0 1 (\d+) /g, (_, x: string) => `1 0 0 1 ${Number(x) + 0.3} `));
    expect(sketchOf(tablesOf(doc)[0])).toEqual(plain);
  });

  test("each cell knows its page and box", async () => {
    const cell = tablesOf(await read([{ content: text(72, 700, "前言。") }, { content: lattice(xs, ys) + words }]))[0]?.rows[1]?.cells[2];
    expect(cell?.text).toBe("345");
    expect(cell?.at.page).toBe(2);
    expect(cell?.at.box).toEqual({ x: 270, y: 162, width: 100, height: 20 });
  });

  test("a page turned by its rotation, or by turned text, reads upright", async () => {
    const rotated = await read([
      {
        content: `0 1 -1 0 595 0 cm\n${lattice(xs, [500, 480, 460, 440])}${row(xs, 485, ["项目", "上年", "本年"])}${row(xs, 465, ["受理", "12", "345"])}${row(xs, 445, ["办结", "0", "67"])}`,
        rotate: 90,
      },
    ]);
    expect(sketchOf(tablesOf(rotated)[0])).toEqual(plain);
    const unturned = await read([
      {
        content: `0 1 -1 0 595 0 cm\n${lattice(xs, [500, 480, 460, 440])}${row(xs, 485, ["项目", "上年", "本年"])}${row(xs, 465, ["受理", "12", "345"])}${row(xs, 445, ["办结", "0", "67"])}`,
      },
    ]);
    expect(sketchOf(tablesOf(unturned)[0])).toEqual(plain);
  });
});

describe("tables over a page break", () => {
  const xs = [70, 130, 270, 370];
  const first =
    line(70, 120, 370, 120) +
    line(70, 140, 370, 140) +
    line(130, 100, 370, 100) +
    line(70, 80, 370, 80) +
    xs.map((x) => line(x, 80, x, 140)).join("");
  const upper =
    text(72, 800, "一、总体情况") +
    first +
    row(xs, 125, ["", "项目", "件数"]) +
    row(xs, 105, ["结果", "一项", "11"]) +
    row(xs, 85, ["", "二项", "12"]) +
    text(290, 40, "- 1 -");
  const second =
    [780, 760, 740].map((y) => line(y === 760 ? 130 : 70, y, 370, y)).join("") +
    line(70, 720, 370, 720) +
    xs.map((x) => line(x, 720, x, 780)).join("");
  const lower =
    second +
    row(xs, 765, ["", "三项", "13"]) +
    row(xs, 745, ["", "四项", "14"]) +
    row(xs, 725, ["合计", "", "50"]) +
    text(290, 40, "- 2 -");

  test("become one, page numbers left out and the group label going on", async () => {
    const doc = await read([{ content: upper }, { content: lower }]);
    expect(tablesOf(doc)).toHaveLength(1);
    expect(sketchOf(tablesOf(doc)[0])).toEqual([
      ["", "项目", "件数"],
      ["结果 1x4", "一项", "11"],
      ["二项", "12"],
      ["三项", "13"],
      ["四项", "14"],
      ["合计", "", "50"],
    ]);
    expect(doc.text).not.toContain("- 1 -");
    expect(doc.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "pageBreak"]);
  });

  test("stay two when text stands between them", async () => {
    const doc = await read([{ content: upper }, { content: text(72, 800, "二、其他情况") + lower }]);
    expect(tablesOf(doc)).toHaveLength(2);
  });

  test("stay two when their columns differ", async () => {
    const other = lattice([70, 200, 290, 340, 370], [780, 760]) + row([70, 200, 290, 340], 765, ["甲", "1", "2", "3"]);
    expect(tablesOf(await read([{ content: upper }, { content: other }]))).toHaveLength(2);
  });

  test("a row the page cuts in two becomes one row, and no figure is merged with another", async () => {
    const open = [140, 120].map((y) => line(70, y, 370, y)).join("") + xs.map((x) => line(x, 80, x, 140)).join("");
    const rest = [740, 720].map((y) => line(70, y, 370, y)).join("") + xs.map((x) => line(x, 720, x, 780)).join("");
    const cut = await read([
      { content: open + row(xs, 125, ["结果", "一项", "11"]) + row(xs, 105, ["", "要求行政机关", "12"]) },
      { content: rest + row(xs, 765, ["", "重新出具"]) + row(xs, 725, ["合计", "", "23"]) },
    ]);
    expect(sketchOf(tablesOf(cut)[0])).toEqual([
      ["结果", "一项", "11"],
      ["", "要求行政机关\n重新出具", "12"],
      ["合计", "", "23"],
    ]);
  });
});

describe("what cannot be read", () => {
  const sound = sketchPdf([{ content: text(72, 700, "正文在此。") }]);
  test.each([
    { file: "an empty file", bytes: new Uint8Array(), refusal: "empty" },
    { file: "another kind of file", bytes: Buffer.from("PK\u0003\u0004 not a PDF"), refusal: "mislabelled" },
    { file: "a file with an unknown password", bytes: sketchPdf([{ content: "" }], { encrypted: true }), refusal: "encrypted" },
    {
      file: "pages that hold no text",
      bytes: sketchPdf([{ content: "0.5 g 70 100 300 300 re f" }, { content: text(290, 30, "- 2 -") }]),
      refusal: "picture-only",
    },
    { file: "the first bytes of a file", bytes: sound.slice(0, 300), refusal: "damaged" },
    { file: "a file with its pages missing", bytes: Buffer.from("%PDF-1.4\ngarbage\n%%EOF"), refusal: "damaged" },
    { file: "a file of too many pages", bytes: sketchPdf(Array.from({ length: 301 }, () => ({ content: "" }))), refusal: "too-large" },
  ])("$file is refused as $refusal", async ({ bytes, refusal }) => {
    expect(await readPdf(bytes)).toMatchObject({ ok: false, refusal });
  });

  test("a cut-off file that still opens says so", async () => {
    const text1 = Buffer.from(sound).toString("latin1");
    const result = await readPdf(Buffer.from(text1.slice(0, text1.indexOf("startxref")), "latin1"));
    expect(result.ok && result.doc.notes.map(({ code }) => code)).toEqual(["truncated-text"]);
  });

  test("the caller's bytes stay as they are", async () => {
    const before = Uint8Array.from(sound);
    await readPdf(sound);
    expect(Uint8Array.from(sound)).toEqual(before);
  });
});
