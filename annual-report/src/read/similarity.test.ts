import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { similarity } from "./similarity.ts";

describe("how alike two labels are", () => {
  test.each(["规章", "总计", "其他", "规范"])("short labels such as %s must be equal", (label) => {
    expect(similarity(label, label)).toBe(1);
    for (const other of ["规划", "合计", "其它", "规章制度"]) expect(similarity(label, other)).toBe(0);
  });

  test("more of a label is more alike than less of it", () => {
    const official = "本机关不掌握相关政府信息";
    const degrees = ["本机关不掌握相关政府信息", "本机关不掌握相关政府信", "本机关不掌握相关", "本机关不"].map((text) =>
      similarity(text, official),
    );
    expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
    expect(new Set(degrees).size).toBe(degrees.length);
  });

  test("the beginning of a label says more than its tail", () => {
    const official = "要求行政机关确认或重新出具已获取信息";
    expect(similarity("要求行政机关确认", official)).toBeGreaterThan(similarity("出具已获取信息", official));
  });

  test("labels that share little are not alike at all", () => {
    expect(similarity("信访举报投诉类申请", "属于行政执法案卷")).toBe(0);
    expect(similarity("本机关不掌握相关政府信息", "重复申请")).toBe(0);
  });

  test("it is between 0 and 1, and 1 only for equal labels", () => {
    const text = fc.string({ unit: fc.constantFrom(..."规章行政许可处罚申请公开"), maxLength: 14 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const alike = similarity(one, other);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(alike === 1).toBe(one === other);
      }),
    );
  });
});
