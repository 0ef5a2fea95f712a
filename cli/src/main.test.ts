import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aFolder, writeReport } from "./testing.ts";

const BIN = join(import.meta.dirname, "../bin/gongkai.mjs");

test("keeps results and remarks apart, and ends with the code of the run", () => {
  const folder = aFolder();
  const good = writeReport(join(folder, "好.html"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "report", "read", good, join(folder, "没有.html")], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stdout).toContain("云溪县政务公开办公室");
  expect(stderr).toMatch(/没有\.html：未能读取/);
});

test("ends quietly when nobody reads on", async () => {
  const folder = aFolder();
  for (let number = 1; number <= 60; number++) writeReport(join(folder, `${number}.html`));
  const child = spawn(process.execPath, [BIN, "report", "read", folder, "--json"], { stdio: ["ignore", "pipe", "pipe"] });
  let remarks = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    remarks += text;
  });
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [code] = await once(child, "exit");
  expect(remarks).toBe("");
  expect(code).toBe(0);
});
