import { describe, expect, test } from "vitest";
import { limitRate } from "./limit-rate.ts";

describe("the rate limit", () => {
  test("answers so many requests of an address a minute, then says how long to wait, then begins anew", () => {
    let instant = 0;
    const ask = limitRate({ perMinute: 2, now: () => instant });
    expect([ask("10.0.0.1"), ask("10.0.0.1")]).toEqual([undefined, undefined]);
    instant = 15_000;
    expect(ask("10.0.0.1")).toBe(45);
    expect(ask("10.0.0.2")).toBeUndefined();
    instant = 60_000;
    expect(ask("10.0.0.1")).toBeUndefined();
  });

  test.each([
    { one: "2001:db8:1:2::1", other: "2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd", isSame: true },
    { one: "2001:db8:1:2::1", other: "2001:db8:1:3::1", isSame: false },
    { one: "2001:db8::1", other: "2001:db8:0:0:5::", isSame: true },
    { one: "::1", other: "::2", isSame: true },
    { one: "::ffff:10.0.0.1", other: "10.0.0.1", isSame: true },
    { one: "fe80::1%eth0", other: "fe80::2%eth1", isSame: true },
  ])("$one and $other are one visitor: $isSame", ({ one, other, isSame }) => {
    const ask = limitRate({ perMinute: 1, now: () => 0 });
    ask(one);
    expect(ask(other) !== undefined).toBe(isSame);
  });

  test("forgets rather than grows", () => {
    const ask = limitRate({ perMinute: 1, now: () => 0 });
    ask("first");
    for (let number = 0; number < 50_000; number++) ask(String(number));
    expect(ask("first")).toBeUndefined();
    expect(ask("49999")).toBe(60);
  });
});
