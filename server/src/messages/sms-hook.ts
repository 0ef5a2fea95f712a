import type { SignedHook } from "../platform/signed-hook.ts";

/** What the gateway is told. It knows the telephone number that belongs to the sign-in name; we do not keep one. */
export interface SmsMessage {
  /** The same for a repetition of the same message. */
  readonly id: string;
  readonly agency: { readonly code: string; readonly name: string };
  readonly signInName: string;
  readonly kind: string;
  /** One line without personal data of applicants. */
  readonly title: string;
  readonly createdAt: string;
}

/** The way out for urgent text messages to the office's people. */
export type SmsHook = SignedHook<SmsMessage>;
