import { plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { actingAs, officerOf } from "../applications/index.ts";
import { readHistory, type StoredEvent } from "../ledger/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { openOwnRecord } from "./open-content.ts";
import { checkOwnRecord, decideOwnRecord, tellOwnRecord } from "./own-record-steps.ts";
import { findOwnRecord, listOwnRecords, presentOwnRecord } from "./queries.ts";
import { receiveOwnRecord } from "./receive-own-record.ts";
import { OWN_RECORD_REFUSALS, type OwnRecordRefusal } from "./refusals.ts";
import {
  OwnRecordsParams,
  CheckOwnRecord,
  DecideOwnRecord,
  FINDING_WORDS,
  OWN_RECORD_STATE_WORDS,
  OwnRecordContent,
  OwnRecordDone,
  OwnRecordList,
  OwnRecordPage,
  OwnRecordParams,
  OwnRecordQuery,
  ReceiveOwnRecord,
  TellOwnRecord,
} from "./schema.ts";

const BASE = "/api/v1/agencies/:agency/own-records";
const TAGS = ["更正本人信息（条例第四十一条）"];
const READ = { config: { audience: "staff", roles: "anyPost" } } as const;
/** What the office calls the events of a request to correct one's own record. */
export const OWN_RECORD_WORDS: Readonly<Record<string, string>> = {
  ...OWN_RECORD_STATE_WORDS,
  requested: "收到更正申请",
  checked: "核实",
  told: "告知申请人",
};

/** Requests to correct one's own record: a flow of its own, never counted as applications. */
export function ownRecordRoutes(app: App, { ledger, calendar }: Dependencies): void {
  const { db } = ledger;

  app.get(
    BASE,
    {
      ...READ,
      schema: { tags: TAGS, summary: "更正申请", params: OwnRecordsParams, querystring: OwnRecordQuery, response: { 200: OwnRecordList } },
    },
    async (request) => {
      const { page, pageSize } = request.query;
      const { rows, total } = await listOwnRecords(db, officerOf(request).agencyId, request.query);
      return { records: rows.map((row) => presentOwnRecord(row, ledger.clock.today())), total, page, pageSize };
    },
  );

  app.post(
    BASE,
    {
      config: { audience: "staff", roles: ["registrar"] },
      schema: { tags: TAGS, summary: "登记更正申请", params: OwnRecordsParams, body: ReceiveOwnRecord, response: { 200: OwnRecordDone } },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar"]);
      const done = await receiveOwnRecord(ledger, {
        agencyId: officer.agencyId,
        officer,
        given: request.body,
        commandKey: commandKeyOf(request),
      });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.get(
    `${BASE}/:record`,
    { ...READ, schema: { tags: TAGS, summary: "更正申请的办理情况", params: OwnRecordParams, response: { 200: OwnRecordPage } } },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const row = await findOwnRecord(db, agencyId, request.params.record);
      if (row === undefined) return refuse(request, reply, "not-found");
      const history = await readHistory(db, agencyId, { kind: "ownRecord", id: row.request_id });
      return { record: presentOwnRecord(row, plainDate(ledger.clock.today())), timeline: history.map(presentEvent) };
    },
  );

  app.post(
    `${BASE}/:record/content`,
    {
      config: { audience: "staff", roles: ["registrar", "officeHead", "handler"] },
      schema: { tags: TAGS, summary: "查看申请人和请求的内容（留下记录）", params: OwnRecordParams, response: { 200: OwnRecordContent } },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const opened = await openOwnRecord(ledger, { agencyId: officer.agencyId, recordId: request.params.record, officer });
      return opened.ok ? reply.header("cache-control", "no-store").send(opened.value) : refuse(request, reply, opened.refusal);
    },
  );

  app.post(
    `${BASE}/:record/check`,
    {
      config: { audience: "staff", roles: ["handler", "registrar", "officeHead"] },
      schema: { tags: TAGS, summary: "核实", params: OwnRecordParams, body: CheckOwnRecord, response: { 200: OwnRecordDone } },
    },
    async (request, reply) => {
      const done = await checkOwnRecord(ledger, calendar(), {
        ...callOf(request, ["handler", "registrar", "officeHead"]),
        given: request.body,
      });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${BASE}/:record/decision`,
    {
      config: { audience: "staff", roles: ["officeHead"] },
      schema: {
        tags: TAGS,
        summary: "更正、不予更正、转送或者告知",
        params: OwnRecordParams,
        body: DecideOwnRecord,
        response: { 200: OwnRecordDone },
      },
    },
    async (request, reply) => {
      const done = await decideOwnRecord(ledger, calendar(), { ...callOf(request, ["officeHead"]), given: request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${BASE}/:record/delivery`,
    {
      config: { audience: "staff", roles: ["registrar", "officeHead"] },
      schema: { tags: TAGS, summary: "告知申请人", params: OwnRecordParams, body: TellOwnRecord, response: { 200: OwnRecordDone } },
    },
    async (request, reply) => {
      const done = await tellOwnRecord(ledger, calendar(), { ...callOf(request, ["registrar", "officeHead"]), given: request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );
}

function callOf(request: FastifyRequest<{ Params: { record: string } }>, roles: Parameters<typeof actingAs>[1]) {
  const officer = actingAs(officerOf(request), roles);
  return { agencyId: officer.agencyId, recordId: request.params.record, officer, commandKey: commandKeyOf(request) };
}

function presentEvent({ type, on, payload, documents }: StoredEvent): OwnRecordPage["timeline"][number] {
  const { finding, letterNumber } = payload;
  return {
    type,
    label: OWN_RECORD_WORDS[type] ?? type,
    on,
    finding: typeof finding === "string" ? ((FINDING_WORDS as Readonly<Record<string, string>>)[finding] ?? null) : null,
    letterNumber: typeof letterNumber === "string" && letterNumber !== "" ? letterNumber : null,
    documents,
  };
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: OwnRecordRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, OWN_RECORD_REFUSALS[refusal]);
}
