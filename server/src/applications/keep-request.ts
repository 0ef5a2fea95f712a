import type { Turn } from "../ledger/index.ts";
import { segmentWords } from "../platform/segment-words.ts";
import type { InformationRequest } from "./schema.ts";

/** Keeps what is asked for beside the events: it can be erased, and is found by its words. */
export async function keepRequest(turn: Turn, id: string, request: InformationRequest): Promise<void> {
  await turn.tx
    .insertInto("application_request")
    .values({
      agency_id: turn.agencyId,
      application_id: id,
      title: request.title,
      description: request.description,
      document_number: request.documentNumber ?? null,
      period: request.period ?? null,
      carrier: request.carrier,
      delivery: request.delivery,
      help: request.help ?? null,
      search: segmentWords([request.title, request.documentNumber ?? "", request.description].join(" ")),
    })
    .execute();
}
