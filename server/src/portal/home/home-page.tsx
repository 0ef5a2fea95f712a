import { DisclosureLayout, listParts, type PageFrame } from "../disclosures/disclosure-layout.tsx";
import { ItemList } from "../disclosures/item-list.tsx";
import type { Organ } from "../disclosures/organ.ts";
import type { ListedItem } from "../disclosures/queries.ts";
import { SearchBox } from "../disclosures/search-box.tsx";

export interface HomePageProps {
  readonly frame: PageFrame;
  /** The organ the site is of: the one above all others, where there is one. */
  readonly lead: Organ | undefined;
  readonly organs: readonly { readonly organ: Organ; readonly total: number }[];
  readonly total: number;
  readonly newest: readonly ListedItem[];
  /** Also of organs that were closed since. */
  readonly organOf: (agencyId: number) => Organ | undefined;
}

const MOST_ORGANS = 24;

const SERVICES = [
  { href: "/apply", name: "申请公开信息", text: "没有公开的信息，可以向机关申请；查看办理进度和答复" },
  { href: "/policies", name: "政策文件库", text: "规范性文件、政策文件和解读，标明是否有效" },
  { href: "/reports", name: "年报库", text: "各机关历年政府信息公开工作年度报告，可对比、下载" },
  { href: "/check-up", name: "年报体检", text: "报送前检查年度报告的数字和格式" },
  { href: "/deadline", name: "期限计算器", text: "答复、补正、救济的最后一天是哪一天" },
  { href: "/verify", name: "核验真伪", text: "手中的公开文件是不是机关发布的原件" },
] as const;

/** The front page: what the site is for, the ways in, what is new. */
export function HomePage({ frame, lead, organs, total, newest, organOf }: HomePageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      section={null}
      title={frame.assets.site.name}
      description="查看行政机关公开的政府信息，搜索政策文件，申请公开，查阅年报，计算期限。"
      column={{ name: "首页", type: "政府信息公开" }}
      mainClass="home"
      alternates={[{ type: "application/rss+xml", href: "/feed.xml", title: "新公开的政府信息" }]}
    >
      <h1>政府信息公开</h1>
      <p class="lead">在这里查看行政机关公开的文件和信息；没有公开的，可以申请。查阅、申请都不需要说明理由。</p>
      <SearchBox id="home-search" />
      {organs.length === 0 ? <FirstSteps /> : null}
      {lead === undefined ? null : (
        <section aria-labelledby="parts">
          <h2 id="parts">{lead.name}</h2>
          <ul class="entries">
            {listParts(lead).map(({ name, href }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="home__columns">
        <section aria-labelledby="newest">
          <h2 id="newest">最新公开</h2>
          {newest.length === 0 ? (
            <p class="empty">还没有公开的信息。机关发布后会立即出现在这里。</p>
          ) : (
            <>
              <ItemList items={newest} organOf={(item) => organOf(item.agency_id)} isMixed />
              <p>
                <a href="/feed.xml">订阅（RSS）</a>
              </p>
            </>
          )}
        </section>
        <section aria-labelledby="services">
          <h2 id="services">办事和工具</h2>
          <ul class="entries entries--column">
            {SERVICES.map(({ href, name, text }) => (
              <li>
                <a href={href}>{name}</a>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {organs.length === 0 ? null : (
        <section aria-labelledby="organs">
          <h2 id="organs">各机关</h2>
          <ul class="organs">
            {organs.slice(0, MOST_ORGANS).map(({ organ, total: ofOrgan }) => (
              <li>
                <a href={`/organs/${organ.code}`}>{organ.name}</a>
                <span class="organs__total">{ofOrgan} 条</span>
              </li>
            ))}
          </ul>
          <p>
            <a href="/organs">全部 {organs.length} 个机关</a>，共公开 {total} 条信息
          </p>
        </section>
      )}
    </DisclosureLayout>
  );
}

/** Shown to whoever has just installed the program. */
function FirstSteps() {
  return (
    <section class="note" aria-labelledby="first-steps">
      <h2 id="first-steps">本站刚刚建立</h2>
      <p>还没有机关和公开的信息。管理员请按以下步骤开始：</p>
      <ol>
        <li>
          打开<a href="/console">管理后台</a>，用启动时显示的设置码建立管理员账号；
        </li>
        <li>添加机关，指定各岗位的人员；</li>
        <li>编制公开指南和基本目录，起草第一条信息，经审查后发布。</li>
      </ol>
      <p>下面的工具现在就可以使用，不需要登录。</p>
    </section>
  );
}
