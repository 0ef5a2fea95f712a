import { plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { officerOf } from "../applications/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import type { Dependencies } from "../slices.ts";
import type { LetterIssue } from "./compose-letter.ts";
import { openDraftFields } from "./draft-fields.ts";
import { openDraftFiles } from "./draft-files.ts";
import { issueLetter } from "./issue-alone.ts";
import { LETTER_KINDS } from "./letter-kinds.ts";
import { LETTER_REFUSALS, type LetterRefusal } from "./letter-refusals.ts";
import { openLetter } from "./open-letter.ts";
import { presentKind, presentLetter } from "./present.ts";
import { previewLetter } from "./preview-letter.ts";
import { findLetter, listErased, listLetters, namePeople } from "./queries.ts";
import { removeLetterDraft } from "./remove-draft.ts";
import { LETTER_MEDIA_TYPES, renderLetter } from "./render-letter.ts";
import { saveLetterDraft } from "./save-draft.ts";
import * as schema from "./schema.ts";
import { templateRoutes } from "./template-routes.ts";
import { listTemplates } from "./templates.ts";

const BASE = "/api/v1/agencies/:agency";
const LETTERS = `${BASE}/applications/:application/letters`;
const TAGS = ["文书"];
/** Everyone with a duty in the organ's cases, and supervisors above it, may read them. */
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;
const WRITE = { config: { audience: "staff", roles: "anyPost" } } as const;
const CaseParams = schema.LetterParams.omit({ letter: true });

/** Letters of a case: list, drafts, preview, files; and the organ's own wordings. */
export function letterRoutes(app: App, dependencies: Pick<Dependencies, "ledger" | "files" | "calendar">): void {
  const { ledger, files, calendar } = dependencies;
  const { db } = ledger;
  const today = () => plainDate(ledger.clock.today());
  templateRoutes(app, dependencies);

  app.get(
    `${BASE}/letter-kinds`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "文书种类、字段和答复类型的后果",
        params: CaseParams.pick({ agency: true }),
        response: { 200: schema.LetterKindList, "4xx": Problem },
      },
    },
    async (request) => {
      const { agencyId } = officerOf(request);
      const templates = await listTemplates(db, agencyId);
      return { kinds: LETTER_KINDS.map((kind) => presentKind(kind, templates.get(kind.kind)?.lines ?? kind.lines, today())) };
    },
  );

  app.get(
    LETTERS,
    { ...READ, schema: { tags: TAGS, summary: "案件的文书", params: CaseParams, response: { 200: schema.LetterList, "4xx": Problem } } },
    async (request) => {
      const { agencyId } = officerOf(request);
      const rows = await listLetters(db, agencyId, request.params.application);
      const [names, erased] = await Promise.all([
        namePeople(
          db,
          rows.map(({ changed_by }) => changed_by),
        ),
        listErased(
          db,
          agencyId,
          rows.map(({ content_sha256 }) => content_sha256),
        ),
      ]);
      return { letters: rows.map((row) => presentLetter(row, names, erased)) };
    },
  );

  app.post(
    LETTERS,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "新建文书草稿",
        params: CaseParams,
        body: schema.SaveLetter,
        response: { 200: schema.LetterSaved, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const applicationId = request.params.application;
      const saved = await saveLetterDraft(ledger, {
        ...request.body,
        agencyId: officer.agencyId,
        applicationId,
        officer,
        commandKey: commandKeyOf(request),
      });
      return saved.ok ? saved.value : refuse(request, reply, saved);
    },
  );

  app.get(
    `${LETTERS}/:letter`,
    {
      ...WRITE,
      schema: { tags: TAGS, summary: "文书草稿的内容", params: schema.LetterParams, response: { 200: schema.LetterDraft, "4xx": Problem } },
    },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const row = await findLetter(db, agencyId, request.params.letter);
      if (row === undefined || row.application_id !== request.params.application)
        return refuse(request, reply, { refusal: "no-such-letter" });
      const [names, fields, kept] = await Promise.all([
        namePeople(db, [row.changed_by]),
        openDraftFields(db, ledger.keys, row),
        openDraftFiles(db, row),
      ]);
      return { ...presentLetter(row, names, new Set()), fields, files: kept };
    },
  );

  app.put(
    `${LETTERS}/:letter`,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "保存文书草稿",
        params: schema.LetterParams,
        body: schema.SaveLetter,
        response: { 200: schema.LetterSaved, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { application: applicationId, letter: letterId } = request.params;
      const saved = await saveLetterDraft(ledger, {
        ...request.body,
        agencyId: officer.agencyId,
        applicationId,
        letterId,
        officer,
        commandKey: commandKeyOf(request),
      });
      return saved.ok ? saved.value : refuse(request, reply, saved);
    },
  );

  app.post(
    `${LETTERS}/:letter/removal`,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "删除文书草稿（随草稿保存、没有其他用处的文件一并清除）",
        params: schema.LetterParams,
        body: schema.RemoveLetter,
        response: { 200: schema.LetterRemoved, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { application: applicationId, letter: letterId } = request.params;
      const call = { agencyId: officer.agencyId, applicationId, letterId, officer, commandKey: commandKeyOf(request) };
      const removed = await removeLetterDraft(ledger, { ...call, version: request.body.version });
      return removed.ok ? removed.value : refuse(request, reply, removed);
    },
  );

  app.post(
    `${LETTERS}/preview`,
    {
      ...WRITE,
      schema: {
        tags: TAGS,
        summary: "预览文书（申请人信息隐去）",
        params: CaseParams,
        body: schema.PreviewLetter,
        response: { 200: schema.LetterPreview, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { agencyId } = officerOf(request);
      const applicationId = request.params.application;
      const preview = await previewLetter(ledger, { ...request.body, agencyId, applicationId, today: today(), calendar: calendar() });
      return preview.ok ? preview.value : refuse(request, reply, preview);
    },
  );

  app.post(
    `${LETTERS}/:letter/issue`,
    {
      config: { audience: "staff", roles: ["registrar", "officeHead"] },
      schema: {
        tags: TAGS,
        summary: "单独发出文书",
        params: schema.LetterParams,
        body: schema.IssueLetter,
        response: { 200: schema.LetterIssued, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { application: applicationId, letter: letterId } = request.params;
      const call = {
        agencyId: officer.agencyId,
        applicationId,
        letterId,
        version: request.body.version,
        officer,
        commandKey: commandKeyOf(request),
      };
      const issued = await issueLetter(ledger, { files, calendar: calendar() }, call);
      return issued.ok ? issued.value : refuse(request, reply, issued);
    },
  );

  app.get(
    `${LETTERS}/:letter/files/:format`,
    {
      ...READ,
      schema: {
        tags: TAGS,
        summary: "下载发出的文书；有权查看申请人信息的留下记录，其他人员得到隐去申请人信息的文本",
        params: schema.LetterFileParams,
      },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const { application: applicationId, letter: letterId, format } = request.params;
      const opened = await openLetter(ledger, files, { agencyId: officer.agencyId, applicationId, letterId, officer });
      if (!opened.ok) return refuse(request, reply, opened);
      const { doc, title, number, on, isMasked } = opened.value;
      const name = `${title}${number ?? ""}${isMasked ? "（隐去申请人信息）" : ""}.${format}`;
      return reply
        .header("cache-control", "private, no-store")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type(LETTER_MEDIA_TYPES[format])
        .send(Buffer.from(await renderLetter(doc, format, on)));
    },
  );
}

interface Refused {
  readonly refusal: LetterRefusal;
  readonly refusals?: readonly LetterIssue[];
}

export function refuse(request: FastifyRequest, reply: FastifyReply, { refusal, refusals = [] }: Refused): FastifyReply {
  const issues = refusals.map(({ code, text }) => ({ path: code, message: `${text}。` }));
  return answerRefusal(request, reply, refusal, LETTER_REFUSALS[refusal], issues.length > 0 ? { issues } : {});
}
