import { hash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Asked, type Finished, sendFinished } from "./send-finished.ts";

/** Something made once and sent many times, its headers written out. */
interface Made {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly changedAt: string | undefined;
  readonly known: Finished;
  readonly plain: Finished;
  /** Made when a browser that takes it has asked. */
  packed: Finished | undefined;
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
export interface AnswerCache {
  /** Answers what is made by `answer.make`, once for its key and version. */
  readonly answer: <Reply>(request: FastifyRequest, reply: Reply, answer: CachedAnswer) => Reply | Promise<Reply>;
  /**
   * The answer that this version gave before to the same address, spelt the same. Undefined: it is to be read and answered.
   * For `app.recallFirst`; not for requests whose answer is unfinished.
   */
  readonly recall: (asked: Asked, version: () => string) => Finished | undefined;
}

/** Below this packing costs more than it saves. */
const WORTH_PACKING = 1_000;

/** Spellings of addresses remembered; each costs a few hundred bytes. */
const MOST_ADDRESSES = 20_000;

/**
 * Answers from memory what has been made before, packed where the browser takes it, and with 304 where it has it already.
 * Holds at most `mostBytes` of unpacked text; forgets everything when that is reached, or the version changes.
 */
export function createAnswerCache(mostBytes = 48 * 1024 * 1024): AnswerCache {
  const kept = new Map<string, Made>();
  const byAddress = new Map<string, Made>();
  let version = "";
  let held = 0;

  function forget(): void {
    kept.clear();
    byAddress.clear();
    held = 0;
  }

  function find(answer: CachedAnswer): Made {
    if (answer.version !== version) {
      forget();
      version = answer.version;
    }
    const known = kept.get(answer.key);
    if (known !== undefined) return known;
    const made = writeOut(Buffer.from(answer.make(), "utf8"), answer);
    // Everything is made again sooner than an order of use is kept up with every answer.
    if (held + made.bytes.length > mostBytes) forget();
    kept.set(answer.key, made);
    held += made.bytes.length;
    return made;
  }

  return {
    answer(request, typedReply, answer) {
      const reply = typedReply as unknown as FastifyReply; // see AnswerCache
      const made = find(answer);
      if (answer.isUnfinished === true) {
        void reply.header("cache-control", "no-cache").type(answer.type).send(made.bytes.toString("utf8"));
        return typedReply;
      }
      // What is recalled is given to whoever asks.
      if (request.routeOptions.config.audience === "public") {
        if (byAddress.size >= MOST_ADDRESSES) byAddress.clear();
        byAddress.set(request.url, made);
      }
      const finished = choose(request, made);
      if (finished !== undefined) {
        sendFinished(reply, finished);
        return typedReply;
      }
      return packOut(made).then((packed) => {
        made.packed = packed;
        sendFinished(reply, packed);
        return typedReply;
      });
    },
    recall(asked, current) {
      const made = byAddress.get(asked.url);
      return made === undefined || version !== current() ? undefined : choose(asked, made);
    },
  };
}

/** What of an answer goes to this browser; undefined where it must be packed first. */
function choose({ headers }: Pick<Asked, "headers">, made: Made): Finished | undefined {
  if (isKnown({ headers }, made.etag, made.changedAt)) return made.known;
  const isPacked = made.bytes.length >= WORTH_PACKING && /\bgzip\b/.test(headers["accept-encoding"] ?? "");
  return isPacked ? made.packed : made.plain;
}

function writeOut(bytes: Buffer, { type, changedAt, vary }: CachedAnswer): Made {
  const etag = `W/"${hash("sha256", bytes, "base64url").slice(0, 27)}"`; // weak: packed or not, the same content
  const shared = ["cache-control", "no-cache", "etag", etag, "vary", vary === undefined ? "accept-encoding" : `accept-encoding, ${vary}`];
  if (changedAt !== undefined) shared.push("last-modified", httpDate(changedAt));
  return {
    bytes,
    etag,
    changedAt,
    known: { status: 304, headers: shared, body: undefined },
    plain: { status: 200, headers: [...shared, "content-type", type], body: bytes },
    packed: undefined,
  };
}

const compress = promisify(gzip);

async function packOut({ plain, bytes }: Made): Promise<Finished> {
  return { ...plain, headers: [...plain.headers, "content-encoding", "gzip"], body: await compress(bytes) };
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

/** Milliseconds since 1970 of an instant, as ISO 8601 or HTTP writes it. */
function instantOf(text: string): number {
  // oxlint-disable-next-line no-restricted-globals -- reads a given instant; asks no clock
  return Date.parse(text);
}
