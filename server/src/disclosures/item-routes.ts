import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodType } from "zod";
import type { z } from "zod";
import type { Result, Role } from "@gongkai/statute";
import { actingAs, officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import type { ItemCall } from "./act-on-item.ts";
import { changeValidity, linkInterpretation } from "./change-validity.ts";
import { draftFromApplication } from "./draft-from-application.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { ITEM_REFUSALS, type ItemRefusal } from "./item-refusals.ts";
import { readersOf } from "./keep-attachment.ts";
import { archiveItem, discardItem, markItem, reviewItemAgain } from "./mark-item.ts";
import { maskFindings } from "./mask-item.ts";
import { ITEM_ACTS, type ItemActName } from "./policy.ts";
import { loadItemPage, presentItem } from "./present-item.ts";
import { publishItem, scheduleItem, unscheduleItem } from "./publish-item.ts";
import { findPlainText, listItems } from "./queries.ts";
import { returnItem, signItem, submitItem } from "./review-item.ts";
import {
  ItemAgency,
  ChangeValidity,
  DraftFromApplication,
  GiveReason,
  ItemAct,
  ItemDone,
  ItemDraft,
  ItemList,
  ItemPage,
  ItemParams,
  ItemQuery,
  JudgeFinding,
  LinkInterpretation,
  MarkItem,
  MaskFindings,
  ReviewAgain,
  ReviewItem,
  ReviseItem,
  ScheduleItem,
  SubmitItem,
  TextDifference,
  VersionsQuery,
  WithdrawItem,
} from "./schema.ts";
import { judgeFinding, screenItem } from "./screen-item.ts";
import { compareTexts } from "./text-difference.ts";
import { approveTakeDown, takeDownItem, withdrawItem } from "./withdraw-item.ts";

const BASE = "/api/v1/agencies/:agency/items";
const TAGS = ["主动公开"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const WRITE = { config: { audience: "staff", roles: "anyPost" } } as const;

/** Items of proactive disclosure, for the office. What the public may see are the pages of the portal. */
export function itemRoutes(app: App, { ledger, files, readers }: Dependencies): void {
  const services = { files, readers: readersOf(readers) };

  app.get(
    BASE,
    {
      ...READ,
      schema: { tags: TAGS, summary: "查找主动公开信息", params: ItemAgency, querystring: ItemQuery, response: { 200: ItemList } },
    },
    async (request) => {
      const { rows, total } = await listItems(ledger.db, officerOf(request).agencyId, request.query);
      return { items: rows.map(presentItem), total, page: request.query.page, pageSize: request.query.pageSize };
    },
  );

  app.post(
    BASE,
    { ...WRITE, schema: { tags: TAGS, summary: "拟稿", params: ItemAgency, body: ItemDraft, response: { 200: ItemDone } } },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ITEM_ACTS.draft);
      return answer(
        request,
        reply,
        await draftItem(ledger, files, { agencyId: officer.agencyId, officer, given: request.body, commandKey: commandKeyOf(request) }),
      );
    },
  );

  app.post(
    `${BASE}/from-application`,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "把依申请公开的信息转为主动公开（条例第四十四条）",
        params: ItemAgency,
        body: DraftFromApplication,
        response: { 200: ItemDone },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ITEM_ACTS.draft);
      return answer(
        request,
        reply,
        await draftFromApplication(ledger, files, {
          agencyId: officer.agencyId,
          officer,
          given: request.body,
          commandKey: commandKeyOf(request),
        }),
      );
    },
  );

  app.get(
    `${BASE}/:item`,
    { ...READ, schema: { tags: TAGS, summary: "信息的内容和办理情况", params: ItemParams, response: { 200: ItemPage } } },
    async (request, reply) => {
      const officer = officerOf(request);
      const page = await loadItemPage(ledger, { agencyId: officer.agencyId, itemId: request.params.item, officer });
      return page ?? answerRefusal(request, reply, "not-found", ITEM_REFUSALS["not-found"]);
    },
  );

  app.get(
    `${BASE}/:item/difference`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "两个版本的文字差异",
        params: ItemParams,
        querystring: VersionsQuery,
        response: { 200: TextDifference },
      },
    },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const { from, to } = request.query;
      const [before, after] = await Promise.all(
        [from, to].map((version) => findPlainText(ledger.db, agencyId, request.params.item, version)),
      );
      if (before === undefined || after === undefined) return answerRefusal(request, reply, "not-found", ITEM_REFUSALS["not-found"]);
      return { pieces: compareTexts(before, after) };
    },
  );

  const act = <Given extends ZodType<{ readonly version: number }>>(
    path: string,
    summary: string,
    body: Given,
    name: ItemActName | readonly Role[],
    run: (call: ItemCall<z.output<Given>>) => Promise<Result<ItemDone, ItemRefusal>>,
  ): void => {
    app.post(
      `${BASE}/:item/${path}`,
      { ...WRITE, schema: { tags: TAGS, summary, params: ItemParams, body, response: { 200: ItemDone } } },
      async (request, reply) => {
        const officer = actingAs(officerOf(request), typeof name === "string" ? ITEM_ACTS[name] : name);
        const given = request.body as z.output<Given>; // what the schema of this very route let through
        return answer(
          request,
          reply,
          await run({ agencyId: officer.agencyId, itemId: request.params.item, officer, given, commandKey: commandKeyOf(request) }),
        );
      },
    );
  };
  act("revision", "修改", ReviseItem, "revise", (call) => reviseItem(ledger, files, call));
  act("mark", "认定公开属性", MarkItem, "mark", (call) => markItem(ledger, call));
  act("screening", "筛查", ItemAct, "screen", (call) => screenItem(ledger, files, call));
  act("verdicts", "认定筛查问题可以公开", JudgeFinding, "judge", (call) => judgeFinding(ledger, call));
  act("masks", "隐去筛查发现的内容、清理附件", MaskFindings, "mask", (call) => maskFindings(ledger, services, call));
  act("submission", "提交审查", SubmitItem, "submit", (call) => submitItem(ledger, call));
  act("signatures", "审查同意", ReviewItem, [], (call) => signItem(ledger, call));
  act("return", "退回", GiveReason, [], (call) => returnItem(ledger, call));
  act("schedule", "定时发布", ScheduleItem, "schedule", (call) => scheduleItem(ledger, call));
  act("unschedule", "取消定时", ItemAct, "unschedule", (call) => unscheduleItem(ledger, call));
  act("publication", "发布", ItemAct, "publish", (call) => publishItem(ledger, call));
  act("withdrawal", "撤回", WithdrawItem, "withdraw", (call) => withdrawItem(ledger, call));
  act("take-down", "紧急撤下", WithdrawItem, "takeDown", (call) => takeDownItem(ledger, call));
  act("take-down-approval", "补批紧急撤下", ItemAct, "approveTakeDown", (call) => approveTakeDown(ledger, call));
  act("validity", "变更效力状态", ChangeValidity, "changeValidity", (call) => changeValidity(ledger, call));
  act("interpretation", "关联所解读的文件", LinkInterpretation, "linkInterpretation", (call) => linkInterpretation(ledger, call));
  act("re-review", "重新审查不公开的信息", ReviewAgain, "reviewAgain", (call) => reviewItemAgain(ledger, call));
  act("archive", "归档", ItemAct, "archive", (call) => archiveItem(ledger, call));
  act("discard", "作废草稿", ItemAct, "discard", (call) => discardItem(ledger, call));
}

function answer(request: FastifyRequest, reply: FastifyReply, done: Result<ItemDone, ItemRefusal>) {
  return done.ok ? done.value : answerRefusal(request, reply, done.refusal, ITEM_REFUSALS[done.refusal]);
}
