import { describe, expect, test } from "vitest";
import { markPlaces } from "./mark-places.ts";

const place = (found: string, context: string, fingerprint = "f1") => ({ fingerprint, severity: "block" as const, found, context });
const mark = (text: string, id = "f1") => `<mark id="place-${id}" class="place-block">${text}</mark>`;

describe("the place of a finding", () => {
  test("is marked where its surroundings are, not where the same letters stand first", () => {
    const html = "<p>值班电话13800001234。</p><p>联系人电话13800001234。</p>";
    expect(markPlaces(html, [place("13800001234", "联系人电话13800001234。")])).toBe(
      `<p>值班电话13800001234。</p><p>联系人电话${mark("13800001234")}。</p>`,
    );
  });

  test("may run through mark-up, which stays as it is", () => {
    expect(markPlaces("<p>138<strong>0000</strong>1234</p>", [place("13800001234", "13800001234")])).toBe(
      `<p>${mark("138")}<strong><mark class="place-block">0000</mark></strong><mark class="place-block">1234</mark></p>`,
    );
  });

  test("is found though blanks and entities stand between", () => {
    expect(markPlaces("<p>甲&amp;乙 138 0000&nbsp;1234</p>", [place("138 0000 1234", "甲&乙 138 0000 1234")])).toContain(
      mark("138 0000&nbsp;1234"),
    );
  });

  test("is given to each of two findings of the same letters", () => {
    const html = "<p>13800001234，13800001234</p>";
    const both = markPlaces(html, [place("13800001234", "13800001234，1380", "f1"), place("13800001234", "1234，13800001234", "f2")]);
    expect(both).toBe(`<p>${mark("13800001234", "f1")}，${mark("13800001234", "f2")}</p>`);
  });

  test("that is nowhere in the text changes nothing", () => {
    expect(markPlaces("<p>甲</p>", [place("乙", "乙")])).toBe("<p>甲</p>");
  });
});
