import type { Page } from "@playwright/test";

/** The office of the demonstration, asked through its API: what a journey of a citizen needs done on the other side. */
export interface DemoOffice {
  /** Does an act on a case in the post whose role is named in Chinese; gives its answer, or throws with what was refused. */
  act(
    role: string,
    applicationId: string,
    act: string,
    given?: object,
  ): Promise<{ readonly version: number; readonly number: string | null }>;
  review(role: string, applicationId: string): Promise<void>;
  get<Answer>(role: string, path: string): Promise<Answer>;
  /** Makes a browser be the post whose role is named. */
  signInBrowser(page: Page, role: string): Promise<void>;
  post<Answer>(role: string, path: string, body: object): Promise<Answer>;
}

/** `agency` is the organ's code. Signs in at first need and keeps each session. */
export function demoOffice(address: string, agency: string): DemoOffice {
  const sessions = new Map<string, Promise<Readonly<Record<string, string>>>>();
  const base = `${address}/api/v1/agencies/${agency}`;

  async function findPerson(role: string): Promise<string> {
    const { people } = (await (await fetch(`${address}/api/v1/demo/people`)).json()) as {
      people: { id: string; agencyCode: string; role: string }[];
    };
    const person = people.find((one) => one.agencyCode === agency && one.role === role);
    if (person === undefined) throw new Error(`No ${role} in ${agency}`);
    return person.id;
  }
  async function signIn(role: string): Promise<Readonly<Record<string, string>>> {
    const opened = await fetch(`${address}/api/v1/demo/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ personId: await findPerson(role) }),
    });
    const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
    const session = (await (await fetch(`${address}/api/v1/session`, { headers: { cookie } })).json()) as { csrfToken: string };
    return { cookie, "x-csrf-token": session.csrfToken, "content-type": "application/json" };
  }
  const headersFor = (role: string) => {
    const known = sessions.get(role) ?? signIn(role);
    sessions.set(role, known);
    return known;
  };

  async function get<Answer>(role: string, path: string): Promise<Answer> {
    const answer = await fetch(base + path, { headers: await headersFor(role) });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
  async function post<Answer>(role: string, path: string, body: object): Promise<Answer> {
    const answer = await fetch(base + path, { method: "POST", headers: await headersFor(role), body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
  const versionOf = async (role: string, id: string) =>
    (await get<{ application: { version: number } }>(role, `/applications/${id}`)).application.version;
  return {
    get,
    post,
    signInBrowser: async (page, role) => {
      const signedIn = await page.request.post(`${address}/api/v1/demo/session`, { data: { personId: await findPerson(role) } });
      if (!signedIn.ok()) throw new Error(`${role} was not let in: ${signedIn.status()}`);
    },
    act: async (role, id, act, given = {}) =>
      post(role, `/applications/${id}/acts/${act}`, { version: await versionOf(role, id), ...given }),
    review: async (role, id) => void (await post(role, `/applications/${id}/review`, { version: await versionOf(role, id) })),
  };
}

/** Somebody who fills in the form without looking, and answers no question: what an office gets that it did not wait for. */
export async function applyByForm(address: string, agency: string, title: string): Promise<void> {
  const begun = await fetch(`${address}/apply/${agency}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ want: title }),
  });
  const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
  const base = address + (begun.headers.get("location") ?? "").replace(/\/request$/, "");
  const read = async (step: string) => (await fetch(`${base}/${step}`, { headers: { cookie } })).text();
  const valueOf = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const token = valueOf(await read("request"), "token");
  const send = (step: string, fields: Readonly<Record<string, string>>) =>
    fetch(`${base}/${step}`, { method: "POST", redirect: "manual", headers: { cookie }, body: new URLSearchParams({ token, ...fields }) });
  await send("request", { title });
  await send("applicant", { kind: "business", name: "某某商行", creditCode: "91110000000000000X", telephone: "000-0000000" });
  await send("supply", { carrier: "electronic", delivery: "account" });
  const version = valueOf(await read("preview"), "version");
  for (const _wrong of ["once", "twice"]) await send("submit", { version, answer: "" });
}
