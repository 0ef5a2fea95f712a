/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

/**
 * A4 and the type area of official documents (GB/T 9704): 37 mm above, 28 mm at the left, 156 mm by 225 mm of text; the
 * page number stands 7 mm below the text. In twentieths of a point.
 */
export const PAGE = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  header: twips(15),
  footer: twips(23),
} as const;

export const TEXT_WIDTH = twips(156);

/** A line of prose, and of a title: 28 and 35 points, to the point. */
export const LINE = 560;
export const TITLE_LINE = 700;

/** Chinese type sizes in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 小五 9 pt. */
export const SIZE = { second: 44, third: 32, fourth: 28, form: 24, table: 18 } as const;
