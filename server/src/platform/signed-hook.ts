import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import type { Clock } from "./clock.ts";

export type HookResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** A gateway outside that takes messages of one shape. A reason names no message. */
export interface SignedHook<Message extends object> {
  readonly isOn: boolean;
  send(message: Message): Promise<HookResult>;
}

const TIMEOUT_MILLISECONDS = 10_000;

/**
 * Posts messages to a gateway as JSON. `x-gongkai-timestamp` is the instant, `x-gongkai-signature` is `sha256=` and the
 * hexadecimal HMAC-SHA256 of `timestamp.body` under the agreed secret. Any 2xx answer means taken; redirections are not
 * followed. Refused addresses: link-local (the metadata services of clouds live there), unspecified and multicast ones
 * always; by plain HTTP also every public one. The address is checked as it is resolved, so that no name leads elsewhere.
 */
export function createSignedHook<Message extends object>({
  url,
  secret,
  clock,
}: {
  readonly url: string | undefined;
  readonly secret: string | undefined;
  readonly clock: Clock;
}): SignedHook<Message> {
  if (url === undefined || secret === undefined) return { isOn: false, send: async () => ({ ok: false, reason: "没有设置网关。" }) };
  const target = new URL(url);
  return {
    isOn: true,
    async send(message) {
      const body = JSON.stringify(message);
      const timestamp = clock.instant();
      const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
      const headers = { "x-gongkai-timestamp": timestamp, "x-gongkai-signature": `sha256=${signature}` };
      try {
        const status = await post(target, body, headers);
        return status >= 200 && status < 300 ? { ok: true } : { ok: false, reason: `网关答复 ${status}。` };
      } catch (fault) {
        const { code } = fault as { code?: string }; // errors of the system have one
        return { ok: false, reason: code === REFUSED ? "网关的地址不被允许。" : "网关没有应答。" };
      }
    },
  };
}

function post(target: URL, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const isPlain = target.protocol === "http:";
  return new Promise((resolve, reject) => {
    const bare = target.hostname.replace(/^\[|\]$/g, "");
    if (isIP(bare) !== 0 && isRefused(bare, isPlain)) return reject(refusal());
    const request = (isPlain ? requestPlain : requestSecure)(
      target,
      {
        method: "POST",
        headers: { ...headers, "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        lookup: checkedLookup(isPlain),
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
        response.once("error", reject);
      },
    );
    request.once("error", reject);
    request.end(body);
  });
}

/** Resolves a name, and refuses it when any of its addresses is. */
function checkedLookup(isPlain: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (fault, addresses) => {
      const [first] = addresses ?? [];
      if (fault !== null || first === undefined) return done(fault ?? refusal(), "", 4);
      if (addresses.some(({ address }) => isRefused(address, isPlain))) return done(refusal(), "", 4);
      if (options.all === true) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

const REFUSED = "EADDRESSREFUSED";

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error("address refused"), { code: REFUSED });
}

const NEVER = new BlockList();
NEVER.addSubnet("0.0.0.0", 8, "ipv4");
NEVER.addSubnet("169.254.0.0", 16, "ipv4");
NEVER.addSubnet("224.0.0.0", 3, "ipv4");
NEVER.addAddress("::", "ipv6");
NEVER.addSubnet("fe80::", 10, "ipv6");
NEVER.addSubnet("ff00::", 8, "ipv6");
const INNER = new BlockList();
INNER.addSubnet("127.0.0.0", 8, "ipv4");
INNER.addSubnet("10.0.0.0", 8, "ipv4");
INNER.addSubnet("172.16.0.0", 12, "ipv4");
INNER.addSubnet("192.168.0.0", 16, "ipv4");
INNER.addAddress("::1", "ipv6");
INNER.addSubnet("fc00::", 7, "ipv6");

/** Whether nothing may be posted to this address. */
export function isRefused(address: string, isPlain: boolean): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isRefused(mapped, isPlain);
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  return NEVER.check(address, family) || (isPlain && !INNER.check(address, family));
}
