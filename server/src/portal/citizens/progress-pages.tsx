import type { FieldProblem } from "../../citizens/form-words.ts";
import type { Progress } from "../../citizens/load-progress.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout, ErrorSummary } from "./citizen-layout.tsx";
import { Fact } from "./fact.tsx";
import { saySize } from "./files-page.tsx";
import { FormField } from "./form-field.tsx";
import { Contact } from "./organ-page.tsx";
import { OFFER_WORDS } from "./statement-page.tsx";

export interface AskPageProps {
  readonly assets: AssetAddresses;
  readonly number: string;
  readonly problem?: string | undefined;
}

/** Number and code. */
export function AskPage({ assets, number, problem }: AskPageProps) {
  const problems: readonly FieldProblem[] = problem === undefined ? [] : [{ field: "number", message: problem }];
  return (
    <CitizenLayout
      assets={assets}
      title={`${problem === undefined ? "" : "请检查："}查询进度`}
      current="progress"
      isPassing={number !== "" || problem !== undefined}
      column
    >
      <ErrorSummary problems={problems} />
      <h1>查询进度</h1>
      <p class="lead">凭提交时得到的回执号和查询码，查看办到哪一步、补正、补充材料、下载答复书。</p>
      <form class="citizen-form" method="post" action="/progress">
        <FormField name="number" label="回执号" hint="16位数字，空格可以不输。" isRequired problems={problems}>
          {(marks) => <input type="text" inputMode="numeric" {...marks} value={number} maxLength={40} autoComplete="off" />}
        </FormField>
        <FormField name="code" label="查询码" hint="12位数字，空格可以不输。" isRequired>
          {(marks) => <input type="text" inputMode="numeric" {...marks} maxLength={40} autoComplete="off" />}
        </FormField>
        <button class="button" type="submit">
          查询
        </button>
      </form>
      <p>
        查询码丢失的，请带身份证件到受理机关的政府信息公开工作机构重新领取。收到答复书想核对真伪的，请到
        <a href="/progress/verify">核验文书</a>。
      </p>
    </CitizenLayout>
  );
}

export interface ProgressPageProps {
  readonly assets: AssetAddresses;
  readonly progress: Progress;
  readonly token: string;
  /** Said first: what was done just now. */
  readonly done?: string | undefined;
}

/** Where the case is, why each date is what it is, and what the applicant may do now. */
export function ProgressPage({ assets, progress, token, done }: ProgressPageProps) {
  const { agency, letters, offers, remedies, timeline } = progress;
  return (
    <CitizenLayout assets={assets} title="办理进度" current="progress" isDemo={agency.isDemo}>
      <h1>办理进度</h1>
      {done === undefined ? null : (
        <p class="citizen-fine" role="status">
          {done}
        </p>
      )}
      <p class={`citizen-state ${progress.isOverdue ? "citizen-state--overdue" : ""}`.trim()}>
        <strong>{progress.stateWords}</strong>
        {progress.outcome === null ? null : <span>：{progress.outcome}</span>}
      </p>
      <p>{progress.next}</p>
      <dl class="citizen-facts">
        <Fact name="回执号" value={progress.receiptNumber} />
        <Fact name="登记编号" value={progress.number} />
        <Fact name="受理机关" value={agency.name} />
        <Fact name="需要的信息" value={progress.title ?? "（已按保存期限清除）"} />
        <Fact name="收到申请之日" value={progress.receivedOn} />
        <Fact name="最迟答复" value={progress.dueOn} />
        {progress.leftDays === null ? null : (
          <Fact name="还有" value={progress.leftDays >= 0 ? `${progress.leftDays}个工作日` : `已超过${-progress.leftDays}个工作日`} />
        )}
      </dl>
      {progress.isProvisional ? <p class="citizen-hint">期限落在放假安排尚未公布的年份，为暂定。</p> : null}
      {progress.because.length === 0 ? null : (
        <details class="citizen-more">
          <summary>{progress.dueOn === null ? "期限是怎么计算的" : "这个日期是怎么算出来的"}</summary>
          <ol>
            {progress.because.map(({ text, cites }) => (
              <li>
                {text}
                <span class="citizen-hint">〔{cites}〕</span>
              </li>
            ))}
          </ol>
          {progress.days.length === 0 ? null : <DayTable days={progress.days} />}
        </details>
      )}
      {offers.length === 0 ? null : (
        <section aria-labelledby="now-heading">
          <h2 id="now-heading">您现在可以</h2>
          <ul class="citizen-offers">
            {offers.map((offer) => (
              <li>
                <a href={`/progress/case/${offer.kind}`}>{OFFER_WORDS[offer.kind].label}</a>
                {offer.until === null ? null : <strong> 最迟{offer.until}</strong>}
                {offer.asked === null ? null : <p class="citizen-typed">{offer.asked}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="letters-heading">
        <h2 id="letters-heading">文书</h2>
        {letters.length === 0 ? <p>还没有发给您的文书。</p> : null}
        <ul class="citizen-letters">
          {letters.map((letter) => (
            <li>
              <strong>{letter.title}</strong> {letter.number} <span class="citizen-hint">{letter.issuedOn}</span>
              <p>
                {(["pdf", "html", "docx"] as const).map((format) => (
                  <>
                    <a href={`/progress/case/letters/${letter.id}/${format}`}>
                      {FORMAT_WORDS[format]}
                      <span class="visually-hidden">：{letter.title}</span>
                    </a>{" "}
                  </>
                ))}
                {letter.number === null ? null : (
                  <a href={`/progress/verify?number=${encodeURIComponent(letter.number)}&code=${letter.checkCode}`}>
                    核验<span class="visually-hidden">：{letter.title}</span>
                  </a>
                )}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {progress.released.length === 0 ? null : (
        <section aria-labelledby="released-heading">
          <h2 id="released-heading">提供给您的政府信息</h2>
          <ul class="citizen-letters">
            {progress.released.map(({ sha256, name, kind, size }) => (
              <li>
                <a href={`/progress/case/released/${sha256}`} download>
                  {name}
                </a>{" "}
                <span class="citizen-hint">
                  {kind}，{saySize(size)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {remedies.length === 0 ? null : (
        <section aria-labelledby="remedies-heading">
          <h2 id="remedies-heading">不服怎么办</h2>
          {progress.isReconsiderFirst ? <p>这类答复应当先申请行政复议，对复议决定不服的再起诉（行政复议法第二十三条）。</p> : null}
          <ul>
            {remedies.map((remedy) => (
              <li>
                {remedy.says}
                <br />
                <strong>最后日期：{remedy.lastDay}</strong>
                {remedy.isProvisional ? "（暂定）" : ""}
                {remedy.isOver ? "（已过）" : ""} <span class="citizen-hint">〔{remedy.cites}〕</span>
              </li>
            ))}
          </ul>
          <p class="citizen-hint">日期从答复送达之日推算，以您实际知道答复内容之日为准；向哪个机关、法院提出，答复书里写明了。</p>
        </section>
      )}
      <section aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">办理经过</h2>
        <ol class="citizen-timeline">
          {timeline.map(({ on, label, text }) => (
            <li>
              <span class="citizen-timeline__on">{on}</span> <strong>{label}</strong>
              {text === "" ? null : <p>{text}</p>}
            </li>
          ))}
        </ol>
      </section>
      <h2>联系工作机构</h2>
      <Contact contact={agency.contact} />
      <form method="post" action="/progress/leave">
        <input type="hidden" name="token" value={token} />
        <button class="button button--secondary" type="submit">
          退出查询
        </button>
      </form>
    </CitizenLayout>
  );
}

const FORMAT_WORDS = { pdf: "下载 PDF", html: "网页阅读", docx: "下载 Word" } as const;

function DayTable({ days }: { readonly days: Progress["days"] }) {
  return (
    <div class="citizen-scroll" tabIndex={0} role="region" aria-label="逐日说明">
      <table>
        <caption class="visually-hidden">期限内的每一天</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">计入</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, counts, reason }) => (
            <tr>
              <th scope="row">{date}</th>
              <td>{counts ? "计" : "不计"}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
