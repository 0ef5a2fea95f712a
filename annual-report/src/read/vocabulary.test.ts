import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { EDITIONS } from "../editions/index.ts";
import { SYNONYMS } from "../editions/synonyms.ts";
import { createFormRows, type FormRows } from "./form-rows.ts";
import { parseLabel } from "./label.ts";
import { findMarks, guessMarks, isPartOfForm, namesFormRow, spellings } from "./vocabulary.ts";

const editions = Object.values(EDITIONS);

function rows2(edition: (typeof editions)[number]): { id: string; label: string }[] {
  return edition.table2.flatMap((block) => [...block.rows]);
}

function formOf(rows: readonly { id: string; label: string }[]): FormRows {
  return createFormRows(rows.map(({ id, label }) => ({ id, spellings: spellings(label), ordinal: parseLabel(label).ordinal, width: 7 })));
}

/** The rows of each table of each edition, with the labels of the form. */
const TABLES = editions.flatMap((edition) => [
  { name: `table 2 of ${edition.id}`, rows: rows2(edition), form: formOf(rows2(edition)) },
  { name: `table 3 of ${edition.id}`, rows: edition.table3.rows, form: formOf(edition.table3.rows) },
]);

/** The row a label is most like, when no other is as like. */
function nearest(form: FormRows, core: string): string | undefined {
  const likeness = form.likeness(core, false);
  const highest = Math.max(...likeness);
  const best = form.rows.filter((_, index) => likeness[index] === highest);
  return highest > 0 && best.length === 1 ? best[0]?.id : undefined;
}

describe.each(TABLES)("$name", ({ rows, form }) => {
  test("every official label finds its own row", () => {
    for (const { id, label } of rows) {
      const own = parseLabel(label);
      const { core } = own;
      expect(nearest(form, core)).toBe(id);
      expect(form.rows[form.indexOf(core)]?.id).toBe(id);
      expect(findMarks(core)).toContainEqual(expect.objectContaining({ id }));
      expect(namesFormRow({ label: own, marks: findMarks(core) })).toBe(true);
    }
  });

  test("every synonym finds its own row", () => {
    for (const { id, label } of rows) {
      for (const spelling of spellings(label)) {
        expect(nearest(form, spelling)).toBe(id);
        expect(findMarks(spelling)).toContainEqual(expect.objectContaining({ id }));
      }
    }
  });

  // Labels of three characters and fewer (规章, 总计, 其他) must be whole, or everything would be alike.
  const long = rows.map(({ id, label }) => ({ id, core: parseLabel(label).core })).filter(({ core }) => core.length > 3);

  test("a label with any one character lost still finds its row", () => {
    for (const { id, core } of long) {
      for (let place = 0; place < core.length; place++) expect(nearest(form, core.slice(0, place) + core.slice(place + 1))).toBe(id);
    }
  });

  test("a label with any one character wrong still finds its row", () => {
    const wrong = fc.constantFrom(..."一土亍口中公开信息申请的");
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), wrong, ({ id, core }, place, character) => {
        const at = place % core.length;
        expect(nearest(form, core.slice(0, at) + character + core.slice(at + 1))).toBe(id);
      }),
      { numRuns: 500 },
    );
  });

  test("a label with one character too many still finds its row", () => {
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom(..."一、的了口"), ({ id, core }, place, character) => {
        const at = place % (core.length + 1);
        expect(nearest(form, core.slice(0, at) + character + core.slice(at))).toBe(id);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the vocabulary", () => {
  test("总计 names a row and columns, 其他 a row and a column", () => {
    expect(new Set(findMarks("总计").map(({ kind }) => kind))).toEqual(new Set(["row3", "column3", "column4"]));
    expect(new Set(findMarks("其他").map(({ kind }) => kind))).toEqual(new Set(["row3", "column3"]));
  });

  test("其他处理 is a row of one edition and a group of the other", () => {
    expect(new Set(findMarks("其他处理").map(({ kind }) => kind))).toEqual(new Set(["row3", "group3"]));
  });

  test("every synonym belongs to a label of the form", () => {
    const cores = editions.flatMap((edition) => [
      ...edition.table2.flatMap((block) => [...block.columns, ...block.rows]),
      ...edition.table3.rows,
      ...edition.table3.columns,
      ...edition.table4.flatMap((group) => [group, ...group.columns]),
    ]);
    const known = new Set(cores.map(({ label }) => parseLabel(label).core));
    for (const official of Object.keys(SYNONYMS)) expect(known).toContain(official);
  });

  test("a synonym is written as labels are compared: no mark, no blank", () => {
    for (const spelling of Object.values(SYNONYMS).flat()) expect(parseLabel(spelling)).toEqual({ core: spelling, ordinal: "" });
  });

  test.each(["云溪县政务公开办公室", "其他主动公开文件", "联系电话", "本年度培训场次", "阅读量"])("%s is no label of the form", (text) => {
    expect(findMarks(text)).toEqual([]);
    expect(guessMarks(text)).toBeUndefined();
  });

  test.each(["予处理", "度办理结", "申请人逾期未按收费通知"])("%s is a scrap of a label of the form", (scrap) => {
    expect(isPartOfForm(scrap)).toBe(true);
  });

  test("a scrap that runs over the end of a label is none of the form", () => {
    expect(isPartOfForm("规章规范性文件")).toBe(false);
  });
});
