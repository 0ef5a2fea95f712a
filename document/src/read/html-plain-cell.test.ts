import { describe, expect, test } from "vitest";
import { parseHtml } from "./html.ts";

/** The texts of each row. */
function rowsOf(rows: string): string[][] {
  const [table] = parseHtml(`<table>${rows}</table>`).blocks;
  return table?.kind === "table" ? table.rows.map(({ cells }) => cells.map(({ text }) => text)) : [];
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
    expect(rowsOf(`<tr><td>甲</td>${html}<td>乙</td></tr>`)).toEqual([["甲", text, "乙"]]);
  });
});

describe("cells one after another", () => {
  test.each([
    { what: "in the same tags", rows: "<tr><td><p>1</p></td><td><p>20</p></td></tr>\n<tr><td><p>3</p></td><td><p>4</p></td></tr>" },
    { what: "in other tags each", rows: "<tr><td><p>1</p></td><td><b>20</b></td></tr><tr><td>3</td><td><p>4</p></td></tr>" },
    { what: "with blanks in some", rows: "<tr><td>1</td><td> 20 </td></tr> <tr> <td>3</td>\n<td>\u30004</td> </tr>" },
    { what: "with references in some", rows: "<tr><td>1</td><td>2&#48;</td></tr><tr><td>3&nbsp;</td><td>4</td></tr>" },
    { what: "in rows with attributes", rows: '<tr><td>1</td><td>20</td></tr><tr class="n"><td>3</td><td>4</td></tr>' },
    { what: "in rows without end", rows: "<tr><td>1</td><td>20</td><tr><td>3</td><td>4</td>" },
    { what: "without end", rows: "<tr><td>1</td><td>20</tr><tr><td>3<td>4</td></tr>" },
  ])("are told apart $what", ({ rows }) => {
    expect(rowsOf(rows)).toEqual([
      ["1", "20"],
      ["3", "4"],
    ]);
  });

  test("keep their digits as printed", () => {
    expect(rowsOf("<tr><td>0</td><td>00</td><td>007</td><td>1200</td><td>12345</td><td>1.5</td></tr>")).toEqual([
      ["0", "00", "007", "1200", "12345", "1.5"],
    ]);
  });
});
