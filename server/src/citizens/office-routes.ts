import type { FastifyReply, FastifyRequest } from "fastify";
import { actingAs, findSetAside, officerOf } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, openSealed, readHistories, runCommand } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import { FILE_TYPES } from "./check-file.ts";
import { listCaseFiles, openFile, showFile } from "./keep-file.ts";
import { grouped, makeCode } from "./query-code.ts";
import { findAccess, listIntake, listLinks, listStatements } from "./queries.ts";
import * as schema from "./schema.ts";
import { bringBack, setAside, type SetAsideRefusal } from "./set-aside.ts";
import { STATEMENT_WORDS, type StatementKind } from "./statement-words.ts";
import { giveAccess } from "./submit-draft.ts";
import { SUSPICION_WORDS, type Suspicion } from "./suspicion-words.ts";
import { createThirdPartyLink, type LinkRefusal } from "./third-party.ts";

const BASE = "/api/v1/agencies/:agency";
const CASE = `${BASE}/applications/:application`;
const TAGS = ["依申请公开（申请人一侧）"];
/** Whoever may see who applies, and whoever works on the case, may see what was handed in; each opening is recorded. */
const READ = { config: { audience: "staff", roles: "anyPost" } } as const;
const INTAKE = { config: { audience: "staff", roles: ["registrar", "officeHead"] } } as const;

type OfficeRefusal = LinkRefusal | SetAsideRefusal | CommonRefusal | "no-such-file" | "erased" | "no-such-statement";

export const OFFICE_REFUSALS = {
  "not-found": { status: 404, message: "没有找到这件申请，请检查编号，或者返回列表重新查找。" },
  "no-such-consultation": { status: 404, message: "没有这项第三方征求意见，请先办理“征求第三方意见”。" },
  "consultation-over": { status: 409, message: "这项征求意见已经结束，不需要再发链接。" },
  "no-such-file": { status: 404, message: "这件申请没有这个附件。" },
  "no-such-statement": { status: 404, message: "这件申请没有这份陈述。" },
  "not-waiting": { status: 409, message: "这件申请已经确认或者已经搁置，请刷新列表。" },
  "not-set-aside": { status: 409, message: "这件申请没有搁置，或者已经恢复，请刷新列表。" },
  "changed-meanwhile": { status: 409, message: "这件申请刚刚有了新的情况，请查看后再办理。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "not-allowed": { status: 403, message: "网上提交由登记人或者政府信息公开工作机构负责人办理。" },
  erased: { status: 410, message: "内容已按保存期限清除。" },
} as const satisfies Record<OfficeRefusal, RefusalWords>;

/** The office's side: what came in through the internet, attachments and statements with the audit, links and query codes. */
export function officeRoutes(
  app: App,
  { ledger, files, calendar, origin }: Pick<CitizenDependencies, "ledger" | "files" | "calendar" | "origin">,
): void {
  const { db } = ledger;

  app.get(
    `${BASE}/intake`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "网上提交、等待确认的申请",
        description: "可疑的排在后面，已搁置的排在最后，但一件不少。",
        params: schema.IntakeParams,
        response: { 200: schema.IntakeList },
      },
    },
    async (request) => {
      const { agencyId } = officerOf(request);
      const rows = await listIntake(db, agencyId);
      const aside = rows.filter(({ is_set_aside }) => is_set_aside).map(({ application_id }) => application_id);
      const reasons = new Map(
        (await readHistories(db, agencyId, "application", aside)).map((history) => [
          history[0]?.stream.id,
          String(findSetAside(history)?.payload["reason"] ?? ""),
        ]),
      );
      return {
        applications: rows.map((row) => ({
          id: row.application_id,
          receiptNumber: grouped(row.receipt_number),
          summary: row.summary,
          applicantName: row.applicant_name,
          applicantKind: row.applicant_kind,
          submittedOn: row.submitted_on,
          files: row.files ?? 0,
          isSuspected: row.suspicions.length > 0,
          suspicions: presentSuspicions(row.suspicions),
          isSetAside: row.is_set_aside,
          setAsideReason: reasons.get(row.application_id) ?? null,
          version: row.version,
        })),
      };
    },
  );

  app.post(
    `${CASE}/set-aside`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "搁置不是申请的网上提交",
        description: "不确认、不计数、不删除；申请人看得到原因，补充材料后自动恢复，工作机构随时可以恢复。",
        params: schema.CaseParams,
        body: schema.SetAside,
        response: { 200: schema.IntakeDone },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId } = request.params;
      const commandKey = commandKeyOf(request);
      const done = await setAside(ledger, calendar, { agencyId: officer.agencyId, applicationId, officer, commandKey, ...request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.post(
    `${CASE}/bring-back`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "恢复已搁置的网上提交",
        params: schema.CaseParams,
        body: schema.BringBack,
        response: { 200: schema.IntakeDone },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId } = request.params;
      const commandKey = commandKeyOf(request);
      const done = await bringBack(ledger, calendar, { agencyId: officer.agencyId, applicationId, officer, commandKey, ...request.body });
      return done.ok ? done.value : refuse(request, reply, done.refusal);
    },
  );

  app.get(
    `${CASE}/papers`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "申请人、第三方提交的附件和陈述（目录）",
        params: schema.CaseParams,
        response: { 200: schema.CitizenPapers },
      },
    },
    async (request) => {
      const { agencyId } = officerOf(request);
      const { application } = request.params;
      const [access, rows, statements, links] = await Promise.all([
        findAccess(db, agencyId, application),
        listCaseFiles(db, agencyId, application),
        listStatements(db, agencyId, application),
        listLinks(db, agencyId, application),
      ]);
      return {
        receiptNumber: access === undefined ? null : grouped(access.receipt_number),
        suspicions: presentSuspicions(access?.suspicions ?? []),
        files: rows.map((row) => ({
          id: row.file_id,
          size: row.size,
          mediaType: row.media_type,
          remark: row.remark,
          addedAt: row.added_at,
          statement: row.statement_id,
          isErased: row.erased_at !== null,
        })),
        statements: statements.map(({ statement_id, kind, given_on }) => ({
          id: statement_id,
          kind: kind as StatementKind,
          kindWords: STATEMENT_WORDS[kind as StatementKind],
          givenOn: given_on,
        })), // held to the list by a check of the table
        links: links.map((link) => ({
          id: link.link_id,
          consultation: link.consultation,
          createdAt: link.created_at,
          expiresAt: link.expires_at,
          openedAt: link.opened_at,
          usedAt: link.used_at,
          isRevoked: link.revoked_at !== null,
        })),
      };
    },
  );

  app.get(
    `${CASE}/papers/files/:file`,
    { ...READ, schema: { tags: TAGS, summary: "下载附件（留下记录）", params: schema.CaseFileParams } },
    async (request, reply) => {
      const { agencyId, actor } = officerOf(request);
      const { application, file: fileId } = request.params;
      const row = (await listCaseFiles(db, agencyId, application)).find(({ file_id }) => file_id === fileId);
      if (row === undefined) return refuse(request, reply, "no-such-file");
      await recordLook(ledger, { agencyId, actor }, "fileOpened", { application, file: fileId });
      const [bytes, { name, mediaType }] = await Promise.all([openFile({ ledger, files }, row), showFile(ledger, row)]);
      if (bytes === undefined) return refuse(request, reply, "erased");
      // Only kinds we know, never shown in place: a file of a stranger runs nowhere.
      return reply
        .header("cache-control", "private, no-store")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type(mediaType in FILE_TYPES ? mediaType : "application/octet-stream")
        .send(bytes);
    },
  );

  app.get(
    `${CASE}/papers/statements/:statement`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "查看陈述的内容（留下记录）",
        params: schema.StatementParams,
        response: { 200: schema.StatementText },
      },
    },
    async (request, reply) => {
      const { agencyId, actor } = officerOf(request);
      const { application, statement } = request.params;
      const row = (await listStatements(db, agencyId, application)).find(({ statement_id }) => statement_id === statement);
      if (row === undefined) return refuse(request, reply, "no-such-statement");
      await recordLook(ledger, { agencyId, actor }, "statementOpened", { application, statement });
      const text = await openSealed(db, ledger.keys, { agencyId, sealedId: row.sealed_text, purpose: "statement" });
      return typeof text === "string" ? { text } : refuse(request, reply, "erased");
    },
  );

  app.post(
    `${CASE}/consultations/:consultation/link`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "生成第三方意见的一次性链接",
        description: "先前的链接随即失效。",
        params: schema.ConsultationParams,
        body: schema.NewThirdPartyLink,
        response: { 200: schema.ThirdPartyLink },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId, consultation } = request.params;
      // Without an idempotency key: the answer holds the token, which is written down nowhere.
      const made = await runCommand<{ token: string; expiresAt: string }, LinkRefusal>(
        ledger,
        { command: "citizen:link-third-party", agencyId: officer.agencyId, actor: officer.actor },
        (turn) => createThirdPartyLink(turn, ledger, { applicationId, consultation, ...request.body }),
      );
      if (!made.ok) return refuse(request, reply, made.refusal as LinkRefusal); // nothing else refuses without key and version
      return { url: `${origin()}/opinion?k=${made.value.token}`, expiresAt: made.value.expiresAt };
    },
  );

  app.post(
    `${CASE}/access`,
    {
      ...INTAKE,
      schema: {
        tags: TAGS,
        summary: "发给申请人回执号和查询码",
        description: "用于当面、邮寄的申请，或者查询码丢失；先前的查询码随即失效。请核对身份后办理。",
        params: schema.CaseParams,
        response: { 200: schema.QueryAccess },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request), ["registrar", "officeHead"]);
      const { application: applicationId } = request.params;
      const code = makeCode();
      const given = await runCommand<string, "not-found">(
        ledger,
        { command: "citizen:give-access", agencyId: officer.agencyId, actor: officer.actor },
        async (turn) => {
          const stream = { kind: "application", id: applicationId };
          if ((await turn.history(stream)).length === 0) return { ok: false, refusal: "not-found" };
          const receiptNumber = await giveAccess(turn, ledger, { applicationId, code, wantsMail: false });
          await turn.append(stream, [{ type: "queryCodeGiven", payload: { receiptNumber } }]);
          return { ok: true, value: receiptNumber };
        },
      );
      if (!given.ok) return refuse(request, reply, "not-found");
      return { receiptNumber: grouped(given.value), code: grouped(code) };
    },
  );
}

function presentSuspicions(codes: readonly string[]) {
  return codes.map((code) => ({ code: code as Suspicion, words: SUSPICION_WORDS[code as Suspicion] })); // written from the table
}

/** Looking is no step of the case: it stands in the person's audit and makes nobody's page stale. */
async function recordLook(
  ledger: Ledger,
  { agencyId, actor }: Pick<ReturnType<typeof officerOf>, "agencyId" | "actor">,
  type: "fileOpened" | "statementOpened",
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  if (actor.kind !== "person") return;
  await runCommand(ledger, { command: "citizen:look", agencyId, actor }, async (turn) => {
    await turn.append({ kind: "access", id: actor.personId }, [{ type, payload }]);
    return { ok: true, value: null };
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: OfficeRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, OFFICE_REFUSALS[refusal]);
}
