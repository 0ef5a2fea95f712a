/** A key no other submit has. `randomUUID` is missing where the page came by plain HTTP from another machine. */
export function newCommandKey(source: Pick<Crypto, "getRandomValues"> = crypto): string {
  return Array.from(source.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
