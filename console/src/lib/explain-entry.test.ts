import { AddPerson, SetUp } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { explainAnswered, explainEntry } from "./explain-entry.ts";

const LABELS = { name: "姓名", signInName: "登录名", email: "电子邮箱" };

function explain(value: unknown, hints = {}) {
  const read = AddPerson.safeParse(value, { reportInput: true });
  return read.success ? {} : explainEntry(read.error.issues, LABELS, hints);
}

describe("what is wrong with a form", () => {
  test("names every field at once, in Chinese", () => {
    expect(explain({ name: "", signInName: "", email: "no-address" })).toEqual({
      name: "请填写姓名。",
      signInName: "请填写登录名。",
      email: "电子邮箱格式不对，请检查。",
    });
  });

  test("uses the form's own sentence where the rule cannot be said by itself", () => {
    expect(explain({ name: "甲", signInName: "有 空格" }, { signInName: "登录名只能用字母、数字。" })).toEqual({
      signInName: "登录名只能用字母、数字。",
    });
  });

  test("says how long a text may be", () => {
    expect(explain({ name: "甲".repeat(41), signInName: "jia.yi" })).toEqual({ name: "姓名不能超过 40 个字。" });
  });

  test("finds the field of a nested value", () => {
    const read = SetUp.safeParse({ code: "x", organ: {}, administrator: {} }, { reportInput: true });
    const found = explainEntry(read.error?.issues ?? [], { "organ.name": "机关全称", "administrator.name": "姓名" });
    expect(found).toMatchObject({ "organ.name": "请填写机关全称。", "administrator.name": "请填写姓名。" });
  });

  test("gives what the server found the form's own words", () => {
    expect(explainAnswered([{ path: "/name", message: "“name”不能小于或少于 1。" }], LABELS)).toEqual({ name: "姓名不能小于或少于 1。" });
    expect(explainAnswered([{ path: "", message: "提交的内容含有不认识的字段。" }], LABELS)).toEqual({
      "": "提交的内容含有不认识的字段。",
    });
  });
});
