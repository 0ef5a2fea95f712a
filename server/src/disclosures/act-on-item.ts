import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Json, type Ledger, type NewEvent, runCommand, type Turn } from "../ledger/index.ts";
import { foldItem, type ItemStanding } from "./fold-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import { type ItemActName, mayDo } from "./policy.ts";
import type { ItemDone } from "./schema.ts";

export interface ItemCall<Given extends { readonly version: number }> {
  readonly agencyId: number;
  readonly itemId: string;
  readonly officer: Officer;
  readonly given: Given;
  readonly commandKey?: string | undefined;
}

export interface ItemTurn {
  readonly turn: Turn;
  readonly item: ItemStanding;
}

/** One act on an item: load, allow, decide, write. `decide` gives the events; side tables it writes itself. */
export function actOnItem<Given extends { readonly version: number }>(
  ledger: Ledger,
  act: ItemActName | "sign" | "return",
  { agencyId, itemId, officer, given, commandKey }: ItemCall<Given>,
  decide: (now: ItemTurn) => Promise<Result<readonly NewEvent[], ItemRefusal>>,
): Promise<Result<ItemDone, ItemRefusal>> {
  const request = { itemId, given: JSON.parse(JSON.stringify(given)) as Json }; // JSON by its schema
  return runCommand<ItemDone, ItemRefusal>(
    ledger,
    { command: `item:${act}`, agencyId, actor: officer.actor, commandKey, request },
    async (turn) => {
      const stream = { kind: "item", id: itemId };
      const history = await turn.history(stream);
      const item = foldItem(history);
      if (item === undefined) return { ok: false, refusal: "not-found" };
      const isSystem = officer.actor.kind === "system";
      if (!isSystem && act !== "sign" && act !== "return" && !mayDo(officer, act, item.unitId))
        return { ok: false, refusal: "not-allowed" };
      if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
      const events = await decide({ turn, item });
      if (!events.ok) return events;
      return { ok: true, value: presentDone(itemId, await turn.append(stream, events.value)) };
    },
  );
}

export function presentDone(id: string, history: Parameters<typeof foldItem>[0]): ItemDone {
  const item = foldItem(history);
  const latest = item?.publications.at(-1);
  return {
    id,
    version: history.length,
    state: item?.state ?? "drafted",
    indexNumber: latest?.indexNumber ?? null,
    hash: latest?.hash ?? null,
  };
}

export const refused = (refusal: ItemRefusal): { readonly ok: false; readonly refusal: ItemRefusal } => ({ ok: false, refusal });
