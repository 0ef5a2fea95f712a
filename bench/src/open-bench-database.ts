import { openLedger, systemClock } from "@gongkai/server/maintenance";

export type Opened = Extract<Awaited<ReturnType<typeof openLedger>>, { readonly ok: true }>["value"];

/** An embedded database in a folder of its own, with the organs the bench writes for. */
export async function openBenchDatabase(dataDir: string, organs: number): Promise<Opened> {
  const opened = await openLedger({ dataDir, databaseUrl: undefined }, systemClock);
  if (!opened.ok) throw new Error(opened.message);
  await opened.value.database.pool.query(
    "insert into agency (agency_id, code, name, short_name, kind) select n, 'organ-' || n, '云溪县第' || n || '局', '第' || n || '局', 'department' from generate_series(1, $1::int) n",
    [organs],
  );
  return opened.value;
}
