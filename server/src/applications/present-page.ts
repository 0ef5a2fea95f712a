import {
  EVENT_WORDS,
  foldCase,
  getOutcome,
  listActs,
  listCaseDays,
  type OutcomeCode,
  describeIrregularity,
  ROLE_WORDS,
  tellDays,
} from "@gongkai/statute";
import type { StoredEvent } from "../ledger/index.ts";
import { findLast, toCase } from "./case-events.ts";
import type { Officer } from "./officer.ts";
import { assignmentOf } from "./perform-act.ts";
import { mayReviewAs, rolesFor } from "./policy.ts";
import type { On } from "./present.ts";
import { standingOf } from "./review-chain.ts";
import type { ApplicationPage, OfferedAct, TimelineEntry } from "./page-schema.ts";

/** The clock of a case with every day and every rule it rests on. */
export function presentClock(history: readonly StoredEvent[], on: On): Pick<ApplicationPage, "clock" | "consultations"> {
  const file = toCase(history);
  const status = foldCase(file, on);
  const { usedDays, leftDays, overdue, because, irregularities } = status;
  return {
    clock: {
      usedDays,
      leftDays,
      overdue,
      because: because.map(({ rule, cites, text }) => ({ rule, cites, text })),
      days: tellDays(listCaseDays(file, on)),
      irregularities: irregularities.map(describeIrregularity),
    },
    consultations: listConsultations(history, status.openConsultations),
  };
}

function listConsultations(
  history: readonly StoredEvent[],
  open: ReturnType<typeof foldCase>["openConsultations"],
): ApplicationPage["consultations"] {
  return history
    .filter(({ type }) => type === "consultationSent")
    .map(({ on, payload }) => {
      const ended = history.find(
        ({ type, payload: end }) => (type === "opinionReceived" || type === "opinionExpired") && end["id"] === payload["id"],
      );
      return {
        id: typeof payload["id"] === "string" ? payload["id"] : "",
        with: payload["with"] === "organ" ? "organ" : "thirdParty",
        sentOn: on,
        limitOn: open.find(({ id }) => id === payload["id"])?.limitOn ?? null,
        endedOn: ended?.on ?? null,
        position: typeof ended?.payload["position"] === "string" ? ended.payload["position"] : null,
      };
    });
}

/** Every act with whether this officer may do it now; the permitted ones first. */
export function presentActs(history: readonly StoredEvent[], officer: Officer, on: On): readonly OfferedAct[] {
  const assignment = assignmentOf(history);
  return listActs(toCase(history), on).map(({ act, label, by, permitted, refusal, warnings, cites, consequence }) => {
    const isTheirs = rolesFor(officer, act, assignment).length > 0;
    const who = by.map((role) => ROLE_WORDS[role]).join("、");
    return {
      act,
      label,
      by: [...by],
      mayDo: permitted && isTheirs,
      whyNot: !permitted ? `${refusal?.text ?? "现在不能办理"}。` : isTheirs ? null : `由${who}办理。`,
      warnings: warnings.map(({ code, text, cites: rests }) => ({ code, text, cites: rests })),
      cites,
      consequence,
    };
  });
}

/** Where the draft stands in its chain, and whether it is this officer's turn. */
export function presentReview(history: readonly StoredEvent[], officer: Officer): ApplicationPage["review"] {
  const review = standingOf(history);
  const chain = findLast(history, "drafted")?.payload["chain"];
  if (review === undefined || !Array.isArray(chain)) return null;
  const roles = chain.map(String);
  const role = roles[review.step] ?? "";
  const hasSigned = officer.actor.kind === "person" && roles.length > 2 && review.people.includes(officer.actor.personId);
  const isTheirs = mayReviewAs(officer, role, assignmentOf(history));
  return {
    chain: roles,
    step: review.step,
    mayReview: isTheirs && !hasSigned,
    whyNot: !isTheirs ? `现由${wordOf(role)}办理。` : hasSigned ? "您在本轮已经办理过一道程序，应由其他人员办理。" : null,
  };
}

/** What the office calls the events of a case: those the law knows, and its own. */
export const APPLICATION_WORDS: Readonly<Record<string, string>> = {
  ...EVENT_WORDS,
  registered: "登记",
  assigned: "交办",
  drafted: "拟稿送审",
  reviewed: "审核同意",
  returned: "退回",
  overridden: "决定公开（第三方不同意）",
  summarised: "修改摘要",
  applicantOpened: "查看申请人信息",
  limitRecomputed: "期限重新计算",
  limitSettled: "期限确定（放假安排已公布）",
  remedyFiled: "提起复议或者诉讼",
  letterIssued: "发出文书",
  documentsAdded: "补充附件",
  imported: "导入",
  importWithdrawn: "撤销导入",
  anonymised: "清除个人信息",
  setAside: "搁置（不是信息公开申请）",
  broughtBack: "恢复待确认",
  statementGiven: "收到申请人的材料",
  thirdPartyLinked: "生成第三方意见链接",
  queryCodeGiven: "发给查询码",
};

/** The history for people: who did what when, in words. `names`: people by id. */
export function presentTimeline(history: readonly StoredEvent[], names: ReadonlyMap<string, string>): readonly TimelineEntry[] {
  return history.map((event) => ({
    sequence: event.sequence,
    version: event.version,
    type: event.type,
    label: APPLICATION_WORDS[event.type] ?? event.type,
    on: event.on,
    recordedAt: event.recordedAt,
    actor: nameActor(event, names),
    details: listDetails(event),
    documents: event.documents,
    hash: event.hash.toString("hex"),
  }));
}

function nameActor({ actor }: StoredEvent, names: ReadonlyMap<string, string>): string {
  if (actor.kind === "system") return "系统";
  if (actor.kind === "citizen") return "申请人";
  const name = names.get(actor.id ?? "") ?? "（已离职人员）";
  return actor.role === null ? name : `${name}（${wordOf(actor.role)}）`;
}

function wordOf(role: string): string {
  return (ROLE_WORDS as Readonly<Record<string, string>>)[role] ?? role;
}

const POSITION_WORDS: Readonly<Record<string, string>> = { agree: "同意公开", object: "不同意公开", none: "未表示意见" };

/** Fields of a payload that people read, in words; the rest (ids, hashes) is for programs. */
const DETAIL_WORDS: Readonly<Record<string, (value: unknown) => readonly [string, string]>> = {
  number: (value) => ["登记编号", String(value)],
  reason: (value) => ["说明", String(value)],
  opinion: (value) => ["意见", String(value)],
  by: (value) => ["补正期限", String(value)],
  payBy: (value) => ["缴费期限", String(value)],
  days: (value) => ["工作日", String(value)],
  amount: (value) => ["金额", `${String(value)}元`],
  outcome: (value) => ["答复类型", getOutcome(value as OutcomeCode).label],
  article: (value) => ["依据", String(value)],
  receivedOn: (value) => ["对方收到", String(value)],
  position: (value) => ["意见", POSITION_WORDS[String(value)] ?? String(value)],
  proof: (value) => ["送达凭证", String(value)],
  receiptNumber: (value) => ["票据号码", String(value)],
  letterNumber: (value) => ["文号", String(value)],
  released: (value) => ["提供给申请人的文件", `${Array.isArray(value) ? value.length : 0}个`],
};

function listDetails({ payload }: StoredEvent): TimelineEntry["details"] {
  return Object.entries(payload).flatMap(([name, value]) => {
    const say = DETAIL_WORDS[name];
    if (say === undefined || value === undefined || value === null || value === "") return [];
    const [label, text] = say(value);
    return [{ label, value: text }];
  });
}
