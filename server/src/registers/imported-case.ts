import type { ApplicationCase, RemedyCase } from "@gongkai/statute";
import type { Applicant, InformationRequest } from "../applications/index.ts";
import type { RowProblem } from "../imports/index.ts";

/** An application as it is taken over. */
export interface ImportedApplication {
  readonly kind: "application";
  readonly number: string | null;
  readonly file: Pick<ApplicationCase, "channel" | "events">;
  /** As far as the register tells. */
  readonly applicant: Pick<Applicant, "kind"> & Partial<Applicant>;
  readonly request: InformationRequest;
  readonly summary: string;
  readonly letterNumber: string | null;
}

/** A reconsideration or lawsuit as it is taken over. */
export interface ImportedRemedy {
  readonly kind: "remedy";
  readonly number: string | null;
  readonly file: Pick<RemedyCase, "remedy" | "events">;
  readonly body: string;
  /** Number of the application it is about, where the file tells it. */
  readonly application: string | null;
}

export type ImportedCase = ImportedApplication | ImportedRemedy;

/** A row of a register or a case of a file, as it would be taken. */
export interface TakenRow {
  /** Row of the sheet, or case of the file, from 1. */
  readonly row: number;
  /** Undefined when something is wrong with it. */
  readonly taken: ImportedCase | undefined;
  readonly problems: readonly RowProblem[];
  /** What was assumed, told so that nobody is surprised. */
  readonly remarks: readonly RowProblem[];
}

/** Stands where a register does not say what was asked for. */
export const NO_TITLE = "（原登记未载明申请内容）";
