import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A package as package-lock.json lists it, as far as we look. */
interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The entries a lock file lacks for optional packages of other platforms. Where a mirror does not carry those packages, npm
 * leaves them out without a word, and `npm ci` then refuses the lock file on every machine.
 */
export function findMissingEntries(packages: Readonly<Record<string, Entry>>): Readonly<Record<string, object>> {
  const missing: Record<string, object> = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (packages[`node_modules/${name}`] !== undefined || packages[`${path}/node_modules/${name}`] !== undefined) continue;
      missing[`node_modules/${name}`] = { version, ...(dev === true ? { dev } : {}), optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

const PLATFORM = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(musl|gnu))?/;

/** Platform packages carry their platform in their name; with it in the lock file npm does not fetch them elsewhere. */
function platformOf(name: string): object {
  const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
  if (os === undefined) return {};
  return { os: [os], cpu: [cpu], ...(os === "linux" && libc !== undefined ? { libc: [libc === "musl" ? "musl" : "glibc"] } : {}) };
}

/** `npm run lock`, after every change of dependencies. */
if (import.meta.main) {
  const file = join(import.meta.dirname, "../package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Entry> }; // npm wrote it
  const missing = findMissingEntries(lock.packages);
  const packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, undefined, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added to package-lock.json`);
}
