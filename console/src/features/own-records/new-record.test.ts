import { ReceiveOwnRecord } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { NOTHING_GIVEN, toReceive } from "./new-record.ts";

const given = {
  ...NOTHING_GIVEN,
  receivedOn: "2026-03-02",
  "applicant.name": "申请人甲",
  "applicant.idNumber": "110101199001011237",
  "applicant.creditCode": "留在另一类申请人中的内容",
  summary: "户籍登记的出生日期",
  record: "户籍登记表",
  wrong: "一月一日",
  proof: "出生医学证明",
};

test("what is filled in is what the server takes, without fields of the other kind of applicant", () => {
  const read = ReceiveOwnRecord.parse(toReceive(given));
  expect(read).toMatchObject({ channel: "inPerson", applicant: { kind: "natural", idNumber: "110101199001011237" }, right: "" });
  expect(read.applicant).not.toHaveProperty("creditCode");
  expect(ReceiveOwnRecord.safeParse(toReceive(NOTHING_GIVEN)).success).toBe(false);
});
