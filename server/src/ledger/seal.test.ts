import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { loadSealingKeys, readSealingKeys } from "./load-keys.ts";
import { runCommand } from "./run-command.ts";
import { eraseSealed, openSealed, openSecret, seal, sealSecret, type SealingKeys } from "./seal.ts";
import { aLedger, anAgency, CLERK } from "./testing.ts";
import { verifyKeys } from "./verify-keys.ts";

const database = await aDatabase();
const { db } = database;
const keys: SealingKeys = { current: randomBytes(32), former: [] };
const content = { name: "申请人甲", phone: "没有人的电话" };
const at = "2026-03-02T01:30:00.000Z";

describe("sealed data", () => {
  test("is opened by its organ, for its purpose, and stands nowhere in clear", async () => {
    const agencyId = await anAgency(database);
    const sealedId = await seal(db, keys, { agencyId, purpose: "applicant", content, at });
    expect(await openSealed(db, keys, { agencyId, sealedId, purpose: "applicant" })).toEqual(content);
    const { rows } = await sql<{
      row: string;
    }>`select encode(ciphertext, 'escape') as row from sealed_data where agency_id = ${agencyId}`.execute(db);
    expect(rows[0]?.row).not.toContain("申请人甲");
  });

  test("is not opened for another purpose, even when its row is relabelled", async () => {
    const agencyId = await anAgency(database);
    const sealedId = await seal(db, keys, { agencyId, purpose: "applicant", content, at });
    expect(await openSealed(db, keys, { agencyId, sealedId, purpose: "mailbox" })).toBeUndefined();
    await sql`update sealed_data set purpose = 'mailbox' where agency_id = ${agencyId} and sealed_id = ${sealedId}`.execute(db);
    await expect(openSealed(db, keys, { agencyId, sealedId, purpose: "mailbox" })).rejects.toThrow(/unable to authenticate/);
  });

  test("is not opened when it was copied to another organ or another row", async () => {
    const [one, two] = [await anAgency(database), await anAgency(database)];
    const sealedId = await seal(db, keys, { agencyId: one, purpose: "applicant", content, at });
    const copy = randomUUID();
    await sql`insert into sealed_data select ${two}::int, sealed_id, purpose, key_id, ciphertext, sealed_at, erase_on, erased_at from sealed_data where agency_id = ${one}`.execute(
      db,
    );
    await sql`insert into sealed_data select agency_id, ${copy}::uuid, purpose, key_id, ciphertext, sealed_at, erase_on, erased_at from sealed_data where agency_id = ${one}`.execute(
      db,
    );
    await expect(openSealed(db, keys, { agencyId: two, sealedId, purpose: "applicant" })).rejects.toThrow(/unable to authenticate/);
    await expect(openSealed(db, keys, { agencyId: one, sealedId: copy, purpose: "applicant" })).rejects.toThrow(/unable to authenticate/);
  });

  test("that was altered is not opened", async () => {
    const agencyId = await anAgency(database);
    const sealedId = await seal(db, keys, { agencyId, purpose: "applicant", content, at });
    await sql`update sealed_data set ciphertext = set_byte(ciphertext, 40, (get_byte(ciphertext, 40) + 1) % 256) where agency_id = ${agencyId}`.execute(
      db,
    );
    await expect(openSealed(db, keys, { agencyId, sealedId, purpose: "applicant" })).rejects.toThrow(/unable to authenticate/);
  });

  test("stays erased once it is, and keeps the moment it was", async () => {
    const agencyId = await anAgency(database);
    const sealedId = await seal(db, keys, { agencyId, purpose: "applicant", content, at });
    await eraseSealed(db, agencyId, sealedId, "2029-03-02T00:00:00.000Z");
    await eraseSealed(db, agencyId, sealedId, "2030-01-01T00:00:00.000Z");
    expect(await openSealed(db, keys, { agencyId, sealedId, purpose: "applicant" })).toBeUndefined();
    const row = await db.selectFrom("sealed_data").select(["ciphertext", "erased_at"]).where("agency_id", "=", agencyId).executeTakeFirst();
    expect(row).toEqual({ ciphertext: null, erased_at: "2029-03-02T00:00:00.000Z" });
    await expect(sql`update sealed_data set ciphertext = '\\x00' where agency_id = ${agencyId}`.execute(db)).rejects.toMatchObject({
      code: "23514",
    });
  });

  test("is opened by a former key after a new one was added; with a wrong key the missing one is named", async () => {
    const agencyId = await anAgency(database);
    const sealedId = await seal(db, keys, { agencyId, purpose: "applicant", content, at });
    const renewed = { current: randomBytes(32), former: [keys.current] };
    expect(await openSealed(db, renewed, { agencyId, sealedId, purpose: "applicant" })).toEqual(content);
    const wrong = { current: randomBytes(32), former: [] };
    await expect(openSealed(db, wrong, { agencyId, sealedId, purpose: "applicant" })).rejects.toThrow(/No key [0-9a-f]{16} /);
    expect(await verifyKeys(db, renewed)).not.toContainEqual(expect.objectContaining({ agencyId }));
    expect(await verifyKeys(db, wrong)).toContainEqual(
      expect.objectContaining({ agencyId, fault: "key-missing", message: expect.stringMatching(/^1条个人信息由密钥 [0-9a-f]{16} 加密/) }),
    );
    expect(await verifyKeys(db, undefined)).toContainEqual(expect.objectContaining({ agencyId, fault: "key-missing" }));
  });

  test("is not there when the command that sealed it failed", async () => {
    const agencyId = await anAgency(database);
    const failing = runCommand(aLedger(database), { command: "submit", agencyId, actor: CLERK }, async (turn) => {
      await turn.seal({ purpose: "applicant", content });
      throw new Error("failed");
    });
    await expect(failing).rejects.toThrow("failed");
    expect(await db.selectFrom("sealed_data").select("sealed_id").where("agency_id", "=", agencyId).execute()).toEqual([]);
  });
});

describe("a sealed secret", () => {
  test("is opened for the purpose it was sealed for alone", () => {
    const sealed = sealSecret(keys, "一串密码", "totp:1");
    expect(openSecret(keys, sealed, "totp:1")).toBe("一串密码");
    expect(() => openSecret(keys, sealed, "totp:2")).toThrow(/unable to authenticate/);
    expect(() => openSecret({ current: randomBytes(32), former: [] }, sealed, "totp:1")).toThrow(/No key/);
  });
});

describe("the folder of keys", () => {
  test("gets its first key once and keeps it; the newest seals", () => {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-keys-"));
    expect(readSealingKeys(join(folder, "none"))).toBeUndefined();
    const first = loadSealingKeys(folder);
    expect(loadSealingKeys(folder)).toEqual(first);
    expect(readdirSync(folder)).toEqual(["sealing-0001.key"]);
    const second = randomBytes(32);
    writeFileSync(join(folder, "sealing-0002.key"), second.toString("base64"));
    expect(loadSealingKeys(folder)).toEqual({ current: second, former: [first.current] });
    writeFileSync(join(folder, "sealing-0003.key"), "不是密钥");
    expect(() => loadSealingKeys(folder)).toThrow("sealing-0003.key");
    rmSync(folder, { recursive: true });
  });
});
