/** The seconds after which an address may ask again; undefined: it is answered now. */
export type AskPatience = (address: string) => number | undefined;

export interface RateLimit {
  readonly perMinute: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

const WINDOW_MILLISECONDS = 60_000;

/** Addresses remembered at once; beyond that the one that began longest ago is forgotten, and may begin anew. */
const MOST_ADDRESSES = 50_000;

/** Counts the requests of each address in windows of a minute that begin with its first. */
export function limitRate({ perMinute, now = () => performance.now() }: RateLimit): AskPatience {
  const seen = new Map<string, { readonly since: number; count: number }>();
  return (address) => {
    const who = address.includes(":") ? networkOf(address) : address;
    const instant = now();
    const known = seen.get(who);
    if (known !== undefined && instant - known.since < WINDOW_MILLISECONDS) {
      if (++known.count <= perMinute) return undefined;
      return Math.max(1, Math.ceil((known.since + WINDOW_MILLISECONDS - instant) / 1000));
    }
    seen.delete(who); // to the end of the queue
    if (seen.size >= MOST_ADDRESSES) for (const [oldest] of seen) if (seen.delete(oldest)) break;
    seen.set(who, { since: instant, count: 1 });
    return undefined;
  };
}

/** Of IPv6 a household or an office is given a whole network of 64 bits: all of it is one visitor. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const groups = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const full = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return full
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
