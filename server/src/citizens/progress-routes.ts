import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { openServed, sendAttachment } from "../attachments/index.ts";
import { type NewEvent, readHistory, runCommand } from "../ledger/index.ts";
import { LETTER_FORMATS, renderLetter, thawLetter, verifyLetterNumber } from "../letters/index.ts";
import { takeAttempt } from "../platform/attempts.ts";
import type { App } from "../platform/http.ts";
import type { PortalPages } from "../portal/index.ts";
import { keepFiles } from "./add-files.ts";
import { clean } from "./check-draft.ts";
import { FILE_REFUSALS } from "./check-file.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import type { FieldProblem } from "./form-words.ts";
import { giveStatement } from "./give-statement.ts";
import { isSameToken } from "./is-same-token.ts";
import { loadProgress, type OfferedStatement, type Progress } from "./load-progress.ts";
import { openCase, type ProgressSession, readSession, sealSession, sessionToken } from "./progress-session.ts";
import { PUBLIC, readCookie, sendPage, writeCookie } from "./portal-view.ts";
import { readForm, receiveForms } from "./receive-forms.ts";
import { sendDocument } from "./send-document.ts";

const COOKIE = "gongkai_progress";
const KINDS = ["correction", "reasons", "payment", "material", "withdrawal"] as const;
const KindParams = z.object({ kind: z.enum(KINDS) });
const ReleasedParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const LetterParams = z.object({ letter: z.uuid(), format: z.enum(LETTER_FORMATS) });
const VERIFY_LIMIT = { most: 60, windowSeconds: 3600, blockSeconds: 900 } as const;

/** The answer for an unknown number and for a wrong code: one and the same. */
const WRONG = "回执号或者查询码不对，请对照回执逐位核对。";
const BLOCKED = "尝试次数太多，为保护申请人，请15分钟后再试。";

interface Shown {
  readonly session: ProgressSession;
  readonly progress: Progress;
}

/** Number and code, the case, what the applicant does in it, letters, and their verification. */
export async function progressRoutes(app: App, dependencies: CitizenDependencies, { assets, render }: PortalPages): Promise<void> {
  const { ledger, files, settings, calendar, actHooks } = dependencies;
  const isSecure = settings.baseUrl?.startsWith("https:") === true;
  const services = () => ({ calendar: calendar(), hooks: actHooks });
  const cookieFor = (session: ProgressSession | null) =>
    session === null
      ? writeCookie(COOKIE, "", { path: "/progress", maxAge: 0, isSecure })
      : writeCookie(COOKIE, sealSession(ledger, session), { path: "/progress", isSecure });

  /** The case of whoever asks, or the way to the form for number and code. Looking prolongs the session. */
  async function findShown(request: FastifyRequest, reply: FastifyReply): Promise<Shown | undefined> {
    const session = readSession(ledger, readCookie(request.headers.cookie, COOKIE));
    const progress = session === undefined ? undefined : await loadProgress(ledger, calendar(), session);
    if (session === undefined || progress === undefined) {
      await reply.redirect("/progress", 303);
      return undefined;
    }
    reply.header("set-cookie", cookieFor(session));
    return { session, progress };
  }

  app.get(
    "/progress",
    { ...PUBLIC, schema: { hide: true, querystring: z.object({ number: z.string().max(60).catch("").default("") }) } },
    async (request, reply) => sendPage(reply, render.renderAskPage({ assets, number: clean(request.query.number) })),
  );

  app.get(
    "/progress/case",
    { ...PUBLIC, schema: { hide: true, querystring: z.object({ done: z.enum(KINDS).optional().catch(undefined) }) } },
    async (request, reply) => {
      const shown = await findShown(request, reply);
      if (shown === undefined) return reply;
      const { done } = request.query;
      return sendPage(
        reply,
        render.renderProgressPage({
          assets,
          progress: shown.progress,
          token: sessionToken(ledger, shown.session),
          done: done === undefined ? undefined : render.OFFER_WORDS[done].done,
        }),
      );
    },
  );

  app.get("/progress/case/:kind", { ...PUBLIC, schema: { hide: true, params: KindParams } }, async (request, reply) => {
    const shown = await findShown(request, reply);
    if (shown === undefined) return reply;
    const offer = shown.progress.offers.find(({ kind }) => kind === request.params.kind);
    if (offer === undefined) return reply.redirect("/progress/case", 303);
    return showForm(reply, shown, offer, { text: "", problems: [] });
  });

  function showForm(
    reply: FastifyReply,
    { session, progress }: Shown,
    offer: OfferedStatement,
    { text, problems }: { readonly text: string; readonly problems: readonly FieldProblem[] },
  ): FastifyReply {
    const page = render.renderStatementPage({
      assets,
      progress,
      offer,
      token: sessionToken(ledger, session),
      formKey: randomUUID(),
      text,
      problems,
    });
    return sendPage(reply, page, problems.length > 0 ? 422 : 200);
  }

  /** Proof that the applicant had it; in a stream of its own, so that no clerk's page becomes stale by it. */
  async function recordFetch({ agencyId, applicationId }: ProgressSession, event: NewEvent): Promise<void> {
    await runCommand(ledger, { command: "citizen:fetch", agencyId, actor: { kind: "citizen" } }, async (turn) => {
      await turn.append({ kind: "access", id: applicationId }, [event]);
      return { ok: true, value: null };
    });
  }

  app.get("/progress/case/letters/:letter/:format", { ...PUBLIC, schema: { hide: true, params: LetterParams } }, async (request, reply) => {
    const shown = await findShown(request, reply);
    if (shown === undefined) return reply;
    const { session, progress } = shown;
    const { letter: letterId, format } = request.params;
    const { agencyId, applicationId } = session;
    const letter = progress.letters.find(({ id }) => id === letterId);
    const row = await ledger.db
      .selectFrom("letter")
      .select("content_sha256")
      .where("agency_id", "=", agencyId)
      .where("letter_id", "=", letterId)
      .where("application_id", "=", applicationId)
      .executeTakeFirst();
    const frozen =
      letter === undefined || row?.content_sha256 == null
        ? undefined
        : await thawLetter({ files, keys: ledger.keys }, { agencyId, letterId, sha256: row.content_sha256 });
    if (frozen === undefined) return reply.redirect("/progress/case", 303);
    await recordFetch(session, { type: "letterFetched", payload: { application: applicationId, letter: letterId, format } });
    const bytes = await renderLetter(frozen.doc, format, frozen.on);
    return sendDocument(reply.header("cache-control", "private, no-store"), bytes, format, `${frozen.title}${frozen.number ?? ""}`);
  });

  app.get("/progress/case/released/:sha256", { ...PUBLIC, schema: { hide: true, params: ReleasedParams } }, async (request, reply) => {
    const shown = await findShown(request, reply);
    if (shown === undefined) return reply;
    const { agencyId, applicationId } = shown.session;
    const { sha256 } = request.params;
    const history = await readHistory(ledger.db, agencyId, { kind: "application", id: applicationId });
    const opened = await openServed({ ledger, files }, { agencyId, history, sha256 });
    if (opened === undefined) return reply.redirect("/progress/case", 303);
    await recordFetch(shown.session, { type: "releasedFetched", payload: { application: applicationId, sha256 } });
    return sendAttachment(reply, opened);
  });

  const VerifyQuery = z.object({ number: z.string().max(100).catch("").default(""), code: z.string().max(40).catch("").default("") });
  app.get("/progress/verify", { ...PUBLIC, schema: { hide: true, querystring: VerifyQuery } }, async (request, reply) => {
    const number = clean(request.query.number);
    const code = clean(request.query.code);
    if (number === "" || code === "")
      return sendPage(
        reply,
        render.renderVerifyLetterPage({
          assets,
          number,
          code,
          found: undefined,
          ...(number + code === "" ? {} : { problem: "请同时填写文号和核验码。" }),
        }),
      );
    const allowed = await takeAttempt(ledger.db, {
      limit: VERIFY_LIMIT,
      bucket: `verify-letter:${request.ip}`,
      at: ledger.clock.instant(),
    });
    if (!allowed.isAllowed)
      return sendPage(reply, render.renderVerifyLetterPage({ assets, number, code, found: undefined, problem: BLOCKED }), 429);
    const found = await verifyLetterNumber(ledger.db, { number, code });
    return sendPage(reply, render.renderVerifyLetterPage({ assets, number, code, found: found ?? null }));
  });

  await receiveForms(app, settings.baseUrl, (scope) => {
    scope.post("/progress", PUBLIC, async (request, reply) => {
      const { fields } = await readForm(request);
      const number = clean(fields["number"] ?? "").slice(0, 60);
      const opened = await openCase(ledger, { number, code: fields["code"] ?? "", address: request.ip });
      if (opened.ok) return reply.header("set-cookie", cookieFor(opened.session)).redirect("/progress/case", 303);
      const isBlocked = opened.refusal === "blocked";
      return sendPage(reply, render.renderAskPage({ assets, number, problem: isBlocked ? BLOCKED : WRONG }), isBlocked ? 429 : 422);
    });

    scope.post("/progress/leave", PUBLIC, async (_request, reply) =>
      reply.header("set-cookie", cookieFor(null)).redirect("/progress", 303),
    );

    scope.post("/progress/case/:kind", { ...PUBLIC, schema: { hide: true, params: KindParams } }, async (request, reply) => {
      const shown = await findShown(request, reply);
      const form = await readForm(request);
      if (shown === undefined) return reply;
      const { session, progress } = shown;
      const { agencyId, applicationId } = session;
      const { kind } = request.params;
      const { fields } = form;
      if (!isSameToken(fields["token"], sessionToken(ledger, session))) return reply.redirect("/progress/case", 303);
      const offer = progress.offers.find((one) => one.kind === kind) ?? { kind, until: null, asked: null };
      const text = clean(fields["text"] ?? "").slice(0, 5000);
      const again = (field: string, message: string) => showForm(reply, shown, offer, { text, problems: [{ field, message }] });
      if (kind === "withdrawal" && fields["sure"] !== "on") return again("sure", "请勾选“我确认撤回这件申请”，然后再提交。");
      const kept = await keepFiles(dependencies, agencyId, form.files, { files: 0, bytes: 0 });
      if (!kept.ok)
        return again("file", kept.name === undefined ? FILE_REFUSALS[kept.refusal] : `“${kept.name}”：${FILE_REFUSALS[kept.refusal]}`);
      const key = z.uuid().safeParse(fields["key"]);
      const given = await giveStatement(
        ledger,
        { files, services },
        {
          agencyId,
          applicationId,
          kind,
          text,
          files: kept.kept,
          version: Number(fields["version"]),
          formKey: key.success ? key.data : randomUUID(),
        },
      );
      if (given.ok) return reply.redirect(`/progress/case?done=${kind}`, 303);
      return again("text", STATEMENT_REFUSALS[given.refusal]);
    });
  });
}

const STATEMENT_REFUSALS = {
  "text-missing": "请填写内容，或者选择附件。",
  "changed-meanwhile": "您打开本页以后，案件有了新的进展。填写的内容还在，请看一下进度，再提交一次。",
  "not-now": "案件已经进入下一步，现在不能这样做。请返回办理进度查看。",
  "not-found": "没有找到这件申请。",
  "not-allowed": "现在不能这样做。请返回办理进度查看。",
  "key-reused": "这份内容刚才已经提交过，请返回办理进度查看；要修改的，请重新打开本页填写。",
} as const;
