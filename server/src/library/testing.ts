import { type CellKey, type CellState, EDITIONS, type EditionId, type Report } from "@gongkai/annual-report";
import type { ReportStore } from "./folder-store.ts";
import { keyOf, type StoredReport } from "./published-report.ts";
import type { Organ } from "./schema.ts";

export const anOrgan = (more: Partial<Organ> = {}): Organ => ({
  slug: "yunxi-jiaoyu",
  name: "云溪县教育局",
  level: "county",
  regions: ["示例省", "云溪县（虚构）"],
  ...more,
});

/** A report of zeros with the figures that matter to the test; null stands for a blank cell. */
export function aStoredReport({
  organ = {},
  year = 2024,
  edition = "2021",
  cells: some = {},
  ...more
}: Partial<Omit<StoredReport, "organ" | "report">> & {
  readonly organ?: Partial<Organ>;
  readonly year?: number;
  readonly edition?: EditionId;
  readonly cells?: Readonly<Record<CellKey, number | null>>;
} = {}): StoredReport {
  const whole = anOrgan(organ);
  const cells: Record<CellKey, number | null> = { ...Object.fromEntries(EDITIONS[edition].cells.map(({ key }) => [key, 0])), ...some };
  const states = Object.fromEntries(
    Object.entries(cells).map(([key, value]): [CellKey, CellState] => [key, value === null ? "blank" : "seen"]),
  );
  return {
    organ: whole,
    publishedOn: `${year + 1}-01-20`,
    recordedAt: `${year + 1}-01-20T09:00:00+08:00`,
    source: whole.name,
    report: {
      edition,
      year,
      agency: whole.name,
      title: `${whole.name}${year}年政府信息公开工作年度报告`,
      sections: { overview: "全年没有收到申请。", problems: "栏目更新不够快，将加强督促。", other: "无。" },
      cells,
      states,
      sources: {},
    },
    ...more,
  };
}

/** The report as it would be handed in to be published. */
export function aReadReport(stored: StoredReport, more: Partial<Report> = {}): Report {
  return { ...stored.report, file: "报告.docx", findings: [], ...more };
}

/** A store in memory. */
export function aStore(reports: readonly StoredReport[] = []): ReportStore {
  const kept = new Map(reports.map((report) => [keyOf(report), report]));
  return {
    load: async () => ({ reports: [...kept.values()], unreadable: [] }),
    read: async (organ, year) => kept.get(`${organ}/${year}`),
    write: async (report) => {
      kept.set(keyOf(report), report);
    },
  };
}
