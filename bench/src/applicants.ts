import { type ChildProcess, spawn } from "node:child_process";
import { hash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

const MAIN = join(import.meta.dirname, "../../server/src/main.ts");
const ORGANS = ["yunxi-jiaoyu", "yunxi-ziran", "yunxi-shichang", "yunxi-songlin"] as const;
const APPLICANTS = 200;
const READERS = 1_000;
const READ = ["/apply", "/progress", "/check-up", "/reports", "/apply/yunxi-jiaoyu"] as const;
/** A reader looks at a page so long before the next. */
const PAUSE_MILLISECONDS = 5_000;
/** Those of the page that is submitted. */
const WORK_BITS = 15;
const ATTACHMENT_BYTES = 200_000;
const MOST_TRIES = 40;
const RETRY_MILLISECONDS = 500;
/** A browser waits longer; an applicant does not. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Two hundred applicants at once, each with two attachments and a double click at the end, while a thousand others read; the
 * server is killed when half of the applications are acknowledged, and started again. Everything acknowledged must be there
 * once. `--documents` for another number of applicants.
 */
export async function applicants({ documents = APPLICANTS }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const port = await findFreePort();
  let server = await startServer(folder, port);
  const address = `http://127.0.0.1:${port}`;
  const readers = read(address, READERS);
  const times = new Map<string, number[]>();
  let acknowledged = 0;
  let restarted: Promise<void> | undefined;
  try {
    const begun = performance.now();
    const receipts = await Promise.all(
      Array.from({ length: documents }, async (_, index) => {
        const receipt = await applyOnce(address, index, times);
        acknowledged += 1;
        if (acknowledged === Math.ceil(documents / 2)) {
          restarted = (async () => {
            await server.kill();
            server = await startServer(folder, port);
          })();
        }
        return receipt;
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    await restarted;
    const readTimes = await readers.stop();
    const found = await Promise.all(receipts.map((receipt) => opens(address, receipt)));
    const kept = await countKept(address);
    printTable(
      `${documents} applicants with attachments and ${READERS} readers at once, ${seconds.toFixed(0)} s in all, server killed in the middle; milliseconds`,
      ["", "requests", "p50", "p95", "p99", "most"],
      [...[...times].map(([what, values]) => [what, ...sayTimes(values)]), ["reading", ...sayTimes(readTimes.times)]],
    );
    const isWhole = kept === documents && found.every(Boolean) && new Set(receipts.map(({ number }) => number)).size === documents;
    printTable(
      "What was acknowledged",
      ["", "number"],
      [
        ["receipts given", receipts.length],
        ["opened by number and code", found.filter(Boolean).length],
        ["cases at the offices", kept],
        ["pages readers did not get (while the server was down)", readTimes.failed],
      ],
    );
    process.stdout.write(isWhole ? "\nno application lost or doubled\n" : "\nAPPLICATIONS LOST OR DOUBLED\n");
    if (!isWhole) process.exitCode = 1;
  } finally {
    await readers.stop();
    await server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

const sayTimes = (values: readonly number[]): readonly (string | number)[] => [
  values.length,
  ...[0.5, 0.95, 0.99, 1].map((part) => quantile(values, part).toFixed(0)),
];

interface Receipt {
  readonly number: string;
  readonly code: string;
}

/** One applicant's way through the form. Whatever the line does, the same request is sent again: nobody applies twice by it. */
async function applyOnce(address: string, index: number, times: Map<string, number[]>): Promise<Receipt> {
  const organ = ORGANS[index % ORGANS.length] ?? ORGANS[0];
  let cookie = "";
  const from = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
  const ask = async (
    what: string,
    path: string,
    body?: () => FormData | URLSearchParams,
  ): Promise<{ readonly to: string; readonly text: string }> => {
    for (let tries = 1; ; tries += 1) {
      const begun = performance.now();
      try {
        const answer = await fetch(address + path, {
          method: body === undefined ? "GET" : "POST",
          headers: { cookie, "x-forwarded-for": from, accept: "text/html" },
          redirect: "manual",
          signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
          ...(body === undefined ? {} : { body: body() }),
        });
        const text = await answer.text();
        if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
        times.set(what, [...(times.get(what) ?? []), performance.now() - begun]);
        cookie =
          answer.headers
            .getSetCookie()
            .find((one) => one.startsWith("gongkai_apply="))
            ?.split(";")[0] ?? cookie;
        return { to: answer.headers.get("location") ?? "", text };
      } catch (fault) {
        if (tries === MOST_TRIES) throw fault;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
      }
    }
  };
  const title = `第${index}件：2025年校舍安全检查结果`;
  const { to } = await ask("begin", `/apply/${organ}`, () => new URLSearchParams({ want: title }));
  const base = to.replace(/\/request$/, "");
  const token = valueOf((await ask("step", to)).text, "token");
  const steps = {
    request: { title, description: "需要检查的范围、日期和结论。" },
    applicant: {
      kind: "business",
      name: `云溪县第${index}建材厂`,
      creditCode: `91110000${String(index).padStart(10, "0")}`,
      telephone: "010-00000000",
    },
    supply: { carrier: "electronic", delivery: "account" },
  };
  for (const [step, fields] of Object.entries(steps))
    await ask("step", `${base}/${step}`, () => new URLSearchParams({ token, go: "next", ...fields }));
  const file = Buffer.from(randomBytes(ATTACHMENT_BYTES / 2).toString("hex"));
  await ask("attachments", `${base}/files`, () => {
    const form = new FormData();
    form.set("token", token);
    for (const name of ["一.txt", "二.txt"]) form.append("file", new File([name, file], name));
    return form;
  });
  const version = valueOf((await ask("preview", `${base}/preview`)).text, "version");
  const work = await workFor(base.split("/").at(-1) ?? "");
  const send = () => ask("submit", `${base}/submit`, () => new URLSearchParams({ token, version, work }));
  await Promise.all([send(), send()]);
  const { text } = await ask("receipt", `${base}/receipt`);
  const [number = "", code = ""] = [...text.matchAll(/citizen-number">([^<]+)</g)].map(([, shown = ""]) => shown);
  return { number, code };
}

const valueOf = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** What a browser's script works out, a little at a time: everybody's requests run in this one thread. */
async function workFor(draftId: string): Promise<string> {
  for (let nonce = 0; ; nonce++) {
    if (hash("sha256", `${draftId}.${nonce}`, "buffer").readUInt32BE(0) >>> (32 - WORK_BITS) === 0) return String(nonce);
    if (nonce % 200 === 199) await nextTurn();
  }
}

async function opens(address: string, { number, code }: Receipt): Promise<boolean> {
  const headers = { "x-forwarded-for": `10.9.${number.slice(-3, -1).replace(/\D/g, "")}.${Number(number.slice(-2).replace(/\D/g, ""))}` };
  const answer = await fetch(`${address}/progress`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams({ number, code }),
  });
  return answer.status === 303;
}

/** How many of ours reached the offices, as their own lists have it. */
async function countKept(address: string): Promise<number> {
  const { people } = (await (await fetch(`${address}/api/v1/demo/people`)).json()) as {
    people: { id: string; agencyCode: string; role: string }[];
  };
  let kept = 0;
  for (const organ of ORGANS) {
    const personId = people.find(({ agencyCode, role }) => agencyCode === organ && role === "登记人")?.id;
    const opened = await fetch(`${address}/api/v1/demo/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ personId }),
    });
    const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
    const { applications } = (await (await fetch(`${address}/api/v1/agencies/${organ}/intake`, { headers: { cookie } })).json()) as {
      applications: { summary: string }[];
    };
    kept += applications.filter(({ summary }) => /^第\d+件：/.test(summary)).length;
  }
  return kept;
}

/** So many readers, each with a line of its own, until they are told to stop. */
function read(address: string, count: number) {
  const times: number[] = [];
  let failed = 0;
  let isOver = false;
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, isOver ? 0 : milliseconds));
  const readers = Array.from({ length: count }, async (_, index) => {
    await pause(Math.random() * PAUSE_MILLISECONDS);
    for (let page = index; !isOver; page += 1) {
      const begun = performance.now();
      if (await fetchPage(address + (READ[page % READ.length] ?? "/apply"), agent)) times.push(performance.now() - begun);
      else failed += 1;
      await pause(PAUSE_MILLISECONDS * (0.5 + Math.random()));
    }
  });
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(readers);
      agent.destroy();
      return { times, failed };
    },
  };
}

function fetchPage(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { "x-forwarded-for": "10.8.0.1", "accept-encoding": "gzip" } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode === 200));
      answer.once("error", () => resolve(false));
    });
    request.once("error", () => resolve(false));
  });
}

interface Running {
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** The real server in demonstration, as a process that can be killed; behind a proxy, so that each applicant has an address. */
function startServer(dataDir: string, port: number): Promise<Running> {
  const { BASE_URL: _base, DATABASE_URL: _url, ...environment } = process.env;
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: {
      ...environment,
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: "on",
      READER_WORKERS: "1",
      RATE_LIMIT_PER_MINUTE: "0",
      TRUST_PROXY: "true",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return new Promise((resolve, reject) => {
    let remarks = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      remarks += text;
      if (/已启动：/.test(remarks)) {
        resolve({
          kill: (signal = "SIGKILL") => {
            child.kill(signal);
            return exited;
          },
        });
      }
    });
    void exited.then(() => reject(new Error(`the server ended: ${remarks}`)));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => (typeof at === "object" && at !== null ? resolve(at.port) : reject(new Error("no port"))));
    });
  });
}

if (import.meta.main)
  await applicants({ names: [], seed: 1, failures: 10, ...(process.argv[2] === undefined ? {} : { documents: Number(process.argv[2]) }) });
