import { describe, expect, test } from "vitest";
import { parseHtml } from "./html.ts";

/** The texts of the one row that these cells make. */
function textsOf(cells: string): string[] {
  const [table] = parseHtml(`<table><tr><td>甲</td>${cells}<td>乙</td></tr></table>`).blocks;
  return table?.kind === "table" ? (table.rows[0]?.cells ?? []).map(({ text }) => text) : [];
}

describe("a cell", () => {
  test.each([
    { html: "<td>12</td>", text: "12" },
    { html: "<td><div>12</div></td>", text: "12" },
    { html: '<td class="n"><p style="text-align:center">\n <span>12</span>\n</p></td>', text: "12" },
    { html: "<td>\u3000规章 </td>", text: "规章" },
    { html: "<td></td>", text: "" },
    { html: "<td><p></p></td>", text: "" },
    { html: "<td>&nbsp;</td>", text: "" },
    { html: "<td>1&#50;</td>", text: "12" },
    { html: "<td>商业<br>企业</td>", text: "商业\n企业" },
    { html: "<td><p>商业</p><p>企业</p></td>", text: "商业\n企业" },
    { html: '<td><span style="display:none">9</span>12</td>', text: "12" },
    { html: "<td><script>9</script>12</td>", text: "12" },
    { html: "<td><b>1</b>2</td>", text: "12" },
    { html: "<td>12", text: "12" },
    { html: "<TD>12</TD>", text: "12" },
  ])("$html says $text", ({ html, text }) => {
    expect(textsOf(html)).toEqual(["甲", text, "乙"]);
  });
});
