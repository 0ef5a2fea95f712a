import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { instantOf } from "./shelf.ts";

/** Something made once and sent many times. */
interface Made {
  readonly bytes: Buffer;
  readonly packed: Promise<Buffer>;
  readonly etag: string;
}

export interface CachedAnswer {
  /** Names the content: the same key and version, the same bytes. */
  readonly key: string;
  readonly version: string;
  readonly type: string;
  /** Instant of the latest change, ISO 8601. Left out for pages, whose look may change without the data. */
  readonly changedAt?: string | undefined;
  readonly make: () => string;
  /** Sent as text, unpacked and without conditions, for a hook that still changes it on its way out. */
  readonly isUnfinished?: boolean;
  /** Request headers the answer depends on, beside accept-encoding. */
  readonly vary?: string;
}

/** A reply knows from its route's schema what it may send; what is sent here is already written out, and any will do. */
export type AnswerCached = <Reply>(request: Pick<FastifyRequest, "headers">, reply: Reply, answer: CachedAnswer) => Promise<Reply>;

/** Below this packing costs more than it saves. */
const WORTH_PACKING = 1_000;

/**
 * Answers from memory what has been made before, packed where the browser takes it, and with 304 where it has it already.
 * Holds at most `mostBytes` of unpacked text and forgets everything when the version changes.
 */
export function createAnswerCache(mostBytes = 48 * 1024 * 1024): AnswerCached {
  const kept = new Map<string, Made>();
  let version = "";
  let held = 0;

  function recall(answer: CachedAnswer): Made {
    if (answer.version !== version) {
      kept.clear();
      held = 0;
      version = answer.version;
    }
    const known = kept.get(answer.key);
    if (known !== undefined) {
      kept.delete(answer.key);
      kept.set(answer.key, known); // to the end of the queue
      return known;
    }
    const made = pack(Buffer.from(answer.make(), "utf8"));
    kept.set(answer.key, made);
    held += made.bytes.length;
    for (const [key, oldest] of kept) {
      if (held <= mostBytes || oldest === made) break;
      kept.delete(key);
      held -= oldest.bytes.length;
    }
    return made;
  }

  return async (request, typedReply, answer) => {
    const reply = typedReply as unknown as FastifyReply; // see AnswerCached
    const made = recall(answer);
    reply.header("cache-control", "no-cache");
    if (answer.isUnfinished === true) {
      void reply.type(answer.type).send(made.bytes.toString("utf8"));
      return typedReply;
    }
    reply.header("etag", made.etag).header("vary", answer.vary === undefined ? "accept-encoding" : `accept-encoding, ${answer.vary}`);
    if (answer.changedAt !== undefined) reply.header("last-modified", httpDate(answer.changedAt));
    if (isKnown(request, made.etag, answer.changedAt)) {
      void reply.code(304).send();
      return typedReply;
    }
    const isPacked = made.bytes.length >= WORTH_PACKING && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (isPacked) reply.header("content-encoding", "gzip");
    void reply.type(answer.type).send(isPacked ? await made.packed : made.bytes);
    return typedReply;
  };
}

const compress = promisify(gzip);

function pack(bytes: Buffer): Made {
  let packed: Promise<Buffer> | undefined;
  return {
    bytes,
    get packed() {
      return (packed ??= compress(bytes));
    },
    etag: `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`, // weak: packed or not, the same content
  };
}

/** If-None-Match decides where it stands; If-Modified-Since only without it (RFC 9110 §13.2.2). */
export function isKnown({ headers }: Pick<FastifyRequest, "headers">, etag: string, changedAt?: string): boolean {
  const known = headers["if-none-match"];
  if (known !== undefined) {
    const bare = etag.replace(/^W\//, "");
    return known.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === bare);
  }
  const since = headers["if-modified-since"];
  if (since === undefined || changedAt === undefined) return false;
  const sinceInstant = instantOf(since);
  return !Number.isNaN(sinceInstant) && Math.floor(instantOf(changedAt) / 1000) * 1000 <= sinceInstant;
}

/** An instant as HTTP writes dates, e.g. `Sun, 22 Nov 2026 00:00:00 GMT`. */
export function httpDate(iso: string): string {
  // oxlint-disable-next-line no-restricted-globals -- writes a given instant; asks no clock
  return new Date(iso).toUTCString();
}
