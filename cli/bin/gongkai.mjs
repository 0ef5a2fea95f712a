#!/usr/bin/env node
// Plain JavaScript that any Node from 18 on understands: it finds the Node the program needs and hands over to it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const compiled = fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));
const main = new URL("../src/main.ts", import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  nodeModule.enableCompileCache(compiled); // the command starts in a third of the time from the second call on
  await import(main.href);
} else {
  const carried = findCarriedNode();
  if (carried === undefined) {
    process.stderr.write(
      `gongkai 需要 Node ${NEEDED} 以上，当前为 ${process.versions.node}：请先在项目目录运行 npm ci。(Node ${NEEDED} or later is needed: run npm ci first.)\n`,
    );
    process.exit(2);
  }
  const child = spawn(carried, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => {
    process.exitCode = status ?? (signal === "SIGINT" ? 130 : 1);
  });
}

/** The `node` package, a development dependency, brings the right Node along. */
function findCarriedNode() {
  try {
    const home = dirname(nodeModule.createRequire(import.meta.url).resolve("node/package.json"));
    return ["node", "node.exe"].map((name) => join(home, "bin", name)).find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}
