import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { BuildOptions, Metafile } from "esbuild";

const SOURCE = dirname(fileURLToPath(import.meta.url));
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
      format: "esm",
      target: ["es2021", "chrome90", "firefox90", "safari14"],
      loader: { ".woff2": "file" },
    }),
    // Workspaces and packages stay imports, so the pages run the same code as the rest of the server.
    build({ ...SHARED, entryPoints: [join(SOURCE, "pages.tsx")], format: "esm", platform: "node", packages: "external", outExtension: { ".js": ".mjs" } }),
  ]);
  const outputs = [browser.metafile, server.metafile];
  const sample = await copyHashed(join(SOURCE, "check-up/sample-report.html"));
  const manifest: Manifest = {
    style: findOutput(outputs, "styles.css"),
    fonts: findOutput(outputs, "fonts.css"),
    script: findOutput(outputs, "client.tsx"),
    pages: findOutput(outputs, "pages.tsx"),
    sample,
    madeOf: await measureAges([...outputs.flatMap((meta) => Object.keys(meta.inputs)), relative(ROOT, fileURLToPath(import.meta.url)), relative(ROOT, join(SOURCE, "check-up/sample-report.html"))]),
  };
  await Promise.all([manifest.style, manifest.fonts, manifest.script, manifest.sample].map(compress));
  // Written aside and moved into place, so that a second server starting now never reads half of it.
  const aside = join(BUILT, `manifest-${process.pid}.json`);
  await writeFile(aside, JSON.stringify(manifest));
  await rename(aside, join(BUILT, "manifest.json"));
  return manifest;
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

async function copyHashed(file: string): Promise<string> {
  const content = await readFile(file);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const name = `assets/${basename(file, ".html")}-${hash}.html`;
  await mkdir(join(BUILT, "assets"), { recursive: true });
  await writeFile(join(BUILT, name), content);
  return name;
}

async function compress(name: string): Promise<void> {
  const content = await readFile(join(BUILT, name));
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(content),
  ]);
  await Promise.all([writeFile(join(BUILT, `${name}.br`), br), writeFile(join(BUILT, `${name}.gz`), gz)]);
}

if (import.meta.main) await buildPortalAssets();
