/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** A matrix out of an operator's arguments, or the identity where they are damaged. */
export function matrixFrom(values: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersFrom(values);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return IDENTITY;
  return [a, b, c, d, e, f];
}

/** Plain numbers out of an array or a typed array; nothing where one of them is no finite number. */
export function numbersFrom(values: unknown): readonly number[] {
  if (!Array.isArray(values) && !(values instanceof Float32Array) && !(values instanceof Float64Array)) return [];
  const numbers: number[] = [];
  for (const value of values as Iterable<unknown>) {
    // an array-like of unknown content, checked item by item
    if (typeof value !== "number" || !Number.isFinite(value)) return [];
    numbers.push(value);
  }
  return numbers;
}
