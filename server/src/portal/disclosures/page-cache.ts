import type { FastifyReply, FastifyRequest } from "fastify";
import { type AnswerCache, createAnswerCache } from "../../platform/answer-cached.ts";
import type { Asked, Finished } from "../../platform/send-finished.ts";
import { asksForView } from "../view-mode.ts";
import type { ItemsWatch } from "./watch-items.ts";

/** Memory for the pages of one organ, and for those of all together. */
const ORGAN_BYTES = 8 * 1024 * 1024;
const ALL_BYTES = 48 * 1024 * 1024;
const MOST_ORGANS = 24;

const TYPES = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
} as const;
export type PageType = keyof typeof TYPES;

export interface MadePage {
  readonly type: PageType;
  /** The canonical address: the same page under other spellings of the query is made once. */
  readonly key: string;
  readonly make: () => string;
}

/** The answers to pages made of public items: from memory as long as nothing has changed, in this process or another. */
export interface PageCache {
  /** What was answered before to the very same address. Undefined: it is to be loaded and answered. */
  readonly recall: (asked: Asked, organ?: Scope) => Finished | undefined;
  /** `version` was asked for before anything was loaded, so that a change meanwhile makes the page stale, not wrong. */
  readonly answer: (
    request: FastifyRequest,
    reply: FastifyReply,
    version: string,
    page: MadePage,
    organ?: Scope,
  ) => FastifyReply | Promise<FastifyReply>;
  readonly version: (organ?: Scope) => string;
}

/** An organ whose pages change only with what is its own. */
export interface Scope {
  readonly code: string;
  readonly agencyId: number;
}

export function createPageCache(watch: ItemsWatch, today: () => string): PageCache {
  const all = createAnswerCache(ALL_BYTES);
  const organs = new Map<string, AnswerCache>();
  const cacheOf = (organ: Scope | undefined): AnswerCache => {
    if (organ === undefined) return all;
    const known = organs.get(organ.code);
    if (known !== undefined) return known;
    if (organs.size >= MOST_ORGANS) organs.clear();
    const made = createAnswerCache(ORGAN_BYTES);
    organs.set(organ.code, made);
    return made;
  };
  const version = (organ?: Scope): string => `${today()} ${watch.version(organ?.agencyId)}`;
  return {
    version,
    recall(asked, organ) {
      const finished = cacheOf(organ).recall(asked, () => version(organ));
      return finished === undefined || asksForView(asked) || acceptsJson(asked) ? undefined : finished;
    },
    answer(request, reply, current, { type, key, make }, organ) {
      if (type === "html" && acceptsJson(request)) throw new Error("A request for JSON is answered by JSON.");
      if (type === "json" && acceptsJson(request)) {
        return reply.header("cache-control", "no-cache").header("vary", "accept").type(TYPES.json).send(make());
      }
      return cacheOf(organ).answer(request, reply, {
        key: `${type} ${key}`,
        version: current,
        type: TYPES[type],
        make,
        isUnfinished: type === "html" && asksForView(request),
        vary: "cookie, accept",
      });
    },
  };
}

/** A program that asks the page's own address for JSON; browsers always take HTML too. */
export function acceptsJson({ headers: { accept = "" } }: Pick<FastifyRequest, "headers">): boolean {
  return accept.includes("application/json") && !accept.includes("text/html");
}
