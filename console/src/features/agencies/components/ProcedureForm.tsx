import { type Agency, ChangeAgency } from "@gongkai/server/contract";
import { Input, InputNumber } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { agencyKey, changeAgency } from "../api/agencies.ts";
import { sampleIndexNumber, toSettings, toValues } from "../procedure-form.ts";
import { ChainSelects } from "./ChainSelects.tsx";

const LETTER_LABELS = {
  reconsiderationBody: "行政复议机关名称",
  reconsiderationAddress: "行政复议机关地址",
  onlineRemedy: "网上申请行政复议的渠道",
  court: "管辖法院名称",
  payment: "缴纳信息处理费的途径和账户",
} as const;
type LetterKey = keyof typeof LETTER_LABELS;
const LETTER_KEYS = Object.keys(LETTER_LABELS) as LetterKey[]; // the table's own keys

const LABELS = {
  "settings.reviewChain": "依申请公开的审核程序",
  "settings.itemReviewChain": "主动公开的审核程序",
  "settings.indexNumber.template": "索引号格式",
  "settings.indexNumber.issuer": "索引号中的机关代码",
  ...Object.fromEntries(Object.entries(LETTER_LABELS).map(([key, words]) => [`settings.letters.${key}`, words])),
  "settings.oftenAsked": "同一信息多少人申请时提示",
  "settings.ownRecordDays": "更正本人信息的办理期限（工作日）",
  "settings.misprints": "错别字",
  "settings.titles": "称谓",
};

const CHAIN_HINT = "审核程序须为二至五步，不用的步骤留空。";
const HINTS = {
  "settings.reviewChain": CHAIN_HINT,
  "settings.itemReviewChain": CHAIN_HINT,
  "settings.indexNumber.template": "格式中须有且只有一处 {serial:位数}，其余可用 {issuer}、{year}、{month}、{node}。",
  "settings.misprints": "词表每行一条，先写错的，空一格写对的；称谓同样，先写旧的，再写新的。",
};

/** How this organ goes about things, where the law leaves it the choice. What is left empty is as usual. */
export function ProcedureForm({ agency }: { readonly agency: Agency }) {
  const save = useCommand({
    run: (http, body: ChangeAgency, key) => changeAgency(http, agency.code, body, key),
    changes: [agencyKey(agency.code)],
  });
  const entry = useEntry({
    schema: ChangeAgency,
    initial: toValues(agency),
    labels: LABELS,
    hints: HINTS,
    toSend: (values) => ({ version: agency.version, settings: toSettings(values) }),
    send: (sent) => save.mutateAsync(sent),
  });
  const { values, change } = entry;
  const sample = sampleIndexNumber(values.template, values.issuer.trim() === "" ? agency.code : values.issuer, today());
  return (
    <EntryForm entry={entry} submitLabel="保存" wide>
      <Field entry={entry} name="settings.reviewChain" help="二至五步，最后一步签发；同一人不能审两步。已送审的文稿按送审时的程序走完。">
        {(control) => (
          <ChainSelects
            control={control}
            label={LABELS["settings.reviewChain"]}
            steps={values.reviewChain}
            usual={["unitHead", "officeHead", "leader"]}
            onChange={(reviewChain) => change({ reviewChain })}
          />
        )}
      </Field>
      <Field entry={entry} name="settings.itemReviewChain" help="信息发布前的审核；设有保密审查人的，由其填写保密审查表。">
        {(control) => (
          <ChainSelects
            control={control}
            label={LABELS["settings.itemReviewChain"]}
            steps={values.itemReviewChain}
            usual={["unitHead", "secrecyReviewer", "leader"]}
            onChange={(itemReviewChain) => change({ itemReviewChain })}
          />
        )}
      </Field>
      <Field
        entry={entry}
        name="settings.indexNumber.template"
        help={`可用 {issuer} 机关代码、{year} 年、{month} 月、{node} 法定目录、{serial:5} 五位流水号。如：${sample}`}
      >
        {(control) => (
          <Input
            {...control}
            value={values.template}
            placeholder="{issuer}/{year}-{serial:5}"
            onChange={({ target }) => change({ template: target.value })}
          />
        )}
      </Field>
      <Field entry={entry} name="settings.indexNumber.issuer" help="如统一社会信用代码；不填时用机关代号">
        {(control) => <Input {...control} value={values.issuer} onChange={({ target }) => change({ issuer: target.value })} />}
      </Field>
      {LETTER_KEYS.map((key) => (
        <Field key={key} entry={entry} name={`settings.letters.${key}`}>
          {(control) => (
            <Input
              {...control}
              value={values.letters[key] ?? ""}
              onChange={({ target }) => change({ letters: { ...values.letters, [key]: target.value } })}
            />
          )}
        </Field>
      ))}
      <Field entry={entry} name="settings.oftenAsked" help="达到这个人数时建议主动公开（条例第四十四条）；不填为 3 人">
        {(control) => (
          <InputNumber {...control} min={2} max={100} value={values.oftenAsked} onChange={(oftenAsked) => change({ oftenAsked })} />
        )}
      </Field>
      <Field entry={entry} name="settings.ownRecordDays" help="条例第四十一条未定期限；不填为 20 个工作日，只能更短">
        {(control) => (
          <InputNumber {...control} min={1} max={20} value={values.ownRecordDays} onChange={(ownRecordDays) => change({ ownRecordDays })} />
        )}
      </Field>
      <Field
        entry={entry}
        name="settings.misprints"
        help="在程序自带的词表之外增加，每行一条：错的、对的，后面可写含有它却不算错的词。两边相同即取消自带的一条。"
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={values.misprints}
            placeholder="按装 安装 按装配 按装置"
            onChange={({ target }) => change({ misprints: target.value })}
          />
        )}
      </Field>
      <Field entry={entry} name="settings.titles" help="已改变的机构名称、职务，每行一条：旧的、新的">
        {(control) => (
          <Input.TextArea {...control} rows={3} value={values.titles} onChange={({ target }) => change({ titles: target.value })} />
        )}
      </Field>
      {save.isSuccess && !entry.isChanged ? <p role="status">已保存。</p> : null}
    </EntryForm>
  );
}
