import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout } from "./citizen-layout.tsx";
import { Contact, type FormOrgan } from "./organ-page.tsx";

export interface ReceiptPageProps {
  readonly assets: AssetAddresses;
  readonly organ: FormOrgan;
  readonly receiptNumber: string;
  readonly code: string;
  readonly title: string;
  readonly submittedOn: string;
  readonly files: number;
  readonly progressAddress: string;
  /** The address as a picture to be scanned, as a data address. */
  readonly picture: string;
}

/** What an applicant takes away: number, code, what comes next. Printable; the code is shown to nobody else. */
export function ReceiptPage({ assets, organ, receiptNumber, code, title, submittedOn, files, progressAddress, picture }: ReceiptPageProps) {
  return (
    <CitizenLayout assets={assets} title="提交成功" current="apply" isDemo={organ.isDemo} withScript>
      <h1>申请已提交</h1>
      <p class="citizen-fine" role="status">
        {organ.name}已经收存您的申请。请抄下、打印或者拍下这两组数字，查询进度时要用。
      </p>
      <section class="citizen-receipt" aria-labelledby="receipt-heading">
        <h2 id="receipt-heading">提交回执</h2>
        <dl class="citizen-facts citizen-facts--large">
          <div>
            <dt>回执号</dt>
            <dd class="citizen-number">{receiptNumber}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd class="citizen-number">{code}</dd>
          </div>
          <div>
            <dt>提交给</dt>
            <dd>{organ.name}</dd>
          </div>
          <div>
            <dt>需要的信息</dt>
            <dd class="citizen-typed">{title}</dd>
          </div>
          <div>
            <dt>提交日期</dt>
            <dd>{submittedOn}</dd>
          </div>
          <div>
            <dt>附件</dt>
            <dd>{files === 0 ? "没有" : `${files}个`}</dd>
          </div>
        </dl>
        <div class="citizen-receipt__scan">
          <img src={picture} width="160" height="160" alt="二维码：打开查询进度页，已填好回执号" />
          <p>
            扫码查询进度
            <br />
            <span class="citizen-address">{progressAddress}</span>
          </p>
        </div>
        <p>
          <strong>查询码只在提交后的24小时内、在提交用的浏览器里可以再次看到</strong>
          ，本站不保存它的原文。丢失的，请带身份证件到工作机构重新领取。请不要告诉别人。
        </p>
      </section>
      <p class="citizen-noprint" data-print hidden>
        <button class="button" type="button">
          打印回执
        </button>
      </p>
      <h2>接下来</h2>
      <ol>
        <li>工作人员按您留下的联系方式与您确认收到申请，确认之日为收到之日（条例第三十一条）。</li>
        <li>登记编号后开始办理；内容不清楚的，7个工作日内通知您补正。</li>
        <li>20个工作日内答复；经批准可以再延长20个工作日，会告知您。</li>
      </ol>
      <p>
        <a class="button" href="/progress">
          查询进度
        </a>
      </p>
      <Contact contact={organ.contact} />
    </CitizenLayout>
  );
}

/** The draft is another browser's, expired, or was never there: which, is not told. */
export function GonePage({ assets, organ }: { readonly assets: AssetAddresses; readonly organ?: FormOrgan | undefined }) {
  return (
    <CitizenLayout assets={assets} title="打不开这份申请" current="apply">
      <h1>打不开这份申请</h1>
      <p>草稿只能在填写它的浏览器里打开。可能的原因：换了设备或者浏览器、浏览器不保存 Cookie、超过了保留时间，或者已经删除。</p>
      <p>
        已经提交过的，请凭回执号和查询码<a href="/progress">查询进度</a>。
      </p>
      <p>
        <a class="button" href={organ === undefined ? "/apply" : `/apply/${organ.code}`}>
          重新填写
        </a>
      </p>
    </CitizenLayout>
  );
}
