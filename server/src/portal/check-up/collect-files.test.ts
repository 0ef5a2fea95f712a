import { expect, test } from "vitest";
import { READABLE_KINDS } from "../components/file-picker/file-picker.tsx";
import { collectChosen } from "./collect-files.ts";

test("every kind of report that is offered singly is found in a folder too; lock files are not", () => {
  // In folders csv files are lists of something else, as often as not: they are chosen one by one.
  const kinds = READABLE_KINDS.split(",").filter((kind) => kind !== ".csv");
  const files = [...kinds.map((kind) => `年报${kind}`), "~$年报.docx", ".年报.docx", "说明.zip"].map((name) => new File([], name));
  const names = collectChosen(files, { fromFolder: true }).map(({ name }) => name);
  expect(names.toSorted()).toEqual(kinds.map((kind) => `年报${kind}`).toSorted());
});
