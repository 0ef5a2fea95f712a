import type { FastifyReply, FastifyRequest } from "fastify";
import { officeOf } from "../agencies/index.ts";
import { answerRefusal } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import type { Dependencies } from "../slices.ts";
import { changeTemplate, checkWording, type TemplateChanged } from "./change-template.ts";
import { draftLetter } from "./compose-letter.ts";
import { exampleFacts } from "./example-facts.ts";
import { gatherAgency } from "./gather-facts.ts";
import { findLetterKind, LETTER_KINDS } from "./letter-kinds.ts";
import { LETTER_REFUSALS, type LetterRefusal } from "./letter-refusals.ts";
import { presentFields } from "./present.ts";
import { listTemplateRows, namePeople } from "./queries.ts";
import { renderFragment } from "./render-letter.ts";
import * as schema from "./schema.ts";
import { findTemplate, toTemplate } from "./templates.ts";

const BASE = "/api/v1/agencies/:agency/letter-templates";
const TAGS = ["文书"];
const KEEPERS = { config: { audience: "staff", roles: ["officeHead", "administrator"] } } as const;

/** The organ's own wordings of letters: edit with a preview, every version kept, ours back. */
export function templateRoutes(app: App, { ledger }: Pick<Dependencies, "ledger">): void {
  const { db } = ledger;

  app.get(
    BASE,
    {
      ...KEEPERS,
      schema: {
        tags: TAGS,
        summary: "文书模板",
        params: schema.LetterKindParams.omit({ kind: true }),
        response: { 200: schema.LetterTemplateList, "4xx": Problem },
      },
    },
    async (request) => {
      const rows = await listTemplateRows(db, officeOf(request).agency.agency_id);
      const templates = LETTER_KINDS.map((kind) => {
        const row = rows.find((one) => one.kind === kind.kind); // the newest version comes first
        const isOwn = row !== undefined && !isReset(row.content);
        const title = row === undefined ? kind.title : toTemplate(kind, row.version, row.content).title;
        return { kind: kind.kind, title, purpose: kind.purpose, version: row?.version ?? 0, isOwn };
      });
      return { templates };
    },
  );

  app.get(
    `${BASE}/:kind`,
    {
      ...KEEPERS,
      schema: {
        tags: TAGS,
        summary: "一种文书的模板和历次修改",
        params: schema.LetterKindParams,
        response: { 200: schema.LetterTemplateView, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const kind = findLetterKind(request.params.kind);
      if (kind === undefined) return refuse(request, reply, "no-such-letter-kind");
      const { agency_id: agencyId } = officeOf(request).agency;
      const [template, rows] = await Promise.all([findTemplate(db, agencyId, kind), listTemplateRows(db, agencyId, kind.kind)]);
      const names = await namePeople(
        db,
        rows.map(({ changed_by }) => changed_by),
      );
      const [newest] = rows;
      return {
        kind: kind.kind,
        ...template,
        isOwn: newest !== undefined && !isReset(newest.content),
        usual: { title: kind.title, lines: kind.lines },
        fields: presentFields(kind),
        versions: rows.map((row) => ({
          ...toTemplate(kind, row.version, row.content),
          changedAt: row.changed_at,
          changedBy: row.changed_by === null ? null : (names.get(row.changed_by) ?? null),
          isReset: isReset(row.content),
        })),
      };
    },
  );

  app.put(
    `${BASE}/:kind`,
    {
      ...KEEPERS,
      schema: {
        tags: TAGS,
        summary: "修改文书模板",
        params: schema.LetterKindParams,
        body: schema.SaveTemplate,
        response: { 200: schema.TemplateSaved, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const { version, title, lines } = request.body;
      return answer(request, reply, await change(request, { version, wording: { title, lines } }));
    },
  );

  app.post(
    `${BASE}/:kind/reset`,
    {
      ...KEEPERS,
      schema: {
        tags: TAGS,
        summary: "恢复程序自带的模板",
        params: schema.LetterKindParams,
        body: schema.ResetTemplate,
        response: { 200: schema.TemplateSaved, "4xx": Problem },
      },
    },
    async (request, reply) => answer(request, reply, await change(request, { version: request.body.version, wording: null })),
  );

  app.post(
    `${BASE}/:kind/preview`,
    {
      ...KEEPERS,
      schema: {
        tags: TAGS,
        summary: "以虚构的案件预览模板",
        params: schema.LetterKindParams,
        body: schema.PreviewTemplate,
        response: { 200: schema.TemplatePreview, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const kind = findLetterKind(request.params.kind);
      if (kind === undefined) return refuse(request, reply, "no-such-letter-kind");
      const agency = await gatherAgency(db, officeOf(request).agency.agency_id);
      const { doc } = draftLetter(kind.kind, { ...exampleFacts(kind), agency }, { version: 0, ...request.body });
      return { html: renderFragment(doc), issues: [...checkWording(kind.kind, request.body)] };
    },
  );

  function change(
    request: FastifyRequest<{ Params: { kind: string } }>,
    call: { readonly version: number; readonly wording: { readonly title: string; readonly lines: readonly string[] } | null },
  ): Promise<TemplateChanged> {
    const { agency, actor } = officeOf(request);
    return changeTemplate(ledger, {
      agencyId: agency.agency_id,
      actor,
      kind: request.params.kind,
      ...call,
      commandKey: commandKeyOf(request),
    });
  }
}

function isReset(content: unknown): boolean {
  return typeof content === "object" && content !== null && "isReset" in content;
}

function answer(request: FastifyRequest, reply: FastifyReply, changed: TemplateChanged) {
  if (changed.ok) return changed.value;
  const issues = "refusals" in changed ? changed.refusals.map(({ code, text }) => ({ path: code, message: `${text}。` })) : [];
  return answerRefusal(request, reply, changed.refusal, LETTER_REFUSALS[changed.refusal], issues.length > 0 ? { issues } : {});
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: LetterRefusal): FastifyReply {
  return answerRefusal(request, reply, refusal, LETTER_REFUSALS[refusal]);
}
