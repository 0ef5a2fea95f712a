import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canonicalFile } from "./canonical-json.ts";
import { createFolderStore } from "./folder-store.ts";
import { aStoredReport } from "./testing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "library-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe("the folder of published reports", () => {
  test("gives back what was written, and keeps it as the canonical file", async () => {
    const report = aStoredReport({ cells: { "t3.new.natural": 7, "t4.reconsideration.upheld": null } });
    await createFolderStore(join(folder, "new")).write(report);
    expect(readFileSync(join(folder, "new/yunxi-jiaoyu/2024.json"), "utf8")).toBe(canonicalFile(report));
    const store = createFolderStore(join(folder, "new"));
    expect(await store.load()).toEqual({ reports: [report], unreadable: [] });
    expect(await store.read("yunxi-jiaoyu", 2024)).toEqual(report);
    expect(await store.read("yunxi-jiaoyu", 2023)).toBeUndefined();
  });

  test("replaces a report of the same year and leaves nothing else behind", async () => {
    const store = createFolderStore(folder);
    await store.write(aStoredReport());
    await store.write(aStoredReport({ cells: { "t3.new.natural": 9 } }));
    expect(readdirSync(join(folder, "yunxi-jiaoyu"))).toEqual(["2024.json"]);
    expect((await store.load()).reports[0]?.report.cells["t3.new.natural"]).toBe(9);
  });

  test("is empty where there is no folder yet", async () => {
    expect(await createFolderStore(join(folder, "none")).load()).toEqual({ reports: [], unreadable: [] });
  });

  test.each([
    { name: "cut off in the middle", file: "yunxi-jiaoyu/2023.json", text: '{"organ":{"slug"', reason: "不是完整的 JSON" },
    { name: "without what it must have", file: "yunxi-jiaoyu/2023.json", text: '{"organ":{}}', reason: /内容不符合格式：organ/ },
    { name: "under another organ's name", file: "yunxi-other/2024.json", text: canonicalFile(aStoredReport()), reason: /不符/ },
  ])("names a file $name, and gives the others", async ({ file, text, reason }) => {
    const store = createFolderStore(folder);
    await store.write(aStoredReport());
    put(file, text);
    const { reports, unreadable } = await store.load();
    expect(reports).toHaveLength(1);
    expect(unreadable).toEqual([{ file: join(folder, file), reason: expect.stringMatching(reason) }]);
  });

  test("takes no notice of a write that was broken off", async () => {
    put("yunxi-jiaoyu/.a1b2.tmp", "{");
    expect(await createFolderStore(folder).load()).toEqual({ reports: [], unreadable: [] });
  });
});
