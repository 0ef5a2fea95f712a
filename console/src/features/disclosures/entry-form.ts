import type { CatalogueEntry } from "@gongkai/server/contract";

export type EntryValues = Omit<CatalogueEntry, "id" | "limitWords" | "openedOn" | "closedOn" | "items" | "version" | "unit" | "position">;

/** An entry as its form shows it; a new one with the law's own limit. */
export function entryValuesOf(known: CatalogueEntry | undefined): EntryValues {
  return {
    statutory: known?.statutory ?? "",
    name: known?.name ?? "",
    subItem: known?.subItem ?? "",
    content: known?.content ?? "",
    basis: known?.basis ?? "",
    limitKind: known?.limitKind ?? "workingDays",
    limitDays: known === undefined ? 20 : known.limitDays,
    subject: known?.subject ?? "",
    channel: known?.channel ?? "政府网站",
    audience: known?.audience ?? "全社会",
    way: known?.way ?? "proactive",
    level: known?.level ?? "",
  };
}

/** What is sent: days only where the limit is counted in days. */
export function toEntry(values: EntryValues, known: CatalogueEntry | undefined): unknown {
  const given = { ...values, limitDays: values.limitKind === "workingDays" ? values.limitDays : null };
  return known === undefined ? given : { ...given, unit: known.unit, position: known.position, version: known.version };
}
