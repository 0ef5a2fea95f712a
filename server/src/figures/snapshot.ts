import { createHash } from "node:crypto";
import { editionOfYear, type Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, type ProjectedRow, type Projection, runCommand, type StoredEvent } from "../ledger/index.ts";
import { countTables } from "./count-tables.ts";

export type SnapshotRefusal = CommonRefusal | "year-not-over";

/** Each year of an organ has a history of its own, under an id that follows from both. */
export function reportStream(agencyId: number, year: number) {
  const hex = createHash("sha256").update(`report:${agencyId}:${year}`).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { kind: "report", id };
}

/**
 * Keeps the figures of a year as they are published. Whatever is entered later shows as a difference beside them; the
 * published figures themselves never change silently.
 */
export function takeSnapshot(
  ledger: Ledger,
  call: {
    readonly agencyId: number;
    readonly year: number;
    readonly version: number;
    readonly officer: Officer;
    readonly commandKey?: string | undefined;
  },
): Promise<Result<{ readonly version: number }, SnapshotRefusal>> {
  const { agencyId, year, version, officer, commandKey } = call;
  return runCommand<{ version: number }, SnapshotRefusal>(
    ledger,
    { command: "figures:snapshot", agencyId, actor: officer.actor, commandKey, request: { year, version } },
    async (turn) => {
      if (!officer.roles.includes("officeHead")) return { ok: false, refusal: "not-allowed" };
      if (turn.today <= `${year}-12-31`) return { ok: false, refusal: "year-not-over" };
      const stream = reportStream(agencyId, year);
      const history = await turn.history(stream);
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      const edition = editionOfYear(year);
      const cells = await countTables(turn.tx, agencyId, year, edition);
      const head = await turn.tx.selectFrom("chain_head").select("sequence").where("agency_id", "=", agencyId).executeTakeFirst();
      const whole = await turn.append(stream, [{ type: "figuresPublished", payload: { year, edition, cells, upTo: head?.sequence ?? 0 } }]);
      return { ok: true, value: { version: whole.length } };
    },
  );
}

/** The table `report_snapshot`: the figures as last published. */
export const SNAPSHOT_PROJECTION: Projection = {
  streamKind: "report",
  table: "report_snapshot",
  key: ["agency_id", "year"],
  rows: projectSnapshot,
};

function projectSnapshot(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const published = history.findLast(({ type }) => type === "figuresPublished");
  if (published === undefined) return [];
  const { year, edition, cells, upTo } = published.payload;
  return [
    {
      agency_id: published.agencyId,
      year,
      edition,
      cells,
      taken_at: published.recordedAt,
      taken_at_sequence: upTo,
      version: history.length,
    },
  ];
}
