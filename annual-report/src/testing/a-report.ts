import { EDITIONS } from "../editions/index.ts";
import type { CellKey, CellState, EditionId, Report, Sections, Source } from "../report.ts";

export interface ReportParts {
  readonly file?: string;
  readonly edition?: EditionId | null;
  readonly year?: number | null;
  readonly agency?: string | null;
  readonly title?: string | null;
  readonly sections?: Partial<Sections>;
  /** Figures that differ from 0; null is an empty cell. */
  readonly cells?: Readonly<Record<CellKey, number | null>>;
  /** States that do not follow from the figure, e.g. absent or ambiguous. */
  readonly states?: Readonly<Record<CellKey, CellState>>;
  readonly sources?: Readonly<Record<CellKey, Source>>;
}

/**
 * A report for tests that states only what matters: every other cell of the form is a printed 0, and the prose is
 * short and faultless. A cell given as null is blank unless `states` says otherwise.
 */
export function aReport(parts: ReportParts = {}): Report {
  const edition = parts.edition === undefined ? "2021" : parts.edition;
  const year = parts.year === undefined ? (edition === "2019" ? 2020 : 2024) : parts.year;
  const agency = parts.agency === undefined ? "云溪县政务公开办公室" : parts.agency;
  const cells: Record<CellKey, number | null> = {};
  const states: Record<CellKey, CellState> = {};
  if (edition !== null) {
    for (const { key } of EDITIONS[edition].cells) {
      cells[key] = 0;
      states[key] = "seen";
    }
  }
  for (const [key, value] of Object.entries(parts.cells ?? {})) {
    cells[key] = value;
    states[key] = value === null ? "blank" : "seen";
  }
  for (const [key, state] of Object.entries(parts.states ?? {})) {
    states[key] = state;
    if (state !== "seen") cells[key] = null;
  }
  return {
    ...(parts.file === undefined ? {} : { file: parts.file }),
    edition,
    year,
    agency,
    title: parts.title === undefined ? `${agency ?? ""}${year ?? ""}年政府信息公开工作年度报告` : parts.title,
    sections: { ...FAULTLESS, ...parts.sections },
    cells,
    states,
    sources: parts.sources ?? {},
    findings: [],
  };
}

const FAULTLESS: Sections = {
  overview: "本单位按时更新公开指南与目录，逐条核对后发布，专人接听咨询电话，每季度自查栏目一次，及时改正错漏。",
  problems: "栏目分类还不够细，查找不便。下一步重新编排目录，并请群众试用后再上线。",
  other: "无。",
};
