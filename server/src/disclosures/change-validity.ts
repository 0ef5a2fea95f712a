import type { Result } from "@gongkai/statute";
import { type Ledger, type NewEvent, runCommand } from "../ledger/index.ts";
import { actOnItem, type ItemCall, refused } from "./act-on-item.ts";
import { foldItem } from "./fold-item.ts";
import type { ItemRefusal } from "./item-refusals.ts";
import type { ChangeValidity, ItemDone, LinkInterpretation } from "./schema.ts";

/** Records that a normative document was amended, repealed or has lapsed, by what and since when. */
export function changeValidity(ledger: Ledger, call: ItemCall<ChangeValidity>): Promise<Result<ItemDone, ItemRefusal>> {
  const { validity, on, note } = call.given;
  return actOnItem(ledger, "changeValidity", call, async ({ turn, item }) => {
    if (item.content.fields.normative === null) return refused("not-normative");
    if (item.publications.length === 0) return refused("not-published");
    if (on > turn.today) return refused("in-the-future");
    return { ok: true, value: [{ type: "validityChanged", on, payload: { validity, note } }] };
  });
}

/** Links an interpretation with the document it interprets, both ways. Each side shows it while the other is public. */
export function linkInterpretation(ledger: Ledger, call: ItemCall<LinkInterpretation>): Promise<Result<ItemDone, ItemRefusal>> {
  const { document } = call.given;
  return actOnItem(ledger, "linkInterpretation", call, async ({ turn, item }) => {
    if (document === call.itemId) return refused("same-item");
    if (item.state === "discarded") return refused("wrong-state");
    const stream = { kind: "item", id: document };
    const interpreted = foldItem(await turn.history(stream));
    if (interpreted === undefined || interpreted.state === "discarded") return refused("document-not-found");
    if (!interpreted.interpretedBy.includes(call.itemId))
      await turn.append(stream, [{ type: "interpretationLinked", payload: { interpretedBy: call.itemId } }]);
    const events: readonly NewEvent[] = item.interprets.includes(document)
      ? []
      : [{ type: "interpretationLinked", payload: { interprets: document } }];
    return { ok: true, value: events };
  });
}

/** Lets documents lapse whose last day in force has passed. Gives how many. */
export async function lapseDocuments(ledger: Ledger, agencyId: number): Promise<number> {
  const done = await runCommand<number, ItemRefusal>(
    ledger,
    { command: "item:lapse", agencyId, actor: { kind: "system" } },
    async (turn) => {
      const rows = await turn.tx
        .selectFrom("published_item")
        .select(["item_id", "valid_until"])
        .where("agency_id", "=", agencyId)
        .where("normative", "is not", null)
        .where("validity", "in", ["effective", "amended"])
        .where("valid_until", "<", turn.today)
        .execute();
      for (const { item_id: id, valid_until: until } of rows) {
        await turn.append({ kind: "item", id }, [
          { type: "validityChanged", payload: { validity: "lapsed", note: `有效期至${until ?? ""}` } },
        ]);
      }
      return { ok: true, value: rows.length };
    },
  );
  return done.ok ? done.value : 0;
}
