import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import { type ImportMapping, type RegisterImportPage } from "@gongkai/server/contract";
import { Button, Checkbox, Select } from "antd";
import { useId, useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { changeMapping, importsKey } from "../api/imports.ts";
import { listOutcomeWords, meanOutcome, moveColumn, OUTCOME_OPTIONS } from "../mapping-form.ts";

const NONE = -1;
const UNSAID = "";

interface MappingFormProps {
  readonly agency: string;
  readonly page: RegisterImportPage;
}

/** Which column is what, what stands where a column is missing, and what the register's words for results mean. */
export function MappingForm({ agency, page }: MappingFormProps) {
  const { columns, fields, import: record } = page;
  const [mapping, setMapping] = useState(page.mapping);
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(page.mapping);
  const save = useCommand({
    run: (http, changed: ImportMapping, key) => changeMapping(http, agency, record.id, { version: record.version, mapping: changed }, key),
    changes: [importsKey(agency)],
  });
  const columnOptions = [
    { value: NONE, label: "没有这一列" },
    ...columns.map((title, index) => ({ value: index, label: `${nameColumn(index)}列　${title === "" ? "（无标题）" : title}` })),
  ];
  const words = listOutcomeWords({ ...page, mapping });
  return (
    <section className="panel" aria-labelledby="mapping-title">
      <h2 id="mapping-title">列的对应关系</h2>
      <p className="page-lead">程序按标题猜出下面的对应关系，请核对。一列只能对应一个字段。</p>
      {save.isError ? (
        <div className="error-summary" role="alert">
          <p>{sayProblem(save.error)}</p>
        </div>
      ) : null}
      <div className="mapping-grid">
        {fields.map(({ name, label }) => (
          <Pick
            key={name}
            label={label}
            value={mapping.columns[name] ?? NONE}
            options={columnOptions}
            onChange={(column) => setMapping((before) => moveColumn(before, name, column === NONE ? undefined : column))}
          />
        ))}
      </div>
      <h3>表格中没有写明时</h3>
      <div className="mapping-grid">
        <Pick
          label="申请人类型一律作为"
          value={mapping.applicantKind ?? UNSAID}
          options={withUnsaid(APPLICANT_KIND_WORDS)}
          onChange={(kind) => setMapping((before) => ({ ...before, applicantKind: kind === UNSAID ? null : kind }))}
        />
        <Pick
          label="申请方式一律作为"
          value={mapping.channel ?? UNSAID}
          options={withUnsaid(CHANNEL_WORDS)}
          onChange={(channel) => setMapping((before) => ({ ...before, channel: channel === UNSAID ? null : channel }))}
        />
      </div>
      <Checkbox
        checked={mapping.closeAnswered}
        onChange={({ target }) => setMapping((before) => ({ ...before, closeAnswered: target.checked }))}
      >
        已答复的视为已办结归档
      </Checkbox>
      {words.length === 0 ? null : (
        <>
          <h3>答复类型中的用语</h3>
          <p className="page-lead">这些用语不能确定属于表三的哪一行，请逐个选择。</p>
          <div className="mapping-grid">
            {words.map((word) => (
              <Pick
                key={word}
                label={`“${word}”`}
                value={mapping.outcomes[word] ?? UNSAID}
                options={[{ value: UNSAID, label: "未选择" }, ...OUTCOME_OPTIONS]}
                onChange={(outcome) => setMapping((before) => meanOutcome(before, word, outcome === UNSAID ? undefined : outcome))}
              />
            ))}
          </div>
        </>
      )}
      <div className="form-buttons">
        <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(mapping)}>
          保存并重新核对
        </Button>
        {isChanged ? <Button onClick={() => setMapping(page.mapping)}>恢复</Button> : null}
        <span role="status">{isChanged ? "对应关系已经更改，保存后下面的核对结果才会更新。" : ""}</span>
      </div>
    </section>
  );
}

interface PickProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function Pick<Value extends string | number>({ label, value, options, onChange }: PickProps<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        options={[...options]}
        onChange={(chosen) => onChange(chosen)}
        showSearch={{ optionFilterProp: "label" }}
      />
    </div>
  );
}

function withUnsaid<Code extends string>(words: Readonly<Record<Code, string>>) {
  const given = (Object.entries(words) as [Code, string][]).map(([value, label]) => ({ value, label })); // entries forget the literal types
  return [{ value: UNSAID as Code | "", label: "逐行报告" }, ...given];
}

/** A column as spreadsheets call it: A, B, …, AA. */
function nameColumn(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : `${nameColumn(Math.floor(index / 26) - 1)}${nameColumn(index % 26)}`;
}
