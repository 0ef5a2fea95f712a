import { createDocBuilder } from "@gongkai/document";
import { describe, expect, test } from "vitest";
import { compareTexts } from "./text-difference.ts";
import { bodyOfDocument, sanitiseBody } from "./sanitise-body.ts";

const PNG = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("a body pasted from Word or WPS", () => {
  test("keeps tables with spans, headings, lists and how paragraphs stand", () => {
    const pasted =
      "<html><head><style>p{color:red}</style><title>x</title></head><body><!--[if gte mso 9]><xml>y</xml><![endif]--><h1>标题</h1>" +
      '<p class="MsoNormal" style="text-align:center;font-family:仿宋"><span lang="EN-US"><o:p>通知</o:p></span></p>' +
      '<table border="1" width="500"><tr><td colspan="2" style="width:3cm">甲</td></tr><tr><td>乙</td><td>丙</td></tr></table></body></html>';
    expect(sanitiseBody(pasted).html.replaceAll(/\s*\n\s*/g, "")).toBe(
      '<h2>标题</h2><p class="align-center">通知</p><table><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>',
    );
  });

  test.each([
    ["scripts", "<script>alert(1)</script><p>文</p>"],
    ["event handlers", '<p onclick="x()" onmouseover=x>文</p>'],
    ["scripts in addresses", '<p>文<a href="javascript:alert(1)"></a></p>'],
    ["frames and objects", '<iframe src="//evil"></iframe><object data="x"></object><embed src=x><p>文</p>'],
    ["drawings with scripts", "<svg><script>alert(1)</script><foreignObject>z</foreignObject></svg><p>文</p>"],
    ["forms", '<form action="//evil"><input name=a><button>b</button></form><p>文</p>'],
    ["pictures that lie elsewhere", '<p>文<img src="https://example.com/a.png" alt="图"></p>'],
    ["styles that load", '<p style="background:url(//evil)">文</p><link rel=stylesheet href=//evil><meta http-equiv=refresh>'],
    ["broken tags", "<p>文</p><<script>script>alert(1)<</script>/script>"],
  ])("loses %s", (_, pasted) => {
    expect(sanitiseBody(pasted).html).not.toMatch(
      /script>|onclick|onmouse|javascript|iframe|object|embed|svg|form|input|https?:|url\(|link|meta|<img/i,
    );
  });

  test("keeps pasted pictures as files, with the words that stand for them", () => {
    const { html, pictures, named } = sanitiseBody(`<p><img src="${PNG}" alt="学区示意图" onerror="x()" width="300"></p>`);
    expect(pictures).toMatchObject([{ mediaType: "image/png" }]);
    expect(html).toBe(`<p><img data-file="${pictures[0]?.sha256}" alt="学区示意图" width="300" /></p>`);
    expect(sanitiseBody(html)).toMatchObject({ html, pictures: [], named });
  });

  test("comes out the same when it goes in again", () => {
    const once = sanitiseBody("<div><b>甲 &amp; 乙 &lt;丙&gt;</b><br>丁</div><ul><li>一<li>二</ul>").html;
    expect(sanitiseBody(once).html).toBe(once);
  });
});

test("a document that was read becomes a body with its tables", () => {
  const builder = createDocBuilder("docx");
  builder.heading(1, "一、总则");
  builder.paragraph("第一条 <目的>");
  builder.table([[{ text: "项目", columnSpan: 2, header: true }], [{ text: "甲" }, { text: "乙" }]]);
  expect(sanitiseBody(bodyOfDocument(builder.build())).html.replaceAll("\n", "")).toBe(
    '<h2>一、总则</h2><p>第一条 &lt;目的&gt;</p><table><tbody><tr><th colspan="2">项目</th></tr><tr><td>甲</td><td>乙</td></tr></tbody></table>',
  );
});

test("two versions are told apart clause by clause", () => {
  const pieces = compareTexts("报名时间为三月一日，地点在学校。请家长准时到场。", "报名时间为三月二十日，地点在学校。");
  expect(pieces).toEqual([
    { kind: "removed", text: "报名时间为三月一日，" },
    { kind: "added", text: "报名时间为三月二十日，" },
    { kind: "same", text: "地点在学校。" },
    { kind: "removed", text: "请家长准时到场。" },
  ]);
});
