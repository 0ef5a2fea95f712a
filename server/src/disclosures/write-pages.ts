import { randomUUID } from "node:crypto";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Json, type Ledger, type ProjectedRow, type Projection, runCommand, type StoredEvent } from "../ledger/index.ts";
import { type Rule, screenText } from "../screening/index.ts";
import type { CatalogueRefusal } from "./catalogue-refusals.ts";
import { mayDo } from "./policy.ts";
import { sanitiseBody } from "./sanitise-body.ts";
import type { EntryDone, SystemGiven, WriteGuide } from "./schema.ts";

/** The guide and the systems name offices and their telephones; these have no place in them. */
const NEVER: ReadonlySet<Rule> = new Set(["residentId", "bankCard", "passport", "secrecyMark"]);

interface PageCall<Given> {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly given: Given;
  readonly commandKey?: string | undefined;
}

/** Writes the guide (指南), or its next version. */
export function writeGuide(
  ledger: Ledger,
  { agencyId, officer, given, commandKey }: PageCall<WriteGuide>,
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const { version, ...fields } = given;
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "guide:write", agencyId, actor: officer.actor, commandKey, request: given },
    async (turn) => {
      if (!mayDo(officer, "writePages")) return { ok: false, refusal: "not-allowed" };
      if (hasWhatMayNotStand(Object.values(fields).join("\n"))) return { ok: false, refusal: "finding-open" };
      const row = await turn.tx
        .selectFrom("disclosure_page")
        .select("page_id")
        .where("agency_id", "=", agencyId)
        .where("kind", "=", "guide")
        .executeTakeFirst();
      const stream = { kind: "disclosurePage", id: row?.page_id ?? randomUUID() };
      if ((await turn.history(stream)).length !== version) return { ok: false, refusal: "changed-meanwhile" };
      const whole = await turn.append(stream, [{ type: "written", payload: { kind: "guide", title: "政府信息公开指南", fields } }]);
      return { ok: true, value: { id: stream.id, version: whole.length } };
    },
  );
}

/** Writes a system (制度); without `pageId` a new one. */
export function writeSystem(
  ledger: Ledger,
  { agencyId, officer, given, pageId, commandKey }: PageCall<SystemGiven> & { readonly pageId?: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const { version, title, documentNumber } = given;
  const { html, plain } = sanitiseBody(given.html);
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "system:write", agencyId, actor: officer.actor, commandKey, request: { ...given, pageId } },
    async (turn) => {
      if (!mayDo(officer, "writePages")) return { ok: false, refusal: "not-allowed" };
      if (plain === "") return { ok: false, refusal: "text-empty" };
      if (hasWhatMayNotStand(`${title}\n${plain}`)) return { ok: false, refusal: "finding-open" };
      const stream = { kind: "disclosurePage", id: pageId ?? randomUUID() };
      const history = await turn.history(stream);
      if (pageId !== undefined && history[0]?.payload["kind"] !== "system") return { ok: false, refusal: "not-found" };
      if (history.some(({ type }) => type === "closed")) return { ok: false, refusal: "closed-already" };
      if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
      const fields: Json = { documentNumber, html: html.replaceAll(/<img[^>]*>/g, ""), plain };
      const whole = await turn.append(stream, [{ type: "written", payload: { kind: "system", title, fields } }]);
      return { ok: true, value: { id: stream.id, version: whole.length } };
    },
  );
}

/** Takes a system off the list. */
export function closeSystem(
  ledger: Ledger,
  { agencyId, officer, given, pageId, commandKey }: PageCall<{ readonly version: number }> & { readonly pageId: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "system:close", agencyId, actor: officer.actor, commandKey, request: { ...given, pageId } },
    async (turn) => {
      if (!mayDo(officer, "writePages")) return { ok: false, refusal: "not-allowed" };
      const stream = { kind: "disclosurePage", id: pageId };
      const history = await turn.history(stream);
      if (history[0]?.payload["kind"] !== "system") return { ok: false, refusal: "not-found" };
      if (history.some(({ type }) => type === "closed")) return { ok: false, refusal: "closed-already" };
      if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
      const whole = await turn.append(stream, [{ type: "closed" }]);
      return { ok: true, value: { id: pageId, version: whole.length } };
    },
  );
}

function hasWhatMayNotStand(text: string): boolean {
  return screenText("page", text).some(({ rule }) => NEVER.has(rule));
}

export const pageProjection: Projection = {
  streamKind: "disclosurePage",
  table: "disclosure_page",
  key: ["agency_id", "page_id"],
  streamColumn: "page_id",
  rows: projectPage,
};

function projectPage(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const [first] = history;
  const last = history.at(-1);
  const written = history.findLast(({ type }) => type === "written");
  if (first === undefined || last === undefined || written === undefined) return [];
  return [
    {
      agency_id: first.agencyId,
      page_id: first.stream.id,
      kind: first.payload["kind"],
      title: written.payload["title"],
      fields: written.payload["fields"],
      updated_on: written.on,
      closed_on: history.find(({ type }) => type === "closed")?.on ?? null,
      version: last.version,
    },
  ];
}
