import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import proxyAddress from "@fastify/proxy-addr";
import type { Answered } from "./log.ts";
import { type Asked, type Finished, writeFinished } from "./send-finished.ts";

/** Finds the finished answer to what is asked, open to everyone; undefined: the routes are to answer. */
export type Recall = (asked: Asked) => Finished | undefined;

declare module "fastify" {
  interface FastifyInstance {
    /** Has what was answered before looked up ahead of the routes. Only for what everyone may see. */
    recallFirst(recall: Recall): void;
  }
}

export interface RecallOptions {
  readonly recalls: readonly Recall[];
  readonly safetyList: readonly string[];
  /** True where this address asks too often: the routes tell it so. */
  readonly isTooOften: (ip: string) => boolean;
  /** Whose word on the asker's address is believed, as Fastify's `trustProxy`. */
  readonly trusts: ((address: string, hop: number) => boolean) | undefined;
  readonly writeLine: (answered: Omit<Answered, "level">) => void;
}

/**
 * The HTTP server under Fastify. A page from memory is sent from here, with the same headers, limit and line in the log as
 * any answer: finding its route, and making a request and a reply of Fastify's, would cost a third as much again. All else goes
 * to the routes; so does everything once the server is to stop.
 */
export function recallingServer(routes: RequestListener, options: RecallOptions): Server {
  const server = createServer((incoming, response) => {
    if (!server.listening || !answerRecalled(incoming, response, options)) routes(incoming, response);
  });
  return server;
}

function answerRecalled(
  incoming: IncomingMessage,
  response: ServerResponse,
  { recalls, safetyList, isTooOften, trusts, writeLine }: RecallOptions,
): boolean {
  const { method = "", url = "", headers, socket } = incoming;
  const finished = findRecalled(recalls, method, { url, headers });
  if (finished === undefined) return false;
  const ip = trusts === undefined ? (socket.remoteAddress ?? "") : proxyAddress(incoming, trusts);
  if (isTooOften(ip)) return false;
  const [id, begun] = [randomUUID(), performance.now()];
  response.once("close", () => writeLine({ id, method, url, ip, status: finished.status, milliseconds: performance.now() - begun }));
  writeFinished(response, finished, { safetyList, id });
  return true;
}

export function findRecalled(recalls: readonly Recall[], method: string, asked: Asked): Finished | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  for (const recall of recalls) {
    const finished = recall(asked);
    if (finished !== undefined) return finished;
  }
  return undefined;
}
