import type { FieldProblem } from "../../citizens/form-words.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout, ErrorSummary } from "./citizen-layout.tsx";
import { FILE_HINT } from "./files-page.tsx";
import { Choice, FormField } from "./form-field.tsx";
import { Contact } from "./organ-page.tsx";

export interface OpinionPageProps {
  readonly assets: AssetAddresses;
  readonly agency: { readonly name: string; readonly isDemo: boolean; readonly contact: Readonly<Record<string, string>> };
  readonly about: string;
  readonly why: string;
  readonly sentOn: string;
  readonly limitOn: string | null;
  readonly token: string;
  readonly position: string;
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

/** A third party is told what would be disclosed, and asked. Who applied is not told. */
export function OpinionPage({ assets, agency, about, why, sentOn, limitOn, token, position, text, problems }: OpinionPageProps) {
  return (
    <CitizenLayout assets={assets} title={`${problems.length > 0 ? "请检查：" : ""}征求您的意见`} isDemo={agency.isDemo}>
      <ErrorSummary problems={problems} />
      <h1>征求您的意见</h1>
      <p class="lead">有人申请公开的政府信息涉及您（单位）的合法权益。{agency.name}在作出决定前，依法征求您的意见（条例第三十二条）。</p>
      <dl class="citizen-facts">
        <div>
          <dt>涉及的信息</dt>
          <dd class="citizen-typed">{about}</dd>
        </div>
        <div>
          <dt>为什么征求您的意见</dt>
          <dd class="citizen-typed">{why}</dd>
        </div>
        <div>
          <dt>发出日期</dt>
          <dd>{sentOn}</dd>
        </div>
        <div>
          <dt>最迟答复</dt>
          <dd>{limitOn ?? "自收到征求意见书之日起15个工作日内"}</dd>
        </div>
      </dl>
      <p>
        您不同意公开且有合理理由的，行政机关不予公开；但认为不公开可能对公共利益造成重大影响的，可以决定公开，并把决定公开的内容和理由书面告知您。逾期没有提出意见的，由行政机关依法决定是否公开。
      </p>
      <form class="citizen-form" method="post" action="/opinion/form" encType="multipart/form-data">
        <input type="hidden" name="token" value={token} />
        <Choice
          name="position"
          label="您的意见"
          isRequired
          problems={problems}
          value={position}
          options={[
            { value: "agree", label: "同意公开" },
            {
              value: "object",
              label: "不同意公开",
              hint: "请在下面写明理由：涉及哪些商业秘密、个人隐私，公开会造成什么损害。可以只反对其中一部分。",
            },
          ]}
        />
        <FormField name="text" label="理由" hint="不同意的必填。" problems={problems}>
          {(marks) => (
            <textarea {...marks} rows={6} maxLength={5000}>
              {text}
            </textarea>
          )}
        </FormField>
        <FormField name="file" label="证明材料（可以不传）" hint={FILE_HINT} problems={problems}>
          {(marks) => <input type="file" {...marks} multiple />}
        </FormField>
        <p>提交后不能修改。链接只能使用一次。</p>
        <button class="button" type="submit">
          提交意见
        </button>
      </form>
      <h2>联系方式</h2>
      <Contact contact={agency.contact} />
    </CitizenLayout>
  );
}

/** After the opinion, or in its place when the link opens nothing. */
export function OpinionMessagePage({
  assets,
  heading,
  message,
  isFine = false,
}: {
  readonly assets: AssetAddresses;
  readonly heading: string;
  readonly message: string;
  readonly isFine?: boolean;
}) {
  return (
    <CitizenLayout assets={assets} title={heading}>
      <h1>{heading}</h1>
      <p class={isFine ? "citizen-fine" : undefined} role="status">
        {message}
      </p>
    </CitizenLayout>
  );
}
