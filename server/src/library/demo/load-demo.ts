import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CellKey, type CellState, EDITIONS, type EditionId, type Sections } from "@gongkai/annual-report";
import type { StoredReport } from "../published-report.ts";
import type { Organ } from "../schema.ts";

const FOLDER = join(import.meta.dirname, "organs");

/** A demonstration organ's file. Written by `make-demo.ts` for made-up organs, by hand for excerpts of real reports. */
export interface DemoOrgan {
  readonly organ: Organ;
  readonly demo: "made-up" | "excerpt";
  readonly source: string;
  readonly note?: string;
  readonly reports: readonly DemoReport[];
}

export interface DemoReport {
  readonly edition: EditionId;
  readonly year: number;
  /** As the report itself says it; null where the source does not name the organ. */
  readonly agency: string | null;
  readonly title: string | null;
  readonly publishedOn: string;
  readonly sections: Sections;
  /** Figures other than 0. */
  readonly figures: Readonly<Record<CellKey, number>>;
  /** Cells left empty in the report, by key or by the beginning of their keys. */
  readonly blank?: readonly string[];
  /** Cells the source at hand does not give. Every cell named nowhere is a printed 0. */
  readonly absent?: readonly string[];
}

/** The built-in demonstration reports. */
export function loadDemo(): StoredReport[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as DemoOrgan) // our own files; a test reads them all against the schema
    .flatMap((organ) => organ.reports.map((report) => unfold(organ, report)));
}

function unfold(
  { organ, demo, source, note }: DemoOrgan,
  { figures, blank = [], absent = [], publishedOn, ...report }: DemoReport,
): StoredReport {
  const cells: Record<CellKey, number | null> = {};
  const states: Record<CellKey, CellState> = {};
  for (const { key } of EDITIONS[report.edition].cells) {
    const figure = figures[key];
    const state = figure !== undefined ? "seen" : isNamed(blank, key) ? "blank" : isNamed(absent, key) ? "absent" : "seen";
    states[key] = state;
    cells[key] = figure ?? (state === "seen" ? 0 : null);
  }
  return {
    organ,
    demo,
    source,
    ...(note === undefined ? {} : { note }),
    publishedOn,
    recordedAt: `${publishedOn}T09:00:00+08:00`,
    report: { ...report, cells, states, sources: {} },
  };
}

function isNamed(names: readonly string[], key: CellKey): boolean {
  return names.some((name) => key === name || key.startsWith(`${name}.`));
}
