import type { Feature } from "../lib/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { agencies } from "../features/agencies/feature.ts";
import { applicationsWith } from "../features/applications/feature.ts";
import { audit } from "../features/audit/feature.ts";
import { calendar } from "../features/calendar/feature.ts";
import { disclosures } from "../features/disclosures/feature.ts";
import { figures } from "../features/figures/feature.ts";
import { intake } from "../features/intake/feature.ts";
import { itemImports } from "../features/item-imports/feature.ts";
import { lettersWith } from "../features/letters/feature.ts";
import { messages } from "../features/messages/feature.ts";
import { ownRecords } from "../features/own-records/feature.ts";
import { registers } from "../features/registers/feature.ts";
import { remedies } from "../features/remedies/feature.ts";
import { today } from "../features/today/feature.ts";

/** The page of a case shows what letters and remedies have to say of it; features do not know each other. */
const applications = applicationsWith(async () => {
  const [
    { CaseLetters: Letters },
    { ActLetter },
    { CaseRemedies: Remedies },
    { CaseAttachments: Attachments },
    { CasePapers: Papers },
    { CasePublication: Publication },
    { EntryFiles },
  ] = await Promise.all([
    import("../features/letters/components/CaseLetters.tsx"),
    import("../features/letters/components/ActLetter.tsx"),
    import("../features/remedies/components/CaseRemedies.tsx"),
    import("../features/attachments/components/CaseAttachments.tsx"),
    import("../features/intake/components/CasePapers.tsx"),
    import("../features/disclosures/components/CasePublication.tsx"),
    import("../features/attachments/components/EntryFiles.tsx"),
  ]);
  return { Letters, ActLetter, Remedies, Attachments, Papers, Publication, EntryFiles };
});

/** Files go with an answer as with any other act. */
const letters = lettersWith(() => import("../features/attachments/components/EntryFiles.tsx"));

/** What the console can do, in the order of its menu. A new feature is one more line here. */
export const FEATURES: readonly Feature[] = [
  today,
  intake,
  applications,
  disclosures,
  itemImports,
  letters,
  remedies,
  ownRecords,
  registers,
  figures,
  messages,
  accounts,
  agencies,
  calendar,
  audit,
];
