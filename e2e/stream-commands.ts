import { setTimeout as pause } from "node:timers/promises";
import { aLedger, register } from "../server/src/ledger/testing.ts";
import { openLedger } from "../server/src/open-ledger.ts";
import { systemClock } from "../server/src/platform/clock.ts";

/**
 * `node e2e/stream-commands.ts DATA_DIR PREFIX COUNT`: sends COUNT commands with the keys PREFIX-0, PREFIX-1 … to two organs in
 * turn, four at once, each again until it is answered; prints `KEY NUMBER` once it is. For crash.test.ts, which kills it or its database.
 */
const [dataDir = "", prefix = "", count = "0"] = process.argv.slice(2);
const opened = await openLedger({ dataDir, databaseUrl: process.env["DATABASE_URL"] }, systemClock);
if (!opened.ok) throw new Error(opened.message);
const { database, ledger: real } = opened.value;
const ledger = { ...aLedger(database), clock: real.clock };

for (const agencyId of [1, 2]) {
  await database.db
    .insertInto("agency")
    .values({
      agency_id: agencyId,
      code: `organ-${agencyId}`,
      name: `云溪县第${agencyId}办公室`,
      short_name: `第${agencyId}办`,
      kind: "department",
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

let next = 0;
async function send(): Promise<void> {
  while (next < Number(count)) {
    const index = next++;
    const commandKey = `${prefix}-${index}`;
    const answer = await untilAnswered(() => register(ledger, { agencyId: 1 + (index % 2), commandKey }));
    if (!answer.ok) throw new Error(answer.refusal);
    process.stdout.write(`${commandKey} ${answer.value}\n`);
  }
}

async function untilAnswered<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await pause(50); // the database is gone; it will be back
    }
  }
}

await Promise.all([send(), send(), send(), send()]);
await database.close();
