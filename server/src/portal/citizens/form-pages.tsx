import type { ComponentChildren } from "preact";
import { CARRIER_WORDS, DELIVERY_WORDS, ID_TYPE_WORDS } from "../../applications/choices.ts";
import {
  CARRIERS,
  DELIVERIES,
  type DraftContent,
  type DraftField,
  FIELD_WORDS,
  type FieldProblem,
  type FormStep,
  ID_TYPES,
  KIND_WORDS,
  LONGEST,
  type Step,
  STEP_WORDS,
  STEPS,
} from "../../citizens/form-words.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout, ErrorSummary } from "./citizen-layout.tsx";
import { Choice, FormField } from "./form-field.tsx";
import { Tick } from "./tick.tsx";
import type { FormOrgan } from "./organ-page.tsx";

/** What every step of the form is told. */
export interface StepFrame {
  readonly assets: AssetAddresses;
  readonly organ: FormOrgan;
  readonly draftId: string;
  /** Proves that the form was made for this browser. */
  readonly token: string;
  readonly savedAt: string;
}

export interface StepPageProps extends StepFrame {
  readonly step: FormStep;
  readonly content: DraftContent;
  readonly problems: readonly FieldProblem[];
  /** It was saved just now. */
  readonly isSaved: boolean;
  /** A gateway for text messages to applicants is set. */
  readonly offersSms: boolean;
}

const HEADINGS: Readonly<Record<Step, string>> = {
  request: "您需要什么政府信息",
  applicant: "申请人",
  supply: "希望怎样得到",
  files: "附件（没有可以不传）",
  preview: "核对并提交",
};

/** The frame of a step: where one is, what is wrong, the form. */
export function StepLayout({
  frame,
  step,
  problems,
  children,
}: {
  readonly frame: StepFrame;
  readonly step: Step;
  readonly problems: readonly FieldProblem[];
  readonly children: ComponentChildren;
}) {
  const { assets, organ, draftId } = frame;
  const at = STEPS.indexOf(step);
  return (
    <CitizenLayout
      assets={assets}
      title={`${problems.length > 0 ? "请检查：" : ""}${HEADINGS[step]}（第${at + 1}步，共${STEPS.length}步）`}
      current="apply"
      isDemo={organ.isDemo}
      withScript
      trail={[
        { name: "提出申请", href: "/apply" },
        { name: organ.name, href: `/apply/${organ.code}` },
      ]}
    >
      <ol class="citizen-steps" aria-label="填写步骤">
        {STEPS.map((one, index) => (
          <li aria-current={one === step ? "step" : undefined}>
            <a href={`/apply/${organ.code}/${draftId}/${one}`}>
              <span aria-hidden="true">{index + 1}</span>
              {STEP_WORDS[one]}
            </a>
          </li>
        ))}
      </ol>
      <ErrorSummary problems={problems} />
      <h1>{HEADINGS[step]}</h1>
      {children}
    </CitizenLayout>
  );
}

/** The steps with fields. All work by themselves; script saves what is typed in between. */
export function StepPage({ step, content, problems, isSaved, offersSms, ...frame }: StepPageProps) {
  const { organ, draftId, token, savedAt } = frame;
  const text = (
    field: DraftField,
    rest: { label?: string; hint?: string; isRequired?: boolean; lines?: number; kind?: "tel" | "email"; autoComplete?: string } = {},
  ) => (
    <FormField
      name={field}
      label={rest.label ?? FIELD_WORDS[field]}
      isRequired={rest.isRequired ?? false}
      problems={problems}
      {...(rest.hint === undefined ? {} : { hint: rest.hint })}
    >
      {(marks) =>
        rest.lines === undefined ? (
          <input
            type={rest.kind ?? "text"}
            {...marks}
            value={content[field] ?? ""}
            maxLength={LONGEST[field]}
            autoComplete={rest.autoComplete ?? "off"}
          />
        ) : (
          <textarea {...marks} rows={rest.lines} maxLength={LONGEST[field]}>
            {content[field] ?? ""}
          </textarea>
        )
      }
    </FormField>
  );
  const fields: Readonly<Record<FormStep, ComponentChildren>> = {
    request: (
      <>
        {text("title", { isRequired: true, hint: "写明文件的名称，或者用一两句话说清是什么信息。一次写一件事，答复最快。", lines: 2 })}
        {text("documentNumber", { hint: "知道的请填写，例如“某政发〔2025〕3号”。" })}
        {text("period", { hint: "例如“2024年至2025年”。" })}
        {text("description", { hint: "其他有助于查找的描述：涉及的地点、项目、会议、部门。", lines: 5 })}
      </>
    ),
    applicant: <ApplicantFields content={content} problems={problems} text={text} />,
    supply: <SupplyFields content={content} problems={problems} text={text} offersSms={offersSms} />,
  };
  return (
    <StepLayout frame={frame} step={step} problems={problems}>
      <form
        class="citizen-form"
        method="post"
        action={`/apply/${organ.code}/${draftId}/${step}`}
        data-save-as-you-type={`/apply/${organ.code}/${draftId}/${step}`}
        noValidate
      >
        <input type="hidden" name="token" value={token} />
        {fields[step]}
        <p class="citizen-form__actions">
          <button class="button" type="submit" name="go" value="next">
            保存并继续
          </button>
          <button class="button button--secondary" type="submit" name="go" value="save">
            保存，以后再填
          </button>
        </p>
        <p class="citizen-saved" role="status" data-saved>
          {isSaved ? `已保存（${savedAt}）。在这台设备上打开“向${organ.name}申请”就可以继续。` : ""}
        </p>
      </form>
      <DiscardForm frame={frame} />
    </StepLayout>
  );
}

export function DiscardForm({ frame: { organ, draftId, token } }: { readonly frame: StepFrame }) {
  return (
    <details class="citizen-more">
      <summary>不填了，删除这份草稿</summary>
      <form method="post" action={`/apply/${organ.code}/${draftId}/discard`}>
        <input type="hidden" name="token" value={token} />
        <p>填写的内容和上传的附件会立即删除，不能恢复。</p>
        <button class="button button--secondary" type="submit">
          删除草稿
        </button>
      </form>
    </details>
  );
}

interface FieldsProps {
  readonly content: DraftContent;
  readonly problems: readonly FieldProblem[];
  readonly text: (
    field: DraftField,
    rest?: { label?: string; hint?: string; isRequired?: boolean; lines?: number; kind?: "tel" | "email"; autoComplete?: string },
  ) => ComponentChildren;
}

/** By kind of applicant: the law asks for name, identity and contact, and nothing else is required. */
function ApplicantFields({ content, problems, text }: FieldsProps) {
  return (
    <>
      <Choice
        name="kind"
        label={FIELD_WORDS.kind}
        isRequired
        problems={problems}
        value={content.kind ?? ""}
        options={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
      />
      {text("name", { label: "姓名（单位填写名称）", isRequired: true, autoComplete: "name" })}
      <fieldset class="citizen-group" data-for-kind="natural">
        <legend>公民个人填写</legend>
        <FormField name="idType" label={FIELD_WORDS.idType} problems={problems}>
          {(marks) => (
            <select {...marks}>
              <option value="">请选择</option>
              {ID_TYPES.map((type) => (
                <option value={type} selected={type === content.idType}>
                  {ID_TYPE_WORDS[type]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {text("idNumber", { hint: "法律要求提供身份证明。加密保存，只有登记和工作机构人员可以查看，每次查看都有记录。" })}
      </fieldset>
      <fieldset class="citizen-group" data-for-kind="organisation">
        <legend>单位填写</legend>
        {text("creditCode", { hint: "18位；没有的填写登记证件号码。" })}
        {text("representative", { hint: "可以不填。" })}
      </fieldset>
      <fieldset class="citizen-group">
        <legend>联系方式（至少填写一种）</legend>
        {text("telephone", { kind: "tel", hint: "用于与您确认收到申请，建议填写。", autoComplete: "tel" })}
        {text("email", { kind: "email", autoComplete: "email" })}
        {text("address", { autoComplete: "street-address" })}
        {text("postcode", { autoComplete: "postal-code" })}
      </fieldset>
      <fieldset class="citizen-group">
        <legend>代理人（没有可以不填）</legend>
        {text("agentName", { hint: "由代理人提出的，请在“附件”一步上传授权委托书。" })}
        {text("agentIdNumber")}
      </fieldset>
    </>
  );
}

function SupplyFields({ content, problems, text, offersSms }: FieldsProps & { readonly offersSms: boolean }) {
  return (
    <>
      <Choice
        name="carrier"
        label={FIELD_WORDS.carrier}
        isRequired
        problems={problems}
        value={content.carrier ?? ""}
        options={CARRIERS.map((value) => ({ value, label: CARRIER_WORDS[value] }))}
      />
      <Choice
        name="delivery"
        label={FIELD_WORDS.delivery}
        isRequired
        problems={problems}
        value={content.delivery ?? ""}
        options={DELIVERIES.map((value) => ({
          value,
          label: DELIVERY_WORDS[value],
          ...(value === "account" ? { hint: "凭回执号和查询码在“查询进度”下载。" } : {}),
        }))}
      />
      {text("help", {
        label: "需要的帮助（可以不填）",
        hint: "阅读困难或者有视力、听力障碍的，写明需要什么帮助，例如大字、朗读、手语（条例第四十三条）。",
        lines: 3,
      })}
      <Tick
        name="notify"
        label="有新进展时用电子邮件告诉我"
        hint="邮件只说“有新进展”，不含申请内容；夜间和休息日不发。"
        content={content}
        problems={problems}
      />
      {offersSms && (
        <Tick
          name="notifySms"
          label="有新进展时用短信告诉我"
          hint="发到“申请人”一步填写的手机号码，不含申请内容；夜间和休息日不发。短信中没有链接，也不会索要查询码。"
          content={content}
          problems={problems}
        />
      )}
    </>
  );
}
