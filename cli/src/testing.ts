import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished } from "vitest";
import { composeTables, EDITIONS, type EditionId } from "@gongkai/annual-report";
import { runGongkai } from "./run.ts";

/** What a run wrote and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one line of the command in this process. */
export async function gongkai(...words: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runGongkai(words, {
    result: async (content) => void (out += typeof content === "string" ? content : Buffer.from(content).toString("latin1")),
    remark: (line) => void (err += `${line}\n`),
    progress: () => {},
  });
  return { code, out, err };
}

/** An empty folder, gone when the test that asked, or the file, is through. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-cli-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (expect.getState().currentTestName === undefined) afterAll(remove);
  else onTestFinished(remove);
  return folder;
}

export interface AReportFile {
  readonly agency?: string;
  readonly year?: number;
  readonly edition?: EditionId;
  /** Figures that differ from 0; the sums are the caller's affair. */
  readonly cells?: Readonly<Record<string, number | "">>;
}

/** Writes a made-up report as HTML with every figure 0 unless given, and returns its path. */
export function writeReport(
  path: string,
  { agency = "云溪县政务公开办公室", year = 2024, edition = "2021", cells = {} }: AReportFile = {},
): string {
  const tables = composeTables(EDITIONS[edition], (key) => String(cells[key] ?? 0)).map(
    ({ rows }) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td colspan="${cell.columnSpan}" rowspan="${cell.rowSpan}">${cell.text}</td>`).join("")}</tr>`).join("")}</table>`,
  );
  const [second, third, fourth] = tables;
  const title = `${agency}${year}年政府信息公开工作年度报告`;
  const [overview, h2, h3, h4, problems, other] = EDITIONS[edition].sections.map(({ heading }) => `<h2>${heading}</h2>`);
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${overview}<p>本机关依法做好各项公开工作。</p>${h2}${second}${h3}${third}${h4}${fourth}${problems}<p>培训还不够，下一步将增加场次。</p>${other}<p>没有其他需要报告的事项。</p>`,
  );
  return path;
}
