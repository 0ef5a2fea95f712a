import type { OfferedAct } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { settleActs } from "./settle-acts.ts";

const offered = (act: OfferedAct["act"]): OfferedAct => ({
  act,
  label: act,
  by: [],
  mayDo: true,
  whyNot: null,
  warnings: [],
  cites: "",
  consequence: "",
});
const chain = ["unitHead", "officeHead", "leader"];

test("a signature is offered at the last step of the chain to whose turn it is, and to nobody before", () => {
  const acts = [offered("return"), offered("sign")];
  expect(settleActs({ acts, review: { chain, step: 2, mayReview: true, whyNot: null } })).toEqual(acts);
  expect(settleActs({ acts, review: { chain, step: 1, mayReview: true, whyNot: null } })[1]).toMatchObject({
    mayDo: false,
    whyNot: "审核程序尚未完成，现由政府信息公开工作机构负责人办理。",
  });
  expect(settleActs({ acts, review: { chain, step: 2, mayReview: false, whyNot: "现由分管领导办理。" } })[1]?.whyNot).toBe(
    "现由分管领导办理。",
  );
  expect(settleActs({ acts, review: null })).toEqual(acts);
});
