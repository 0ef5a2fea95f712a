import { describe, expect, test } from "vitest";
import { cleanHtml, countPicturesWithoutWords, isEmptyHtml, paragraphsOf } from "./clean-html.ts";

describe("what is pasted", () => {
  test("from Word keeps headings, emphasis and tables with their spans, and loses fonts, classes and Word's own elements", () => {
    const pasted = `<html><head><style>p{color:red}</style></head><body><!--StartFragment--><h1 style="font-family:方正">标题</h1>
<p class=MsoNormal style='text-align:center'><b><span style="color:red">一、</span></b>内容<o:p></o:p></p>
<table class=MsoTableGrid><tr><td colspan=2 width=99>合计</td></tr></table><!--EndFragment--></body></html>`;
    expect(cleanHtml(pasted).html).toBe(
      '<h2>标题</h2><p class="align-center"><strong>一、</strong>内容</p><table><tr><td colspan="2">合计</td></tr></table>',
    );
  });

  test("carries no script, handler, style, frame or address that runs something", () => {
    const pasted =
      `<p onclick="x()" style="background:url(//x)">甲<script>alert(1)</script><iframe src="https://x"></iframe></p>` +
      `<a href="javascript:x()">乙</a><a href="https://example.gov.cn/a?b=1&amp;c=2">丙</a><svg><a href="javascript:x()">丁</a></svg>`;
    expect(cleanHtml(pasted).html).toBe('<p>甲</p><a>乙</a><a href="https://example.gov.cn/a?b=1&amp;c=2">丙</a>');
  });

  test("cannot smuggle a tag in through an attribute or an unfinished one", () => {
    expect(cleanHtml(`<img alt='"><script>x</script>' src="data:image/png;base64,AA==">`).html).toBe(
      '<img src="data:image/png;base64,AA==" alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">',
    );
    expect(cleanHtml("<p>甲 < 乙 <img src=x onerror=y").html).not.toMatch(/<img/);
  });

  test("tells of pictures that stayed on the other side", () => {
    expect(cleanHtml('<p>图<img src="file:///C:/a.png"></p>')).toEqual({ html: "<p>图</p>", lostPictures: 1 });
  });

  test("as plain text becomes paragraphs", () => {
    expect(paragraphsOf("一、甲\r\n\r\n二、<乙>")).toBe("<p>一、甲</p><p>二、&lt;乙&gt;</p>");
  });
});

test("a picture of the item gets an address to be seen by, and keeps its hash", () => {
  const hash = "a".repeat(64);
  expect(cleanHtml(`<img data-file="${hash}" alt="示意图">`, (sha256) => `/f/${sha256}`).html).toBe(
    `<img data-file="${hash}" src="/f/${hash}" alt="示意图">`,
  );
});

test("cleaning what is clean changes nothing", () => {
  const clean = cleanHtml("<div><b>甲</b>乙</div><ul><li>丙</li></ul>").html;
  expect(cleanHtml(clean).html).toBe(clean);
});

test("pictures without words are counted", () => {
  expect(countPicturesWithoutWords('<img alt="图一"><img alt=""><img>')).toBe(2);
});

test("a body of blanks is empty, one of a picture is not", () => {
  expect([isEmptyHtml("<p> &nbsp;</p>"), isEmptyHtml('<p><img alt="x"></p>')]).toEqual([true, false]);
});
