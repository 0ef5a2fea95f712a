/** Tried at one go before the page may breathe. */
const AT_ONCE = 2000;

/**
 * The number that makes SHA-256 of `name.number` begin with so many zero bits. Own arithmetic, because browsers lend theirs
 * only to pages that come by HTTPS, and offices' inner networks often do not.
 */
export async function findNonce(name: string, bits: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let nonce = 0; ; nonce++) {
    if (firstWord(encoder.encode(`${name}.${nonce}`)) >>> (32 - bits) === 0) return String(nonce);
    if (nonce % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

const [ROUNDS, START] = makeConstants();

/** The first 32 bits of SHA-256 of at most 55 bytes: one block. */
export function firstWord(message: Uint8Array): number {
  const words = new Int32Array(64);
  for (const [index, byte] of message.entries()) words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  words[message.length >> 2] = (words[message.length >> 2] ?? 0) | (0x80 << (24 - (message.length % 4) * 8));
  words[15] = message.length * 8;
  const at = (index: number): number => words[index] ?? 0;
  for (let index = 16; index < 64; index++) {
    const [near, far] = [at(index - 2), at(index - 15)];
    const small = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    const large = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    words[index] = (at(index - 16) + small + at(index - 7) + large) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let index = 0; index < 64; index++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[index] ?? 0) + at(index)) | 0;
    const other = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + other) | 0];
  }
  return (a + (START[0] ?? 0)) >>> 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The fractions of the cube and square roots of the first primes, as the standard makes its constants. */
function makeConstants(): readonly [readonly number[], readonly number[]] {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return [primes.map((prime) => fraction(Math.cbrt(prime))), primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))];
}
