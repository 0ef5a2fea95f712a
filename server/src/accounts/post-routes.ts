import type { FastifyReply, FastifyRequest } from "fastify";
import { officeOf, POST_ROLES } from "../agencies/index.ts";
import { AgencyParams } from "../agencies/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { endPost, setAbsence, setDeputy } from "./change-post.ts";
import { givePost } from "./give-post.ts";
import { presentPosts } from "./present.ts";
import { findPost, listPosts } from "./queries.ts";
import { type AccountRefusal, refuse } from "./refusals.ts";
import { EndPost, GivePost, Post, PostList, PostListQuery, PostParams, SetAbsence, SetDeputy } from "./schema.ts";

/** Posts of an organ: who holds which duty, who stands in, who is away. */
export function postRoutes(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db, clock } = ledger;
  const posts = "/api/v1/agencies/:agency/posts";
  const config = { audience: "administrator" } as const;
  const tags = ["posts"];

  app.get(
    posts,
    {
      config: { audience: "staff", roles: POST_ROLES, supervised: true },
      schema: {
        summary: "本机关的岗位",
        tags,
        params: AgencyParams,
        querystring: PostListQuery,
        response: { 200: PostList, "4xx": Problem },
      },
    },
    async (request) => {
      const agencyId = officeOf(request).agency.agency_id;
      const { role, ended } = request.query;
      return {
        posts: await presentPosts(ledger, agencyId, await listPosts(db, agencyId, { today: clock.today(), withEnded: ended, role })),
      };
    },
  );

  app.post(
    posts,
    { config, schema: { summary: "设岗", tags, params: AgencyParams, body: GivePost, response: { 201: Post, "4xx": Problem } } },
    async (request, reply) => {
      const given = await givePost(ledger, { ...request.body, ...callOf(request) });
      return given.ok ? answerPost(request, reply.code(201), given.value.postId) : refuseWith(request, reply, given.refusal);
    },
  );

  app.put(
    `${posts}/:post/deputy`,
    { config, schema: { summary: "设置B岗", tags, params: PostParams, body: SetDeputy, response: { 200: Post, "4xx": Problem } } },
    async (request, reply) => {
      const postId = request.params.post;
      return answer(request, reply, postId, await setDeputy(ledger, { ...request.body, ...callOf(request), postId }));
    },
  );

  app.put(
    `${posts}/:post/absence`,
    {
      config: { audience: "staff", roles: POST_ROLES },
      schema: {
        summary: "登记A岗不在岗",
        description: "由管理员或A岗本人登记；期间由B岗代行。",
        tags,
        params: PostParams,
        body: SetAbsence,
        response: { 200: Post, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const postId = request.params.post;
      return answer(request, reply, postId, await setAbsence(ledger, { ...request.body, ...callOf(request), postId }));
    },
  );

  app.post(
    `${posts}/:post/end`,
    { config, schema: { summary: "结束岗位", tags, params: PostParams, body: EndPost, response: { 200: Post, "4xx": Problem } } },
    async (request, reply) => {
      const postId = request.params.post;
      return answer(request, reply, postId, await endPost(ledger, { ...request.body, ...callOf(request), postId }));
    },
  );

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    postId: string,
    result: { ok: true } | { ok: false; refusal: AccountRefusal },
  ): Promise<FastifyReply> {
    return result.ok ? answerPost(request, reply, postId) : refuseWith(request, reply, result.refusal);
  }

  async function answerPost(request: FastifyRequest, reply: FastifyReply, postId: string): Promise<FastifyReply> {
    const agencyId = officeOf(request).agency.agency_id;
    const row = await findPost(db, agencyId, postId);
    const [post] = row === undefined ? [] : await presentPosts(ledger, agencyId, [row]);
    return post === undefined ? refuseWith(request, reply, "no-such-post") : reply.send(post);
  }

  function refuseWith(request: FastifyRequest, reply: FastifyReply, refusal: AccountRefusal): FastifyReply {
    return refuse(request, reply, { ok: false, refusal }, clock.instant());
  }
}

function callOf(request: FastifyRequest) {
  const { agency, actor } = officeOf(request);
  return { agencyId: agency.agency_id, actor, commandKey: commandKeyOf(request) };
}
