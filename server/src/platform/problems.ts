import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { h } from "preact";
import { explainIssue, type Issue } from "./explain-issue.ts";
import { renderPlainPage } from "./plain-page.ts";

/** What a caller is told when there is no answer; as JSON, or as a page for a browser. */
export interface Problem {
  readonly status: number;
  /** For programs; stable. */
  readonly error: string;
  /** For people; Chinese. */
  readonly message: string;
  /** To be quoted to the administrator: the log has it too. */
  readonly requestId: string;
  /** Everything that is wrong with what was sent, at once. */
  readonly issues?: readonly Issue[];
}

type Words = Readonly<{ error: string; message: string }>;

const FAULT: Words = { error: "fault", message: "系统出现故障，本次操作没有完成。请稍后再试；如仍不成功，请把下面的编号告诉管理员。" };

const WORDS: Readonly<Record<number, Words>> = {
  400: { error: "bad-request", message: "请求的内容有误，请检查后再试。" },
  404: { error: "not-found", message: "没有找到这个页面，请检查网址是否完整。" },
  405: { error: "method-not-allowed", message: "不支持这种访问方式。" },
  408: { error: "too-slow", message: "等待时间过长，请检查网络后再试。" },
  413: { error: "too-large", message: "上传的内容超出大小限制，请拆分或压缩后再试。" },
  414: { error: "too-long", message: "网址过长，请检查后再试。" },
  415: { error: "unsupported-type", message: "不支持这种内容类型。" },
  429: { error: "too-many", message: "请求过于频繁，请稍后再试。" },
  503: { error: "unavailable", message: "系统正在启动或停止，请稍后再试。" },
};

/** Answers what was thrown: a bad request with everything that is wrong, any other fault without a word about its inside. */
export function answerFault(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const issues = fault.validation.map(({ instancePath, keyword, params }) => explainIssue({ path: instancePath, keyword, params }));
    return answerProblem(request, reply, 400, { issues });
  }
  const status = fault.statusCode ?? (isUnstorable(fault) ? 400 : 500);
  if (status >= 500 && status !== 503) request.log.error({ err: fault }, "fault");
  else request.log.debug({ err: fault }, "refused");
  return answerProblem(request, reply, status);
}

/** PostgreSQL keeps every character but U+0000, in text (22021) and in JSON (22P05); nobody types one. */
function isUnstorable({ code }: FastifyError): boolean {
  return code === "22021" || code === "22P05";
}

/** Answers an address nothing stands at. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerProblem(request, reply, 404);
}

/** Answers who asks too often; `wait` in seconds. */
export function answerTooMany(request: FastifyRequest, reply: FastifyReply, wait: number): FastifyReply {
  return answerProblem(request, reply.header("retry-after", wait), 429);
}

function answerProblem(request: FastifyRequest, reply: FastifyReply, status: number, more: Pick<Problem, "issues"> = {}): FastifyReply {
  const words = WORDS[status] ?? (status >= 500 ? FAULT : (WORDS[400] ?? FAULT));
  const problem: Problem = { status, ...words, requestId: request.id, ...more };
  reply.code(status).header("cache-control", "no-store").header("vary", "accept");
  if (!wantsPage(request)) return reply.type("application/json; charset=utf-8").serializer(JSON.stringify).send(problem);
  return reply.type("text/html; charset=utf-8").serializer(String).send(renderProblem(problem));
}

/** A browser asks for text/html by name; programs do not. Addresses of the API always answer in JSON. */
function wantsPage({ headers, url }: FastifyRequest): boolean {
  return !url.startsWith("/api/v") && (headers.accept ?? "").includes("text/html");
}

const TITLES: Readonly<Record<number, string>> = { 404: "没有找到页面", 429: "请求过于频繁", 413: "内容过大" };

function renderProblem({ status, message, requestId, issues = [] }: Problem): string {
  return renderPlainPage(TITLES[status] ?? (status >= 500 ? "系统故障" : "请求有误"), [
    h("p", null, message),
    issues.length === 0
      ? null
      : h(
          "ul",
          null,
          issues.map((issue) => h("li", null, issue.message)),
        ),
    h("p", null, "编号：", h("code", null, requestId)),
    h("p", null, h("a", { href: "/" }, "返回首页")),
  ]);
}
