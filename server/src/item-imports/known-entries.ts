import type { EntryLimit } from "../disclosures/index.ts";
import { findStatutoryNode } from "../disclosures/index.ts";
import type { LimitKind } from "../disclosures/words.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { ItemMapping } from "./mapping.ts";

export interface KnownEntry {
  readonly id: string;
  readonly statutory: string;
  readonly limit: EntryLimit;
}

/** Entries of the organ's catalogue that take proactive items, by what a register may call them. */
export interface KnownEntries {
  /** By id, for items that were checked before. */
  readonly byId: ReadonlyMap<string, KnownEntry>;
  readonly find: (word: string, mapping: Pick<ItemMapping, "entry" | "entries">) => KnownEntry | undefined;
}

/** Loads the organ's entries. A name that two entries bear means neither. */
export async function loadEntries(db: Queryable, agencyId: number): Promise<KnownEntries> {
  const rows = await db
    .selectFrom("catalogue_entry")
    .select(["entry_id", "statutory", "name", "sub_item", "limit_kind", "limit_days"])
    .where("agency_id", "=", agencyId)
    .where("closed_on", "is", null)
    .where("way", "=", "proactive")
    .orderBy("position")
    .orderBy("entry_id")
    .execute();
  const byId = new Map<string, KnownEntry>();
  const byName = new Map<string, Set<string>>();
  for (const { entry_id: id, statutory, name, sub_item: sub, limit_kind, limit_days: days } of rows) {
    byId.set(id, { id, statutory, limit: { kind: limit_kind as LimitKind, days } }); // a check of the table holds it to the list
    const node = findStatutoryNode(statutory)?.label;
    const names = sub === "" ? [name] : [sub, `${name}${sub}`, name];
    for (const known of new Set([...names, ...(node === undefined ? [] : [node])].map(squeeze)))
      byName.set(known, (byName.get(known) ?? new Set()).add(id));
  }
  return {
    byId,
    find: (word, { entry, entries }) => {
      const chosen = word === "" ? entry : entries[word];
      if (chosen !== undefined && chosen !== null) return byId.get(chosen);
      if (word === "") return undefined;
      const last = word.split(/[/>＞\\|｜»]/).at(-1) ?? word; // a path of columns: the last one says most
      for (const name of [word, last]) {
        const ids = byName.get(squeeze(name));
        const [only] = ids ?? [];
        if (only !== undefined && ids?.size === 1) return byId.get(only);
      }
      return undefined;
    },
  };
}

function squeeze(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s:：\-—·]/g, "");
}
