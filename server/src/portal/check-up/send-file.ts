import type { CheckedReport } from "../../reports/index.ts";

export type Sent = { readonly ok: true; readonly checked: CheckedReport } | { readonly ok: false; readonly reason: string };

/** How long to wait when the server asks for patience without saying how long, in seconds. */
const PATIENCE_SECONDS = 5;
/** Times a file waits its turn before it is given back to the person. */
const MOST_WAITS = 20;

/** Has a file read and checked; the answer is the report, or a sentence that says why not. */
export async function sendFile(file: File, signal: AbortSignal): Promise<Sent> {
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    for (let waits = 0; ; waits++) {
      const response = await fetch("/api/v1/report-checks", {
        method: "POST",
        body: form,
        signal,
        headers: { accept: "application/json" },
      });
      if (response.ok) return { ok: true, checked: (await response.json()) as CheckedReport }; // our own server's schema
      if (response.status !== 429 || waits >= MOST_WAITS) return { ok: false, reason: await explain(response) };
      await wait(Number(response.headers.get("retry-after")) || PATIENCE_SECONDS, signal);
    }
  } catch {
    return { ok: false, reason: "没有连上服务器，或文件在读取前被移动、修改。请检查网络和文件后重试。" };
  }
}

/** The sentence of a refusal, or one that tells at least the status. */
export async function explain(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer === "object" && answer !== null && "message" in answer && typeof answer.message === "string") {
    if ("issues" in answer && Array.isArray(answer.issues)) {
      const told = answer.issues.flatMap((issue: unknown) =>
        typeof issue === "object" && issue !== null && "message" in issue ? [String(issue.message)] : [],
      );
      return [answer.message, ...told].join(" ");
    }
    return answer.message;
  }
  return `服务器没有完成这次操作（状态码 ${response.status}）。请稍后重试。`;
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("cancelled"));
    });
  });
}
