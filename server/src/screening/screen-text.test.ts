import { describe, expect, test } from "vitest";
import { residentCheckDigit } from "./check-digits.ts";
import { mapHtml, replaceInSource } from "./source-map.ts";
import { screenText } from "./screen-text.ts";

const ID = (body: string) => body + residentCheckDigit(body);
const found = (text: string) => screenText("body", text).map(({ rule, replacement }) => [rule, replacement]);
const PERSON = ID("35010219900101001");

describe("is found and masked", () => {
  test.each([
    [`身份证号${PERSON}。`, "residentId", `35*************${PERSON.slice(-3)}`],
    [`${PERSON.slice(0, 6)} ${PERSON.slice(6, 14)} ${PERSON.slice(14)}`, "residentId", `35**** ******** *${PERSON.slice(-3)}`],
    ["手机：13800001234，", "mobile", "138****1234"],
    ["手机：１３８００００１２３４", "mobile", "138****1234"],
    ["+86 138-0000-1234", "mobile", "+86 138-****-1234"],
    ["账号 6222021234567890128", "bankCard", "6222***********0128"],
    ["护照号码：E12345678", "passport", "E1****678"],
    ["家住云溪县石桥镇幸福家园3幢201室", "address", "云溪县石桥镇****"],
    ["户主住址：云溪县石桥镇溪口村3组12号", "address", "云溪县石桥镇****"],
    ["监护人电话 0577-62001234", "landline", "0577-*****234"],
    ["机密★5年", "secrecyMark", null],
    ["内部资料 注意保存", "internalMark", null],
    ["统一布署工作", "misprint", "部署"],
    ["县人大主任到会", "title", "人大常委会主任"],
  ])("%s", (text, rule, replacement) => {
    const [one] = found(text);
    expect(one?.[0]).toBe(rule);
    expect(one?.[1]).toBe(replacement);
  });
});

describe("is left alone", () => {
  test.each([
    ["an office's telephone", "联系电话：0577-62001234"],
    ["a unified social credit code", "统一社会信用代码：11330304MB1919705H"],
    ["a number with a wrong check digit", `身份证号${PERSON.slice(0, 17)}${PERSON.endsWith("1") ? "2" : "1"}`],
    ["an amount", "金额13812345678元"],
    ["a project's code", "项目编号：13812345678"],
    ["an index number", "索引号：000014349/2017-00110"],
    ["prose on secrecy", "不得泄露国家秘密、商业秘密和个人隐私，机密级文件按规定管理"],
    ["an office's room", "办公地址：云溪县人民路1号行政中心3号楼305室"],
    ["what only looks misprinted", "知己经验，按装配式建筑要求"],
    ["serial numbers", "许可证编号：6222021234567890128"],
  ])("%s", (_, text) => {
    expect(screenText("body", text).filter(({ severity }) => severity !== "hint")).toEqual([]);
  });
});

test("a finding keeps its fingerprint when text is put before its paragraph, and none other has it", () => {
  const [one, two] = screenText("body", "联系人甲13800001234\n联系人乙13800001234");
  const [again] = screenText("body", "新的一段。\n联系人甲13800001234");
  expect(again?.fingerprint).toBe(one?.fingerprint);
  expect(two?.fingerprint).not.toBe(one?.fingerprint);
});

test("a mask goes through mark-up and entities and leaves both whole", () => {
  const html = "<table><tr><td>甲&amp;乙</td><td><b>138</b>0000<i>1234</i></td></tr></table><p>下一段</p>";
  const map = mapHtml(html);
  expect(map.text).toBe("甲&乙\t13800001234\t\n下一段\n");
  const [finding] = screenText("body", map.text);
  if (finding === undefined) throw new Error("not found");
  const { start, end, replacement } = finding;
  expect(replaceInSource(html, map, [{ start, end, replacement: replacement ?? "" }])).toBe(
    "<table><tr><td>甲&amp;乙</td><td><b>138</b>****<i>1234</i></td></tr></table><p>下一段</p>",
  );
});
