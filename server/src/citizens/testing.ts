import type { App } from "../platform/http.ts";

/** A visitor's browser without script: keeps cookies, follows nothing by itself. */
export interface Visitor {
  get(path: string): Promise<Visited>;
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Visited>;
  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
  ): Promise<Visited>;
  readonly cookies: Map<string, string>;
}

export interface Visited {
  readonly status: number;
  /** Where it leads on; empty when it does not. */
  readonly to: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export function aVisitor(app: App, address = "198.51.100.7"): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (
    method: "GET" | "POST",
    path: string,
    payload?: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Visited> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await app.inject({
      method,
      url: path,
      remoteAddress: address,
      headers: { accept: "text/html", ...(cookie === "" ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.statusCode, to: String(answer.headers.location ?? ""), text: answer.body, headers: answer.headers };
  };
  return {
    cookies,
    get: (path) => ask("GET", path),
    post: (path, fields, headers = {}) =>
      ask("POST", path, new URLSearchParams(fields).toString(), { "content-type": "application/x-www-form-urlencoded", ...headers }),
    upload: async (path, fields, files) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const { name, bytes } of files) form.append("file", new File([typeof bytes === "string" ? bytes : Buffer.from(bytes)], name));
      const encoded = new Response(form);
      return ask("POST", path, Buffer.from(await encoded.arrayBuffer()), { "content-type": encoded.headers.get("content-type") ?? "" });
    },
  };
}

export const valueOf = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** What a careful applicant fills in. */
export const A_FORM = {
  request: { title: "2025年全县校舍安全检查结果", description: "", documentNumber: "", period: "2025年" },
  applicant: {
    kind: "natural",
    name: "申请人甲",
    idType: "residentId",
    idNumber: "110101199001010015",
    telephone: "010-00000000",
    email: "applicant@example.cn",
  },
  supply: { carrier: "electronic", delivery: "account", notify: "on" },
} as const;

export interface Begun {
  /** `/apply/{organ}/{draft}` */
  readonly base: string;
  readonly token: string;
  readonly draftId: string;
}

/** Begins a form with an organ. */
export async function begin(visitor: Visitor, agency: string): Promise<Begun> {
  const { to } = await visitor.post(`/apply/${agency}`, {});
  const base = to.replace(/\/request$/, "");
  const { text } = await visitor.get(to);
  return { base, token: valueOf(text, "token"), draftId: base.split("/").at(-1) ?? "" };
}

type Filled = Partial<Record<keyof typeof A_FORM, Readonly<Record<string, string>>>>;

/** Fills in all steps; what is given replaces single fields. */
export async function fillIn(visitor: Visitor, { base, token }: Begun, changed: Filled = {}): Promise<void> {
  for (const step of ["request", "applicant", "supply"] as const)
    await visitor.post(`${base}/${step}`, { token, go: "save", ...A_FORM[step], ...changed[step] });
}

/** Sends it; wrong answers to the question are the test's to try. */
export async function send(visitor: Visitor, { base, token }: Begun, fields: Readonly<Record<string, string>>): Promise<Visited> {
  const preview = await visitor.get(`${base}/preview`);
  return visitor.post(`${base}/submit`, { token, version: valueOf(preview.text, "version"), ...fields });
}

/** Receipt number and query code from the receipt page. */
export async function readReceipt(visitor: Visitor, { base }: Begun): Promise<{ readonly number: string; readonly code: string }> {
  const { text } = await visitor.get(`${base}/receipt`);
  const [number = "", code = ""] = [...text.matchAll(/citizen-number">([^<]+)</g)].map(([, shown = ""]) => shown);
  return { number, code };
}
