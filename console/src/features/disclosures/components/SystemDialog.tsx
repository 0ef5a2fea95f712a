import { SystemGiven } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { saveSystem, type System, systemsKey } from "../api/catalogue.ts";
import { BodyEditor } from "./BodyEditor.tsx";

interface SystemDialogProps {
  readonly agency: string;
  readonly known: System | undefined;
  readonly onClose: () => void;
}

/** A system (制度): name, number and text. */
export function SystemDialog({ agency, known, onClose }: SystemDialogProps) {
  const save = useCommand({
    run: (http, body: SystemGiven, key) => saveSystem(http, agency, { page: known?.id, body }, key),
    changes: [systemsKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: SystemGiven,
    initial: { title: known?.title ?? "", documentNumber: known?.fields.documentNumber ?? "", html: known?.fields.html ?? "" },
    labels: { title: "名称", documentNumber: "文号", html: "正文" },
    toSend: (values) => ({ ...values, version: known?.version ?? 0 }),
    send: (sent) => save.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title={known === undefined ? "增加制度" : "修改制度"} onClose={onClose}>
      <EntryForm entry={entry} submitLabel="保存并公布" onCancel={onClose} wide>
        <Field entry={entry} name="title" required>
          {(control) => <Input {...control} value={values.title} onChange={({ target }) => change({ title: target.value })} />}
        </Field>
        <Field entry={entry} name="documentNumber">
          {(control) => (
            <Input {...control} value={values.documentNumber} onChange={({ target }) => change({ documentNumber: target.value })} />
          )}
        </Field>
        <Field entry={entry} name="html" required help="可以从 Word、WPS 复制粘贴；制度中不放图片。">
          {(control) => (
            <BodyEditor
              agency={agency}
              control={control}
              label="正文"
              html={values.html}
              revision={0}
              onChange={(html) => change({ html })}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
