import type { EntryState } from "../../../lib/use-entry.ts";
import type { DraftValues } from "../draft-form.ts";

export interface FieldsProps {
  readonly entry: EntryState;
  readonly values: DraftValues;
  readonly onChange: (change: Partial<DraftValues>) => void;
}
