import {
  describeWeekday,
  foldCase,
  getOutcome,
  inWords,
  listActs,
  listCaseDays,
  type OutcomeCode,
  type PlainDate,
  plainDate,
  remedyDeadlines,
  tellDays,
} from "@gongkai/statute";
import type { Calendar } from "@gongkai/statute";
import { getAgency } from "../agencies/index.ts";
import { listServed, type ServedFile } from "../attachments/index.ts";
import { findLast, findSetAside, toCase } from "../applications/index.ts";
import { type Ledger, readHistory, type StoredEvent } from "../ledger/index.ts";
import { checkCode, findLetterKind, listLetters } from "../letters/index.ts";
import type { ApplicantStatement } from "./give-statement.ts";
import type { ProgressSession } from "./progress-session.ts";
import { grouped } from "./query-code.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";

/** What an applicant may do now. */
export interface OfferedStatement {
  readonly kind: ApplicantStatement;
  readonly until: string | null;
  /** What the organ asks for, in its own words. */
  readonly asked: string | null;
}

export interface ShownRemedy {
  readonly rule: string;
  readonly says: string;
  readonly cites: string;
  readonly lastDay: string;
  readonly isOver: boolean;
  readonly isProvisional: boolean;
}

export interface ShownLetter {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly checkCode: string;
}

/** Where a case is, as its applicant sees it. Dates are in words. */
export interface Progress {
  readonly agency: {
    readonly code: string;
    readonly name: string;
    readonly contact: Readonly<Record<string, string>>;
    readonly isDemo: boolean;
  };
  readonly receiptNumber: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly state: string;
  readonly stateWords: string;
  readonly next: string;
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly leftDays: number | null;
  readonly isOverdue: boolean;
  readonly isProvisional: boolean;
  readonly because: readonly { readonly text: string; readonly cites: string }[];
  readonly days: readonly { readonly date: string; readonly counts: boolean; readonly reason: string }[];
  readonly timeline: readonly { readonly on: string; readonly label: string; readonly text: string }[];
  readonly offers: readonly OfferedStatement[];
  readonly letters: readonly ShownLetter[];
  /** The information itself, once the answer has been served. */
  readonly released: readonly ServedFile[];
  readonly outcome: string | null;
  readonly remedies: readonly ShownRemedy[];
  readonly isReconsiderFirst: boolean;
  readonly version: number;
}

/** Everything the applicant's page shows; undefined when the case is gone. */
export async function loadProgress(
  ledger: Pick<Ledger, "db" | "clock">,
  calendar: Calendar,
  { agencyId, applicationId, receiptNumber }: ProgressSession,
): Promise<Progress | undefined> {
  const { db } = ledger;
  const today = plainDate(ledger.clock.today());
  const [history, agency, request, letters] = await Promise.all([
    readHistory(db, agencyId, { kind: "application", id: applicationId }),
    getAgency(db, agencyId),
    db
      .selectFrom("application_request")
      .select(["title", "erased_at"])
      .where("agency_id", "=", agencyId)
      .where("application_id", "=", applicationId)
      .executeTakeFirst(),
    listLetters(db, agencyId, applicationId),
  ]);
  if (history.length === 0) return undefined;
  const file = toCase(history);
  const status = foldCase(file, { today, calendar });
  const { state, dueOn, receivedOn, because, outcome } = status;
  const words = findSetAside(history) !== undefined ? SET_ASIDE : (STATES[state] ?? STATES["handling"]);
  const number = findLast(history, "registered")?.payload["number"];
  const { deadlines, variant } = remediesOf(history, status, { today, calendar });
  return {
    agency: { code: agency.code, name: agency.name, contact: (agency.contact ?? {}) as Record<string, string>, isDemo: agency.is_demo }, // checked when it was entered
    receiptNumber: grouped(receiptNumber),
    number: typeof number === "string" ? number : null,
    title: request === undefined || request.erased_at !== null ? null : request.title,
    state,
    stateWords: words?.[0] ?? "",
    next: words?.[1] ?? "",
    receivedOn: receivedOn === null ? null : inWords(receivedOn),
    dueOn: dueOn === null ? null : `${inWords(dueOn)}（${describeWeekday(dueOn)}）`,
    leftDays: dueOn === null ? null : status.leftDays,
    isOverdue: status.overdue && outcome === null,
    isProvisional: status.provisional,
    because: because.map(({ text, cites }) => ({ text, cites })),
    days:
      dueOn === null ? [] : tellDays(listCaseDays(file, { today, calendar })).map(({ date, counts, reason }) => ({ date, counts, reason })),
    timeline: history.flatMap((event) => tellEvent(event)),
    offers: listOffers(
      history,
      state,
      new Set(listActs(file, { today, calendar }).flatMap(({ act, permitted }) => (permitted ? [act] : []))),
    ),
    letters: letters.flatMap(({ letter_id, state: at, kind, title, number: letterNumber, issued_on, content_sha256 }) =>
      at !== "issued" || content_sha256 === null || findLetterKind(kind)?.to !== "applicant"
        ? []
        : [
            {
              id: letter_id,
              title,
              number: letterNumber,
              issuedOn: issued_on === null ? "" : inWords(plainDate(issued_on)),
              checkCode: checkCode(letter_id),
            },
          ],
    ),
    released: await listServed(ledger, agencyId, history),
    outcome: outcome === null ? null : getOutcome(outcome).label,
    remedies: deadlines.map(({ rule, says, cites, lastDay, provisional }) => ({
      rule,
      says,
      cites,
      lastDay: `${inWords(lastDay)}（${describeWeekday(lastDay)}）`,
      isOver: lastDay < today,
      isProvisional: provisional,
    })),
    isReconsiderFirst: variant === "reconsiderFirst",
    version: history.length,
  };
}

/** Each state in the applicant's words, and what happens next. */
const STATES: Readonly<Record<string, readonly [string, string]>> = {
  submitted: [
    "已提交，等待工作机构与您确认",
    "网上提交的申请，以工作机构与您双方确认之日为收到之日。工作人员会按您留下的联系方式与您确认，请保持畅通。",
  ],
  received: ["工作机构已收到", "接着将登记编号，交承办部门办理。"],
  registered: ["已登记", "接着将交承办部门办理。"],
  handling: ["正在办理", "承办部门正在查找和审查您要的信息。"],
  approval: ["答复正在审核", "答复经审核、签发后送达给您。"],
  awaitingCorrection: [
    "需要您补正",
    "请在下面“您现在可以”中补正。期限内没有补正又没有正当理由的，视为放弃申请。补正后，答复期限重新计算。",
  ],
  awaitingReasons: ["需要您说明理由", "请在下面“您现在可以”中说明理由。"],
  awaitingFee: ["等待缴费", "请按收费通知书缴费；逾期未缴费的，视为放弃申请。缴费后，答复期限重新计算。"],
  consulting: ["正在征求意见", "您要的信息涉及他人或者其他机关，正在征求意见。征求意见的时间不计入答复期限。"],
  decided: ["已作出答复", "答复书可以在下面下载，并会按您选择的方式送达。"],
  delivered: ["答复已送达", "对答复不服的，可以在下面所列期限内申请复议或者起诉。"],
  closed: ["已办结", "对答复不服的，可以在下面所列期限内申请复议或者起诉。"],
  abandoned: ["已视为放弃，不再处理", "如仍需要，可以重新提出申请。"],
  withdrawn: ["您已撤回申请", "如仍需要，可以重新提出申请。"],
  reopened: ["将重新答复", "根据复议决定或者判决，行政机关正在重新办理。"],
};

const SET_ASIDE = [
  "暂不办理",
  "工作机构认为这不是政府信息公开申请，原因见“办理经过”。如果确实要申请，请在“您现在可以”中补充材料，说明需要什么信息，工作机构会重新与您确认；也可以打电话说明。",
] as const;

function tellEvent({ type, on, payload }: StoredEvent): Progress["timeline"] {
  const say = TIMELINE_WORDS[type];
  if (say === undefined) return [];
  const [label, text] = say(payload);
  return [{ on: inWords(on), label, text }];
}

function listOffers(history: readonly StoredEvent[], state: string, permitted: ReadonlySet<string>): readonly OfferedStatement[] {
  const reasonOf = (type: string) => {
    const reason = findLast(history, type)?.payload["reason"];
    return typeof reason === "string" ? reason : null;
  };
  const dayOf = (type: string, field: string) => {
    const day = findLast(history, type)?.payload[field];
    return typeof day === "string" ? inWords(plainDate(day)) : null;
  };
  const isOpen = permitted.has("withdraw");
  return [
    ...(permitted.has("recordCorrection")
      ? [{ kind: "correction", until: dayOf("correctionAsked", "by"), asked: reasonOf("correctionAsked") } as const]
      : []),
    ...(state === "awaitingReasons" ? [{ kind: "reasons", until: null, asked: reasonOf("reasonsAsked") } as const] : []),
    ...(state === "awaitingFee" ? [{ kind: "payment", until: dayOf("feeNotified", "payBy"), asked: null } as const] : []),
    ...(isOpen ? [{ kind: "material", until: null, asked: null } as const, { kind: "withdrawal", until: null, asked: null } as const] : []),
  ];
}

function remediesOf(
  history: readonly StoredEvent[],
  { outcome, overdue, dueOn }: ReturnType<typeof foldCase>,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
) {
  const replied = findLast(history, "replied", "correctionExpired", "feeExpired");
  if (outcome !== null && replied !== undefined) {
    const delivered = history.find(({ type, version }) => type === "delivered" && version > replied.version);
    const article = replied.payload["article"];
    const answer = {
      outcome: outcome as OutcomeCode,
      repliedOn: replied.on,
      knownOn: delivered?.on ?? replied.on,
      ...(typeof article === "string" ? { article } : {}),
    };
    return forApplicant(remedyDeadlines({ answer }, calendar));
  }
  if (overdue && dueOn !== null && dueOn < today) return forApplicant(remedyDeadlines({ unansweredSince: dueOn }, calendar));
  return { variant: null, deadlines: [] };
}

function forApplicant({ variant, deadlines }: ReturnType<typeof remedyDeadlines>) {
  return { variant, deadlines: deadlines.filter((one) => one.for === "applicant") };
}
