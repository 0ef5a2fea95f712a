import { type Catalogue, type CatalogueEntry, CatalogueEntryGiven, ChangeCatalogueEntry } from "@gongkai/server/contract";
import { Input, InputNumber, Radio } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { catalogueKey, saveEntry } from "../api/catalogue.ts";
import { entryValuesOf, type EntryValues, toEntry } from "../entry-form.ts";
import { LIMIT_KIND_WORDS, optionsOf } from "../words.ts";

const LABELS = {
  statutory: "法定类别",
  name: "公开事项（一级）",
  subItem: "公开事项（二级）",
  content: "公开内容（要素）",
  basis: "公开依据",
  limitKind: "公开时限",
  limitDays: "工作日数",
  subject: "公开主体",
  channel: "公开渠道和载体",
  audience: "公开对象",
  way: "公开方式",
  level: "公开层级",
} as const;

type TextName = "name" | "subItem" | "content" | "basis" | "subject" | "channel" | "audience" | "level";

interface EntryDialogProps {
  readonly agency: string;
  readonly nodes: Catalogue["nodes"];
  /** The entry that is changed; undefined for a new one. */
  readonly known: CatalogueEntry | undefined;
  readonly onClose: () => void;
}

/** An entry of the basic catalogue: the nine columns of the standard catalogues. */
export function EntryDialog({ agency, nodes, known, onClose }: EntryDialogProps) {
  const save = useCommand({
    run: (http, body: CatalogueEntryGiven | ChangeCatalogueEntry, key) => saveEntry(http, agency, { entry: known?.id, body }, key),
    changes: [catalogueKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: known === undefined ? CatalogueEntryGiven : ChangeCatalogueEntry,
    initial: entryValuesOf(known),
    labels: LABELS,
    hints: { limitDays: "工作日数为 1 至 20。" },
    toSend: (values) => toEntry(values, known),
    send: (sent) => save.mutateAsync(sent),
  });
  const { values, change } = entry;
  const text = (name: TextName, help?: string, rows?: number) => (
    <Field entry={entry} name={name} help={help} required={name === "name"}>
      {(control) =>
        rows === undefined ? (
          <Input {...control} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
        ) : (
          <Input.TextArea {...control} rows={rows} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
        )
      }
    </Field>
  );
  return (
    <Dialog title={known === undefined ? "增加目录条目" : "修改目录条目"} onClose={onClose}>
      <EntryForm entry={entry} submitLabel={known === undefined ? "增加" : "保存"} onCancel={onClose} wide>
        <Field entry={entry} name="statutory" required help="条例第二十条、第二十一条的哪一项">
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: "label" }}
              value={values.statutory === "" ? null : values.statutory}
              onChange={(statutory) => change({ statutory })}
              options={nodes.map(({ id, label }) => ({ value: id, label }))}
            />
          )}
        </Field>
        <div className="item-grid">
          {text("name", "如 财政信息")}
          {text("subItem", "如 部门预算")}
        </div>
        {text("content", "应当公开哪些要素", 2)}
        {text("basis", undefined, 2)}
        <Field entry={entry} name="limitKind" required help="不得超过法定的20个工作日（条例第二十六条）">
          {({ id, status: _status, ...control }) => (
            <Radio.Group
              {...control}
              value={values.limitKind}
              onChange={({ target }) => change({ limitKind: target.value as EntryValues["limitKind"] })} // one of the options
              options={optionsOf(LIMIT_KIND_WORDS).map((option, index) => (index === 0 ? { ...option, id } : option))}
            />
          )}
        </Field>
        {values.limitKind === "workingDays" ? (
          <Field entry={entry} name="limitDays" required help="如工作动态3、文件7、其他20">
            {(control) => (
              <InputNumber {...control} min={1} max={20} value={values.limitDays} onChange={(limitDays) => change({ limitDays })} />
            )}
          </Field>
        ) : null}
        <div className="item-grid">
          {text("subject")}
          {text("channel")}
          {text("audience")}
          {text("level")}
        </div>
        <Field entry={entry} name="way" required>
          {({ id, status: _status, ...control }) => (
            <Radio.Group
              {...control}
              value={values.way}
              onChange={({ target }) => change({ way: target.value as EntryValues["way"] })} // one of the options
              options={[
                { value: "proactive", label: "主动公开", id },
                { value: "onRequest", label: "依申请公开" },
              ]}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
