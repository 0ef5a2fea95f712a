import { createHash, randomUUID } from "node:crypto";
import type { Queryable } from "../../platform/database/open-database.ts";
import { cutWords, segmentWords } from "../../platform/segment-words.ts";
import { tellItemsChanged } from "../../search/index.ts";

export interface AnItem {
  readonly agencyId: number;
  readonly itemId?: string;
  /** `draft`: inside the office only. */
  readonly status: "draft" | "published" | "withdrawn" | "expired";
  readonly title: string;
  readonly body: string;
  /** The text of a newer version nobody may see yet. */
  readonly nextBody?: string;
  readonly attachment?: { readonly sha256: string; readonly name: string; readonly text: string };
  readonly publishedAt?: string;
}

/** An item as the tables have it, told as a command tells it. For tests of what the public sees; the office's own tests use commands. */
export async function anItem(db: Queryable, given: AnItem): Promise<string> {
  const { agencyId, itemId = randomUUID(), status, title, body, nextBody, attachment, publishedAt = "2026-03-02T01:00:00.000Z" } = given;
  await db.transaction().execute(async (tx) => {
    for (const [index, text] of [body, ...(nextBody === undefined ? [] : [nextBody])].entries()) {
      await tx
        .insertInto("item_text")
        .values({
          agency_id: agencyId,
          item_id: itemId,
          text_version: index + 1,
          html: `<p>${text}</p>`,
          plain: text,
          sha256: "",
          written_at: publishedAt,
        })
        .onConflict((conflict) => conflict.columns(["agency_id", "item_id", "text_version"]).doNothing())
        .execute();
    }
    if (attachment !== undefined) {
      await tx
        .insertInto("file_text")
        .values({
          agency_id: agencyId,
          sha256: attachment.sha256,
          text: attachment.text,
          search: segmentWords(attachment.text),
          read_at: publishedAt,
        })
        .onConflict((conflict) => conflict.columns(["agency_id", "sha256"]).doNothing())
        .execute();
    }
    if (status !== "draft") {
      const isOpen = status === "published";
      const row = {
        status,
        title: isOpen ? title : `已收回 ${itemId.slice(0, 4)}`,
        summary: "",
        genre: "notice",
        statutory: "20.7",
        topic: "财政",
        keywords: [...cutWords(isOpen ? title : "")].slice(0, 3),
        publisher: "云溪县财政局",
        index_number: `yx/${itemId}`,
        formed_on: "2026-03-01",
        text_version: isOpen ? 1 : null,
        public_version: 1,
        first_published_at: publishedAt,
        published_at: publishedAt,
        published_on: publishedAt.slice(0, 10),
        attachments: JSON.stringify(
          isOpen && attachment !== undefined
            ? [{ sha256: attachment.sha256, name: attachment.name, mediaType: "text/plain", size: 3, isInline: false }]
            : [],
        ),
        interprets: [],
        interpreted_by: [],
        hash: createHash("sha256").update(itemId).digest("hex"),
        signature: "",
        key_id: itemId,
        version: 1,
        withdrawn_at: status === "withdrawn" ? publishedAt : null,
        withdrawal_reason: status === "withdrawn" ? "内容有误" : null,
      };
      await tx
        .insertInto("published_item")
        .values({ agency_id: agencyId, item_id: itemId, ...row })
        .onConflict((conflict) => conflict.columns(["agency_id", "item_id"]).doUpdateSet(row))
        .execute();
    }
    await tellItemsChanged(tx, agencyId, [itemId]);
  });
  return itemId;
}
