/** The official masks: 138****1234, 35*************123; an address only down to the township. Signs between digits stay. */

/** Keeps so many letters and digits at the beginning and at the end; the others become asterisks. */
export function maskMiddle(found: string, first: number, last: number): string {
  const marks = [...found];
  const places = marks.flatMap((mark, index) => (/[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/.test(mark) ? [index] : []));
  const hidden = new Set(places.slice(first, Math.max(first, places.length - last)));
  return marks.map((mark, index) => (hidden.has(index) ? "*" : mark)).join("");
}

export const maskResidentId = (found: string): string => maskMiddle(found, 2, 3);
export const maskMobile = (found: string): string => maskMiddle(found, /^(?:\+?86)/.test(found) ? 5 : 3, 4);
export const maskCard = (found: string): string => maskMiddle(found, 4, 4);
export const maskPassport = (found: string): string => maskMiddle(found, 2, 3);

/** `云溪县石桥镇幸福家园3幢201室` → `云溪县石桥镇****`; without a township nothing but the asterisks stays of what follows the county. */
export function maskAddress(found: string): string {
  const kept = /^.*(?:街道|[乡镇])(?!村|道)/u.exec(found)?.[0] ?? /^.*?[市县区旗]/u.exec(found)?.[0] ?? "";
  return `${kept}****`;
}
