/** Where a command speaks: results, remarks, and the one line that shows how far it is. Tests pass their own. */
export interface Io {
  /** Writes a result; resolves when there is room for more, so that a slow reader slows the work and memory stays flat. */
  result(content: string | Uint8Array): Promise<void>;
  /** Writes a line for the person at the keyboard. */
  remark(line: string): void;
  /** Shows the line as progress in place of the last one; "" takes it away. */
  progress(line: string): void;
}

/** Between two progress lines where nobody sees them move: a log wants few. In milliseconds. */
const LOG_INTERVAL_MS = 30_000;
const TERMINAL_INTERVAL_MS = 100;

/** The process's own streams. A reader that goes away (`… | head`) ends the command quietly. */
export function createProcessIo(): Io {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw error;
    });
  let shown = false;
  let last = performance.now();
  const clear = () => {
    if (shown) stderr.write("\r\u001b[2K");
    shown = false;
  };
  return {
    result(content) {
      if (stdout.isTTY) clear();
      if (stdout.write(content)) return Promise.resolve();
      return new Promise((resolve) => void stdout.once("drain", resolve));
    },
    remark(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (line === "") return clear();
      const now = performance.now();
      if (now - last < (stderr.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS)) return;
      last = now;
      if (!stderr.isTTY) return void stderr.write(`${line}\n`);
      // Two columns per character at most, so the line never wraps and can be taken back.
      stderr.write(`\r\u001b[2K${line.slice(0, Math.max(10, Math.floor((stderr.columns - 1) / 2)))}`);
      shown = true;
    },
  };
}
