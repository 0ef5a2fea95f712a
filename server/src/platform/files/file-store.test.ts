import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folderFileStore } from "./file-store.ts";

describe("the file store", () => {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  const store = folderFileStore(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives back what was kept, by the hash of its content", async () => {
    const name = await store.keep(Buffer.from("公开"));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect((await store.find(name))?.toString()).toBe("公开");
    const streamed = await store.stream(name);
    expect(streamed?.size).toBe(6);
    streamed?.content.destroy();
  });

  test("keeps the same bytes once", async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    await store.keep(Buffer.from("公开"));
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  test("writes anew what a crash left half written", async () => {
    const name = await store.keep(Buffer.from("一份公文"));
    writeFileSync(join(folder, name.slice(0, 2), name.slice(2, 4), name), "一");
    await store.keep(Buffer.from("一份公文"));
    expect((await store.find(name))?.toString()).toBe("一份公文");
  });

  test("has nothing of another name, and follows no path", async () => {
    expect(await store.find("0".repeat(64))).toBeUndefined();
    await expect(store.find("../../etc/passwd")).rejects.toThrow("64");
  });

  test("erases", async () => {
    const name = await store.keep(Buffer.from("到期"));
    await store.erase(name);
    expect(await store.find(name)).toBeUndefined();
  });
});
