/** CPU seconds one measurement takes: long enough for the compiler to have warmed up and for noise to even out. */
const CPU_SECONDS = 3;

/**
 * Runs over the inputs again and again and returns how many one core does in a second of CPU time, so that a busy
 * machine does not make the figure smaller. The first round warms up.
 */
export async function cpuRate<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<number> {
  for (const input of inputs) await run(input);
  let done = 0;
  const start = process.cpuUsage();
  let seconds = 0;
  while (seconds < CPU_SECONDS) {
    for (const input of inputs) await run(input);
    done += inputs.length;
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
  }
  return done / seconds;
}
