import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeTables } from "../server/src/platform/database/describe-tables.ts";
import { migrate } from "../server/src/platform/database/migrate.ts";
import { openDatabase } from "../server/src/platform/database/open-database.ts";
import { renderRowTypes } from "../server/src/platform/database/render-row-types.ts";

/** `node tools/write-row-types.ts`: writes the row types anew, from an empty database that went through all migrations. */
const file = join(import.meta.dirname, "../server/src/platform/database/row-types.ts");
const dataDir = mkdtempSync(join(tmpdir(), "gongkai-rows-"));
const opened = await openDatabase({ dataDir });
if (opened.ok) {
  try {
    await migrate(opened.value);
    writeFileSync(file, renderRowTypes(await describeTables(opened.value)));
  } finally {
    await opened.value.close();
  }
} else {
  console.error(opened.message);
  process.exitCode = 1;
}
rmSync(dataDir, { recursive: true, force: true });
