import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import { type ImportMapping, type RegisterImportPage } from "@gongkai/server/contract";
import { Checkbox } from "antd";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { changeMapping, importsKey } from "../api/imports.ts";
import { ColumnMapping, Pick } from "../../../ui/ColumnMapping.tsx";
import { MappingPanel } from "../../../ui/MappingPanel.tsx";
import { listOutcomeWords, meanOutcome, OUTCOME_OPTIONS } from "../mapping-form.ts";

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
  const words = listOutcomeWords({ ...page, mapping });
  return (
    <MappingPanel
      fault={save.error}
      isChanged={isChanged}
      isSaving={save.isPending}
      onSave={() => save.mutate(mapping)}
      onReset={() => setMapping(page.mapping)}
    >
      <ColumnMapping
        columns={columns}
        fields={fields}
        chosen={mapping.columns}
        onChange={(chosen) => setMapping((before) => ({ ...before, columns: chosen }))}
      />
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
    </MappingPanel>
  );
}

function withUnsaid<Code extends string>(words: Readonly<Record<Code, string>>) {
  const given = (Object.entries(words) as [Code, string][]).map(([value, label]) => ({ value, label })); // entries forget the literal types
  return [{ value: UNSAID as Code | "", label: "逐行报告" }, ...given];
}
