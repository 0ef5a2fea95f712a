import { inWords, plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import QRCode from "qrcode";
import { z } from "zod";
import type { AgencyRecord } from "../agencies/index.ts";
import type { App } from "../platform/http.ts";
import type { PortalPages } from "../portal/index.ts";
import { addFiles } from "./add-files.ts";
import { checkDraft, readStep } from "./check-draft.ts";
import { FILE_REFUSALS } from "./check-file.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import { discardDraft } from "./discard-draft.ts";
import { countWrongAnswer, type Draft, findDraft, formToken, saveDraft } from "./draft-store.ts";
import { findPublished } from "./find-published.ts";
import { type FieldProblem, type FormStep, STEP_FIELDS } from "./form-words.ts";
import { isRightAnswer, isWorkDone, MOST_WRONG_ANSWERS, questionOf, WORK_BITS } from "./human-check.ts";
import { isSameToken } from "./is-same-token.ts";
import { listDraftFiles, showFile } from "./keep-file.ts";
import { DraftParams, ownerOf } from "./owner-cookie.ts";
import { findOpenOrgan, presentOrgan, PUBLIC, sendPage } from "./portal-view.ts";
import { findAsked } from "./queries.ts";
import { codeOfDraft, grouped } from "./query-code.ts";
import { readForm, receiveForms } from "./receive-forms.ts";
import { shanghaiTime } from "./shanghai-time.ts";
import { findSubmitted, submitDraft } from "./submit-draft.ts";

const FORM_STEPS = Object.keys(STEP_FIELDS) as readonly FormStep[]; // its own keys
const NEXT = { request: "applicant", applicant: "supply", supply: "files" } as const satisfies Record<FormStep, string>;

/** A draft in the browser that owns it. */
interface Open {
  readonly agency: AgencyRecord;
  readonly draft: Draft;
  readonly owner: string;
  readonly token: string;
}

/** The form step by step, and the receipt. Everything is saved on the server at each step, so a broken line loses one step at most. */
export async function formRoutes(app: App, dependencies: CitizenDependencies, { assets, render }: PortalPages): Promise<void> {
  const { ledger, files, settings, finders } = dependencies;
  const { db } = ledger;
  const gone = (reply: FastifyReply, agency?: AgencyRecord) =>
    sendPage(reply, render.renderGonePage({ assets, organ: agency === undefined ? undefined : presentOrgan(agency) }), 404);

  async function openDraft(request: FastifyRequest<{ Params: z.infer<typeof DraftParams> }>): Promise<Open | AgencyRecord | undefined> {
    const agency = await findOpenOrgan(db, request.params.agency);
    const owner = ownerOf(request);
    if (agency === undefined || owner === undefined) return agency;
    const draft = await findDraft(ledger, agency.agency_id, request.params.draft, owner);
    return draft === undefined ? agency : { agency, draft, owner, token: formToken(ledger, draft.id, owner) };
  }
  const isOpen = (found: Open | AgencyRecord | undefined): found is Open => found !== undefined && "draft" in found;
  const frame = ({ agency, draft, token }: Open) => ({
    assets,
    organ: presentOrgan(agency),
    draftId: draft.id,
    token,
    savedAt: shanghaiTime(ledger.clock.instant()),
  });
  const addressOf = ({ agency, draft }: Pick<Open, "agency" | "draft">, step: string) => `/apply/${agency.code}/${draft.id}/${step}`;

  for (const step of FORM_STEPS) {
    app.get(
      `/apply/:agency/:draft/${step}`,
      {
        ...PUBLIC,
        schema: { hide: true, params: DraftParams, querystring: z.object({ saved: z.string().optional(), check: z.string().optional() }) },
      },
      async (request, reply) => {
        const found = await openDraft(request);
        if (!isOpen(found)) return gone(reply, found);
        if (found.draft.applicationId !== null) return reply.redirect(addressOf(found, "receipt"), 303);
        const problems = request.query.check === undefined ? [] : checkDraft(found.draft.content, [step]);
        return sendPage(
          reply,
          render.renderStepPage({
            ...frame(found),
            step,
            content: found.draft.content,
            problems,
            isSaved: request.query.saved !== undefined,
            offersSms: settings.citizenSmsHookUrl !== undefined,
          }),
        );
      },
    );
  }

  app.get("/apply/:agency/:draft/files", { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
    const found = await openDraft(request);
    if (!isOpen(found)) return gone(reply, found);
    if (found.draft.applicationId !== null) return reply.redirect(addressOf(found, "receipt"), 303);
    return showFiles(reply, found, []);
  });

  async function showFiles(reply: FastifyReply, found: Open, problems: readonly FieldProblem[], added?: string): Promise<FastifyReply> {
    const rows = await listDraftFiles(db, found.agency.agency_id, found.draft.id);
    const shown = await Promise.all(rows.map((row) => showFile(ledger, row)));
    return sendPage(reply, render.renderFilesPage({ ...frame(found), files: shown, problems, added }), problems.length > 0 ? 422 : 200);
  }

  app.get(
    "/apply/:agency/:draft/preview",
    { ...PUBLIC, schema: { hide: true, params: DraftParams, querystring: z.object({ again: z.string().optional() }) } },
    async (request, reply) => {
      const found = await openDraft(request);
      if (!isOpen(found)) return gone(reply, found);
      if (found.draft.applicationId !== null) return reply.redirect(addressOf(found, "receipt"), 303);
      return showPreview(reply, found, { isWrong: request.query.again !== undefined });
    },
  );

  async function showPreview(
    reply: FastifyReply,
    found: Open,
    { isWrong = false, message }: { readonly isWrong?: boolean; readonly message?: string } = {},
  ): Promise<FastifyReply> {
    const { agency, draft } = found;
    const rows = await listDraftFiles(db, agency.agency_id, draft.id);
    const { content } = draft;
    const organ = { agencyId: agency.agency_id, code: agency.code, name: agency.name };
    const [shown, published] = await Promise.all([
      Promise.all(rows.map((row) => showFile(ledger, row))),
      findPublished(db, organ, { title: content.title ?? "", documentNumber: content.documentNumber }, finders),
    ]);
    const problems = FORM_STEPS.flatMap((step) =>
      checkDraft(content, [step]).map((problem) => ({ ...problem, href: `${addressOf(found, step)}?check=1#field-${problem.field}` })),
    );
    const told = message === undefined ? problems : [{ field: "form", message, href: "#main" }, ...problems];
    const page = render.renderPreviewPage({
      ...frame(found),
      content,
      files: shown,
      problems: told,
      published,
      version: draft.version,
      question: questionOf(draft.id).words,
      isWrong,
      workBits: WORK_BITS,
    });
    return sendPage(reply, page, told.length > 0 ? 422 : 200);
  }

  app.get("/apply/:agency/:draft/receipt", { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
    const found = await openDraft(request);
    const submitted = isOpen(found) ? await findSubmitted(ledger, found.draft) : undefined;
    if (!isOpen(found) || submitted === undefined) return gone(reply, isOpen(found) ? found.agency : found);
    const { agency, draft, owner } = found;
    const asked = await findAsked(db, agency.agency_id, submitted.applicationId);
    const { count } = await db
      .selectFrom("citizen_file")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("agency_id", "=", agency.agency_id)
      .where("draft_id", "=", draft.id)
      .executeTakeFirstOrThrow();
    const address = `${dependencies.origin()}/progress`;
    const picture = `data:image/svg+xml;base64,${Buffer.from(await QRCode.toString(`${address}?number=${submitted.receiptNumber}`, { type: "svg", margin: 2 })).toString("base64")}`;
    const page = render.renderApplyReceiptPage({
      assets,
      organ: presentOrgan(agency),
      receiptNumber: grouped(submitted.receiptNumber),
      code: grouped(codeOfDraft(ledger.keys, draft.id, owner)),
      title: asked?.title ?? "",
      submittedOn: asked === undefined ? "" : inWords(plainDate(asked.submitted_on)),
      files: count,
      progressAddress: address,
      picture,
    });
    return sendPage(reply, page);
  });

  await receiveForms(app, settings.baseUrl, (scope) => {
    /** A form of this browser's own page for this draft; anything else opens nothing. */
    async function openForm(request: FastifyRequest<{ Params: z.infer<typeof DraftParams> }>, reply: FastifyReply) {
      const found = await openDraft(request);
      const form = await readForm(request);
      if (!isOpen(found) || !isSameToken(form.fields["token"], found.token)) {
        await gone(reply, isOpen(found) ? found.agency : found);
        return undefined;
      }
      return { found, ...form };
    }

    for (const step of FORM_STEPS) {
      scope.post(`/apply/:agency/:draft/${step}`, { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
        const opened = await openForm(request, reply);
        if (opened === undefined) return reply;
        const { found, fields } = opened;
        const isSaved = await saveDraft(ledger, found.draft, readStep(step, fields));
        if (!isSaved) return reply.redirect(addressOf(found, "receipt"), 303);
        if (fields["go"] === "auto") return reply.code(204).header("cache-control", "no-store").send();
        if (fields["go"] === "save") return reply.redirect(`${addressOf(found, step)}?saved=1`, 303);
        const content = { ...found.draft.content, ...readStep(step, fields) };
        const problems = checkDraft(content, [step]);
        // It is saved: shown by an address of its own, the page can be gone back to and loaded again.
        if (problems.length > 0) return reply.redirect(`${addressOf(found, step)}?check=1#problems`, 303);
        return reply.redirect(addressOf(found, NEXT[step]), 303);
      });
    }

    scope.post("/apply/:agency/:draft/files", { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
      const opened = await openForm(request, reply);
      if (opened === undefined) return reply;
      const { found, files: sent } = opened;
      if (found.draft.applicationId !== null) return reply.redirect(addressOf(found, "receipt"), 303);
      const added = await addFiles(dependencies, found.draft, sent);
      if (added.ok) return reply.redirect(addressOf(found, "files"), 303);
      const told = added.name === undefined ? FILE_REFUSALS[added.refusal] : `“${added.name}”：${FILE_REFUSALS[added.refusal]}`;
      return showFiles(reply, found, [{ field: "file", message: told }]);
    });

    scope.post(
      "/apply/:agency/:draft/files/:file/remove",
      { ...PUBLIC, schema: { hide: true, params: DraftParams.extend({ file: z.uuid() }) } },
      async (request, reply) => {
        const opened = await openForm(request, reply);
        if (opened === undefined) return reply;
        const { found } = opened;
        await discardDraft({ ledger, files }, found.draft, request.params.file);
        return reply.redirect(addressOf(found, "files"), 303);
      },
    );

    scope.post("/apply/:agency/:draft/discard", { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
      const opened = await openForm(request, reply);
      if (opened === undefined) return reply;
      await discardDraft({ ledger, files }, opened.found.draft);
      return reply.redirect(`/apply/${opened.found.agency.code}`, 303);
    });

    scope.post("/apply/:agency/:draft/submit", { ...PUBLIC, schema: { hide: true, params: DraftParams } }, async (request, reply) => {
      const opened = await openForm(request, reply);
      if (opened === undefined) return reply;
      const { found, fields } = opened;
      const { draft, owner } = found;
      const receipt = () => reply.redirect(addressOf(found, "receipt"), 303);
      if (draft.applicationId !== null) return receipt();
      const hasAnswered = isWorkDone(draft.id, fields["work"] ?? "") || isRightAnswer(draft.id, fields["answer"] ?? "");
      if (!hasAnswered && draft.wrongAnswers < MOST_WRONG_ANSWERS) {
        await countWrongAnswer(ledger, draft);
        return reply.redirect(`${addressOf(found, "preview")}?again=1#problems`, 303);
      }
      const done = await submitDraft(ledger, { draft, owner, version: Number(fields["version"]), address: request.ip, hasAnswered });
      if (done.ok) return receipt();
      const again = await findDraft(ledger, found.agency.agency_id, draft.id, owner);
      if (again === undefined) return gone(reply, found.agency);
      if (again.applicationId !== null) return receipt();
      const message = SUBMIT_WORDS[done.refusal as keyof typeof SUBMIT_WORDS] ?? SUBMIT_WORDS["draft-changed"];
      return showPreview(reply, { ...found, draft: again }, { message });
    });
  });
}

const SUBMIT_WORDS = {
  "draft-changed": "核对以后，内容又有修改（可能在另一个窗口）。请再核对一遍，然后提交。",
  "draft-incomplete": "还有内容需要补充。",
  "too-many": "这个网络地址在短时间内提交的申请太多，请15分钟后再提交。填写的内容都保存着，不会丢失。",
} as const;
