import { Writable } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import { pino, type Bindings, type ChildLoggerOptions, type DestinationStream, type Level, type Logger } from "pino";
import type { Clock } from "./clock.ts";

export type { Logger } from "pino";

export interface LogOptions {
  readonly level: string;
  readonly clock: Clock;
  /** One line of words instead of JSON: for a person at a terminal. */
  readonly inWords: boolean;
  /** Where to write; standard output when left out, a moment later and many lines at once. */
  readonly to?: DestinationStream;
}

/**
 * The server's log. Of a request it keeps method, path and address, never the query, a header, a body or the name of a
 * file: those are the citizen's.
 */
export function createLog({
  level,
  clock,
  inWords,
  to = inWords ? pino.destination({ fd: 1, sync: true }) : gather(),
}: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${clock.instant()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        // Whoever logs a whole request or reply logs no more of it than the line of every request says.
        req: ({ method, url, ip }: { method?: string; url?: string; ip?: string }) => ({ method, path: pathOf(url), ip }),
        res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
        err: pino.stdSerializers.err,
      },
    },
    inWords ? wordsTo(to) : to,
  );
}

/**
 * Standard output, written when four kilobytes have come together or a quarter of a second has passed: a call of the
 * system for every line would cost as much as a page. What is still held is written when the process ends, by a fault too.
 */
function gather(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, minLength: 4096, periodicFlush: 250 });
  process.once("exit", () => output.flushSync());
  return output;
}

/** A request that was answered. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The level its route keeps to. */
  readonly level: string;
}

/**
 * Writes the line every request leaves. Its shape is fixed, so it is put together here: by pino's serializers it would
 * cost several times as much.
 */
export function createRequestLine(log: Logger, clock: Pick<Clock, "instant">): (answered: Answered) => void {
  const to = (log as unknown as Record<symbol, DestinationStream>)[pino.symbols.streamSym]; // pino's own name for where it writes
  const { values } = pino.levels;
  return ({ id, method, url, ip, status, milliseconds, level }) => {
    if ((values[level] ?? Number.POSITIVE_INFINITY) > INFO) return;
    const request = `{"method":"${method}","path":${JSON.stringify(pathOf(url))},"ip":${JSON.stringify(ip)}}`;
    to?.write(
      `{"level":"info","time":"${clock.instant()}","reqId":"${id}","req":${request},"res":{"status":${status}},` +
        `"responseTime":${Math.round(milliseconds * 10) / 10},"msg":"request"}\n`,
    );
  };
}

/** pino's number of the level `info`. */
const INFO = 30;

/** As fastify asks for the log of a request. */
type CreateRequestLog = (log: FastifyBaseLogger, bindings: Bindings, options: ChildLoggerOptions) => FastifyBaseLogger;

/**
 * The log of each request: its lines bear the request's id. Making a child of pino for every request costs as much as
 * finding its page; these only add the id to what is said. A route with a level of its own gets a real child.
 */
export function createRequestLogs(log: FastifyBaseLogger): CreateRequestLog {
  const at = (level: Level) =>
    function say(this: { readonly bindings: Bindings }, first: unknown, ...rest: unknown[]): void {
      const write = log[level].bind(log) as (...line: unknown[]) => void; // every form of pino's LogFn ends here
      if (typeof first === "string") write(this.bindings, first, ...rest);
      else write({ ...this.bindings, ...(first instanceof Error ? { err: first } : (first as object)) }, ...rest);
    };
  const shared = {
    level: log.level,
    fatal: at("fatal"),
    error: at("error"),
    warn: at("warn"),
    info: at("info"),
    debug: at("debug"),
    trace: at("trace"),
    silent: () => {},
    child(this: { readonly bindings: Bindings }, more: Bindings, options?: ChildLoggerOptions) {
      return log.child({ ...this.bindings, ...more }, options);
    },
  };
  return (_log, bindings, options) => {
    if (options.level !== undefined || options.serializers !== undefined) return log.child(bindings, options);
    return { __proto__: shared, bindings } as unknown as FastifyBaseLogger; // its levels are those of `shared`
  };
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
