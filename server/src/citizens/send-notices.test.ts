import { officialCalendar } from "@gongkai/statute";
import { describe, expect, onTestFinished, test } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion, signInAs } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes } from "../applications/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { createLog } from "../platform/log.ts";
import { createMail } from "../platform/mail/index.ts";
import { aMailServer } from "../platform/mail/testing.ts";
import { createSignedHook } from "../platform/signed-hook.ts";
import { aGateway } from "../platform/testing.ts";
import { type CitizenSms, mobileOf } from "./citizen-sms.ts";
import { questionOf } from "./human-check.ts";
import { citizenNoticeHook, citizenRoutes } from "./index.ts";
import { type NoticeNeeds, sendCitizenNotices } from "./send-notices.ts";
import { aVisitor, begin, fillIn, readReceipt, send } from "./testing.ts";

const { db } = await aDatabase();
/** Monday 2 March 2026, half past nine in the morning in Beijing. */
const clock = aMovableClock("2026-03-02T01:30:00.000Z");
const ledger = aLedger(db, { clock, projections: [applicationProjection(officialCalendar)] });
const region = await aRegion(ledger);
const hooks = [citizenNoticeHook];
const app = await anOfficeApp(ledger, {
  settings: { citizenSmsHookUrl: "https://sms.example/" },
  slices: [(on, all) => applicationRoutes(on, { ...all, actHooks: hooks }), (on, all) => citizenRoutes(on, all, { actHooks: hooks })],
});
const ORGAN = region.bureau.code;
const SECRET = "0123456789abcdef";
const TELEPHONE = "138-0000 0001";
let next = 1;

/** Someone who asked to be told by text message (and by mail, where an address is given), and whose application is confirmed. */
async function aConfirmed({ telephone = TELEPHONE, email = "" } = {}) {
  const who = aVisitor(app, `198.51.100.${(next += 1)}`);
  const begun = await begin(who, ORGAN);
  await fillIn(who, begun, {
    applicant: { telephone, email, address: "云溪县石桥乡" },
    supply: { notify: email === "" ? "" : "on", notifySms: "on" },
  });
  await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
  const { number } = await readReceipt(who, begun);
  const { application_id: id } = await db
    .selectFrom("application_access")
    .select("application_id")
    .where("receipt_number", "=", number.replaceAll(" ", ""))
    .executeTakeFirstOrThrow();
  const confirmed = await app.inject({
    method: "POST",
    url: `/api/v1/agencies/${ORGAN}/applications/${id}/acts/confirm`,
    headers: await signInAs(ledger, region.staff.registrar),
    payload: { version: 1 },
  });
  expect(confirmed.statusCode).toBe(200);
  const states = async () =>
    Object.fromEntries(
      (await db.selectFrom("citizen_notice").select(["way", "state"]).where("application_id", "=", id).execute()).map(({ way, state }) => [
        way,
        state,
      ]),
    );
  return { id, number, states };
}

function aDesk({ url, smtpUrl }: { url?: string; smtpUrl?: string } = {}) {
  const lines: string[] = [];
  const log = createLog({ level: "info", clock, inWords: false, to: { write: (line) => void lines.push(line) } });
  const mail = createMail({ smtpUrl, mailFrom: "gongkai@yunxi.example", log });
  onTestFinished(() => mail.close());
  const citizenSms = createSignedHook<CitizenSms>({ url, secret: url === undefined ? undefined : SECRET, clock });
  const needs: NoticeNeeds = { ledger, mail, citizenSms, calendar: officialCalendar, settings: { baseUrl: undefined }, log };
  return { needs, lines };
}

describe("news by text message", () => {
  test("goes to the mobile number typed in, with the words that are sent and nothing else, and stands in no log", async () => {
    const { got, url } = await aGateway(() => 202);
    const { needs, lines } = aDesk({ url });
    const { number, states } = await aConfirmed();
    await sendCitizenNotices(needs, "sms");
    await sendCitizenNotices(needs, "sms");
    expect(got).toHaveLength(1);
    expect(JSON.parse(got[0]?.body ?? "")).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      telephone: "13800000001",
      text: `【云溪县教育局】您的政府信息公开申请有新的进展：工作机构已与您确认收到申请，答复期限从次日起计算。请到提交申请的网站“查询进度”查看，回执号 ${number}。`,
    });
    expect(got[0]?.headers["x-gongkai-signature"]).toMatch(/^sha256=[\da-f]{64}$/);
    expect(await states()).toEqual({ sms: "sent" });
    expect(lines.join("\n")).not.toContain("138");
  });

  test("is tried again, under the same id, when the gateway does not take it, while mail goes its own way", async () => {
    let status = 503;
    const { got, url } = await aGateway(() => status);
    const server = await aMailServer();
    const { needs, lines } = aDesk({ url, smtpUrl: server.url });
    const { states } = await aConfirmed({ email: "applicant@example.cn" });
    await sendCitizenNotices(needs, "sms");
    await sendCitizenNotices(needs, "mail");
    expect([got.length, server.received.length]).toEqual([1, 1]);
    expect(await states()).toEqual({ mail: "sent", sms: "waiting" });
    expect(lines.join("\n")).toContain("网关答复 503。");
    expect(lines.join("\n")).not.toContain("138");
    status = 200;
    await sendCitizenNotices(needs, "sms");
    expect(got).toHaveLength(1);
    clock.moveMinutes(6);
    await sendCitizenNotices(needs, "sms");
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
    expect(await states()).toEqual({ mail: "sent", sms: "sent" });
    expect(server.received).toHaveLength(1);
  });

  test("is given up after the last try", async () => {
    const { got, url } = await aGateway(() => 500);
    const { needs } = aDesk({ url });
    const { states } = await aConfirmed();
    for (const minutes of [0, 6, 16, 46, 121, 0]) {
      clock.moveMinutes(minutes);
      await sendCitizenNotices(needs, "sms");
    }
    expect(await states()).toEqual({ sms: "waiting" });
    clock.moveMinutes(361);
    clock.moveMinutes(16 * 60); // the last wait ends in the evening
    await sendCitizenNotices(needs, "sms");
    expect([got.length, await states()]).toEqual([6, { sms: "failed" }]);
  });

  test("rests at night", async () => {
    const { got, url } = await aGateway(() => 200);
    const { needs } = aDesk({ url });
    const { states } = await aConfirmed();
    while (Number(clock.instant().slice(11, 13)) !== 14) clock.moveMinutes(60); // ten in the evening
    await sendCitizenNotices(needs, "sms");
    expect([got.length, await states()]).toEqual([0, { sms: "waiting" }]);
    clock.moveMinutes(10 * 60 + 30);
    await sendCitizenNotices(needs, "sms");
    expect([got.length, await states()]).toEqual([1, { sms: "sent" }]);
  });

  test("is let be where no gateway is set", async () => {
    const { needs } = aDesk();
    const { states } = await aConfirmed();
    await sendCitizenNotices(needs, "sms");
    expect(await states()).toEqual({ sms: "none" });
  });

  test("is offered by the form, which asks for a mobile number", async () => {
    const who = aVisitor(app, "198.51.100.250");
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun, { applicant: { telephone: "010-00000000" }, supply: { notifySms: "on" } });
    expect((await who.get(`${begun.base}/supply?check=1`)).text).toContain("请在“申请人”一步的联系电话中填写手机号码");
    await fillIn(who, begun, { applicant: { telephone: TELEPHONE }, supply: { notifySms: "on" } });
    expect((await who.get(`${begun.base}/preview`)).text).toContain("有新进展时发短信");
  });
});

test.each([
  ["13800000001", "13800000001"],
  ["+86 138-0000-0001", "13800000001"],
  ["１３８０００００００１", "13800000001"],
  ["8613800000001", "13800000001"],
  ["010-62000000", undefined],
  ["12345678901", undefined],
  ["+852 9000 0000", undefined],
])("%s is taken as the mobile number %s", (typed, mobile) => expect(mobileOf(typed)).toBe(mobile));
