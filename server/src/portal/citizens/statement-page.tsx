import type { FieldProblem } from "../../citizens/form-words.ts";
import type { OfferedStatement, Progress } from "../../citizens/load-progress.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout, ErrorSummary } from "./citizen-layout.tsx";
import { FILE_HINT } from "./files-page.tsx";
import { FormField } from "./form-field.tsx";

/** What an applicant can do, and how the form says it. */
export const OFFER_WORDS = {
  correction: {
    label: "补正",
    lead: "请按通知的要求补充、说明。收到补正后，答复期限重新计算20个工作日。",
    field: "补正内容",
    button: "提交补正",
    done: "补正已提交。",
  },
  reasons: {
    label: "说明理由",
    lead: "请说明申请数量、频次较多的理由。",
    field: "理由",
    button: "提交理由",
    done: "理由已提交，工作机构会审查。",
  },
  payment: {
    label: "告知缴费情况",
    lead: "缴费后请填写缴款日期、金额和缴款凭证号码，便于核对。收费人员核对到账后登记，答复期限从缴费次日起重新计算。",
    field: "缴费情况",
    button: "提交",
    done: "缴费情况已提交，收费人员核对后登记。",
  },
  material: { label: "补充材料", lead: "可以补充有助于查找的线索或者证明材料。", field: "说明", button: "提交材料", done: "材料已提交。" },
  withdrawal: {
    label: "撤回申请",
    lead: "撤回后不再办理这件申请，不能恢复；以后可以重新申请。",
    field: "撤回的原因（可以不填）",
    button: "确认撤回",
    done: "申请已撤回。",
  },
} as const satisfies Record<OfferedStatement["kind"], { label: string; lead: string; field: string; button: string; done: string }>;

export interface StatementPageProps {
  readonly assets: AssetAddresses;
  readonly progress: Progress;
  readonly offer: OfferedStatement;
  readonly token: string;
  readonly formKey: string;
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

/** The form for one of them. */
export function StatementPage({ assets, progress, offer, token, formKey, text, problems }: StatementPageProps) {
  const { label, lead, field, button } = OFFER_WORDS[offer.kind];
  const isWithdrawal = offer.kind === "withdrawal";
  return (
    <CitizenLayout
      assets={assets}
      title={`${problems.length > 0 ? "请检查：" : ""}${label}`}
      current="progress"
      isDemo={progress.agency.isDemo}
      trail={[{ name: "办理进度", href: "/progress/case" }]}
    >
      <ErrorSummary problems={problems} />
      <h1>{label}</h1>
      {offer.until === null ? null : (
        <p>
          最迟<strong>{offer.until}</strong>。
        </p>
      )}
      {offer.asked === null ? null : (
        <blockquote class="citizen-typed">
          <p>{offer.asked}</p>
        </blockquote>
      )}
      <p>{lead}</p>
      <form class="citizen-form" method="post" action={`/progress/case/${offer.kind}`} encType="multipart/form-data">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={progress.version} />
        <FormField name="text" label={field} isRequired={!isWithdrawal} problems={problems}>
          {(marks) => (
            <textarea {...marks} rows={6} maxLength={5000}>
              {text}
            </textarea>
          )}
        </FormField>
        {isWithdrawal ? (
          <div class="citizen-field">
            <p class="citizen-choice">
              <input type="checkbox" id="field-sure" name="sure" value="on" />
              <label for="field-sure">我确认撤回这件申请</label>
            </p>
          </div>
        ) : (
          <FormField name="file" label="附件（可以不传）" hint={FILE_HINT} problems={problems}>
            {(marks) => <input type="file" {...marks} multiple />}
          </FormField>
        )}
        <p class="citizen-form__actions">
          <button class="button" type="submit">
            {button}
          </button>
          <a href="/progress/case">返回进度</a>
        </p>
      </form>
    </CitizenLayout>
  );
}
