import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import { CARRIER_WORDS, DELIVERY_WORDS, type ApplicationPage } from "@gongkai/server/contract";
import { Mark } from "../../../ui/Mark.tsx";
import { sayRole } from "../words.ts";
import { UrgencyMark } from "./UrgencyMark.tsx";

/** What a clerk must know at first sight: state, due date, days left, whose turn. */
export function CaseHead({ page: { application } }: { readonly page: ApplicationPage }) {
  const { stateWords, outcomeWords, dueOn, decidedOn, waitingRole, handlerName, wasExtended, isProvisional } = application;
  return (
    <div className="case-head">
      <div>
        <small>状态</small>
        <strong>{stateWords}</strong>
        {outcomeWords === null ? null : <span>{outcomeWords}</span>}
      </div>
      <div>
        <small>{decidedOn === null ? "答复期限" : "答复日期"}</small>
        <strong>{decidedOn ?? dueOn ?? "未起算"}</strong>
        <span>
          <UrgencyMark application={application} />
          {wasExtended ? <Mark tone="plain">已延长</Mark> : null}
        </span>
        {isProvisional ? <small>暂定：所跨年份的放假安排尚未公布</small> : null}
      </div>
      <div>
        <small>现在由谁办</small>
        <strong>{waitingRole === null ? (decidedOn === null ? "等待对方" : "—") : sayRole(waitingRole)}</strong>
        {handlerName === null ? null : <span>承办人：{handlerName}</span>}
      </div>
    </div>
  );
}

/** What is asked for and how. */
export function RequestPanel({
  page: { application, request, applicantCount },
  onOpenApplicant,
}: {
  readonly page: ApplicationPage;
  readonly onOpenApplicant: (() => void) | undefined;
}) {
  return (
    <section className="panel">
      <h2>申请内容</h2>
      <dl className="facts">
        <Fact label="所需信息">{request.isErased ? "（已按保存期限清除）" : request.title}</Fact>
        {request.documentNumber === undefined ? null : <Fact label="文号">{request.documentNumber}</Fact>}
        {request.period === undefined ? null : <Fact label="时间范围">{request.period}</Fact>}
        {request.description === "" ? null : <Fact label="描述">{request.description}</Fact>}
        <Fact label="形式">
          {CARRIER_WORDS[request.carrier]}，{DELIVERY_WORDS[request.delivery]}
        </Fact>
        {request.help === undefined ? null : <Fact label="需要的帮助">{request.help}</Fact>}
        <Fact label="渠道">
          {CHANNEL_WORDS[application.channel]}，{application.receivedOn === null ? "尚未确认收到" : `${application.receivedOn} 收到`}
        </Fact>
        <Fact label="申请人">
          {application.applicantName}（{APPLICANT_KIND_WORDS[application.applicantKind]}）
          {onOpenApplicant === undefined ? null : (
            <button type="button" className="text-button" onClick={onOpenApplicant}>
              查看申请人信息
            </button>
          )}
          <small>
            本月提出 {applicantCount} 件申请
            {applicantCount > MANY
              ? "：数量、频次明显超过合理范围的，可以要求说明理由（条例第三十五条）或者收取信息处理费（第四十二条）"
              : ""}
          </small>
        </Fact>
      </dl>
    </section>
  );
}

/** From this many in a month on the fee rules begin to count: 10 are free. */
const MANY = 10;

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
