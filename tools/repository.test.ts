import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../server/src/settings.ts";
import { findMissingEntries } from "./complete-lock.ts";
import { describeSettings } from "./describe-settings.ts";

const ROOT = join(import.meta.dirname, "..");
const { workspaces } = JSON.parse(read("package.json")) as { workspaces: string[] };

/** Every file of the project that git knows or would add; where there is no git, as in a downloaded archive, none. */
const files = listFiles();

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function listFiles(): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listed
      .toString()
      .split("\0")
      .filter((path) => path !== "" && existsSync(join(ROOT, path)));
  } catch {
    return [];
  }
}

const texts = files.filter((path) => /\.(ts|tsx|mjs|json|md|css|yml|yaml)$|(^|\/)\.[a-z]+rc$|^\.ci\//.test(path));
const sources = files.filter((path) => /\.tsx?$/.test(path));

describe("workspaces", () => {
  test.each(workspaces)("%s has a README of one screen, types of its own, and exports its sources", (workspace) => {
    expect(read(`${workspace}/README.md`).split("\n").length).toBeLessThan(60);
    expect(existsSync(join(ROOT, workspace, "tsconfig.json"))).toBe(true);
    const { exports = {} } = JSON.parse(read(`${workspace}/package.json`)) as { exports?: Record<string, string> };
    for (const target of Object.values(exports)) {
      expect(target).toMatch(/^\.\/src\/[a-z/-]+\.ts$/);
      expect(existsSync(join(ROOT, workspace, target)), target).toBe(true);
    }
  });
});

describe("the lock file", () => {
  test("names no registry, so that the project installs from any mirror", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
  });

  test("lists the optional packages of every platform, or npm ci refuses it (npm run lock adds them)", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as { packages: Parameters<typeof findMissingEntries>[0] };
    expect(findMissingEntries(packages)).toEqual({});
  });
});

describe("every file", () => {
  test("is free of registry addresses", () => {
    const address = new RegExp(["registry", "npm(js|mirror)"].join(String.raw`\.`));
    expect(texts.filter((path) => path !== "package-lock.json" && address.test(read(path)))).toEqual([]);
  });

  test("has no enum and no namespace: Node could not run it", () => {
    expect(sources.filter((path) => /^\s*(export\s+)?(declare\s+)?(const\s+)?(enum|namespace)\s+\w+\s*\{/m.test(read(path)))).toEqual([]);
  });

  test("silences a check only with its reason", () => {
    const bare = /(oxlint|eslint)-disable(-next-line|-line)?\s+[\w/@-]+(,\s*[\w/@-]+)*\s*(\*\/)?$|@ts-(ignore|expect-error)\s*$/m;
    expect(sources.filter((path) => bare.test(read(path)))).toEqual([]);
  });

  test("is in no folder and of no name that collects by noun", () => {
    expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)/.test(path))).toEqual([]);
  });
});

describe("docs/operations.md", () => {
  test("lists every setting as the server reads it (npm run docs writes it anew)", () => {
    expect(read("docs/operations.md")).toContain(describeSettings(SETTINGS));
  });
});

describe("decision records", () => {
  test.each(files.filter((path) => path.startsWith("docs/decisions/")))("%s is dated and decides in its first sentence", (path) => {
    expect(path).toMatch(/\/\d{4}-\d\d-\d\d-[a-z0-9-]+\.md$/);
    const [title, blank, first = ""] = read(path).split("\n");
    expect(title).toMatch(/^# /);
    expect(blank).toBe("");
    expect(first.length).toBeGreaterThan(20);
  });
});
