import type { Guide } from "../../disclosures/schema.ts";
import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { isOpen, nameWith, type Organ } from "./organ.ts";

export interface GuidePageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly found: { readonly guide: Guide; readonly updatedOn: string } | undefined;
}

const PARTS: readonly (readonly [keyof Guide, string])[] = [
  ["classification", "政府信息的分类"],
  ["arrangement", "编排体系"],
  ["ways", "获取方式"],
  ["applying", "依申请公开"],
  ["remedies", "监督和救济"],
];

const OFFICE: readonly (readonly [keyof Guide, string])[] = [
  ["officeName", "机构名称"],
  ["officeAddress", "办公地址"],
  ["officeHours", "办公时间"],
  ["telephone", "联系电话"],
  ["fax", "传真"],
  ["internet", "互联网联系方式"],
];

/** The guide of Art. 12 with the day it was last updated. */
export function GuidePage({ frame, organ, found }: GuidePageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={nameWith(organ, "政府信息公开指南")}
      description={`${organ.name}公开哪些政府信息、怎样获取、由哪个机构办理。`}
      column={{ name: "政府信息公开指南", type: "政府信息公开指南" }}
      trail={[
        { name: "政府信息公开", href: "/organs" },
        { name: organ.name, href: `/organs/${organ.code}` },
      ]}
    >
      <h1>政府信息公开指南</h1>
      {found === undefined ? (
        <p class="empty">{organ.name}的公开指南尚未发布。</p>
      ) : (
        <article class="prose guide">
          <p class="updated">
            最近更新：<time dateTime={found.updatedOn}>{found.updatedOn}</time>
          </p>
          <h2>政府信息公开工作机构</h2>
          <dl class="facts facts--rows">
            {OFFICE.map(([key, label]) =>
              found.guide[key] === "" ? null : (
                <div>
                  <dt>{label}</dt>
                  <dd>{found.guide[key]}</dd>
                </div>
              ),
            )}
          </dl>
          {PARTS.map(([key, label]) =>
            found.guide[key] === "" ? null : (
              <section>
                <h2>{label}</h2>
                {found.guide[key].split(/\n+/).map((line) => (
                  <p>{line}</p>
                ))}
              </section>
            ),
          )}
          {isOpen(organ) ? (
            <p>
              <a class="button" href={`/apply/${organ.code}`}>
                申请公开信息
              </a>
            </p>
          ) : null}
        </article>
      )}
    </DisclosureLayout>
  );
}
