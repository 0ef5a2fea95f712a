import type { Feature } from "../lib/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { agencies } from "../features/agencies/feature.ts";
import { applicationsWith } from "../features/applications/feature.ts";
import { audit } from "../features/audit/feature.ts";
import { calendar } from "../features/calendar/feature.ts";
import { disclosures } from "../features/disclosures/feature.ts";
import { figures } from "../features/figures/feature.ts";
import { letters } from "../features/letters/feature.ts";
import { messages } from "../features/messages/feature.ts";
import { remedies } from "../features/remedies/feature.ts";
import { today } from "../features/today/feature.ts";

/** The page of a case shows what letters and remedies have to say of it; features do not know each other. */
const applications = applicationsWith(async () => {
  const [{ CaseLetters: Letters }, { ActLetter }, { CaseRemedies: Remedies }] = await Promise.all([
    import("../features/letters/components/CaseLetters.tsx"),
    import("../features/letters/components/ActLetter.tsx"),
    import("../features/remedies/components/CaseRemedies.tsx"),
  ]);
  return { Letters, ActLetter, Remedies };
});

/** What the console can do, in the order of its menu. A new feature is one more line here. */
export const FEATURES: readonly Feature[] = [
  today,
  applications,
  disclosures,
  letters,
  remedies,
  figures,
  messages,
  accounts,
  agencies,
  calendar,
  audit,
];
