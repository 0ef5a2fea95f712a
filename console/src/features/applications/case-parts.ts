import type { ActName, OutcomeCode } from "@gongkai/statute";
import type { ComponentType } from "react";
import type { EntryFilesProps } from "../../lib/use-entry-files.ts";

/** What other features show on the page of a case; `app/features.ts` puts them together. */
export interface CaseParts {
  readonly Letters: ComponentType<CasePartProps>;
  readonly Remedies: ComponentType<CasePartProps>;
  readonly Attachments: ComponentType<CasePartProps>;
  readonly Papers: ComponentType<CasePartProps>;
  readonly Publication: ComponentType<CasePartProps>;
  readonly ActLetter: ComponentType<ActLetterProps>;
  readonly EntryFiles: ComponentType<EntryFilesProps>;
}

export interface CasePartProps {
  readonly agency: string;
  readonly application: string;
  readonly number: string | null;
  /** Version of the case: what the server is told the person saw. */
  readonly version: number;
  /** How it was answered; null while it is not. */
  readonly outcome: string | null;
  /** Whether the person has a duty here that may write. */
  readonly mayWrite: boolean;
}

/** The letter that goes out with an act: the fields nobody has filled in yet, and how it will look. */
export interface ActLetterProps {
  readonly agency: string;
  readonly application: string;
  readonly act: ActName;
  readonly outcome: OutcomeCode | undefined;
  readonly article: string | undefined;
  /** Fields of the letter the act's own form asks for, with what stands there now. */
  readonly known: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}
