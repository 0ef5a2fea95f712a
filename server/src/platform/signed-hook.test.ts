import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { stoppedClock } from "./clock.ts";
import { createSignedHook, isRefused } from "./signed-hook.ts";
import { aGateway } from "./testing.ts";

const clock = stoppedClock("2026-03-04T02:00:00.000Z");
const secret = "0123456789abcdef";
const message = { id: "6c1f7a52-0000-4000-8000-000000000001", title: "紧急撤下：索引号 7" };

test("the gateway gets the message, signed with the agreed secret", async () => {
  const { got, url } = await aGateway(() => 202);
  expect(await createSignedHook({ url, secret, clock }).send(message)).toEqual({ ok: true });
  const [{ headers, body } = { headers: {}, body: "" }] = got;
  expect(JSON.parse(body)).toEqual(message);
  const timestamp = String(headers["x-gongkai-timestamp"]);
  expect(timestamp).toBe(clock.instant());
  expect(headers["x-gongkai-signature"]).toBe(`sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`);
});

test.each([500, 302])("an answer of %i means not taken", async (status) => {
  const { url } = await aGateway(() => status);
  expect(await createSignedHook({ url, secret, clock }).send(message)).toEqual({ ok: false, reason: `网关答复 ${status}。` });
});

test("without an address or a secret nothing is sent", async () => {
  expect(createSignedHook({ url: undefined, secret, clock }).isOn).toBe(false);
  expect(createSignedHook({ url: "https://sms.example/", secret: undefined, clock }).isOn).toBe(false);
});

test("a refused address is not asked", async () => {
  const hook = createSignedHook({ url: "http://169.254.169.254/latest", secret, clock });
  expect(await hook.send(message)).toEqual({ ok: false, reason: "网关的地址不被允许。" });
});

test.each([
  { address: "127.0.0.1", plain: false, secure: false },
  { address: "10.1.2.3", plain: false, secure: false },
  { address: "fd00::1", plain: false, secure: false },
  { address: "203.0.113.9", plain: true, secure: false },
  { address: "169.254.169.254", plain: true, secure: true },
  { address: "::ffff:169.254.169.254", plain: true, secure: true },
  { address: "0.0.0.0", plain: true, secure: true },
  { address: "fe80::1", plain: true, secure: true },
])("$address is refused by HTTP: $plain, by HTTPS: $secure", ({ address, plain, secure }) => {
  expect([isRefused(address, true), isRefused(address, false)]).toEqual([plain, secure]);
});
