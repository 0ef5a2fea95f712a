import { sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { LedgerFault } from "./fault.ts";
import { keyId, type SealingKeys } from "./seal.ts";
import { regionChains } from "./verify.ts";

/** Whether the keys at hand open everything that is sealed: after a restore they may have been forgotten. */
export async function verifyKeys(db: Queryable, keys: SealingKeys | undefined): Promise<readonly LedgerFault[]> {
  const known = keys === undefined ? [] : [keys.current, ...keys.former].map(keyId);
  const faults: LedgerFault[] = [];
  const tell = (agencyId: number, what: string, rows: readonly { readonly key: string; readonly count: number }[]) => {
    for (const { key, count } of rows) {
      if (known.includes(key)) continue;
      faults.push({
        agencyId,
        sequence: 0,
        fault: "key-missing",
        message: `${count}${what}由密钥 ${key} 加密，而密钥文件夹中没有这把密钥：请把当时的 keys 文件夹放回数据文件夹。`,
      });
    }
  };
  for (const agencyId of await regionChains(db)) {
    const rows = await db
      .selectFrom("sealed_data")
      .select((eb) => ["key_id as key", eb.fn.countAll<number>().as("count")])
      .where("agency_id", "=", agencyId)
      .where("erased_at", "is", null)
      .groupBy("key_id")
      .execute();
    tell(agencyId, "条个人信息", rows);
  }
  const { rows: secondFactors } = await sql<{ key: string; count: number }>`
    select encode(substring(totp_key from 1 for 8), 'hex') as key, count(*) as count from person where totp_key is not null group by 1`.execute(
    db,
  );
  tell(0, "名人员的动态口令", secondFactors);
  return faults;
}
