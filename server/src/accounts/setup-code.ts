import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "../ledger/index.ts";
import { isSetUpNeeded } from "./set-up.ts";

/**
 * At start, when nobody administers the installation yet: makes a code that only who can read the server's console or its
 * data folder knows, keeps it in the file `setup-code` and says so through `tell`. Processes on one folder share the code.
 */
export async function announceSetUp(ledger: Ledger, dataDir: string, tell: (line: string) => void): Promise<void> {
  const file = fileOf(dataDir);
  if (!(await isSetUpNeeded(ledger))) return removeSetUpCode(dataDir);
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(9).toString("hex").match(/.{6}/g)?.join("-") ?? ""}\n`, { mode: 0o600, flag: "wx" });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  }
  tell(
    `尚未设置系统管理员：请在浏览器中打开 /console/，凭设置码 ${readSetUpCode(dataDir) ?? ""} 完成首次设置（设置码也存放在 ${file}）。\n`,
  );
}

/** Whether this is the set-up code; never when there is none. */
export function isSetUpCode(dataDir: string, given: string): boolean {
  const code = readSetUpCode(dataDir);
  if (code === undefined) return false;
  const [one, other] = [Buffer.from(given.trim().toLowerCase()), Buffer.from(code)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The code is good for one set-up. */
export function removeSetUpCode(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

function readSetUpCode(dataDir: string): string | undefined {
  try {
    const code = readFileSync(fileOf(dataDir), "utf8").trim();
    return code === "" ? undefined : code;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fault;
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, "setup-code");
}
