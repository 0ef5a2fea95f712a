import { z } from "zod";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { answer, callOf } from "./catalogue-answers.ts";
import { CATALOGUE_REFUSALS } from "./catalogue-refusals.ts";
import { findGuide, listSystems } from "./public-items.ts";
import { EntryDone, Guide, ItemAct, ItemAgency, PageParams, SystemGiven, WriteGuide } from "./schema.ts";
import { closeSystem, writeGuide, writeSystem } from "./write-pages.ts";

const BASE = "/api/v1/agencies/:agency";
const TAGS = ["公开目录"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const KEEP = { config: { audience: "staff", roles: ["officeHead"] } } as const;
const SystemList = z.object({
  systems: z.array(z.object({ id: z.uuid(), title: z.string(), fields: z.unknown(), updatedOn: z.string(), version: z.int() })).readonly(),
});

/** Guide and systems. */
export function pageRoutes(app: App, { ledger }: Pick<Dependencies, "ledger">): void {
  const { db } = ledger;

  app.get(
    `${BASE}/guide`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "公开指南",
        params: ItemAgency,
        response: { 200: z.object({ guide: Guide, updatedOn: z.string(), version: z.int() }) },
      },
    },
    async (request, reply) =>
      (await findGuide(db, officerOf(request).agencyId)) ?? answerRefusal(request, reply, "not-found", CATALOGUE_REFUSALS["not-found"]),
  );
  app.put(
    `${BASE}/guide`,
    { ...KEEP, schema: { tags: TAGS, summary: "编制公开指南", params: ItemAgency, body: WriteGuide, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await writeGuide(ledger, callOf(request, request.body))),
  );
  app.get(
    `${BASE}/systems`,
    { ...READ, schema: { tags: TAGS, summary: "公开制度", params: ItemAgency, response: { 200: SystemList } } },
    async (request) => ({
      systems: (await listSystems(db, officerOf(request).agencyId)).map((row) => ({
        id: row.page_id,
        title: row.title,
        fields: row.fields,
        updatedOn: row.updated_on,
        version: row.version,
      })),
    }),
  );
  app.post(
    `${BASE}/systems`,
    { ...KEEP, schema: { tags: TAGS, summary: "增加公开制度", params: ItemAgency, body: SystemGiven, response: { 200: EntryDone } } },
    async (request, reply) => answer(request, reply, await writeSystem(ledger, callOf(request, request.body))),
  );
  app.put(
    `${BASE}/systems/:page`,
    { ...KEEP, schema: { tags: TAGS, summary: "修改公开制度", params: PageParams, body: SystemGiven, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await writeSystem(ledger, { ...callOf(request, request.body), pageId: request.params.page })),
  );
  app.post(
    `${BASE}/systems/:page/closure`,
    { ...KEEP, schema: { tags: TAGS, summary: "停用公开制度", params: PageParams, body: ItemAct, response: { 200: EntryDone } } },
    async (request, reply) =>
      answer(request, reply, await closeSystem(ledger, { ...callOf(request, request.body), pageId: request.params.page })),
  );
}
