import type { ApplicationPage } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { organPath } from "../../../lib/feature.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { isMass } from "../detected.ts";

interface DetectedPanelProps {
  readonly agency: string;
  readonly page: Pick<ApplicationPage, "application" | "detected">;
}

/** What the organ's other cases tell of this one; nothing is decided by it. */
export function DetectedPanel({ agency, page: { application, detected } }: DetectedPanelProps) {
  const { repeated, askedByOthers, mass } = detected;
  const isDisclosed = application.outcome === "granted" || application.outcome === "partial";
  const isOften = askedByOthers.count > 0;
  if (repeated.count === 0 && !isOften && !isMass(mass)) return null;
  return (
    <section className="panel" aria-labelledby="detected-title">
      <h2 id="detected-title">系统提示</h2>
      <p className="page-lead">由本机关的其他申请比对得出，供办理参考，是否适用由承办人判断。</p>
      <ul className="plain detected">
        {repeated.count === 0 ? null : (
          <li>
            <Mark tone="warning">可能重复</Mark>
            同一申请人对同一信息另有 {repeated.count} 件申请
            {repeated.firstNumber === null ? "" : `，最早的是 ${repeated.firstNumber}`}
            。已经答复过的，可以告知不予重复处理（条例第三十六条第六项）。
          </li>
        )}
        {isOften ? (
          <li>
            <Mark tone="notice">多人申请</Mark>
            另有 {askedByOthers.count} 件申请同一信息，共 {askedByOthers.applicants}{" "}
            名申请人。属于可以公开的，可以纳入主动公开的范围（条例第四十四条）。
            {isDisclosed ? (
              <Link to={organPath(agency, `disclosures/from-application/${application.id}`)}>转为主动公开</Link>
            ) : (
              <Link to={organPath(agency, "often-asked")}>查看多人申请的信息</Link>
            )}
          </li>
        ) : null}
        {isMass(mass) ? (
          <li>
            <Mark tone="warning">数量较多</Mark>
            同一申请人 {mass.month.slice(0, 4)}年{Number(mass.month.slice(5))}月提出 {mass.inMonth} 件，本件是第 {mass.place} 件；一年内{" "}
            {mass.inYear} 件。申请数量、频次明显超过合理范围的，可以要求说明理由（条例第三十五条）。
            {mass.monthFee > 0
              ? `按件计收信息处理费的（${mass.scheme}），本件 ${mass.itemFee} 元，当月累计 ${mass.monthFee} 元（${mass.cites}）。`
              : ""}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
