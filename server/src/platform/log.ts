import { Writable } from "node:stream";
import { pino, type DestinationStream, type Logger } from "pino";
import type { Clock } from "./clock.ts";

export type { Logger } from "pino";

export interface LogOptions {
  readonly level: string;
  readonly clock: Clock;
  /** One line of words instead of JSON: for a person at a terminal. */
  readonly inWords: boolean;
  /** Where to write; standard output when left out. */
  readonly to?: DestinationStream;
}

/**
 * The server's log. Of a request it keeps method, path and address, never the query, a header, a body or the name of a
 * file: those are the citizen's.
 */
export function createLog({ level, clock, inWords, to = pino.destination({ fd: 1, sync: true }) }: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${clock.instant()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        req: ({ method, url, ip }: { method?: string; url?: string; ip?: string }) => ({ method, path: pathOf(url), ip }),
        res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
        err: pino.stdSerializers.err,
      },
    },
    inWords ? wordsTo(to) : to,
  );
}

/** The address without its query. */
export function pathOf(url = ""): string {
  const query = url.search(/[?#]/);
  return query === -1 ? url : url.slice(0, query);
}

interface Line {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly reqId?: string;
  readonly req?: { method?: string; path?: string };
  readonly res?: { status?: number };
  readonly responseTime?: number;
  readonly err?: { stack?: string };
}

function wordsTo(to: DestinationStream): DestinationStream {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      to.write(inWords(JSON.parse(chunk.toString()) as Line)); // pino itself wrote it, just now
      done();
    },
  });
}

const LEVEL_WORDS: Record<string, string> = { trace: "细节", debug: "调试", info: "信息", warn: "注意", error: "错误", fatal: "严重" };

function inWords({ level, time, msg, reqId, req, res, responseTime, err }: Line): string {
  const parts = [
    time.slice(11, 19),
    LEVEL_WORDS[level] ?? level,
    reqId,
    req === undefined ? undefined : `${req.method ?? ""} ${req.path ?? ""}`,
    res?.status,
    responseTime === undefined ? undefined : `${responseTime} ms`,
    req === undefined ? msg : undefined,
    err?.stack,
  ];
  return `${parts.filter((part) => part !== undefined && part !== "").join(" ")}\n`;
}
