import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const COMMANDS = ["soffice", "libreoffice"];
const MAC_APPLICATION = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
const LONGEST_MILLISECONDS = 300_000;

/** Where LibreOffice is: named by SOFFICE_PATH, or among the installed programs. */
export function findOffice(): string | undefined {
  const named = process.env["SOFFICE_PATH"];
  if (named !== undefined && named !== "") return isExecutable(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))), MAC_APPLICATION].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Recomputing {
  /** Folder with the workbooks `names`, and the one their worked-out copies go to. */
  readonly given: string;
  readonly done: string;
  readonly names: readonly string[];
  /** An own folder for its settings, so that no window of the person's is disturbed. */
  readonly home: string;
}

/** Opens all workbooks in one go, works them out and saves them anew; throws with what LibreOffice said if one is missing. */
export async function recomputeAll(office: string, { given, done, names, home }: Recomputing): Promise<void> {
  const options = [
    `-env:UserInstallation=${pathToFileURL(home).href}`,
    "--headless",
    "--norestore",
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
  ];
  const said = await run(office, [...options, "--outdir", done, ...names.map((name) => join(given, name))]);
  const missing = names.filter((name) => !existsSync(join(done, name)));
  if (missing.length > 0) throw new Error(`LibreOffice did not save ${missing.slice(0, 3).join(", ")}: ${said.slice(-2000)}`);
}

function run(command: string, options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"], timeout: LONGEST_MILLISECONDS });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", reject);
    child.once("close", () => resolve(said));
  });
}
