import type { Feature } from "../lib/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { agencies } from "../features/agencies/feature.ts";
import { audit } from "../features/audit/feature.ts";
import { calendar } from "../features/calendar/feature.ts";
import { messages } from "../features/messages/feature.ts";
import { today } from "../features/today/feature.ts";

/** What the console can do, in the order of its menu. A new feature is one more line here. */
export const FEATURES: readonly Feature[] = [today, messages, accounts, agencies, calendar, audit];
