import { FileRemedy, REMEDY_WORDS } from "@gongkai/server/contract";
import { REMEDIES } from "@gongkai/statute";
import { Checkbox, Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { fileRemedy, remediesKey } from "../api/remedies.ts";
import { ApplicationPick } from "./ApplicationPick.tsx";

interface FileRemedyDialogProps {
  readonly agency: string;
  /** The case it is about, when it is entered from its page. */
  readonly application?: string;
  readonly onClose: () => void;
}

/** A reconsideration or lawsuit that has reached the organ. */
export function FileRemedyDialog({ agency, application, onClose }: FileRemedyDialogProps) {
  const file = useCommand({
    run: (http, body: Parameters<typeof fileRemedy>[2], key) => fileRemedy(http, agency, body, key),
    changes: [remediesKey(agency), ["application", agency], ["figures", agency], ["today", agency]],
    done: onClose,
  });
  const entry = useEntry({
    schema: FileRemedy,
    initial: {
      kind: "reconsideration" as (typeof REMEDIES)[number],
      application: application ?? "",
      body: "",
      number: "",
      filedOn: today() as string,
      receivedOn: "",
      isSimplified: false,
    },
    labels: {
      kind: "类别",
      application: "所涉申请",
      body: "复议机关或者人民法院",
      number: "案号",
      filedOn: "提出之日",
      receivedOn: "本机关收到副本之日",
      isSimplified: "程序",
    },
    toSend: ({ application: about, receivedOn, ...rest }) => ({
      ...rest,
      application: about === "" ? null : about,
      ...(receivedOn === "" ? {} : { receivedOn }),
    }),
    send: (sent) => file.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title="登记复议诉讼案件" onClose={onClose}>
      <EntryForm entry={entry} submitLabel="登记" onCancel={onClose}>
        <Field entry={entry} name="kind" required>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(kind) => change({ kind })}
              options={REMEDIES.map((value) => ({ value, label: REMEDY_WORDS[value] }))}
            />
          )}
        </Field>
        {application === undefined ? (
          <Field entry={entry} name="application" help="不涉及申请的（如主动公开）不选">
            {(control) => (
              <ApplicationPick
                agency={agency}
                control={control}
                value={values.application}
                onChange={(about) => change({ application: about })}
              />
            )}
          </Field>
        ) : null}
        <Field entry={entry} name="body" required>
          {(control) => <Input {...control} value={values.body} onChange={({ target }) => change({ body: target.value })} />}
        </Field>
        <Field entry={entry} name="number">
          {(control) => <Input {...control} value={values.number} onChange={({ target }) => change({ number: target.value })} />}
        </Field>
        <Field entry={entry} name="filedOn" required>
          {(control) => <DateInput control={control} value={values.filedOn} onChange={(filedOn) => change({ filedOn })} />}
        </Field>
        <Field entry={entry} name="receivedOn" help="复议自次日起 10 个工作日内（简易程序 5 个）提交答复和证据；还没有收到的以后登记">
          {(control) => <DateInput control={control} value={values.receivedOn} onChange={(receivedOn) => change({ receivedOn })} />}
        </Field>
        <Field entry={entry} name="isSimplified">
          {(control) => (
            <Checkbox {...control} checked={values.isSimplified} onChange={({ target }) => change({ isSimplified: target.checked })}>
              适用简易程序
            </Checkbox>
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
