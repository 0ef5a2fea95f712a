import { type Calendar, foldCase, type PlainDate, plainDate } from "@gongkai/statute";
import { actingAs, officerOf, toCase } from "../applications/index.ts";
import { type Ledger, openSealed, readHistory, runCommand, type StoredEvent } from "../ledger/index.ts";
import { sendAttachment } from "../attachments/index.ts";
import type { App } from "../platform/http.ts";
import { listArchive, writeArchiveList } from "./archive-list.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import { FILE_TYPES } from "./check-file.ts";
import { listCaseFiles, openFile, showFile } from "./keep-file.ts";
import { refuse } from "./office-refusals.ts";
import { presentSuspicions, reasonOf } from "./present-intake.ts";
import { grouped, makeCode } from "./query-code.ts";
import { findAccess, listLinks, listStatements } from "./queries.ts";
import * as schema from "./schema.ts";
import { STATEMENT_WORDS, type StatementKind } from "./statement-words.ts";
import { giveAccess } from "./submit-draft.ts";
import { createThirdPartyLink, type LinkRefusal } from "./third-party.ts";

const BASE = "/api/v1/agencies/:agency";
const CASE = `${BASE}/applications/:application`;
const TAGS = ["依申请公开（申请人一侧）"];
/** Whoever may see who applies, and whoever works on the case, may see what was handed in; each opening is recorded. */
const READ = { config: { audience: "staff", roles: "anyPost" } } as const;
const INTAKE = { config: { audience: "staff", roles: ["registrar", "officeHead"] } } as const;

/** The office's side of a case: attachments and statements with the audit, links and query codes. */
export function officeRoutes(
  app: App,
  { ledger, files, calendar, origin }: Pick<CitizenDependencies, "ledger" | "files" | "calendar" | "origin">,
): void {
  const { db } = ledger;

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
      const [history, access, rows, statements, links] = await Promise.all([
        readHistory(db, agencyId, { kind: "application", id: application }),
        findAccess(db, agencyId, application),
        listCaseFiles(db, agencyId, application),
        listStatements(db, agencyId, application),
        listLinks(db, agencyId, application),
      ]);
      return {
        receiptNumber: access === undefined ? null : grouped(access.receipt_number),
        setAsideReason: reasonOf(history),
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
        consultations: listOpen(history, { today: plainDate(ledger.clock.today()), calendar: calendar() }),
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
    `${CASE}/archive-list`,
    { ...READ, schema: { tags: TAGS, summary: "案卷目录（xlsx）：申请、材料、发出的文书、附件，按日期排列", params: schema.CaseParams } },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const papers = await listArchive(ledger, { agencyId, applicationId: request.params.application });
      if (papers.length === 0) return refuse(request, reply, "not-found");
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return sendAttachment(reply, { name: "案卷目录.xlsx", mediaType, bytes: Buffer.from(writeArchiveList(papers)) });
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
      return sendAttachment(reply, { name, mediaType: mediaType in FILE_TYPES ? mediaType : "application/octet-stream", bytes });
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
          const receiptNumber = await giveAccess(turn, ledger, { applicationId, code });
          await turn.append(stream, [{ type: "queryCodeGiven", payload: { receipt: receiptNumber } }]);
          return { ok: true, value: receiptNumber };
        },
      );
      if (!given.ok) return refuse(request, reply, "not-found");
      return { receiptNumber: grouped(given.value), code: grouped(code) };
    },
  );
}

/** Third parties that have been asked and have not answered yet. */
function listOpen(history: readonly StoredEvent[], on: { readonly today: PlainDate; readonly calendar: Calendar }) {
  if (history.length === 0) return [];
  const open = new Set(foldCase(toCase(history), on).openConsultations.map(({ id }) => id));
  return history.flatMap(({ type, on: sentOn, payload: { id, with: whom } }) =>
    type === "consultationSent" && whom === "thirdParty" && typeof id === "string" && open.has(id) ? [{ id, sentOn }] : [],
  );
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
