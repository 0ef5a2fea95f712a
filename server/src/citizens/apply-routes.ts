import { addDays, addWorkingDays, FEE_BY_ITEMS, FEE_BY_PAGES, inWords, isProvisional, type PlainDate, plainDate } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { AgencyRecord } from "../agencies/index.ts";
import { LETTER_FORMATS, renderLetter } from "../letters/index.ts";
import { takeAttempt } from "../platform/attempts.ts";
import type { App } from "../platform/http.ts";
import type { PortalPages } from "../portal/index.ts";
import { composeBlankForm } from "./blank-form.ts";
import { clean } from "./check-draft.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import { createDraft, DRAFT_MINUTES, listDrafts, makeOwnerSecret } from "./draft-store.ts";
import { findPublished } from "./find-published.ts";
import { OrganParams, OWNER_COOKIE, ownerOf } from "./owner-cookie.ts";
import { findOpenOrgan, presentOrgan, PUBLIC, sendPage, writeCookie } from "./portal-view.ts";
import { readForm, receiveForms } from "./receive-forms.ts";
import { sendDocument } from "./send-document.ts";
import { shanghaiDate } from "./shanghai-time.ts";
import { listOpenOrgans, suggestOrgans } from "./suggest-organs.ts";

/** Forms begun from one address. Schools and libraries share one. */
const DRAFTS_LIMIT = { most: 200, windowSeconds: 3600, blockSeconds: 600 } as const;
const WantQuery = z.object({ want: z.string().max(500).catch("").default("") });

/** The guide, the way to the right organ, the blank form for paper, and the beginning of a form. */
export async function applyRoutes(
  app: App,
  { ledger, settings, calendar, finders }: CitizenDependencies,
  { assets, render }: PortalPages,
): Promise<void> {
  const { db } = ledger;
  const isSecure = settings.baseUrl?.startsWith("https:") === true;
  const today = () => plainDate(ledger.clock.today());

  app.get("/apply", { ...PUBLIC, schema: { hide: true, querystring: WantQuery } }, async (request, reply) => {
    const wanted = clean(request.query.want).slice(0, 200);
    const organs = await listOpenOrgans(db);
    const [suggested, published] = await Promise.all([
      suggestOrgans(db, organs, wanted),
      findPublished(db, undefined, { title: wanted }, finders),
    ]);
    return sendPage(
      reply,
      render.renderApplyGuidePage({
        assets,
        wanted,
        organs,
        suggested,
        published: published.slice(0, 5),
        example: exampleFrom(today()),
        fees: [FEE_BY_ITEMS.says, FEE_BY_PAGES.says],
      }),
    );
  });

  function exampleFrom(day: PlainDate) {
    const days = calendar();
    const confirmed = addWorkingDays(days, day, 1) ?? addDays(day, 1);
    const after = (number: number) => addWorkingDays(days, confirmed, number) ?? confirmed;
    return {
      confirmedOn: `次一工作日（${inWords(confirmed)}）`,
      correctionBy: inWords(after(7)),
      dueOn: inWords(after(20)),
      extendedTo: inWords(after(40)),
      isProvisional: isProvisional(days, confirmed, after(40)),
    };
  }

  app.get(
    "/apply/form/:format",
    {
      ...PUBLIC,
      schema: {
        hide: true,
        params: z.object({ format: z.enum(LETTER_FORMATS) }),
        querystring: z.object({ organ: z.string().max(63).optional() }),
      },
    },
    async (request, reply) => {
      const { format } = request.params;
      const agency = request.query.organ === undefined ? undefined : await findOpenOrgan(db, request.query.organ);
      const bytes = await renderLetter(composeBlankForm(agency?.name), format, today());
      return sendDocument(reply.header("cache-control", "public, max-age=3600"), bytes, format, "政府信息公开申请表");
    },
  );

  app.get("/apply/:agency", { ...PUBLIC, schema: { hide: true, params: OrganParams, querystring: WantQuery } }, async (request, reply) => {
    const agency = await findOpenOrgan(db, request.params.agency);
    if (agency === undefined) return reply.callNotFound();
    return showOrgan(request, reply, agency, clean(request.query.want).slice(0, 200));
  });

  async function showOrgan(
    request: FastifyRequest,
    reply: FastifyReply,
    agency: AgencyRecord,
    wanted: string,
    problem?: string,
  ): Promise<FastifyReply> {
    const owner = ownerOf(request);
    const asked = { agencyId: agency.agency_id, code: agency.code, name: agency.name };
    const published = problem === undefined ? await findPublished(db, asked, { title: wanted }, finders) : [];
    const drafts = owner === undefined ? [] : await listDrafts(ledger, agency.agency_id, owner);
    const listed = drafts.map(({ id, content, expiresAt }) => ({
      id,
      title: content.title ?? "",
      expiresOn: inWords(shanghaiDate(expiresAt)),
    }));
    return sendPage(
      reply,
      render.renderApplyOrganPage({ assets, organ: presentOrgan(agency), wanted, published, drafts: listed, problem }),
      problem === undefined ? 200 : 429,
    );
  }

  await receiveForms(app, settings.baseUrl, (scope) => {
    scope.post("/apply/:agency", { ...PUBLIC, schema: { hide: true, params: OrganParams } }, async (request, reply) => {
      const agency = await findOpenOrgan(db, request.params.agency);
      if (agency === undefined) return reply.callNotFound();
      const { fields } = await readForm(request);
      const wanted = clean(fields["want"] ?? "").slice(0, 200);
      const allowed = await takeAttempt(db, { limit: DRAFTS_LIMIT, bucket: `apply:drafts:${request.ip}`, at: ledger.clock.instant() });
      if (!allowed.isAllowed)
        return showOrgan(
          request,
          reply,
          agency,
          wanted,
          "这个网络地址在短时间内开始填写的申请太多，请10分钟后再试，或者打印申请表当面、邮寄提交。",
        );
      const owner = ownerOf(request) ?? makeOwnerSecret();
      const id = await createDraft(ledger, agency.agency_id, owner, wanted === "" ? {} : { title: wanted });
      const maxAge = (fields["shared"] ?? "") === "" ? DRAFT_MINUTES * 60 : undefined;
      return reply
        .header("set-cookie", writeCookie(OWNER_COOKIE, owner, { path: "/apply", maxAge, isSecure }))
        .redirect(`/apply/${agency.code}/${id}/request`, 303);
    });
  });
}
