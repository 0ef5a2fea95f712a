import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS } from "../server/src/settings.ts";
import { describeSettings } from "./describe-settings.ts";

/** `npm run docs`: writes the table of settings into docs/operations.md. */
const file = join(import.meta.dirname, "../docs/operations.md");
const marked = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;
writeFileSync(
  file,
  readFileSync(file, "utf8").replace(marked, (_all, open: string, close: string) => `${open}${describeSettings(SETTINGS)}\n${close}`),
);
