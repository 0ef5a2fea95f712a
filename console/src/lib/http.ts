import type { z } from "zod";
import { ProblemError, readProblem } from "./problem.ts";

export type Method = "POST" | "PUT" | "PATCH" | "DELETE";

export interface Sent<Schema extends z.ZodType> {
  readonly body?: unknown;
  /** The shape of the answer; left out where the answer says nothing. */
  readonly answer?: Schema;
  /** Idempotency key: the same submit sent twice is done once. */
  readonly key?: string;
}

/** The API as the pages see it. Paths begin after `/api/v1`. */
export interface Http {
  read<Schema extends z.ZodType>(path: string, answer: Schema, signal?: AbortSignal): Promise<z.infer<Schema>>;
  send<Schema extends z.ZodType = z.ZodUnknown>(method: Method, path: string, sent?: Sent<Schema>): Promise<z.infer<Schema>>;
  /** Sends a form with a file. */
  sendForm<Schema extends z.ZodType>(path: string, form: FormData, answer: Schema): Promise<z.infer<Schema>>;
  /** Asks for a file that the server makes of what is sent. */
  fetchFile(method: Method | "GET", path: string, body?: unknown): Promise<FetchedFile>;
}

export interface FetchedFile {
  /** As the server calls it. */
  readonly name: string;
  readonly content: Blob;
}

interface Neighbours {
  readonly fetch: typeof fetch;
  /** The token of the present sign-in, for requests that change something. */
  readonly csrfToken: () => string | undefined;
  /** Asks the person to sign in again, without leaving the page; false when they would rather not. */
  readonly signInAgain: () => Promise<boolean>;
}

/** Of these, 401 is an answer about what was typed, not about a sign-in that has ended. */
const SIGNING_IN = /^\/(session|setup)(\/|$)/;

/** Reads are tried again by the query cache; what changes something is sent once, and again only after signing in anew. */
export function createHttp({ fetch, csrfToken, signInAgain }: Neighbours): Http {
  async function ask(path: string, init: () => RequestInit): Promise<unknown> {
    return open(await reachSignedIn(path, init));
  }

  async function reachSignedIn(path: string, init: () => RequestInit): Promise<Response> {
    const answer = await reach(path, init());
    if (answer.status === 401 && !SIGNING_IN.test(path) && (await signInAgain())) return reach(path, init());
    return answer;
  }

  /** What every request that changes something carries. */
  function tokenHeader(): Readonly<Record<string, string>> {
    const token = csrfToken();
    return token === undefined ? {} : { "x-csrf-token": token };
  }

  async function reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`/api/v1${path}`, { credentials: "same-origin", cache: "no-store", ...init });
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === "AbortError") throw fault;
      throw readProblem(0, undefined);
    }
  }

  return {
    read: async (path, answer, signal) =>
      check(
        answer,
        await ask(path, () => ({ headers: { accept: "application/json" }, ...(signal === undefined ? {} : { signal }) })),
        path,
      ),
    send: async (method, path, { body, answer, key } = {}) => {
      const said = await ask(path, () => ({
        method,
        headers: {
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...tokenHeader(),
          ...(key === undefined ? {} : { "idempotency-key": key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }));
      // Without a schema nobody looks at the answer.
      return (answer === undefined ? said : check(answer, said, path)) as z.infer<NonNullable<typeof answer>>;
    },
    sendForm: async (path, form, answer) =>
      check(
        answer,
        await ask(path, () => ({ method: "POST", headers: { accept: "application/json", ...tokenHeader() }, body: form })),
        path,
      ),
    fetchFile: async (method, path, body) => {
      const answer = await reachSignedIn(path, () => ({
        method,
        headers: { accept: "*/*", ...(body === undefined ? {} : { "content-type": "application/json" }), ...tokenHeader() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }));
      if (!answer.ok) await open(answer);
      return { name: nameOf(answer), content: await answer.blob() };
    },
  };
}

async function open(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const body = parseJson(text);
  if (answer.ok) return body;
  const wait = Number(answer.headers.get("retry-after"));
  throw readProblem(answer.status, body, wait > 0 ? wait : undefined);
}

/** The file's name by its header (RFC 6266); the server always sends the extended form. */
function nameOf(answer: Response): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  return name === undefined ? "下载" : decodeURIComponent(name);
}

function parseJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  console.error("unexpected answer", path, read.error.issues);
  throw new ProblemError({
    status: 502,
    error: "unexpected-answer",
    message: "后台界面与服务器的版本不一致，请刷新页面；仍不成功请联系管理员。",
  });
}

/** A query string of what is given; undefined, null and empty texts are left out. */
export function queryString(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
