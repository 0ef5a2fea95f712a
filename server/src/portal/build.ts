import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { BuildOptions, Metafile } from "esbuild";

const THIS = fileURLToPath(import.meta.url);
const SOURCE = dirname(THIS);
const SAMPLE = join(SOURCE, "check-up/sample-report.html");
const ROOT = join(SOURCE, "../../..");

/** Where the built files go: `assets` is served, `pages` renders on the server, `manifest.json` names both. */
export const BUILT = join(ROOT, "dist/portal");

/** Names of the built files, relative to {@link BUILT}. */
export interface Manifest {
  readonly style: string;
  readonly fonts: string;
  readonly script: string;
  readonly sample: string;
  readonly pages: string;
  /** Every source file they were made of, relative to the root, with its age in milliseconds since 1970. */
  readonly madeOf: Readonly<Record<string, number>>;
}

const SHARED = {
  bundle: true,
  absWorkingDir: ROOT,
  outdir: BUILT,
  entryNames: "[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  jsx: "automatic",
  jsxImportSource: "preact",
  metafile: true,
  write: false,
  logLevel: "error",
  minify: true,
  legalComments: "none",
} as const satisfies BuildOptions;

/** Builds the portal's script, styles, fonts and server pages, and gives the names; what is already fresh is left alone. */
export async function buildPortalAssets(): Promise<Manifest> {
  const known = await readManifest();
  if (known !== undefined && (await isFresh(known))) return known;
  const { build } = await import("esbuild");
  const [browser, server] = await Promise.all([
    build({
      ...SHARED,
      entryPoints: ["client.tsx", "styles.css", "fonts.css"].map((file) => join(SOURCE, file)),
      entryNames: "assets/[name]-[hash]",
      chunkNames: "assets/[name]-[hash]",
      splitting: true,
      format: "esm",
      target: ["es2022", "chrome94", "firefox93", "safari15.4"],
      loader: { ".woff2": "file" },
    }),
    // Workspaces and packages stay imports, so the pages run the same code as the rest of the server.
    build({
      ...SHARED,
      entryPoints: [join(SOURCE, "pages.tsx")],
      format: "esm",
      platform: "node",
      packages: "external",
      outExtension: { ".js": ".mjs" },
    }),
  ]);
  const outputs = [browser.metafile, server.metafile];
  const sample = await readSample();
  const served = [...browser.outputFiles, ...server.outputFiles].map(({ path, contents }) => ({ name: relative(BUILT, path), contents }));
  await Promise.all([...served, sample].map(({ name, contents }) => place(name, contents)));
  const manifest: Manifest = {
    style: findOutput(outputs, "styles.css"),
    fonts: findOutput(outputs, "fonts.css"),
    script: findOutput(outputs, "client.tsx"),
    pages: findOutput(outputs, "pages.tsx"),
    sample: sample.name,
    madeOf: await measureAges([
      ...outputs.flatMap((meta) => Object.keys(meta.inputs)),
      ...[SAMPLE, THIS].map((file) => relative(ROOT, file)),
    ]),
  };
  await place("manifest.json", JSON.stringify(manifest));
  return manifest;
}

/**
 * Writes a file aside and moves it into place, so that another server starting now never reads half of it. Text that is
 * served gets its packed twins beside it.
 */
async function place(name: string, contents: Uint8Array | string): Promise<void> {
  const target = join(BUILT, name);
  const aside = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(aside, contents);
  await rename(aside, target);
  if (!/^assets\/.*\.(js|css|html)$/.test(name)) return;
  await place(`${name}.br`, await promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  await place(`${name}.gz`, await promisify(gzip)(contents));
}

async function readManifest(): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(BUILT, "manifest.json"), "utf8")) as Manifest; // written above
  } catch {
    return undefined;
  }
}

/** A release ships the built files without their sources: what has no source any more is fresh. */
async function isFresh({ madeOf, ...names }: Manifest): Promise<boolean> {
  const files = await Promise.all(Object.values(names).map((name) => stat(join(BUILT, name)).catch(() => undefined)));
  if (files.includes(undefined)) return false;
  const ages = await measureAges(Object.keys(madeOf));
  return Object.entries(madeOf).every(([file, age]) => ages[file] === undefined || ages[file] === age);
}

async function measureAges(files: readonly string[]): Promise<Record<string, number>> {
  const ages = await Promise.all(
    files.map(async (file): Promise<[string, number][]> => {
      const found = await stat(join(ROOT, file)).catch(() => undefined);
      return found === undefined ? [] : [[file, found.mtimeMs]];
    }),
  );
  return Object.fromEntries(ages.flat());
}

function findOutput(metafiles: readonly Metafile[], entry: string): string {
  const outputs = metafiles.flatMap((meta) => Object.entries(meta.outputs));
  const [path] = outputs.find(([, output]) => output.entryPoint !== undefined && basename(output.entryPoint) === entry) ?? [];
  if (path === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return relative(BUILT, join(ROOT, path));
}

async function readSample(): Promise<{ name: string; contents: Uint8Array }> {
  const contents = await readFile(SAMPLE);
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  return { name: `assets/${basename(SAMPLE, ".html")}-${hash}.html`, contents };
}

if (import.meta.main) await buildPortalAssets();
