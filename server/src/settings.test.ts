import { describe, expect, test } from "vitest";
import { readSettings, SETTINGS } from "./settings.ts";

describe("settings", () => {
  test("an empty environment gives a server on http://127.0.0.1:8080", () => {
    const read = readSettings({});
    expect(read).toMatchObject({ ok: true, settings: { host: "127.0.0.1", port: 8080, baseUrl: undefined, trustProxy: false } });
  });

  test("every setting has a variable, and an empty one counts as not set", () => {
    const read = readSettings(Object.fromEntries(SETTINGS.map(({ name }) => [name, " "])));
    const unset = readSettings({});
    expect(read).toEqual(unset);
    expect(unset.ok && Object.keys(unset.settings).toSorted()).toEqual(SETTINGS.map(({ key }) => key).toSorted());
  });

  test.each([
    { name: "PORT", value: "80a" },
    { name: "PORT", value: "65536" },
    { name: "HOST", value: "a b" },
    { name: "BASE_URL", value: "gongkai.example" },
    { name: "BASE_URL", value: "https://gongkai.example/?a=1" },
    { name: "LOG_LEVEL", value: "loud" },
    { name: "UPLOAD_MAX_MB", value: "0" },
    { name: "READER_WORKERS", value: "-1" },
    { name: "READER_TIMEOUT_SECONDS", value: "1.5" },
    { name: "READER_MEMORY_MB", value: "64" },
    { name: "TRUST_PROXY", value: "yes" },
    { name: "RATE_LIMIT_PER_MINUTE", value: "many" },
    { name: "CITIZEN_SMS_HOOK_URL", value: "http://sms.example/send" },
    { name: "SET_ASIDE_MONTHS", value: "1" },
  ])("$name=$value is refused in one line that names it, its value and what is allowed", ({ name, value }) => {
    const read = readSettings({ [name]: value });
    if (read.ok) throw new Error("taken for right");
    expect(read.message).toContain(`${name}=${value}`);
    expect(read.message).toContain(SETTINGS.find((setting) => setting.name === name)?.allowed);
    expect(read.message).not.toContain("\n");
  });

  test.each([
    { name: "SMS_HOOK_URL", value: "https://sms.example/", missing: "SMS_HOOK_SECRET" },
    { name: "CITIZEN_SMS_HOOK_URL", value: "https://sms.example/", missing: "CITIZEN_SMS_HOOK_SECRET" },
    { name: "CITIZEN_SMS_HOOK_SECRET", value: "0123456789abcdef", missing: "CITIZEN_SMS_HOOK_URL" },
  ])("$name without $missing is refused in one line, without the secret", ({ name, value, missing }) => {
    const read = readSettings({ [name]: value });
    if (read.ok) throw new Error("taken for right");
    expect(read.message).toContain(`设置了 ${name}，没有设置 ${missing}`);
    expect(read.message).not.toContain("0123456789");
    expect(read.message).not.toContain("\n");
  });

  test("a misspelt setting is refused by name instead of being passed over", () => {
    const read = readSettings({ READER_WORKER: "2" });
    expect(!read.ok && read.message).toContain("READER_WORKER ");
  });

  test("variables of other programs are none of our business", () => {
    expect(readSettings({ PATH: "/bin", HOSTNAME: "x", npm_config_yes: "false" }).ok).toBe(true);
  });

  test("a long accident of a value is shown shortened and on one line", () => {
    const read = readSettings({ PORT: `1\n${"9".repeat(500)}` });
    expect(!read.ok && read.message.length).toBeLessThan(250);
    expect(!read.ok && read.message).not.toContain("\n");
  });

  test.each([
    { given: "2", means: 2 },
    { given: "true", means: true },
    { given: "10.0.0.0/8, 127.0.0.1", means: "10.0.0.0/8, 127.0.0.1" },
  ])("TRUST_PROXY=$given is taken", ({ given, means }) => {
    expect(readSettings({ TRUST_PROXY: given })).toMatchObject({ ok: true, settings: { trustProxy: means } });
  });
});
