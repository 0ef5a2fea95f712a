import { type Calendar, type CaseEvent, type PlainDate, type Result } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { readHistory } from "../ledger/index.ts";
import { draftLetter, type LetterIssue, type LetterTemplate } from "./compose-letter.ts";
import { consequencesOf } from "./consequences.ts";
import { gatherFacts, maskedApplicant } from "./gather-facts.ts";
import type { FieldValues } from "./letter-facts.ts";
import { findLetterKind } from "./letter-kinds.ts";
import type { LetterRefusal } from "./letter-refusals.ts";
import { renderFragment } from "./render-letter.ts";
import { findTemplate } from "./templates.ts";

export interface PreviewCall {
  readonly agencyId: number;
  readonly applicationId: string;
  readonly kind: string;
  readonly fields: FieldValues;
  readonly article?: string | undefined;
  readonly cooperatingUnitIds?: readonly string[] | undefined;
  /** A wording that is being edited; the one in force when left out. */
  readonly template?: Pick<LetterTemplate, "title" | "lines"> | undefined;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

export interface Preview {
  readonly title: string;
  readonly html: string;
  readonly issues: readonly LetterIssue[];
  /** Of an answer: letter, article, remedy and row of table 3. */
  readonly consequences: ReturnType<typeof consequencesOf> | null;
}

/** A letter as it would go out today, the applicant masked, with everything it still lacks. Nothing is written. */
export async function previewLetter(
  ledger: Pick<Ledger, "db">,
  { agencyId, applicationId, kind, fields, article, cooperatingUnitIds = [], template, today, calendar }: PreviewCall,
): Promise<Result<Preview, LetterRefusal>> {
  const known = findLetterKind(kind);
  if (known === undefined) return { ok: false, refusal: "no-such-letter-kind" };
  const history = await readHistory(ledger.db, agencyId, { kind: "application", id: applicationId });
  if (history.length === 0) return { ok: false, refusal: "not-found" };
  const facts = await gatherFacts(ledger.db, {
    agencyId,
    applicationId,
    kind: known,
    history,
    events: comingEvents(kind, fields, today),
    on: today,
    calendar,
    fields,
    applicant: maskedApplicant(history),
    consulted: fields.consulted,
    units: { cooperating: cooperatingUnitIds },
    answer: { article },
  });
  const inForce = await findTemplate(ledger.db, agencyId, known);
  const wording = template === undefined ? inForce : { ...inForce, ...template };
  const { doc, issues } = draftLetter(kind, facts, wording);
  const consequences = known.outcome === undefined ? null : consequencesOf(known.outcome, today, article);
  return { ok: true, value: { title: wording.title, html: renderFragment(doc), issues, consequences } };
}

/** What the letter's act would add to the case, as far as the letter tells of it. */
function comingEvents(kind: string, { days = "" }: FieldValues, on: PlainDate): readonly CaseEvent[] {
  return kind === "extension" && /^[1-9]\d?$/.test(days) ? [{ type: "extended", on, days: Number(days), approvedBy: "officeHead" }] : [];
}
