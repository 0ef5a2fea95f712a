import type { PublishedAnswer } from "../../citizens/find-published.ts";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout } from "./citizen-layout.tsx";
import { PublishedAnswers } from "./published-answers.tsx";

/** An organ as the form names it. */
export interface FormOrgan {
  readonly code: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly contact: Readonly<Record<string, string>>;
}

export interface OrganPageProps {
  readonly assets: AssetAddresses;
  readonly organ: FormOrgan;
  readonly wanted: string;
  readonly published: readonly PublishedAnswer[];
  readonly drafts: readonly { readonly id: string; readonly title: string; readonly expiresOn: string }[];
  /** Why nothing could be begun, in a sentence. */
  readonly problem?: string | undefined;
}

/** Before the form: whom one applies to, what was begun, and where to go instead of the internet. */
export function OrganPage({ assets, organ, wanted, published, drafts, problem }: OrganPageProps) {
  const here = `/apply/${organ.code}`;
  return (
    <CitizenLayout
      assets={assets}
      title={`向${organ.name}申请`}
      current="apply"
      isDemo={organ.isDemo}
      trail={[{ name: "提出申请", href: "/apply" }]}
      address={wanted === "" ? here : `${here}?want=${encodeURIComponent(wanted)}`}
    >
      <h1>向{organ.name}申请</h1>
      {problem === undefined ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <PublishedAnswers published={published} level="h2" />
      <form class="citizen-form" method="post" action={here}>
        <input type="hidden" name="want" value={wanted} />
        <p class="citizen-choice">
          <input type="checkbox" id="field-shared" name="shared" value="on" />
          <label for="field-shared">
            我用的是公用电脑
            <span class="citizen-choice__hint">
              勾选后，关闭浏览器就不能再打开草稿；不勾选的，在这台设备上保留14天。草稿加密保存，只有这个浏览器能打开。
            </span>
          </label>
        </p>
        <button class="button" type="submit">
          开始填写
        </button>
      </form>
      {drafts.length === 0 ? null : (
        <>
          <h2>没有填完的申请</h2>
          <ul class="citizen-organs">
            {drafts.map(({ id, title, expiresOn }) => (
              <li>
                <a href={`${here}/${id}/request`}>继续填写：{title === "" ? "（还没有写需要什么信息）" : title}</a>
                <span class="citizen-organs__because">保留至{expiresOn}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>不在网上申请</h2>
      <p>
        可以打印空白申请表，当面提交或者邮寄：<a href={`/apply/form/docx?organ=${organ.code}`}>Word</a>、
        <a href={`/apply/form/pdf?organ=${organ.code}`}>PDF</a>、<a href={`/apply/form/html?organ=${organ.code}`}>网页</a>
        。书写确有困难的，可以到场口头申请。
      </p>
      <Contact contact={organ.contact} />
    </CitizenLayout>
  );
}

const CONTACT_WORDS: readonly (readonly [field: string, words: string])[] = [
  ["office", "工作机构"],
  ["address", "地址"],
  ["postcode", "邮编"],
  ["telephone", "电话"],
  ["fax", "传真"],
  ["email", "电子邮箱"],
  ["hours", "办公时间"],
];

/** How to reach the disclosure office; what it has not said is left out. */
export function Contact({ contact }: { readonly contact: Readonly<Record<string, string>> }) {
  const known = CONTACT_WORDS.filter(([field]) => (contact[field] ?? "") !== "");
  if (known.length === 0) return null;
  return (
    <dl class="citizen-facts">
      {known.map(([field, words]) => (
        <div>
          <dt>{words}</dt>
          <dd>{contact[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
