import { Button } from "antd";
import type { ReactNode } from "react";
import type { EntryState } from "../lib/use-entry.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";

interface EntryFormProps {
  readonly entry: EntryState & { readonly isSending: boolean; readonly submit: () => Promise<void> };
  readonly submitLabel: string;
  readonly onCancel?: () => void;
  readonly danger?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form with its error summary above and its buttons below. */
export function EntryForm({ entry, submitLabel, onCancel, danger = false, wide = false, children }: EntryFormProps) {
  return (
    <form
      className={wide ? "entry-form entry-form-wide" : "entry-form"}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void entry.submit();
      }}
    >
      <ErrorSummary {...entry} />
      {children}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" danger={danger} loading={entry.isSending}>
          {submitLabel}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>取消</Button>}
      </div>
    </form>
  );
}
