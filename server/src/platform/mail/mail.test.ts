import { describe, expect, onTestFinished, test } from "vitest";
import { stoppedClock } from "../clock.ts";
import { createLog } from "../log.ts";
import { createMail, type Letter } from "./mail.ts";
import { aMailServer } from "./testing.ts";

const lines: string[] = [];
const log = createLog({
  level: "info",
  clock: stoppedClock("2026-03-02T01:30:00.000Z"),
  inWords: false,
  to: { write: (line) => void lines.push(line) },
});
const letter: Letter = { to: "li@yunxi.example", subject: "答复期限还有3个工作日", text: "登记号 2026-0007。\n", id: "m-1" };

function mailTo(smtpUrl: string | undefined, mailFrom: string | undefined = "云溪县政务公开 <gongkai@yunxi.example>") {
  const mail = createMail({ smtpUrl, mailFrom, log });
  onTestFinished(() => mail.close());
  return mail;
}

describe("mail", () => {
  test("arrives with sender, subject and text, under an id of its own", async () => {
    const server = await aMailServer();
    expect(await mailTo(server.url).send(letter)).toEqual({ ok: true });
    expect(server.received).toMatchObject([{ from: "gongkai@yunxi.example", to: ["li@yunxi.example"], subject: letter.subject }]);
    expect(server.received[0]?.text).toContain("登记号 2026-0007。");
    expect(server.received[0]?.raw).toContain("Message-ID: <m-1@yunxi.example>");
  });

  test("a line break in the subject adds no header", async () => {
    const server = await aMailServer();
    await mailTo(server.url).send({ ...letter, subject: "提醒\r\nBcc: other@yunxi.example" });
    expect(server.received[0]?.to).toEqual(["li@yunxi.example"]);
    expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  test("a server that is down means: later", async () => {
    const server = await aMailServer();
    await server.close();
    expect(await mailTo(server.url).send(letter)).toMatchObject({ ok: false, refusal: "later" });
  });

  test("a server that asks for patience means: later; one that refuses the address means: never", async () => {
    const server = await aMailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`no ${address}`), { responseCode: address.startsWith("full") ? 452 : 550 })),
    });
    const mail = mailTo(server.url);
    expect(await mail.send({ ...letter, to: "full@yunxi.example" })).toEqual({
      ok: false,
      refusal: "later",
      reason: expect.stringContaining("452"),
    });
    expect(await mail.send({ ...letter, to: "nobody@yunxi.example" })).toEqual({
      ok: false,
      refusal: "refused",
      reason: "邮件服务器拒收（550）。",
    });
  });

  test("user and password are given to the server; a wrong one is the setting's fault, not the letter's", async () => {
    const server = await aMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === "u@x" && password === "p:w" ? done(null, { user: "u" }) : done(Object.assign(new Error("no"), { responseCode: 535 })),
    });
    const withUser = (user: string) => server.url.replace("//", `//${user}@`);
    expect(await mailTo(withUser("u%40x:p%3Aw")).send(letter)).toEqual({ ok: true });
    expect(await mailTo(withUser("u%40x:wrong")).send(letter)).toMatchObject({
      ok: false,
      refusal: "later",
      reason: expect.stringContaining("SMTP_URL"),
    });
  });

  test("without a server or a sender no mail is sent, and the log says why", async () => {
    expect(await mailTo(undefined).send(letter)).toEqual({ ok: false, refusal: "off", reason: "没有设置 SMTP_URL，不发送邮件。" });
    const noSender = createMail({ smtpUrl: "smtp://127.0.0.1:1", mailFrom: undefined, log });
    expect(noSender).toMatchObject({ isOn: false, whyOff: "没有设置 MAIL_FROM，不发送邮件。" });
    expect(lines.join("")).toContain("没有设置 SMTP_URL");
  });
});
