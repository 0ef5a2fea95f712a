import { type AssetAddresses, PageLayout } from "../../portal/components/page-layout/page-layout.tsx";
import type { Problem, Worked } from "../answer.ts";
import { type Asked, type Way, WAYS } from "../asked.ts";
import type { Month } from "../month-grid.ts";
import { AnswerView } from "./answer-view.tsx";
import { CaseForm } from "./case-form.tsx";
import { DaysForm } from "./days-form.tsx";
import { fieldId } from "./field.tsx";
import { LimitForm } from "./limit-form.tsx";

export interface DeadlinePageProps {
  readonly assets: AssetAddresses;
  readonly asked: Asked;
  /** Absent until something is asked. */
  readonly worked: Worked | undefined;
  readonly months: readonly Month[];
  /** A case file that could not be read, to be mended where it is. */
  readonly pasted: { readonly text: string; readonly problems: readonly string[] } | undefined;
  /** Where this question stands, for the link to it. */
  readonly address: string;
}

const WAY_WORDS = { days: "按工作日数", limit: "按期限名称", case: "按办理经过" } as const satisfies Record<Way, string>;

/** The calculator of limits: three ways to ask, each a form whose answer stands at an address of its own. */
export function DeadlinePage({ assets, asked, worked, months, pasted, address }: DeadlinePageProps) {
  const problems = worked?.ok === false ? worked.problems : [];
  return (
    <PageLayout
      title={`${problems.length > 0 ? "请检查填写的内容 - " : ""}期限计算器 - 公开`}
      description="计算政府信息公开的各种期限：选一个日期、一种期限或者填写整个办理经过，逐日说明计与不计的原因和依据。"
      assets={assets}
      withScript={false}
      section="deadline"
      address={address}
    >
      <div class="deadline">
        <h1>期限计算器</h1>
        <p class="lead">计算答复、补正、公开、复议、诉讼等期限，逐日说明哪天计、哪天不计和为什么。</p>
        <p class="privacy">填写的内容只用于计算，不保存。结果在网址里：收藏、转发或者打印本页即可。</p>
        <nav class="deadline-ways" aria-label="计算方式">
          {WAYS.map((way) => (
            <a href={`/deadline?way=${way}`} aria-current={way === asked.way ? "page" : undefined}>
              {WAY_WORDS[way]}
            </a>
          ))}
        </nav>
        {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
        {asked.way === "days" ? <DaysForm asked={asked} problems={problems} /> : null}
        {asked.way === "limit" ? <LimitForm asked={asked} problems={problems} /> : null}
        {asked.way === "case" ? <CaseForm asked={asked} problems={problems} pasted={pasted} /> : null}
        {worked?.ok === true ? <AnswerView answer={worked.answer} months={months} address={address} /> : null}
      </div>
    </PageLayout>
  );
}

function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  return (
    <section id="result" class="problem deadline-errors" role="alert" aria-labelledby="deadline-errors-heading" tabIndex={-1}>
      <h2 id="deadline-errors-heading">请检查以下内容</h2>
      <ul>
        {problems.map(({ field, message, row }) => (
          <li>
            <a href={`#${fieldId(field)}`}>
              {row === undefined ? "" : `第${row}行：`}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
