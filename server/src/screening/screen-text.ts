import { type Detection, type Finding, placeDetection, type Rule } from "./finding.ts";
import { detectBankCards, detectLandlines, detectMobiles, detectPassports, detectResidentIds, plainDigits } from "./numbers.ts";
import { detectAddresses, detectMarks, detectMisprints, type Misprint, MISPRINTS } from "./wording.ts";

/** Where two findings overlap the one named earlier stays. */
const PRIORITY: readonly Rule[] = [
  "residentId",
  "bankCard",
  "mobile",
  "passport",
  "landline",
  "address",
  "secrecyMark",
  "internalMark",
  "title",
  "misprint",
];

/**
 * Everything in a text that should not go out unseen, in the order in which it stands there.
 *
 * @example screenText("body", "联系人电话 13800001234")[0]?.replacement // "138****1234"
 */
export function screenText(
  source: string,
  text: string,
  { misprints = MISPRINTS }: { readonly misprints?: readonly Misprint[] } = {},
): readonly Finding[] {
  const plain = plainDigits(text);
  const detections: readonly Detection[] = [
    ...detectResidentIds(plain),
    ...detectBankCards(plain),
    ...detectMobiles(plain),
    ...detectPassports(plain),
    ...detectLandlines(plain),
    ...detectAddresses(plain),
    ...detectMarks(plain),
    ...detectMisprints(text, misprints),
  ];
  const kept: Detection[] = [];
  for (const detection of detections.toSorted((one, other) => PRIORITY.indexOf(one.rule) - PRIORITY.indexOf(other.rule))) {
    if (!kept.some(({ start, end }) => start < detection.end && detection.start < end)) kept.push(detection);
  }
  return kept.toSorted((one, other) => one.start - other.start).map((detection) => placeDetection(source, text, detection));
}
