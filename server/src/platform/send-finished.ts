import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";

declare module "fastify" {
  interface FastifyInstance {
    /** What every answer says to keep its reader safe, as `sendFinished` writes it: name, value, name, value. */
    readonly safetyList: readonly string[];
  }
}

/** What is asked for, as far as an answer that is finished already depends on it. */
export interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Finished {
  readonly status: number;
  /** Name, value, name, value, the names in lower case; `content-length` is added. */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

/** So many bytes are sooner copied behind the headers, as text of one piece with them, than sent as a piece of their own. */
const SHORT = 8 * 1024;

/**
 * Sends an answer that was finished before it was asked for. Its headers are written out, nothing on its way may change
 * it, and no `onSend` hook sees it; the request is logged and counted like any other. This is what makes a page from
 * memory cheap: building the same twenty headers anew for each request costs more than sending the page.
 */
export function sendFinished(reply: FastifyReply, finished: Finished): FastifyReply {
  const { raw, request, server } = reply;
  reply.hijack();
  writeFinished(raw, finished, { safetyList: server.safetyList, id: request.id });
  return reply;
}

/** The same where there is no reply yet. `id`: the request's. */
export function writeFinished(
  raw: ServerResponse,
  { status, headers, body }: Finished,
  { safetyList, id }: { readonly safetyList: readonly string[]; readonly id: string },
): void {
  const list = [...safetyList, ...headers, "x-request-id", id];
  if (body !== undefined) list.push("content-length", String(body.length));
  raw.writeHead(status, list);
  if (body === undefined || body.length > SHORT) raw.end(body);
  else raw.end(body.toString("latin1"), "latin1"); // one character for each byte
}
