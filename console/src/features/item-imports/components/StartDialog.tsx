import { type ItemImport, StartItemImport } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { itemImportsKey, startItemImport } from "../api/item-imports.ts";

interface StartDialogProps {
  readonly agency: string;
  readonly record: ItemImport;
  readonly good: number;
  readonly onClose: () => void;
}

/** The head of the office says how the items were reviewed when they were first published, and so answers for them. */
export function StartDialog({ agency, record: { id, version, rowCount }, good, onClose }: StartDialogProps) {
  const start = useCommand({
    run: (http, body: StartItemImport, key) => startItemImport(http, agency, id, body, key),
    changes: [itemImportsKey(agency), ["items", agency], ["catalogue", agency]],
    done: onClose,
  });
  const entry = useEntry({
    schema: StartItemImport,
    initial: { review: "" },
    labels: { review: "原公开时的审查情况" },
    hints: { review: "请写明原公开时的审查情况，至少 5 个字。" },
    toSend: (values) => ({ ...values, version }),
    send: (sent) => start.mutateAsync(sent),
    guard: false,
  });
  return (
    <Dialog title="开始移入" onClose={onClose}>
      <p>
        将移入 {good} 条，按原发布日期和原索引号在本平台公开
        {rowCount > good ? `；有问题的 ${rowCount - good} 行不移入，改正后可以另外移入` : ""}。移入在后台进行，可以离开这一页。
      </p>
      <EntryForm entry={entry} submitLabel="确认并移入" onCancel={onClose}>
        <Field
          entry={entry}
          name="review"
          required
          help="移入的信息不再逐条送审，由您确认原来公开前已经依法审查。例如：原网站发布时均经保密审查，审查表存于办公室档案。"
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={500}
              value={entry.values.review}
              onChange={({ target }) => entry.change({ review: target.value })}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
