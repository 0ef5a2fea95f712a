/** What the gateway for applicants is told: all of it is sent, and nothing else is known of the person. */
export interface CitizenSms {
  /** The same for a repetition of the same message. */
  readonly id: string;
  /** Eleven digits, mainland China. */
  readonly telephone: string;
  readonly text: string;
}

/**
 * The mobile number in what an applicant typed as a telephone number; undefined for a landline or a number of elsewhere.
 *
 * @example mobileOf("+86 138-0000-0000") // "13800000000"
 */
export function mobileOf(typed: string): string | undefined {
  const digits = typed.normalize("NFKC").replaceAll(/[\s()-]/g, "");
  return /^(?:\+?86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
}
