import { CONFIDENCE_WORDS, describeWeekday, inWords } from "@gongkai/statute";
import type { Answer, Reason } from "../answer.ts";
import type { Month } from "../month-grid.ts";
import { DayTable } from "./day-table.tsx";
import { Legend, MonthCalendar } from "./month-calendar.tsx";

export interface AnswerViewProps {
  readonly answer: Answer;
  readonly months: readonly Month[];
  readonly address: string;
}

/** The date, why it is that one, what may be done now, and every day of it. */
export function AnswerView({ answer, months, address }: AnswerViewProps) {
  const { asked, facts, remarks, because, acts, days, listed = days, isLong, json } = answer;
  return (
    <section class="deadline-result" id="result" aria-labelledby="result-heading" tabIndex={-1}>
      <h2 id="result-heading">计算结果</h2>
      <Headline answer={answer} />
      {remarks.length === 0 ? null : (
        <ul class="deadline-remarks">
          {remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      )}
      {facts.length === 0 ? null : <Facts facts={facts} />}
      <h3>依据</h3>
      <ol class="deadline-because">
        {because.map((reason) => (
          <li>
            <Because reason={reason} />
          </li>
        ))}
      </ol>
      {acts.length === 0 ? null : (
        <>
          <h3>到这一天可以办理的事项</h3>
          <ul class="deadline-acts">
            {acts.map(({ label, by, consequence, cites, remarks: warnings }) => (
              <li>
                <strong>{label}</strong>：{by}。{consequence}。<span class="deadline-cites">〔{cites}〕</span>
                {warnings.map((warning) => (
                  <span class="deadline-acts__warning">注意：{warning}。</span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>所填内容</h3>
      <Facts facts={asked} />
      {isLong ? (
        <p class="deadline-remarks">
          天数很多，页面不逐日列出。
          {json === undefined ? null : (
            <>
              逐日说明见<a href={json}>数据文件（JSON）</a>。
            </>
          )}
        </p>
      ) : null}
      {months.length === 0 ? null : (
        <>
          <h3>日历</h3>
          <Legend days={days} />
          <div class="deadline-months">
            {months.map((month) => (
              <MonthCalendar month={month} />
            ))}
          </div>
          <h3 id="day-list-heading">逐日说明</h3>
          <DayTable days={listed} />
        </>
      )}
      <p class="deadline-links">
        <a href={address}>本次计算的网址</a>
        {json === undefined || isLong ? null : (
          <>
            {" · "}
            <a href={json}>JSON 数据</a>
          </>
        )}
      </p>
    </section>
  );
}

function Headline({ answer: { name, on, instead, isProvisional, isOverdue } }: { answer: Answer }) {
  if (on === null) return <p class="deadline-headline deadline-headline--none">{instead ?? "没有期限"}</p>;
  return (
    <p class={`deadline-headline ${isOverdue ? "deadline-headline--overdue" : ""}`.trim()}>
      <span class="deadline-headline__name">{name}</span>
      <strong>
        <time dateTime={on}>{inWords(on)}</time>
      </strong>{" "}
      {describeWeekday(on)}
      {isProvisional ? <span class="deadline-tag">暂定</span> : null}
      {isOverdue ? <span class="deadline-tag deadline-tag--overdue">已逾期</span> : null}
    </p>
  );
}

function Because({ reason: { text, cites, confidence } }: { reason: Reason }) {
  return (
    <>
      {text} <span class="deadline-cites">〔{cites}〕</span>
      {confidence === "verified" ? null : <span class="deadline-tag">{CONFIDENCE_WORDS[confidence]}</span>}
    </>
  );
}

function Facts({ facts }: { facts: Answer["facts"] }) {
  return (
    <dl class="deadline-facts">
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
