import { randomUUID } from "node:crypto";
import { addDays, type ApplicantKind, type Calendar, type PlainDate, plainDate } from "@gongkai/statute";
import { addAgency, findAgency, PLATFORM } from "../agencies/index.ts";
import { givePost } from "../accounts/index.ts";
import { type ActServices, type Officer, performAct, registerApplication, reviewDraft } from "../applications/index.ts";
import type { RegisterApplication } from "../applications/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import { DEMO_PLANS, type DemoPlan, workingDaysAfter } from "./demo-cases.ts";
import { DEMO_ORGANS, DEMO_POSTS, type DemoOrgan, listRequests } from "./demo-region.ts";
import { addDemoPerson } from "./demo-people.ts";
import { liveRemedy } from "./demo-remedies.ts";

const SYSTEM = { kind: "system" } as const;

export interface DemoNeeds {
  readonly ledger: Ledger;
  readonly services: () => ActServices;
  readonly calendar: () => Calendar;
  /** All of the region unless a test needs less. */
  readonly organs?: readonly DemoOrgan[];
}

/**
 * Fills an empty demonstration with a small region: organs, people named for their posts, cases of two years and cases under
 * way of which some are due today. Organs and people come first; cases follow in the background, the open ones before the
 * past. What is there already stays; a later day gets new cases that are due then.
 */
export async function fillDemo({ ledger, organs = DEMO_ORGANS }: DemoNeeds): Promise<void> {
  for (const organ of organs) await ensureOrgan(ledger, organ);
}

/** The cases, by and by; stops between two when the server does. */
export async function fillDemoCases(needs: DemoNeeds, signal: AbortSignal): Promise<void> {
  const today = plainDate(needs.ledger.clock.today());
  for (const organ of needs.organs ?? DEMO_ORGANS) {
    const agency = await findAgency(needs.ledger.db, organ.code);
    if (agency === undefined || (await hasCasesInHand(needs.ledger, agency.agency_id, today))) continue;
    const officers = await listOfficers(needs.ledger, agency.agency_id);
    const isNew = !(await hasCases(needs.ledger, agency.agency_id));
    for (const planned of planCases(organ, today, needs.calendar(), isNew)) {
      if (signal.aborted) return;
      await liveCase(needs, { agencyId: agency.agency_id, officers, today, ...planned });
    }
  }
}

async function ensureOrgan(ledger: Ledger, organ: DemoOrgan): Promise<void> {
  const { parent, past: _past, open: _open, ...rest } = organ;
  if ((await findAgency(ledger.db, organ.code))?.version) return;
  const above = parent === null ? undefined : await findAgency(ledger.db, parent);
  const added = await addAgency(ledger, {
    ...rest,
    parentId: above?.agency_id ?? PLATFORM,
    isDemo: true,
    actor: SYSTEM,
    settings: { letters: { onlineRemedy: "掌上复议小程序（演示）", court: "云溪县人民法院（演示）" } },
    contact: {
      office: `${organ.shortName}政府信息公开办公室（演示）`,
      address: "演示路1号",
      postcode: "000000",
      telephone: "0000-0000000",
    },
  });
  if (!added.ok) throw new Error(`The demonstration's organ ${organ.code} could not be added: ${added.refusal}`);
  const { agencyId } = added.value;
  for (const { role, name } of DEMO_POSTS) {
    const personId = await addDemoPerson(ledger, {
      agencyId,
      signInName: `${organ.code}.${role.toLowerCase()}`,
      name: `${organ.shortName}${name}`,
    });
    await givePost(ledger, { agencyId, actor: SYSTEM, role, title: name, unit: null, holder: { id: personId }, deputy: null });
  }
}

interface PlannedCase {
  readonly key: string;
  /** From 0, among the open or the past ones. */
  readonly index: number;
  readonly isPast: boolean;
  readonly plan: DemoPlan;
  readonly receivedOn: PlainDate;
  readonly title: string;
  /** Where a case under way waits: before its so many-th step of the answer's chain (0 the draft, 1 and 2 reviews, 3 the signature). */
  readonly waitsAt?: number;
}

/** Where the open cases whose answer is near wait: with the head of the office, the leader, the head of the unit, the handler. */
const WAITING: readonly number[] = [2, 3, 1, 0, 2, 3, 1, 2];

/** Open cases due today, overdue, soon and later; then past ones spread over two years. Nothing is left to chance. */
function planCases(organ: DemoOrgan, today: PlainDate, calendar: Calendar, withPast: boolean): readonly PlannedCase[] {
  const made: PlannedCase[] = [];
  const due = calendar.findNth(calendar.countUpTo(addDays(today, -1)) + 1); // today, or the working day after the days off
  const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item; // neither list is empty
  const offset = organ.code.length;
  for (let index = 0; index < organ.open; index += 1) {
    const plan = pick(DEMO_PLANS, index === 0 ? 0 : index);
    // Received so that the last day is today, then yesterday, then in a few days, then later.
    const ago = [20, 21, 18, 12, 6, 3, 1, 15, 9, 19, 2, 4][index] ?? index;
    made.push({
      key: `${today}-open-${index}`,
      index,
      isPast: false,
      plan,
      receivedOn: workingDaysAfter(calendar, due, -ago),
      title: pick(listRequests(organ.code), index + offset),
      waitsAt: pick(WAITING, index),
    });
  }
  for (let index = 0; withPast && index < organ.past; index += 1) {
    const receivedOn = workingDaysAfter(calendar, today, -45 - Math.floor((index * 440) / Math.max(1, organ.past)));
    made.push({
      key: `past-${index}`,
      index,
      isPast: true,
      plan: pick(DEMO_PLANS, index * 2 + (index > 8 ? 1 : 0)),
      receivedOn,
      title: pick(listRequests(organ.code), index * 11 + offset),
    });
  }
  return made;
}

interface LiveCase extends PlannedCase {
  readonly agencyId: number;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly today: PlainDate;
}

/** Takes a case through its plan up to today, each step by the post it belongs to and on its day. */
async function liveCase(
  { ledger, services, calendar }: DemoNeeds,
  { key, index, isPast, plan, receivedOn, title, waitsAt, agencyId, officers, today }: LiveCase,
): Promise<void> {
  const ledgerOn = (date: PlainDate): Ledger => ({ ...ledger, clock: stoppedClock(`${date}T02:00:00.000Z`) });
  const by = (role: string): Officer => officers.get(role) ?? { actor: SYSTEM, roles: [], units: [] };
  const registered = await registerApplication(ledgerOn(receivedOn), services(), {
    agencyId,
    officer: by("registrar"),
    commandKey: `demo:${key}`,
    given: {
      channel: plan.channel,
      applicant: applicantOf(index, key),
      request: { title, description: "", carrier: "paper", delivery: "post" },
      submittedOn: receivedOn,
      documents: [],
    },
  });
  if (!registered.ok) throw new Error(`A case of the demonstration was refused: ${registered.refusal}`);
  const { id } = registered.value;
  let { version } = registered.value;
  let stepOfAnswer = 0;
  let answeredOn: PlainDate | undefined;
  for (const { day, by: role, act, given } of plan.steps) {
    const on = workingDaysAfter(calendar(), receivedOn, day);
    const isOfAnswer = act === "draftReply" || act === "review" || act === "sign";
    if (on > today || (isOfAnswer && waitsAt === stepOfAnswer) || (waitsAt !== undefined && act === "withdraw")) return;
    if (isOfAnswer) stepOfAnswer += 1;
    const officer = by(role);
    const details = { version, ...given?.(on, calendar()), ...(act === "assign" ? { handlerId: idOf(by("handler")) } : {}) };
    const done =
      act === "review"
        ? await reviewDraft(ledgerOn(on), { agencyId, applicationId: id, officer, given: { version, opinion: "同意。" } })
        : await performAct(ledgerOn(on), services(), { agencyId, applicationId: id, act, officer, given: details });
    if (!done.ok) throw new Error(`The demonstration's case ${key} was refused at ${act}: ${done.refusal}`);
    version = done.value.version;
    if (act === "sign") answeredOn = on;
  }
  if (!isPast || answeredOn === undefined) return;
  const about = { index, agencyId, applicationId: id, answeredOn, today, officer: by("legalReviewer") };
  await liveRemedy({ ledger, services: services(), calendar: calendar() }, about);
}

/** Most who apply are natural persons; every kind of applicant comes by. */
function applicantOf(index: number, key: string): RegisterApplication["applicant"] {
  const reached = { telephone: "0000-0000000", address: "演示地址" };
  const [kind, name] = ORGANISATIONS[index % 9] ?? ["natural", "演示申请人"];
  return kind === "natural"
    ? { kind, name, idType: "other", idNumber: `演示${key}`, ...reached }
    : { kind, name, creditCode: `演示${key}`, representative: "演示负责人", ...reached };
}

const ORGANISATIONS: Readonly<Record<number, readonly [ApplicantKind, string]>> = {
  1: ["business", "演示商贸公司"],
  4: ["legal", "演示律师事务所"],
  6: ["research", "演示研究所"],
  7: ["welfare", "演示公益服务中心"],
};

const idOf = ({ actor }: Officer): string => (actor.kind === "person" ? actor.personId : randomUUID());

/** The organ's posts by role, as commands know them. */
export async function listOfficers({ db }: Ledger, agencyId: number): Promise<ReadonlyMap<string, Officer>> {
  const posts = await db
    .selectFrom("post")
    .innerJoin("person", "person.person_id", "post.holder_id")
    .select(["post.role", "person.person_id", "person.name"])
    .where("post.agency_id", "=", agencyId)
    .where("post.ended_on", "is", null)
    .execute();
  return new Map(
    posts.map(({ role, person_id: personId, name }) => [
      role,
      { actor: { kind: "person", personId, name, role }, roles: [role as Officer["roles"][number]], units: [] } satisfies Officer, // administrators have no case roles and do no act
    ]),
  );
}

async function hasCases({ db }: Ledger, agencyId: number): Promise<boolean> {
  return (
    (await db.selectFrom("application").select("application_id").where("agency_id", "=", agencyId).limit(1).executeTakeFirst()) !==
    undefined
  );
}

/** Whether cases are under way that are due within the next days. */
async function hasCasesInHand({ db }: Ledger, agencyId: number, today: PlainDate): Promise<boolean> {
  const found = await db
    .selectFrom("application")
    .select("application_id")
    .where("agency_id", "=", agencyId)
    .where("decided_on", "is", null)
    .where("due_on", ">=", today)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
