import type { PublishedAnswer } from "../../citizens/find-published.ts";
import type { OpenOrgan, SuggestedOrgan } from "../../citizens/suggest-organs.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout } from "./citizen-layout.tsx";
import { FormField } from "./form-field.tsx";
import { PublishedAnswers } from "./published-answers.tsx";

export interface GuidePageProps {
  readonly assets: AssetAddresses;
  /** What the visitor wants, as typed. */
  readonly wanted: string;
  readonly organs: readonly OpenOrgan[];
  readonly suggested: readonly SuggestedOrgan[];
  /** Public already, by whomever. */
  readonly published: readonly PublishedAnswer[];
  readonly example: GuideExample;
  readonly fees: readonly string[];
}

/** An application handed in today, with the dates that would follow: from statute, not from a text. */
export interface GuideExample {
  readonly confirmedOn: string;
  readonly correctionBy: string;
  readonly dueOn: string;
  readonly extendedTo: string;
  readonly isProvisional: boolean;
}

/** What can be asked, of whom, and what happens when, in plain words; and the way to the right organ. */
export function GuidePage({ assets, wanted, organs, suggested, published, example, fees }: GuidePageProps) {
  const isDemo = organs.some((organ) => organ.isDemo);
  return (
    <CitizenLayout
      assets={assets}
      title="申请公开政府信息"
      current="apply"
      address={wanted === "" ? "/apply" : `/apply?want=${encodeURIComponent(wanted)}`}
      isDemo={isDemo}
      isPassing={wanted !== ""}
      column
    >
      <h1>申请公开政府信息</h1>
      <p class="lead">任何人都可以申请，不需要注册，不需要说明用途。填写大约10分钟，中途可以保存。</p>
      <section aria-labelledby="choose-heading">
        <h2 id="choose-heading">第一步：找到该向谁申请</h2>
        <form class="citizen-form" method="get" action="/apply#organs">
          <FormField name="want" label="您想知道什么？" hint="写几个词就可以，例如“学校校舍安全检查”。这里不要填写姓名、证件号码。">
            {(marks) => <input type="search" {...marks} value={wanted} maxLength={200} autoComplete="off" />}
          </FormField>
          <button class="button" type="submit">
            推荐机关
          </button>
        </form>
        <div id="organs" tabIndex={-1}>
          <PublishedAnswers published={published} level="h3" />
          {wanted === "" ? null : <Suggested suggested={suggested} wanted={wanted} />}
          <details class="citizen-more" open={wanted === "" ? organs.length <= 8 : suggested.length === 0}>
            <summary>所有接受网上申请的机关（{organs.length}）</summary>
            {organs.length === 0 ? <p>还没有开通网上申请的机关。</p> : null}
            <ul class="citizen-organs">
              {organs.map(({ code, name }) => (
                <li>
                  <a href={`/apply/${code}${wanted === "" ? "" : `?want=${encodeURIComponent(wanted)}`}`}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        </div>
        <p>
          已经申请过？<a href="/progress">查询进度、补正、下载答复书</a>。也可以打印空白申请表，当面或者邮寄提交：
          <a href="/apply/form/docx">Word</a>、<a href="/apply/form/pdf">PDF</a>、<a href="/apply/form/html">网页</a>。
        </p>
      </section>
      <Guide example={example} fees={fees} />
    </CitizenLayout>
  );
}

function Suggested({ suggested, wanted }: { readonly suggested: readonly SuggestedOrgan[]; readonly wanted: string }) {
  if (suggested.length === 0)
    return (
      <p role="status">
        没有找到明显对应的机关。请在下面的名单中选择；选错了也不要紧，收到申请的机关会告诉您该向谁申请（条例第三十六条第五项）。
      </p>
    );
  return (
    <>
      <h3>可能掌握“{wanted}”的机关</h3>
      <ol class="citizen-organs">
        {suggested.map(({ code, name, because }) => (
          <li>
            <a href={`/apply/${code}?want=${encodeURIComponent(wanted)}`}>{name}</a>
            <span class="citizen-organs__because">{because.join("；")}</span>
          </li>
        ))}
      </ol>
      <p class="citizen-hint">
        推荐只看名称和用词，仅供参考。政府信息由制作它的机关公开；从公民、企业获取的，由保存它的机关公开（条例第十条）。
      </p>
    </>
  );
}

function Guide({ example, fees }: Pick<GuidePageProps, "example" | "fees">) {
  return (
    <section class="citizen-guide" aria-labelledby="guide-heading">
      <h2 id="guide-heading">申请指南</h2>
      <h3>可以申请什么</h3>
      <p>
        行政机关在履行职责中制作或者获取、以一定形式记录保存的信息：文件、会议纪要、批复、合同、检查结果、统计数据等。已经在网上公开的，直接查看更快。
      </p>
      <p>
        不属于信息公开申请的：咨询政策、投诉举报、要求作出决定、要求加工分析。这些请走信访、12345等渠道。国家秘密、他人隐私和商业秘密、内部管理和讨论过程等，依法可能不予公开，答复会写明理由。
      </p>
      <h3>需要提供什么</h3>
      <p>姓名或者名称、身份证明、联系方式；需要的信息；希望得到的形式（条例第二十九条）。不需要说明用途，不需要证明与自己有关。</p>
      <h3>什么时候有结果</h3>
      <p>假如今天提交、工作机构{example.confirmedOn}与您确认收到：</p>
      <dl class="citizen-facts">
        <div>
          <dt>内容不清楚的，通知补正</dt>
          <dd>最迟 {example.correctionBy}（7个工作日，条例第三十条）</dd>
        </div>
        <div>
          <dt>答复</dt>
          <dd>最迟 {example.dueOn}（20个工作日，条例第三十三条）</dd>
        </div>
        <div>
          <dt>经批准延长的</dt>
          <dd>最迟 {example.extendedTo}（再加20个工作日，会告知您）</dd>
        </div>
      </dl>
      <p class="citizen-hint">
        征求他人意见的时间不计入；补正、缴费后重新计算。{example.isProvisional ? "其中有的日期落在放假安排尚未公布的年份，为暂定。" : ""}
      </p>
      <h3>要不要钱</h3>
      <p>不收费。申请的数量、频次明显超过合理范围的，可以收取信息处理费（条例第四十二条），两种标准只用一种：</p>
      <ul>
        {fees.map((fee) => (
          <li>{fee}</li>
        ))}
      </ul>
      <h3>对答复不服，或者没有按时答复</h3>
      <p>
        可以申请行政复议（一般自知道之日起60日内），也可以起诉（一般6个月内）；以条例第十四条、第十五条、第十六条为由不予公开的，应当先申请复议。每一份答复都会写明向谁提出和最后日期，“
        <a href="/progress">查询进度</a>”页也会替您算好。
      </p>
      <h3>填写有困难</h3>
      <p>
        阅读困难或者有视力、听力障碍的，可以在表中写明需要的帮助，工作机构会提供（条例第四十三条）；也可以到场口头申请，由工作人员代为填写。页面右上角可以切换到大字的“长者版”。
      </p>
    </section>
  );
}
