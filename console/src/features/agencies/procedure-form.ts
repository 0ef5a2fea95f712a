import type { Agency, AgencySettings, ReviewerRole } from "@gongkai/server/contract";

/** The settings as they stand in the form: a select for each step, a line of text for each misprint. */
export interface ProcedureValues {
  readonly reviewChain: readonly (ReviewerRole | null)[];
  readonly itemReviewChain: readonly (ReviewerRole | null)[];
  readonly template: string;
  readonly issuer: string;
  readonly misprints: string;
  readonly titles: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly oftenAsked: number | null;
  readonly ownRecordDays: number | null;
}

export const MOST_STEPS = 5;
type MisprintLine = NonNullable<AgencySettings["misprints"]>[number];

export function toValues({ settings }: Pick<Agency, "settings">): ProcedureValues {
  const lines = (kind: MisprintLine["kind"]) =>
    (settings.misprints ?? [])
      .filter((line) => line.kind === kind)
      .map(({ wrong, right, except = [] }) => [wrong, right, ...except].join(" "))
      .join("\n");
  return {
    reviewChain: toSteps(settings.reviewChain),
    itemReviewChain: toSteps(settings.itemReviewChain),
    template: settings.indexNumber?.template ?? "",
    issuer: settings.indexNumber?.issuer ?? "",
    misprints: lines("misprint"),
    titles: lines("title"),
    letters: Object.fromEntries(Object.entries(settings.letters ?? {}).map(([key, value]) => [key, value ?? ""])),
    oftenAsked: settings.oftenAsked ?? null,
    ownRecordDays: settings.ownRecordDays ?? null,
  };
}

function toSteps(chain: readonly ReviewerRole[] = []): readonly (ReviewerRole | null)[] {
  return Array.from({ length: MOST_STEPS }, (_, step) => chain[step] ?? null);
}

/** What is sent: what is left empty is left out, and so stays as usual. A line of the lists that is no pair is sent as it is, to be refused. */
export function toSettings(values: ProcedureValues): AgencySettings {
  const chain = (steps: readonly (ReviewerRole | null)[]) => steps.filter((step) => step !== null);
  const [reviewChain, itemReviewChain] = [chain(values.reviewChain), chain(values.itemReviewChain)];
  const indexNumber = filled({ template: values.template, issuer: values.issuer });
  const letters = filled(values.letters);
  const misprints = [...toLines(values.misprints, "misprint"), ...toLines(values.titles, "title")];
  return {
    ...(reviewChain.length > 0 && { reviewChain }),
    ...(itemReviewChain.length > 0 && { itemReviewChain }),
    ...(Object.keys(indexNumber).length > 0 && { indexNumber }),
    ...(misprints.length > 0 && { misprints }),
    ...(Object.keys(letters).length > 0 && { letters }),
    ...(values.oftenAsked !== null && { oftenAsked: values.oftenAsked }),
    ...(values.ownRecordDays !== null && { ownRecordDays: values.ownRecordDays }),
  };
}

function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
}

/** A line is: the wrong word, the right one, and longer words in which it is right after all. */
function toLines(text: string, kind: MisprintLine["kind"]): readonly MisprintLine[] {
  return text
    .split("\n")
    .map((line) => line.trim().split(/[\s　,，、]+/u))
    .filter(([wrong = ""]) => wrong !== "")
    .map(([wrong = "", right = "", ...except]) => ({ wrong, right, kind, ...(except.length > 0 && { except }) }));
}

/** The first index number of a year, as the template would print it. */
export function sampleIndexNumber(template: string, issuer: string, today: string): string {
  const parts: Readonly<Record<string, string>> = { issuer, year: today.slice(0, 4), month: today.slice(5, 7), node: "20.1" };
  return (template.trim() === "" ? "{issuer}/{year}-{serial:5}" : template).replaceAll(
    /\{(\w+)(?::(\d))?\}/g,
    (whole, name: string, width = "1") => (name === "serial" ? "1".padStart(Number(width), "0") : (parts[name] ?? whole)),
  );
}
