/** What the last caller of each place in line is waiting for. */
type Line = Map<string, Promise<unknown>>;
const lines = new WeakMap<object, Line>();

/**
 * Runs the work when everything asked for before under the same name has ended. The database's own lock is what keeps order
 * between processes; waiting here first keeps a crowd at one organ from holding every connection while the others starve.
 */
export async function oneAtATime<Value>(owner: object, name: string, work: () => Promise<Value>): Promise<Value> {
  const line = lines.get(owner) ?? new Map<string, Promise<unknown>>();
  lines.set(owner, line);
  const turn = (line.get(name) ?? Promise.resolve()).then(work);
  const ended = turn.catch(() => {});
  line.set(name, ended);
  try {
    return await turn;
  } finally {
    if (line.get(name) === ended) line.delete(name);
  }
}
