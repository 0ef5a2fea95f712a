import { describe, expect, test } from "vitest";
import { row, text } from "./fixtures/pdf-sketch.ts";
import { paragraphsOf, readSketch, sketchOf, tablesOf } from "./fixtures/read-sketch.ts";

describe("tables without ruling lines", () => {
  const xs = [70, 300, 360, 420];
  test("rows of aligned figures make a table; a label of several lines goes to the figures beside its middle", async () => {
    const doc = await readSketch(
      text(72, 740, "收到和处理申请的情况如下，数据由云溪县政务公开办公室汇总。") +
        row(xs, 700, ["", "个人", "企业", "总计"]) +
        row(xs, 680, ["1.新收申请数量", "3", "4", "7"]) +
        text(75, 660, "2.要求行政机关确认或重新") +
        row(xs, 652, ["", "10", "0", "10"]) +
        text(75, 644, "出具已获取信息") +
        row(xs, 620, ["3.其他", "5", "6", "11"]),
    );
    expect(sketchOf(tablesOf(doc)[0])).toEqual([
      ["", "个人", "企业", "总计"],
      ["1.新收申请数量", "3", "4", "7"],
      ["2.要求行政机关确认或重新\n出具已获取信息", "10", "0", "10"],
      ["3.其他", "5", "6", "11"],
    ]);
    expect(paragraphsOf(doc)).toHaveLength(1);
  });

  test("a row without figures is a row, and its label none of the next", async () => {
    const doc = await readSketch(
      row(xs, 740, ["", "个人", "企业", "总计"]) +
        row(xs, 720, ["1.公开", "3", "4", "7"]) +
        text(70, 700, "2.信访举报投诉类申请") +
        row(xs, 680, ["3.重复申请", "1", "0", "1"]) +
        row(xs, 660, ["4.其他", "5", "6", "11"]),
    );
    const rows = sketchOf(tablesOf(doc)[0]);
    expect(rows.find(([label]) => label === "2.信访举报投诉类申请")).toEqual(["2.信访举报投诉类申请", "", "", ""]);
    expect(rows.find(([label]) => label === "3.重复申请")).toEqual(["3.重复申请", "1", "0", "1"]);
  });
});
