import { CARRIER_WORDS, DELIVERY_WORDS, ID_TYPE_WORDS } from "../../applications/choices.ts";
import type { PublishedAnswer } from "../../citizens/find-published.ts";
import {
  type DraftContent,
  type DraftField,
  FIELD_WORDS,
  type FieldProblem,
  type FormStep,
  KIND_WORDS,
  STEP_FIELDS,
  STEP_WORDS,
} from "../../citizens/form-words.ts";
import type { ShownFile } from "../../citizens/keep-file.ts";
import { FileList } from "./files-page.tsx";
import { DiscardForm, type StepFrame, StepLayout } from "./form-pages.tsx";
import { FormField } from "./form-field.tsx";
import { PublishedAnswers } from "./published-answers.tsx";

export interface PreviewPageProps extends StepFrame {
  readonly content: DraftContent;
  readonly files: readonly ShownFile[];
  /** What is wrong with fields of the steps; the form can only be sent when nothing is. */
  readonly problems: readonly (FieldProblem & { readonly href: string })[];
  readonly published: readonly PublishedAnswer[];
  readonly version: number;
  readonly question: string;
  /** The question was answered wrongly just now. */
  readonly isWrong: boolean;
  readonly workBits: number;
}

const VALUE_WORDS: Partial<Record<DraftField, Readonly<Record<string, string>>>> = {
  kind: KIND_WORDS,
  idType: ID_TYPE_WORDS,
  carrier: CARRIER_WORDS,
  delivery: DELIVERY_WORDS,
  notify: { on: "有新进展时发邮件" },
  notifySms: { on: "有新进展时发短信" },
};

/** Everything as it will be handed in, and what may answer it already. */
export function PreviewPage({ content, files, problems, published, version, question, isWrong, workBits, ...frame }: PreviewPageProps) {
  const { organ, draftId, token } = frame;
  const base = `/apply/${organ.code}/${draftId}`;
  const wrong: readonly FieldProblem[] = isWrong
    ? [{ field: "answer", message: `“${question}”没有答对。请再算一次，或者直接再次提交，由工作人员核实；填写的内容都在。` }]
    : [];
  return (
    <StepLayout frame={frame} step="preview" problems={[...problems, ...wrong]}>
      <PublishedAnswers published={published} level="h2" />
      {(Object.keys(STEP_FIELDS) as FormStep[]) /* its own keys */
        .map((step) => (
          <section aria-labelledby={`part-${step}`}>
            <h2 id={`part-${step}`}>{STEP_WORDS[step]}</h2>
            <dl class="citizen-facts">
              {STEP_FIELDS[step]
                .filter((field) => isShown(field, content))
                .map((field) => (
                  <div>
                    <dt>{FIELD_WORDS[field]}</dt>
                    <dd class="citizen-typed">{VALUE_WORDS[field]?.[content[field] ?? ""] ?? content[field]}</dd>
                  </div>
                ))}
            </dl>
            <p>
              <a href={`${base}/${step}`}>
                修改<span class="visually-hidden">“{STEP_WORDS[step]}”</span>
              </a>
            </p>
          </section>
        ))}
      <section aria-labelledby="part-files">
        <h2 id="part-files">附件</h2>
        <FileList files={files} />
        <p>
          <a href={`${base}/files`}>
            修改<span class="visually-hidden">附件</span>
          </a>
        </p>
      </section>
      {problems.length > 0 ? (
        <p class="problem">还有内容需要补充，改好后就可以提交。</p>
      ) : (
        <form class="citizen-form" method="post" action={`${base}/submit`} data-work={draftId} data-work-bits={workBits}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="work" value="" />
          <div data-question>
            <FormField
              name="answer"
              label={`防机器提问：${question}`}
              hint="写数字或者汉字都可以。答不出来也不要紧：再次提交即可，由工作人员核实。"
              problems={wrong}
            >
              {(marks) => <input type="text" {...marks} autoComplete="off" class="citizen-short" />}
            </FormField>
          </div>
          <p>提交后，{organ.name}会与您确认收到申请；以双方确认之日为收到之日（条例第三十一条）。您对所提供内容的真实性负责。</p>
          <button class="button" type="submit">
            提交申请
          </button>
        </form>
      )}
      <DiscardForm frame={frame} />
    </StepLayout>
  );
}

/** Fields of the other kind of applicant may be filled in and are not handed in: they are not shown either. */
function isShown(field: DraftField, content: DraftContent): boolean {
  if ((content[field] ?? "") === "") return false;
  if (field === "idType" || field === "idNumber") return content.kind === "natural";
  if (field === "creditCode" || field === "representative") return content.kind !== "natural";
  return true;
}
