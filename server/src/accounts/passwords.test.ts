import { describe, expect, test } from "vitest";
import { findWeakness, makeTemporaryPassword } from "./passwords.ts";

const names = { signInName: "yunxi-admin", name: "公开办管理员" };

describe("a new password", () => {
  test.each([
    { password: "短了点不行", because: "password-too-short" },
    { password: "a1!B2@c3#", because: "password-too-short" },
    { password: "YUNXI-admin-2026", because: "password-holds-name" },
    { password: "我是公开办管理员没错", because: "password-holds-name" },
    { password: "1234567890", because: "password-too-common" },
    { password: "9876543210", because: "password-too-common" },
    { password: "qwertyuiopasdf", because: "password-too-common" },
    { password: "abcdefghijkl", because: "password-too-common" },
    { password: "aaaaaaaaaaaa", because: "password-too-common" },
    { password: "abc1abc1abc1", because: "password-too-common" },
    { password: "Password123", because: "password-too-common" },
    { password: "ＡＤＭＩＮ１２３４５６", because: "password-too-common" },
  ])("$password is refused: $because", ({ password, because }) => {
    expect(findWeakness(password, names)).toBe(because);
  });

  test.each(["溪水东流过石桥八九里", "correct horse battery", "lowercaseonlybutlong", "2871946350482"])(
    "%s will do: signs and capitals do not count",
    (password) => {
      expect(findWeakness(password, names)).toBeUndefined();
    },
  );

  test("made for a reset will do, and is another each time", () => {
    const made = Array.from({ length: 50 }, makeTemporaryPassword);
    expect(new Set(made).size).toBe(50);
    expect(made.filter((password) => findWeakness(password, names) !== undefined)).toEqual([]);
  });
});
