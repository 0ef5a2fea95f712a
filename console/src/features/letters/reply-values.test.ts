import type { DescribedKind } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { startReply } from "./reply-values.ts";

const KINDS = [{ kind: "answer.partial", consequences: { article: "第三十七条" } }] as DescribedKind[]; // as far as it is looked at

test("the desk begins with what the draft says, the article that was cited above all", () => {
  const draft = { kind: "answer.partial", fields: { article: "第三十七条、第十五条", remark: "另行说明" } };
  expect(startReply(draft, KINDS)).toEqual({
    outcome: "partial",
    article: "第三十七条、第十五条",
    fields: { remark: "另行说明" },
    isSealed: false,
  });
  expect(startReply({ ...draft, fields: {} }, KINDS).article).toBe("第三十七条");
  expect(startReply(undefined, KINDS)).toEqual({ outcome: undefined, article: "", fields: {}, isSealed: false });
});
