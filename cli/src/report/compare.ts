import { type ComparedCell, compareReports, type Comparison, EDITIONS, type Report, type Sections } from "@gongkai/annual-report";
import type { Command } from "../command.ts";
import type { Loaded } from "./loaded.ts";
import { describeReport } from "./print-report.ts";
import { drawTextGrid } from "./text-grid.ts";
import { errorLine, visitReports } from "./visit-reports.ts";

export const compareCommand: Command = {
  name: "report compare",
  summary: "比对两份报告：逐格列出变化，并给出文字相似度",
  arguments: [
    { form: "<甲>", does: "第一份报告（例如上年），文件或单份报告数据" },
    { form: "<乙>", does: "第二份报告（例如本年）" },
  ],
  options: [{ form: "--json", does: "输出一行 JSON：每个单元格的两个值、变化和状态，各部分文字的相似度" }],
  notes: `只列出不同的单元格；版式不同的两份报告，只比对含义相同的单元格，其余列为只在一份中有。
退出码：0 完成比对（不论有无差异）；2 有文件未能读取或命令有误。`,
  examples: [{ line: "gongkai report compare 2023年度报告.docx 2024年度报告.docx", does: "看一年来哪些数据变了，文字有多少是照抄上年的" }],
  async run(given, io) {
    const json = given.options["json"] === true;
    const loaded: Loaded[] = [];
    await visitReports(given.arguments, { json: true, io }, (one) => void loaded.push(one));
    const reports = loaded.flatMap((one) => ("report" in one ? [one.report] : []));
    for (const one of loaded)
      if ("error" in one) {
        if (json) await io.result(errorLine(one));
        else io.remark(`${one.file}：未能读取。${one.error.message}`);
      }
    const [first, second] = reports;
    if (reports.length === loaded.length && reports.length > 2) io.remark("比对需要正好两份报告，而给出的文件里不止两份。");
    if (first === undefined || second === undefined || loaded.length !== 2) return 2;
    const comparison = compareReports(first, second);
    if (json) await io.result(`${JSON.stringify({ a: nameReport(first), b: nameReport(second), ...comparison })}\n`);
    else await io.result(printComparison(first, second, comparison));
    return 0;
  },
};

function nameReport({ file, edition, year, agency }: Report) {
  return { file, edition, year, agency };
}

function printComparison(a: Report, b: Report, { cells, changed, sections, isAcrossEditions }: Comparison): string {
  const shown = cells.filter((cell) => cell.kind === "changed" || cell.kind === "stateDiffers");
  const parts = [`甲：${a.file ?? ""}　${describeReport(a)}`, `乙：${b.file ?? ""}　${describeReport(b)}`, ""];
  if (isAcrossEditions) parts.push("两份报告版式不同，只比对含义相同的单元格。");
  if (a.edition === null && b.edition === null) parts.push("两份文件中都没有找到年度报告的表格。");
  else if (shown.length === 0) parts.push("可以对照的单元格全部相同。");
  else {
    const rows = shown.map((cell) => [cell.name, sayFigure(cell.a, cell.stateA), sayFigure(cell.b, cell.stateB), sayChange(cell)]);
    parts.push(`不同的单元格（${changed}）`, drawTextGrid({ head: ["单元格", "甲", "乙", "变化"], rows }));
  }
  for (const [kind, name] of [
    ["onlyInA", "甲"],
    ["onlyInB", "乙"],
  ] as const) {
    const only = cells.filter((cell) => cell.kind === kind);
    if (only.length > 0) parts.push("", `只在${name}的表格中有（${only.length}格）：${only.map((cell) => cell.name).join("，")}`);
  }
  parts.push("", "文字相似度");
  for (const { section, similarity, sameShare, passages } of sections) {
    const said = similarity === null ? "两份都没有这一部分" : `${percent(similarity)}，甲的句子有 ${percent(sameShare)} 原样出现在乙中`;
    parts.push(`  ${headingOf(section)}：${said}`);
    for (const passage of passages.slice(0, 3)) parts.push(`    相同段落：${passage.text.replace(/\s+/g, " ")}`);
  }
  return `${parts.join("\n")}\n`;
}

function sayFigure(value: number | null, state: ComparedCell["stateA"]): string {
  if (value !== null) return String(value);
  return { seen: "", blank: "空", absent: "缺", ambiguous: "？" }[state];
}

function sayChange({ change, ratio }: ComparedCell): string {
  if (change === undefined) return "";
  const share = ratio === undefined ? "" : `（${ratio >= 1 ? "+" : ""}${percent(ratio - 1)}）`;
  return `${change > 0 ? "+" : ""}${change}${share}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share !== 0 && Math.abs(share) < 0.1 ? 1 : 0)}%`;
}

function headingOf(section: keyof Sections): string {
  return EDITIONS["2021"].sections.find(({ id }) => id === section)?.heading ?? section;
}
