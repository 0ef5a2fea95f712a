import type { Catalogue, ItemDone, ItemPage } from "@gongkai/server/contract";
import { Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { now, sayInstant, today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { itemKey, itemsKey } from "../api/items.ts";
import { saveItem } from "../api/save-item.ts";
import { DraftForm, type DraftValues, HINTS, LABELS, toDraftForm } from "../draft-form.ts";
import { draftKey, type KeptDraft, readKept, writeKept } from "../kept-draft.ts";
import { AttachmentField } from "./AttachmentField.tsx";
import { BasicFields } from "./BasicFields.tsx";
import { BodyField } from "./BodyField.tsx";
import { MarkFields } from "./MarkFields.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { TextField } from "./TextField.tsx";

interface ItemFormProps {
  readonly agency: string;
  readonly catalogue: Catalogue;
  readonly initial: DraftValues;
  /** The item that is revised; undefined for a new one. */
  readonly page: ItemPage | undefined;
  readonly onDone: (done: ItemDone) => void;
}

/** Drafting and revising. What is typed is kept in the browser until it is saved. */
export function ItemForm({ agency, catalogue, initial, page, onDone }: ItemFormProps) {
  const key = draftKey(agency, page?.item.id);
  const [kept] = useState<KeptDraft | undefined>(() => readKept(localStorage.getItem(key), now()));
  const [revision, setRevision] = useState(0);
  const [isTooLarge, setTooLarge] = useState(false);
  const save = useCommand({
    run: (http, form: DraftForm, command) => saveItem(http, { agency, page, form }, command),
    changes: [itemsKey(agency), ["today", agency], ...(page === undefined ? [] : [itemKey(agency, page.item.id)])],
    done: (done) => {
      localStorage.removeItem(key);
      onDone(done);
    },
  });
  const entry = useEntry({
    schema: DraftForm,
    initial: kept?.values ?? initial,
    labels: LABELS,
    hints: HINTS,
    toSend: (written) => toDraftForm(written, today()),
    send: (form) => save.mutateAsync(form),
    guard: isTooLarge, // what the browser keeps is not lost
  });
  const { values, change } = entry;
  const edit = (changes: Partial<DraftValues>) => {
    change(changes);
    const text = writeKept({ ...values, ...changes }, page?.item.version ?? 0, now());
    setTooLarge(text === undefined || !keep(key, text));
  };
  const replace = (changes: Partial<DraftValues>) => {
    edit(changes);
    setRevision((count) => count + 1);
  };
  const startOver = () => {
    localStorage.removeItem(key);
    change(initial);
    setRevision((count) => count + 1);
  };
  const fields = { entry, values, onChange: edit };
  const isStale = kept !== undefined && page !== undefined && kept.version !== page.item.version;
  const isPublic = (page?.item.publicVersion ?? 0) > 0;
  return (
    <>
      {kept === undefined ? null : (
        <div className="outlook-note">
          <p>
            已恢复 {sayInstant(kept.at).slice(0, 16)} 没有保存的内容。
            {isStale ? "此后这条信息被他人修改过，请核对后再保存。" : ""} <Button onClick={startOver}>不要了，重新开始</Button>
          </p>
        </div>
      )}
      <EntryForm entry={entry} submitLabel={page === undefined ? "保存" : "保存新版本"} wide>
        <BasicFields {...fields} catalogue={catalogue} />
        <MarkFields {...fields} />
        <BodyField {...fields} agency={agency} revision={revision} onReplace={replace} />
        <AttachmentField {...fields} agency={agency} />
        {isPublic ? (
          <TextField
            {...fields}
            name="correction"
            rows={2}
            help="更正已经公开的内容时填写，公众会看到，如“第二页表中金额更正为12.5万元”。"
          />
        ) : null}
        <MoreFields {...fields} />
        <p className="field-help" role="status">
          {isTooLarge ? "内容太大，浏览器不能自动保留，请及时保存。" : "填写的内容随时保留在这台电脑的浏览器中，保存后可以筛查、送审。"}
        </p>
      </EntryForm>
    </>
  );
}

/** The store of the browser may be full, or shut. */
function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
