import type { Verdict } from "@gongkai/server/maintenance";

export type { Verdict } from "@gongkai/server/maintenance";

/** What is to be verified. */
export type Copy =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

const WAIT_MILLISECONDS = 60_000;

/** Asks the website of the organs; whoever cannot be asked, or answers something else, comes back as a sentence. */
export async function askServer(
  origin: string,
  copy: Copy,
): Promise<{ readonly ok: true; readonly value: Verdict } | { readonly ok: false; readonly message: string }> {
  try {
    const response = await fetch(addressOf(origin, copy), {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(WAIT_MILLISECONDS),
      ...(copy.kind === "file" ? { method: "POST", body: formOf(copy) } : {}),
    });
    if (response.status === 413) return { ok: false, message: `文件超过了 ${origin} 核验的大小限制。` };
    const answer: unknown = await response.json();
    return isVerdict(answer)
      ? { ok: true, value: answer }
      : { ok: false, message: `${origin} 没有给出核验结果（${response.status}）：请检查网址，或者稍后再试。` };
  } catch (fault) {
    const why = fault instanceof SyntaxError ? "答复不是核验结果" : "连不上";
    return { ok: false, message: `向 ${origin} 核验没有成功（${why}）：请检查网址和网络。` };
  }
}

function addressOf(origin: string, copy: Copy): string {
  return copy.kind === "file" ? `${origin}/verify.json` : `${origin}/verify.json?q=${encodeURIComponent(copy.text)}`;
}

function formOf({ name, bytes }: Extract<Copy, { kind: "file" }>): FormData {
  const form = new FormData();
  form.append("file", new Blob([bytes]), name);
  return form;
}

const SAID = ["organ", "title", "address", "indexNumber", "publishedAt", "hash", "signature", "publicKey", "words"];

/** Another server's answer is looked at before it is believed. */
function isVerdict(answer: unknown): answer is Verdict {
  if (typeof answer !== "object" || answer === null || !("kind" in answer) || !("words" in answer)) return false;
  if (answer.kind === "unknown") return typeof answer.words === "string";
  const said = answer as Readonly<Record<string, unknown>>; // an object, seen above
  return (
    ["genuine", "listed", "altered", "withdrawn"].includes(String(said["kind"])) &&
    SAID.every((name) => typeof said[name] === "string") &&
    typeof said["isCurrent"] === "boolean"
  );
}
