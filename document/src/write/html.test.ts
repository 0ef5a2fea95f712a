import { expect, test } from "vitest";
import { createDocBuilder } from "../doc-builder.ts";
import { writeHtml } from "./html.ts";

const label = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan, header: true });

function page(): string {
  const builder = createDocBuilder("html");
  builder.heading(2, "三、申请情况");
  builder.table([
    [label("项目", 2, 2), label("申请人", 2)],
    [label("自然人"), label("总计")],
    [label("一、新收", 2), { text: "1" }, { text: "1" }],
    [label("二、结果", 1, 2), label("（一）公开"), { text: "1" }, { text: "1" }],
    [label("（二）其他"), { text: "0" }, { text: "0" }],
    [label("三、结转", 2), { text: "0" }, { text: "0" }],
  ]);
  builder.table([
    [label("第（一）项", 2)],
    [label("内容"), label("数量")],
    [label("规章"), { text: "0" }],
    [label("第（二）项", 2)],
    [label("内容"), label("数量")],
    [label("许可"), { text: "2" }],
  ]);
  return writeHtml(builder.build("题目"));
}

test("head cells say what they head: columns, groups of columns, rows and groups of rows", () => {
  const html = page();
  expect(html).toContain('<th scope="colgroup" colspan="2">申请人</th>');
  expect(html).toContain('<th scope="col">自然人</th>');
  expect(html).toContain('<th scope="rowgroup" class="left" rowspan="2">二、结果</th>');
  expect(html).toContain('<th scope="row" class="left">（一）公开</th>');
  expect(html).toContain("<caption>三、申请情况</caption>");
});

test("a group of rows is a body of its own, and so is each part under a head over the full width", () => {
  const [first = "", second = ""] = page().split("<table").slice(1);
  expect(first.match(/<thead>/gu)).toHaveLength(1);
  expect(first.match(/<tbody>/gu)).toHaveLength(3);
  // Its heads hold for their own parts only: none stands above all.
  expect(second).not.toContain("<thead>");
  expect(second.match(/<tbody>\n<tr><th scope="rowgroup" class="band" colspan="2">/gu)).toHaveLength(2);
  expect(second).toContain('<th scope="col">数量</th>');
});

test("the page is whole: language, title, style, no script, no request to elsewhere", () => {
  const html = page();
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).toContain("@page { size: A4");
  expect(html).not.toMatch(/<script|https?:|<link/u);
});
