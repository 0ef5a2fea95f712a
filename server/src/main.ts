import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

const read = readSettings(process.env);
if (read.ok) process.exitCode = await serve(read.settings);
else {
  process.stderr.write(`${read.message}\n`);
  process.exitCode = 2;
}
process.exit();
