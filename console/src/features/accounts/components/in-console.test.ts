import { expect, test } from "vitest";
import { inConsole } from "./in-console.ts";

test.each([
  { given: undefined, to: "/" },
  { given: "/console/agencies/yunxi/people?q=%E7%94%B2&sort=name", to: "/agencies/yunxi/people", search: { q: "甲", sort: "name" } },
  { given: "/agencies/yunxi/today", to: "/agencies/yunxi/today" },
  { given: "//elsewhere.example/console", to: "/" },
  { given: "/\\elsewhere.example", to: "/" },
  { given: "https://elsewhere.example/", to: "/" },
])("after signing in, $given leads to $to", ({ given, to, search = {} }) => {
  expect(inConsole(given)).toEqual({ to, search });
});
