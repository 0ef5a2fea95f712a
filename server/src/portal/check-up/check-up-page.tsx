import { type AssetAddresses, PageLayout } from "../components/page-layout/page-layout.tsx";
import { CheckUpApp } from "./check-up-app.tsx";
import { SAMPLE_NAME } from "./sample-name.ts";

/** The page 年报体检 as it is served: words, and the app in its plain form. */
export function CheckUpPage({ assets }: { assets: AssetAddresses }) {
  return (
    <PageLayout
      title="年报体检 - 公开"
      description="上传政府信息公开工作年度报告，逐格读出三张表，核对勾稽关系，指出问题所在。"
      assets={assets}
      withScript
      section="check-up"
      footer={<p>核对结果供工作参考，不替代人工审核。</p>}
    >
      <h1>年报体检</h1>
      <p class="lead">
        把政府信息公开工作年度报告放进来，系统逐格读出三张表，核对勾稽关系和文字表述，指出哪里不对、在原文什么位置、该怎么改；可以当场改好，下载成规定格式的文件。
      </p>
      <p class="privacy">
        <strong>不留存：</strong>文件只在服务器内存中处理，不保存，也不用登录；修改过的草稿只存在本机浏览器中。
      </p>
      <div id="check-up" data-sample={assets.sample}>
        <CheckUpApp sample={{ address: assets.sample, name: SAMPLE_NAME }} />
      </div>
      <section class="about" aria-labelledby="about-heading">
        <h2 id="about-heading">能做什么</h2>
        <ul>
          <li>当场修改：单元格直接改，改一格全部规则立即重算；核对发现可以采纳或者写明理由不采纳，每一步都能撤销。</li>
          <li>从头编写：新建空白表格，或者从上年报告开始，结转数自动带入。</li>
          <li>下载：Word、PDF、Excel、网页、数据和核对发现表；两年或两个机关并排对比。</li>
          <li>表格勾稽关系：表三各列各行的合计、表四各类的总计，逐条列出两边数值和差额。</li>
          <li>文字与表格：总体情况中的收件数、办结数、规范性文件数等是否与表中一致。</li>
          <li>常见疏漏：空白单元格、其他机关名称或年份残留、单位疑似填错、与上年结转不衔接。</li>
          <li>2019 年版、2021 年版两种表格自动识别；读不准的单元格标为“?”，不猜测、不补零。</li>
        </ul>
        <p>
          每一行怎么填：<a href="/check-up/help">年度报告填报说明</a>
        </p>
      </section>
    </PageLayout>
  );
}
