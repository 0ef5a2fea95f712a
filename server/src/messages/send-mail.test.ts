import { officialCalendar } from "@gongkai/statute";
import { describe, expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { createLog } from "../platform/log.ts";
import { createMail } from "../platform/mail/index.ts";
import { aMailServer } from "../platform/mail/testing.ts";
import { type NewMessage, notify } from "./notify.ts";
import { listMessages } from "./queries.ts";
import { sendDueMail, type SendMailNeeds } from "./send-mail.ts";
import type { SmsHook, SmsMessage } from "./sms-hook.ts";
import { aClock, anOrgan, aPerson } from "./testing.ts";

const { db } = await aDatabase();
const lines: string[] = [];

/** Wednesday 4 March 2026, ten in the morning in Beijing. */
const NOON = "2026-03-04T02:00:00.000Z";
const NIGHT = "2026-03-04T14:00:00.000Z";
const NEXT_MORNING = "2026-03-05T00:00:00.000Z";
const noSms: SmsHook = { isOn: false, send: async () => ({ ok: false, reason: "" }) };

async function aDesk(smtpUrl: string | undefined, { now = NOON, sms = noSms }: { now?: string; sms?: SmsHook } = {}) {
  const clock = aClock(now);
  const log = createLog({ level: "info", clock, inWords: false, to: { write: (line) => void lines.push(line) } });
  const mail = createMail({ smtpUrl, mailFrom: "gongkai@yunxi.example", log });
  onTestFinished(() => mail.close());
  const needs: SendMailNeeds = {
    ledger: { db },
    mail,
    sms,
    clock,
    log,
    settings: { baseUrl: "https://gongkai.example" },
    calendar: officialCalendar,
  };
  const organ = await anOrgan(db);
  const tell = (personId: string, message: Partial<NewMessage> = {}) =>
    notify(db, {
      agencyId: organ.agencyId,
      to: [personId],
      kind: "assignment",
      title: "交办：依申请公开 2026-0007",
      onceKey: "assigned:7",
      at: clock.instant(),
      ...message,
    });
  const stateOf = async (personId: string) =>
    (await listMessages(db, { agencyId: organ.agencyId, personId, limit: 10 })).map((row) => row.mail_state);
  return { clock, needs, organ, tell, stateOf };
}

describe("mail of messages", () => {
  test("goes to whom it is for, with the organ, the title and where to read on", async () => {
    const server = await aMailServer();
    const { needs, organ, tell, stateOf } = await aDesk(server.url);
    const person = await aPerson(db, { email: "li@yunxi.example" });
    await tell(person, { body: "请于三日内检索。", dueOn: "2026-03-30" });
    await sendDueMail(needs);
    await sendDueMail(needs);
    expect(server.received).toMatchObject([{ to: ["li@yunxi.example"], subject: "【云溪县教育局】交办：依申请公开 2026-0007" }]);
    expect(server.received[0]?.text).toContain("期限：2026-03-30");
    expect(server.received[0]?.text).toContain(`https://gongkai.example/console/agencies/${organ.code}/messages`);
    expect(await stateOf(person)).toEqual(["sent"]);
  });

  test("waits for the morning when it comes at night, and urgent mail does not", async () => {
    const server = await aMailServer();
    const { clock, needs, tell, stateOf } = await aDesk(server.url, { now: NIGHT });
    const person = await aPerson(db, { email: "li@yunxi.example" });
    await tell(person);
    await tell(person, { kind: "takedown", title: "紧急撤下：索引号 7", onceKey: "takedown:7" });
    await sendDueMail(needs);
    expect(server.received.map(({ subject }) => subject)).toEqual(["【云溪县教育局】紧急撤下：索引号 7"]);
    clock.moveTo(NEXT_MORNING);
    await sendDueMail(needs);
    expect(server.received).toHaveLength(2);
    expect(await stateOf(person)).toEqual(["sent", "sent"]);
  });

  test("is tried again while the server is down, later each time, and fails in the end", async () => {
    const server = await aMailServer();
    const down = await aDesk(server.url);
    const person = await aPerson(db, {
      email: "li@yunxi.example",
      preferences: { notifications: { quietFrom: "00:00", quietUntil: "00:00" } },
    });
    await down.tell(person);
    await server.close();
    const tries = ["02:00", "02:05", "02:20", "03:05", "05:05", "11:05"];
    for (const time of tries) {
      expect(await down.stateOf(person)).toEqual(["waiting"]);
      down.clock.moveTo(`2026-03-04T${time}:00.000Z`);
      await sendDueMail(down.needs);
    }
    expect(await down.stateOf(person)).toEqual(["failed"]);
    expect(lines.join("")).toContain("mail failed");
    expect(lines.join("")).not.toContain("li@yunxi.example");
  });

  test("arrives once the server is back", async () => {
    const server = await aMailServer();
    const { clock, needs, tell, stateOf } = await aDesk("smtp://127.0.0.1:9");
    const person = await aPerson(db, { email: "li@yunxi.example" });
    await tell(person);
    await sendDueMail(needs);
    expect(await stateOf(person)).toEqual(["waiting"]);
    const mail = createMail({ smtpUrl: server.url, mailFrom: "gongkai@yunxi.example", log: needs.log });
    onTestFinished(() => mail.close());
    await sendDueMail({ ...needs, mail });
    expect(server.received).toEqual([]); // not before its time
    clock.moveTo("2026-03-04T02:05:00.000Z");
    await sendDueMail({ ...needs, mail });
    expect(server.received).toHaveLength(1);
    expect(await stateOf(person)).toEqual(["sent"]);
  });

  test("an address the server refuses is not tried again", async () => {
    const server = await aMailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("no"), { responseCode: 550 })),
    });
    const { needs, tell, stateOf } = await aDesk(server.url);
    const person = await aPerson(db, { email: "gone@yunxi.example" });
    await tell(person);
    await sendDueMail(needs);
    expect(await stateOf(person)).toEqual(["failed"]);
  });

  test("two processes send each letter once", async () => {
    const server = await aMailServer();
    const { needs, tell } = await aDesk(server.url);
    const people = await Promise.all(Array.from({ length: 30 }, (_, n) => aPerson(db, { email: `p${n}@yunxi.example` })));
    for (const person of people) await tell(person);
    await Promise.all([sendDueMail(needs), sendDueMail(needs)]);
    expect(server.received).toHaveLength(people.length);
    expect(new Set(server.received.map(({ to }) => to[0]))).toEqual(new Set(people.map((_, n) => `p${n}@yunxi.example`)));
  });

  test.each([
    { who: "without an address", person: { email: null } },
    { who: "who wants no mail", person: { email: "a@yunxi.example", preferences: { notifications: { mail: false } } } },
    { who: "who may not sign in any more", person: { email: "a@yunxi.example", isDisabled: true } },
  ])("none is sent to someone $who", async ({ person }) => {
    const server = await aMailServer();
    const { needs, tell, stateOf } = await aDesk(server.url);
    const personId = await aPerson(db, person);
    await tell(personId);
    await sendDueMail(needs);
    expect(server.received).toEqual([]);
    expect(await stateOf(personId)).toEqual(["none"]);
  });

  test("what waited for weeks is not sent when a server is set up at last", async () => {
    const server = await aMailServer();
    const { clock, needs, tell, stateOf } = await aDesk(server.url);
    const person = await aPerson(db, { email: "li@yunxi.example" });
    await tell(person);
    clock.moveTo("2026-04-01T02:00:00.000Z");
    await sendDueMail(needs);
    expect(server.received).toEqual([]);
    expect(await stateOf(person)).toEqual(["none"]);
  });

  test("urgent messages go to the gateway for text messages, with mail or without", async () => {
    const texts: SmsMessage[] = [];
    const sms: SmsHook = { isOn: true, send: async (message) => (texts.push(message), { ok: true }) };
    const { needs, organ, tell } = await aDesk(undefined, { now: NIGHT, sms });
    const person = await aPerson(db);
    await tell(person);
    await tell(person, { kind: "security", title: "您的账号在新设备上登录", onceKey: "security:1" });
    await sendDueMail(needs);
    await sendDueMail(needs);
    expect(texts).toMatchObject([{ agency: { code: organ.code }, signInName: `p-${person}`, title: "您的账号在新设备上登录" }]);
  });
});

describe("messages", () => {
  test("the same thing is told once to each person", async () => {
    const { organ, tell } = await aDesk(undefined);
    const [one, other] = [await aPerson(db), await aPerson(db)];
    expect(await tell(one)).toBe(1);
    expect(await tell(one, { to: [one, other, other] })).toBe(1);
    expect(await listMessages(db, { agencyId: organ.agencyId, personId: other, limit: 10 })).toHaveLength(1);
  });

  test("what looks like an identity or telephone number is refused", async () => {
    const { tell } = await aDesk(undefined);
    const person = await aPerson(db);
    await expect(tell(person, { title: "申请人 110101199001011234" })).rejects.toThrow("personal data");
    await expect(tell(person, { body: "电话13800000000" })).rejects.toThrow("personal data");
    expect(await tell(person, { title: "登记号 20260000000000000000007" })).toBe(1);
  });
});
