import { createHash } from "node:crypto";
import type { Result } from "@gongkai/statute";
import { type Actor, type Ledger, runCommand, type StreamName } from "../ledger/index.ts";
import { canonicalJson } from "../platform/canonical-json.ts";
import type { LetterIssue } from "./compose-letter.ts";
import { checkTemplate } from "./fill-template.ts";
import { findLetterKind } from "./letter-kinds.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { findTemplate } from "./templates.ts";

export interface ChangeTemplate {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly kind: string;
  /** The version the officer saw; 0 for ours. */
  readonly version: number;
  /** Null: ours again. */
  readonly wording: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly commandKey?: string | undefined;
}

export type TemplateChanged =
  | Result<{ readonly version: number }, LetterRefusal>
  | { readonly ok: false; readonly refusal: "template-incomplete"; readonly refusals: readonly LetterIssue[] };

/** Who may change what an organ's letters say. */
const KEEPERS: ReadonlySet<string> = new Set(["officeHead", "administrator"]);

/** The history of an organ's wording of one letter. */
export function templateStream(kind: string): StreamName {
  const hex = createHash("sha256").update(`letter-template:${kind}`).digest("hex");
  return {
    kind: "letterTemplate",
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  };
}

/**
 * Gives an organ its own wording of a letter, or ours back. Every version is kept, letters that went out stay as they are.
 * Refused, by name, while a mandatory part is missing.
 */
export async function changeTemplate(
  ledger: Ledger,
  { agencyId, actor, kind, version, wording, commandKey }: ChangeTemplate,
): Promise<TemplateChanged> {
  const request = { kind, version, wording: wording === null ? null : { title: wording.title, lines: [...wording.lines] } };
  return runCommand<{ version: number }, LetterRefusal>(
    ledger,
    { command: "letter:change-template", agencyId, actor, commandKey, request },
    async (turn) => {
      if (actor.kind !== "person" || !KEEPERS.has(actor.role ?? "")) return { ok: false, refusal: "not-allowed" };
      const known = findLetterKind(kind);
      if (known === undefined) return { ok: false, refusal: "no-such-letter-kind" };
      const stream = templateStream(kind);
      const history = await turn.history(stream);
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      const now = await findTemplate(turn.tx, agencyId, known);
      const next = wording ?? { title: known.title, lines: known.lines };
      if (canonicalJson([now.title, now.lines]) === canonicalJson([next.title, next.lines])) return { ok: false, refusal: "template-same" };
      const refusals = wording === null ? [] : checkWording(kind, wording);
      if (refusals.length > 0) return Object.assign({ ok: false, refusal: "template-incomplete" } as const, { refusals });
      const content = wording === null ? { isReset: true } : { title: wording.title, lines: [...wording.lines] };
      const whole = await turn.append(stream, [
        { type: wording === null ? "templateReset" : "templateChanged", payload: { kind, content } },
      ]);
      return { ok: true, value: { version: whole.length } };
    },
  );
}

/** Everything that is wrong with a wording. */
export function checkWording(
  kind: string,
  { title, lines }: { readonly title: string; readonly lines: readonly string[] },
): readonly LetterIssue[] {
  const known = findLetterKind(kind);
  if (known === undefined) return [];
  const isTitled = title.trim() !== "" && !/[{}[\]\n]/.test(title);
  return [...(isTitled ? [] : [{ code: "title", text: "标题不能为空，也不能使用字段" }]), ...checkTemplate(known, lines)];
}
