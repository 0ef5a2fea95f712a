import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "./problem-schema.ts";

/** How a refusal is told: the status and the Chinese sentence. Each slice has a table of them. */
export interface RefusalWords {
  readonly status: number;
  readonly message: string;
}

/** Answers a refusal in the shape of every problem of the API. */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: string,
  { status, message }: RefusalWords,
  more: Pick<Problem, "issues" | "retryAt"> = {},
): FastifyReply {
  const problem: Problem = { status, error: refusal, message, requestId: request.id, ...more };
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(problem);
}
