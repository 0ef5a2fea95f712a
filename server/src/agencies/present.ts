import type { OrganKind } from "@gongkai/statute";
import type { AgencyRecord, UnitRecord } from "./queries.ts";
import type { Agency, AgencyKind, AgencyNode, Contact, Unit } from "./schema.ts";
import { settingsOf } from "./settings-schema.ts";

export function presentAgency(row: AgencyRecord, parent: string | null): Agency {
  return {
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as AgencyKind, // guarded by a check of the table
    remedyKind: row.remedy_kind as OrganKind, // written by commands alone, from their schema
    letterMark: row.letter_mark,
    parent,
    contact: row.contact as Contact, // written by commands alone, from their schema
    settings: settingsOf(row.settings),
    isDemo: row.is_demo,
    closedOn: row.closed_on,
    version: row.version,
  };
}

/** Organs in a list; the code of a superior that is not in the list is left out. */
export function presentTree(rows: readonly AgencyRecord[]): AgencyNode[] {
  const codes = new Map(rows.map(({ agency_id, code }) => [agency_id, code]));
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as AgencyKind, // guarded by a check of the table
    parent: row.parent_id === null ? null : (codes.get(row.parent_id) ?? null),
    isDemo: row.is_demo,
    closedOn: row.closed_on,
  }));
}

export function presentUnit(row: UnitRecord): Unit {
  return { id: row.unit_id, name: row.name, closedOn: row.closed_on, version: row.version };
}
