import type { ApplicationPage, OfferedAct } from "@gongkai/server/contract";

interface StaleNoticeProps {
  readonly page: ApplicationPage;
  /** The version the person had before them. */
  readonly since: number;
  readonly offered: OfferedAct;
}

/** What another has done meanwhile, beside what was typed; whether the act is still open. */
export function StaleNotice({ page: { application, timeline }, since, offered }: StaleNoticeProps) {
  return (
    <div className="notice" role="status">
      <p>
        <strong>这件申请刚刚被他人办理过，您填写的内容都还在。</strong>现在的状态：{application.stateWords}
        {application.dueOn === null ? "" : `，${application.dueOn} 到期`}。
      </p>
      <ul>
        {timeline
          .filter(({ version }) => version > since)
          .map(({ version, label, actor, on }) => (
            <li key={version}>
              {on} {actor}：{label}
            </li>
          ))}
      </ul>
      <p>{offered.mayDo ? "核对以后，可以仍然提交。" : `现在不能再办理这一事项：${offered.whyNot ?? ""}`}</p>
    </div>
  );
}
