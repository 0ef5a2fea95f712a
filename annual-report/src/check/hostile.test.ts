import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aReport } from "../testing/index.ts";
import { checkReport } from "./check-report.ts";

const words = fc.constantFrom(
  ..."政府信息公开申请 收到 其中 分别为 3件 20余条 一千二百份 占5% 未 没有 复议 诉讼 规范性文件 （ ） 2023年 1月1日 至 12月31日 ， 。 、 条 件 __ 局高度重视 我局 县市区 均维持 \n".split(
    " ",
  ),
  "\n",
);

describe("any text", () => {
  test("is checked without a fault, and every passage stands where it says", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        const report = aReport({ sections: { overview: text, problems: text, other: text } });
        for (const { passage } of checkReport(report, { previous: aReport({ year: 2023, sections: { overview: text } }) })) {
          if (passage === undefined) continue;
          const source =
            passage.section === "title" ? report.title : passage.section === undefined ? null : report.sections[passage.section];
          expect((source ?? "").slice(passage.start, passage.end).trim()).toBe(passage.text.trim());
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a very long section without a full stop is got through", () => {
    for (const piece of ["其中收到政府信息公开申请3件占5%", "2023年1月1日未收到公开申请，", "市", "复议3件，均维持"]) {
      const text = piece.repeat(3_000);
      expect(Array.isArray(checkReport(aReport({ sections: { overview: text, problems: text, other: text } })))).toBe(true);
    }
  });
});
