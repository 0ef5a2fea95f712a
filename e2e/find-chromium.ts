import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Chromium to test with, and what its process needs in its environment. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

const COMMANDS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];
const MAC_APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const NONE_FOUND =
  "没有找到可用于测试的 Chromium：请安装（Debian/Ubuntu：apt-get install chromium），或用 CHROMIUM_PATH 指定其路径。" +
  " (No Chromium found: install one, or set CHROMIUM_PATH.)";

/** Finds a Chromium: the one named by CHROMIUM_PATH, else an installed one, else the one packed in a development dependency. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH=${named} 不是可执行文件。(CHROMIUM_PATH is not an executable file.)`);
    return { executablePath: named, environment: {} };
  }
  const installed = findInstalled();
  if (installed !== undefined) return { executablePath: installed, environment: {} };
  const packed = await unpackChromium();
  if (packed === undefined) throw new Error(NONE_FOUND);
  return packed;
}

function findInstalled(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))), ...MAC_APPLICATIONS];
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const CACHE = join(import.meta.dirname, "../node_modules/.cache");

/** The packed Chromium is for Linux x64; it brings the system libraries a bare machine lacks only when it believes it runs on Lambda. */
async function unpackChromium(): Promise<FoundChromium | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const home = join(CACHE, "chromium");
  if (!existsSync(home)) await unpackInto(home);
  return {
    executablePath: join(home, "chromium"),
    environment: { LD_LIBRARY_PATH: join(home, "al2023/lib"), FONTCONFIG_PATH: join(home, "fonts") },
  };
}

/** Unpacks aside and moves into place at the end, so that a broken-off or parallel run never leaves half a browser. */
async function unpackInto(home: string): Promise<void> {
  const aside = `${home}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const pretended = { TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x", AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const before = { ...process.env };
  Object.assign(process.env, pretended);
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  } finally {
    for (const name of [...Object.keys(pretended), "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  if (existsSync(home)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, home);
}
