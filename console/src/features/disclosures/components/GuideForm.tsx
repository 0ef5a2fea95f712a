import { type Guide, WriteGuide } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { guideKey, writeGuide, type WrittenGuide } from "../api/catalogue.ts";
import { GUIDE_HELP, GUIDE_LABELS, GUIDE_LONG, GUIDE_OPTIONAL } from "../guide-labels.ts";

interface GuideFormProps {
  readonly agency: string;
  readonly written: WrittenGuide | null;
  readonly onDone: () => void;
}

const NAMES = Object.keys(GUIDE_LABELS) as (keyof Guide)[]; // its own keys

/** The guide's fields, as Art. 12 lists them. */
export function GuideForm({ agency, written, onDone }: GuideFormProps) {
  const write = useCommand({
    run: (http, body: WriteGuide, key) => writeGuide(http, agency, body, key),
    changes: [guideKey(agency)],
    done: onDone,
  });
  const entry = useEntry({
    schema: WriteGuide,
    initial: Object.fromEntries(NAMES.map((name) => [name, written?.guide[name] ?? ""])) as Guide, // every field is a text
    labels: GUIDE_LABELS,
    toSend: (values) => ({ ...values, version: written?.version ?? 0 }),
    send: (sent) => write.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <EntryForm entry={entry} submitLabel="保存并公布" onCancel={onDone} wide>
      {NAMES.map((name) => (
        <Field key={name} entry={entry} name={name} help={GUIDE_HELP[name]} required={!GUIDE_OPTIONAL.has(name)}>
          {(control) =>
            GUIDE_LONG.has(name) ? (
              <Input.TextArea {...control} rows={4} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
            ) : (
              <Input {...control} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
            )
          }
        </Field>
      ))}
    </EntryForm>
  );
}
