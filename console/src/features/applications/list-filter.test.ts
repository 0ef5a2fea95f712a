import { describe, expect, test } from "vitest";
import { ApplicationFilter, narrows, NOTHING_CHOSEN, toQueryString } from "./list-filter.ts";

describe("filters of the list in the address", () => {
  test("what cannot be read is left out, the rest stays", () => {
    expect(ApplicationFilter.parse({ state: "handling", year: "2026", page: "0", receivedFrom: "2026-02-30", channel: "pigeon" })).toEqual({
      state: "handling",
      year: 2026,
    });
  });

  test("overdue=false is no filter, open=false is one", () => {
    const filter = ApplicationFilter.parse({ overdue: "false", open: "false" });
    expect(toQueryString(filter)).toBe("?open=false");
  });

  test("order and page do not narrow the list", () => {
    expect(narrows({ sort: "due", page: 3 })).toEqual({});
    expect(narrows({ mine: true, q: "" })).toEqual({ mine: true });
  });

  test("clearing empties every filter", () => {
    const filter = ApplicationFilter.parse({ mine: "true", row: "granted", year: "2026", sort: "-number" });
    expect(toQueryString({ ...filter, ...NOTHING_CHOSEN })).toBe("");
  });
});
