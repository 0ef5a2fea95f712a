import type { PlainDate } from "@gongkai/statute";
import type { ItemFields } from "../disclosures/index.ts";
import type { Validity } from "../disclosures/words.ts";
import type { RowProblem } from "../imports/index.ts";

/** A row as the item it is to become; what lies in files is not read yet. */
export interface RowOfItem {
  readonly fields: ItemFields;
  readonly publishedOn: PlainDate;
  readonly indexNumber: string;
  readonly address: string;
  readonly validity: { readonly validity: Validity; readonly note: string; readonly on: string } | null;
  /** HTML or plain, as it stands in its column; "" when it lies in a file, or there is none. */
  readonly text: string;
  /** Names within the archive. */
  readonly textFile: string | null;
  readonly attachments: readonly string[];
}

export interface CheckedRow {
  /** Row of the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Undefined when something is wrong with it. */
  readonly item: RowOfItem | undefined;
  readonly problems: readonly RowProblem[];
  /** What was assumed, told so that nobody is surprised. */
  readonly remarks: readonly RowProblem[];
}
