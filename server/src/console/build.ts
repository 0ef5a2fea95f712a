// How old a file is, the machine says by its own clock; no date of the office is meant.
/* oxlint-disable no-restricted-globals -- file ages only */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { adoptStylesPlugin } from "./adopt-styles-plugin.ts";
import { BUILT, hashFiles, isFresh, readStamp, type Stamp } from "./stamp.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CONSOLE = join(ROOT, "console");
const TURN = `${BUILT}.building`;
/** Beyond the modules of the bundle, what decides how it comes out. */
const ALSO = ["console/index.html", "package-lock.json", "server/src/console/build.ts", "server/src/console/adopt-styles-plugin.ts"];
/** Of what is this old and no longer used, no open page can still want anything. */
const FORGOTTEN_AFTER_MILLISECONDS = 7 * 24 * 3600 * 1000;

/** Builds the console unless what is there is fresh. Of several processes that want it, one builds and the others wait. */
export async function buildConsole(): Promise<void> {
  while (!(await takeTurn())) await new Promise((resolve) => setTimeout(resolve, 300));
  try {
    const known = await readStamp();
    if (known !== undefined && (await isFresh(known))) return;
    await build();
  } finally {
    await rm(TURN, { recursive: true, force: true });
  }
}

async function build(): Promise<void> {
  process.env["NODE_ENV"] = "production"; // whoever starts it: a test run would otherwise get the libraries' slow variants
  const { build: bundle } = await import("vite");
  const { default: react } = await import("@vitejs/plugin-react");
  const aside = `${BUILT}.${process.pid}`;
  const modules = new Set<string>();
  await bundle({
    root: CONSOLE,
    base: "/console/",
    configFile: false,
    mode: "production",
    logLevel: "warn",
    plugins: [
      react(),
      adoptStylesPlugin(join(CONSOLE, "src/app/adopt-styles.ts")),
      {
        name: "list-modules",
        moduleParsed({ id }) {
          const file = id.split("?")[0] ?? id;
          if (!id.startsWith("\0") && !file.includes("node_modules")) modules.add(relative(ROOT, file).replaceAll("\\", "/"));
        },
      },
    ],
    build: {
      outDir: aside,
      emptyOutDir: true,
      target: ["es2023", "chrome110", "firefox115", "safari16.4"],
      assetsInlineLimit: 0, // the policy allows no font or script from a data: address
      chunkSizeWarningLimit: 1500,
      reportCompressedSize: false,
    },
  });
  await moveIntoPlace(aside, [...modules].filter((file) => !file.startsWith("..")).toSorted());
}

/** Files bear the hash of their content, so the new stand beside the old; the page that names them is exchanged last. */
async function moveIntoPlace(aside: string, modules: readonly string[]): Promise<void> {
  const assets = await readdir(join(aside, "assets"));
  await mkdir(join(BUILT, "assets"), { recursive: true });
  for (const name of assets) {
    await pack(join(aside, "assets", name));
    for (const end of ["", ".br", ".gz"]) {
      await rename(join(aside, "assets", name + end), join(BUILT, "assets", name + end)).catch(ignoreMissing);
    }
  }
  const stamp: Stamp = { madeOf: await hashFiles([...new Set([...ALSO, ...modules])]), assets };
  await writeFile(join(aside, "stamp.json"), JSON.stringify(stamp));
  for (const name of ["index.html", "stamp.json"]) await rename(join(aside, name), join(BUILT, name));
  await rm(aside, { recursive: true });
  await forgetOld(assets);
}

async function pack(file: string): Promise<void> {
  if (!/\.(js|css)$/.test(file)) return;
  const content = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content));
}

async function forgetOld(used: readonly string[]): Promise<void> {
  const folder = join(BUILT, "assets");
  for (const name of await readdir(folder)) {
    if (used.includes(name.replace(/\.(br|gz)$/, ""))) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > FORGOTTEN_AFTER_MILLISECONDS) await rm(join(folder, name), { force: true });
  }
}

/** Making a folder succeeds for one; a folder left by a process that is gone is set aside. */
async function takeTurn(): Promise<boolean> {
  await mkdir(join(BUILT, ".."), { recursive: true });
  try {
    await mkdir(TURN);
    await writeFile(join(TURN, "holder"), String(process.pid));
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  }
  const holder = Number(await readFile(join(TURN, "holder"), "utf8").catch(() => "0"));
  const age = await stat(TURN).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  const isGone = holder === 0 ? age > 5000 : !isAlive(holder);
  if (isGone) await rename(TURN, `${TURN}.${process.pid}`).then(() => rm(`${TURN}.${process.pid}`, { recursive: true }), ignoreMissing);
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ignoreMissing(fault: unknown): void {
  if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
}

if (import.meta.main) await buildConsole();
