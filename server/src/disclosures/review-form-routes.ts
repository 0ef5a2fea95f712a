import { officeOf } from "../agencies/index.ts";
import { officerOf } from "../applications/index.ts";
import { readHistory } from "../ledger/index.ts";
import { LETTER_MEDIA_TYPES, renderLetter } from "../letters/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { composeReviewForm, REVIEW_FORM_TITLE } from "./compose-review-form.ts";
import { ITEM_REFUSALS } from "./item-refusals.ts";
import { listNames } from "./queries.ts";
import { listReviewRounds } from "./review-rounds.ts";
import { ItemParams } from "./schema.ts";

const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const NOT_SUBMITTED = { status: 409, message: "这条信息还没有送审，送审后才有保密审查表。" } as const;

/** The review form (保密审查表) of an item, to be printed and filed: as it was filled in and signed. */
export function reviewFormRoutes(app: App, { ledger }: Pick<Dependencies, "ledger">): void {
  const { db } = ledger;
  for (const format of ["docx", "pdf"] as const) {
    app.get(
      `/api/v1/agencies/:agency/items/:item/review-form.${format}`,
      {
        ...READ,
        schema: {
          tags: ["主动公开"],
          summary: `保密审查表（${format === "pdf" ? "PDF" : "Word"}）`,
          description: "最近一次送审的审查表；以前各次送审的意见列在后面。还没有送审的，答复 409 not-submitted",
          params: ItemParams,
        },
      },
      async (request, reply) => {
        const { agencyId } = officerOf(request);
        const history = await readHistory(db, agencyId, { kind: "item", id: request.params.item });
        const last = history.at(-1);
        if (last === undefined) return answerRefusal(request, reply, "not-found", ITEM_REFUSALS["not-found"]);
        const people = history.flatMap(({ actor }) => (actor.id === null ? [] : [actor.id]));
        const doc = composeReviewForm({
          agencyName: officeOf(request).agency.name,
          rounds: listReviewRounds(history),
          names: await listNames(db, people),
        });
        if (doc === undefined) return answerRefusal(request, reply, "not-submitted", NOT_SUBMITTED);
        const bytes = await renderLetter(doc, format, last.on);
        return reply
          .header("content-type", LETTER_MEDIA_TYPES[format])
          .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${REVIEW_FORM_TITLE}.${format}`)}`)
          .header("cache-control", "no-store")
          .send(Buffer.from(bytes));
      },
    );
  }
}
