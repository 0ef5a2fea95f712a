import { describe, expect, test } from "vitest";
import { builtInFormat, formatValue, general } from "./xlsx-number-format.ts";

describe("formatValue", () => {
  test.each([
    [7, "General", "7"],
    [14.49500000001, "General", "14.495"],
    [1234567890.12, "General", "1234567890.12"],
    [14.495000000000001, "General", "14.495"],
    [0.1 + 0.2, "General", "0.3"],
    [-3, "General", "-3"],
    [123456789012, "General", "123456789012"],
    [1.005, "0.00", "1.01"],
    [6.933, "0.00", "6.93"],
    [2, "0.00", "2.00"],
    [2.5, "0.##", "2.5"],
    [2, "0.##", "2"],
    [12345.6, "#,##0.00", "12,345.60"],
    [316441, "#,##0", "316,441"],
    [0.125, "0.0%", "12.5%"],
    [0.5, "0%", "50%"],
    [7, "000", "007"],
    [3, '0"件"', "3件"],
    [3, 'General"件"', "3件"],
    [5, '"共"0"件"', "共5件"],
    [-5, "#,##0_);(#,##0)", "-5"],
    [-5, "0;[Red]-0", "-5"],
    [-0.001, "0.00", "0.00"],
    [0, "0;-0;;@", "0"],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "0"],
    [1234, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.00"],
    [8040, "0.00,", "8.04"],
    [12, "@", "12"],
    [45292, "yyyy/m/d", "2024/1/1"],
    [45292, 'yyyy"年"m"月"d"日"', "2024年1月1日"],
    [45292, "[$-804]yyyy-mm-dd;@", "2024-01-01"],
    [45292.5, "yyyy/m/d h:mm", "2024/1/1 12:00"],
    [0.75, "hh:mm:ss", "18:00:00"],
    [1, "yyyy-mm-dd", "1900-01-01"],
    [61, "yyyy-mm-dd", "1900-03-01"],
    [-1, "yyyy-mm-dd", "-1"],
  ])("%d as %s shows %s", (value, code, shown) => {
    expect(formatValue(value, code, false)).toBe(shown);
  });

  test("counts days from 1904 when the workbook does", () => {
    expect(formatValue(0, "yyyy-mm-dd", true)).toBe("1904-01-01");
  });

  test("knows the formats files do not spell out", () => {
    expect([1, 4, 10, 14, 31, 999].map((id) => formatValue(45292, builtInFormat(id), false))).toEqual([
      "45292",
      "45,292.00",
      "4529200.00%",
      "2024/1/1",
      "2024年1月1日",
      "45292",
    ]);
  });

  test.each([
    [1 / 3, "0.3333333333"],
    [0.0000123, "0.0000123"],
    [1e20, "100000000000000000000"],
  ])("general shows %d as %s", (value, shown) => {
    expect(general(value)).toBe(shown);
  });
});
