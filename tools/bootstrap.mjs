// What `npm start` and `npm test` begin with: plain JavaScript for any Node from 18 on, without a dependency. It installs
// what is missing, then hands over to the Node 24 that the `node` package brought along.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const OLDEST_NODE = 18;
const NEEDED_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".gongkai-installed");
/** Node keeps what it compiled here: the second start takes a third of the time. */
const compiled = join(root, "node_modules", ".cache", "compiled");
const installingFile = join(root, ".gongkai-installing");

/** What each name runs, under Node 24. */
const PROGRAMS = {
  start: "server/src/main.ts",
  test: "tools/test.ts",
  bench: "bench/src/main.ts",
};

/** `npm start` shows the demonstration unless DEMO says otherwise; real work is done with `DEMO=off npm start`. */
const SETTINGS = { start: { DEMO: "on" } };

const runningNode = Number.parseInt(process.versions.node, 10);
const [name = "", ...rest] = process.argv.slice(2);
const program = PROGRAMS[name];

if (runningNode < OLDEST_NODE) {
  stop(`需要 Node ${OLDEST_NODE} 以上，当前为 ${process.versions.node}。(Node ${OLDEST_NODE} or later is needed.)`);
} else if (program === undefined) {
  stop(`用法：node tools/bootstrap.mjs ${Object.keys(PROGRAMS).join("|")}`);
} else {
  for (const [setting, value] of Object.entries(SETTINGS[name] ?? {})) process.env[setting] ??= value;
  if (!isInstalled()) await install();
  const node = runningNode >= NEEDED_NODE ? process.execPath : findCarriedNode();
  if (node === undefined)
    stop(`没有找到 Node ${NEEDED_NODE}：请删除 node_modules 后重试。(Node ${NEEDED_NODE} is missing: remove node_modules and try again.)`);
  else await handOver(node, join(root, program), rest);
}

/** Installed means: npm's own record, or ours of the last install, agrees with the lock file. So `npm ci` by hand counts too. */
function isInstalled() {
  if (readText(stampFile) === hashLock()) return true;
  const record = readText(join(root, "node_modules", ".package-lock.json"));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, "utf8")).packages);
  return wanted.every(
    ([path, entry]) => !path.startsWith("node_modules/") || entry.optional || entry.link || installed[path]?.version === entry.version,
  );
}

/** Installs once, however many were started together: the first does it, the others wait. */
async function install() {
  let announced = false;
  while (!takeTurn()) {
    if (!announced) say("另一个进程正在安装依赖，等待它完成…… (Waiting for another install.)");
    announced = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (!existsSync(installingFile) && isInstalled()) return;
  }
  const release = () => rmSync(installingFile, { force: true });
  const giveUp = () => process.exit(1);
  process.once("exit", release);
  for (const signal of SIGNALS) process.once(signal, giveUp);
  if (!isInstalled()) {
    const first = !existsSync(join(root, "node_modules"));
    say(`${first ? "首次运行，" : "依赖有变，"}正在安装依赖，约需一分钟…… (Installing dependencies.)`);
    const clean = await runNpm(["ci"]);
    const result = clean.status === 0 ? clean : await runNpm(["install"]);
    if (result.status !== 0) {
      stop(`安装依赖失败，npm 报告如下。(Installing dependencies failed; npm says:)\n${lastLines(result.output, 25)}`);
      process.exit(1);
    }
    writeFileSync(stampFile, hashLock());
  }
  release();
  process.removeListener("exit", release);
  for (const signal of SIGNALS) process.removeListener(signal, giveUp);
}

/** Takes the turn by creating the file; a file whose maker is no longer alive is set aside. */
function takeTurn() {
  try {
    writeFileSync(installingFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (fault) {
    if (fault.code !== "EEXIST") throw fault;
  }
  const holder = readText(installingFile);
  if (holder === undefined || holder === "" || isAlive(Number(holder))) return false;
  const aside = `${installingFile}-${process.pid}`;
  try {
    renameSync(installingFile, aside);
  } catch {
    return false; // another waiter was quicker
  }
  // Between reading and moving, another waiter may have begun its own turn: give the file back then.
  if (readText(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, installingFile);
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === "EPERM";
  }
}

/** Runs npm quietly, and keeps what it said for the case that it fails. */
function runNpm(command) {
  const options = [...command, "--no-audit", "--no-fund", "--loglevel=error"];
  const byScript = process.env.npm_execpath;
  const useScript = byScript !== undefined && byScript.endsWith("npm-cli.js");
  const [file, args] = useScript ? [process.execPath, [byScript, ...options]] : [process.platform === "win32" ? "npm.cmd" : "npm", options];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: file.endsWith(".cmd") });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = lastLines(output + text, 200);
      });
    }
    process.once("exit", () => child.kill());
    child.on("error", (fault) => resolve({ status: 1, output: `${output}${fault.message}` }));
    child.on("close", (status) => resolve({ status, output }));
  });
}

function findCarriedNode() {
  const candidates = ["node/bin/node", "node/bin/node.exe", ".bin/node"].map((path) => join(root, "node_modules", path));
  return candidates.find((path) => existsSync(path) && spawnSync(path, ["--version"]).status === 0);
}

async function handOver(node, file, args) {
  if (node === process.execPath) {
    endWithNpm(() => process.kill(process.pid, "SIGTERM"));
    process.argv = [node, file, ...args];
    nodeModule.enableCompileCache(compiled); // asked of the whole module: Node 18 has no such export to import
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node, [file, ...args], { stdio: "inherit", env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
  endWithNpm(() => child.kill());
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("exit", (status) => {
    process.exitCode = status ?? 1;
  });
}

/** npm passes no signal on: whoever stops npm means what it runs, which would otherwise live on and hold its port. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

function hashLock() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function lastLines(text, count) {
  return text.split("\n").slice(-count).join("\n");
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function stop(reason) {
  say(reason);
  process.exitCode = 1;
}
