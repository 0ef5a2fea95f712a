/** Numbers beyond this are no serials of a year but something else printed beside it. */
const HIGHEST = 99_999;

/**
 * Year and serial of a registration number as offices print them: 2021-0007, 2021年第7号, 云教申〔2021〕7号, 20210007. Undefined
 * when there is no telling.
 */
export function numberParts(printed: string): { readonly year: number; readonly serial: number } | undefined {
  const plain = printed.normalize("NFKC").trim();
  const found = /(?:^|\D)(20\d{2})\D+(\d{1,9})\D*$/.exec(plain) ?? /^(20\d{2})(\d{3,5})$/.exec(plain);
  if (found === null) return undefined;
  const serial = Number(found[2]);
  return serial >= 1 && serial <= HIGHEST ? { year: Number(found[1]), serial } : undefined;
}
