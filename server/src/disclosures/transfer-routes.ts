import { writeDocx, writeXlsx } from "@gongkai/document/write";
import { officeOf } from "../agencies/index.ts";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { answer, callOf, sendFile } from "./catalogue-answers.ts";
import { CATALOGUE_REFUSALS } from "./catalogue-refusals.ts";
import { composeTransfer, makeTransfer, replaceTransferred, signTransfer } from "./make-transfer.ts";
import { presentTransfer } from "./present-item.ts";
import { findTransfer, listTransfers } from "./queries.ts";
import {
  BatchParams,
  EntryDone,
  ItemAgency,
  MakeTransfer,
  ReplaceTransferred,
  SignTransfer,
  TransferFileQuery,
  TransferList,
} from "./schema.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const TRANSFER = { config: { audience: "staff", roles: ["officeHead", "registrar"] } } as const;
const MEDIA = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** Transfers to archives and libraries (移送). */
export function transferRoutes(app: App, { ledger }: Pick<Dependencies, "ledger">): void {
  const { db } = ledger;

  app.get(
    `${BASE}/transfers`,
    { ...READ, schema: { tags: TAGS, summary: "移送批次", params: ItemAgency, response: { 200: TransferList } } },
    async (request) => ({
      transfers: (await listTransfers(db, officerOf(request).agencyId)).map(presentTransfer),
    }),
  );
  app.post(
    `${BASE}/transfers`,
    { ...TRANSFER, schema: { tags: TAGS, summary: "编制移送清单", params: ItemAgency, body: MakeTransfer, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await makeTransfer(ledger, callOf(request, request.body))),
  );
  app.get(
    `${BASE}/transfers/:batch/file`,
    { ...READ, schema: { tags: TAGS, summary: "移送清单", params: BatchParams, querystring: TransferFileQuery } },
    async (request, reply) => {
      const { agency } = officeOf(request);
      const row = await findTransfer(db, agency.agency_id, request.params.batch);
      if (row === undefined) return answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]);
      const doc = composeTransfer(agency.name, presentTransfer(row));
      const { format } = request.query;
      return sendFile(
        reply,
        format === "docx" ? await writeDocx(doc) : await writeXlsx(doc),
        MEDIA[format],
        `${row.number}移送清单.${format}`,
      );
    },
  );
  app.post(
    `${BASE}/transfers/:batch/receipt`,
    { ...TRANSFER, schema: { tags: TAGS, summary: "登记签收", params: BatchParams, body: SignTransfer, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await signTransfer(ledger, { ...callOf(request, request.body), batchId: request.params.batch })),
  );
  app.post(
    `${BASE}/transfers/:batch/replacement`,
    {
      ...TRANSFER,
      schema: { tags: TAGS, summary: "请求替换", params: BatchParams, body: ReplaceTransferred, response: { 200: EntryDone } },
    },
    async (request, reply) =>
      answer(request, reply, await replaceTransferred(ledger, { ...callOf(request, request.body), batchId: request.params.batch })),
  );
}
