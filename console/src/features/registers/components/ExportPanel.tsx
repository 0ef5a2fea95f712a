import { ExportRegister } from "@gongkai/server/contract";
import { Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { saveBlob } from "../../../lib/save-blob.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";

const FORMATS = [
  { value: "xlsx", label: "台账（xlsx）" },
  { value: "json", label: "案件文件（JSON，可以导入其他系统）" },
] as const;
const YEARS_BACK = 12;

/** The register out: as a sheet or as case files; with identities only for a reason, which is recorded. */
export function ExportPanel({ agency }: { readonly agency: string }) {
  const http = useHttp();
  const [said, setSaid] = useState("");
  const thisYear = Number(today().slice(0, 4));
  const entry = useEntry({
    schema: ExportRegister,
    initial: { format: "xlsx", year: 0, withIdentities: false, reason: "" },
    labels: { format: "格式", year: "年度", withIdentities: "申请人信息", reason: "导出申请人信息的理由" },
    hints: { reason: "导出申请人信息应当写明理由。" },
    toSend: ({ year, ...rest }) => ({ ...rest, ...(year === 0 ? {} : { year }), ...(rest.withIdentities ? {} : { reason: "" }) }),
    send: async (body) => {
      setSaid("");
      const { name, content } = await http.fetchFile("POST", `/agencies/${agency}/register-exports`, body);
      saveBlob(name, content);
      setSaid(`已导出《${name}》。`);
    },
    guard: false,
  });
  const { values, change } = entry;
  return (
    <section className="panel" aria-labelledby="export-title">
      <h2 id="export-title">导出</h2>
      <p role="status">{said}</p>
      <EntryForm entry={entry} submitLabel="导出">
        <Field entry={entry} name="format" required>
          {({ status: _status, ...control }) => (
            <Radio.Group
              {...control}
              aria-label="格式"
              value={values.format}
              options={[...FORMATS]}
              onChange={({ target }) => change({ format: String(target.value) })}
            />
          )}
        </Field>
        <Field entry={entry} name="year" required help="列入该年度报告的申请。">
          {(control) => (
            <Select
              {...control}
              value={values.year}
              onChange={(year) => change({ year })}
              options={[
                { value: 0, label: "全部年度" },
                ...Array.from({ length: YEARS_BACK }, (_, back) => ({ value: thisYear - back, label: `${thisYear - back}年` })),
              ]}
            />
          )}
        </Field>
        <Field entry={entry} name="withIdentities" required help="默认只有隐去部分的姓名。勾选后导出姓名、证件号码和联系方式，并留下记录。">
          {({ status: _status, ...control }) => (
            <Checkbox {...control} checked={values.withIdentities} onChange={({ target }) => change({ withIdentities: target.checked })}>
              包括申请人信息
            </Checkbox>
          )}
        </Field>
        {values.withIdentities ? (
          <Field entry={entry} name="reason" required>
            {(control) => <Input {...control} value={values.reason} onChange={({ target }) => change({ reason: target.value })} />}
          </Field>
        ) : null}
      </EntryForm>
    </section>
  );
}
