import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { nameWith, type Organ } from "./organ.ts";

export interface System {
  readonly page_id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly updatedOn: string;
  /** Sanitised when it was written. */
  readonly html: string;
}

export interface SystemsPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly systems: readonly System[];
}

const COLUMN = { name: "政府信息公开制度", type: "政府信息公开制度" } as const;

/** The organ's systems of disclosure. */
export function SystemsPage({ frame, organ, systems }: SystemsPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={nameWith(organ, "政府信息公开制度")}
      description={`${organ.name}执行的政府信息公开制度和规定。`}
      column={COLUMN}
      trail={[
        { name: "政府信息公开", href: "/organs" },
        { name: organ.name, href: `/organs/${organ.code}` },
      ]}
    >
      <h1>政府信息公开制度</h1>
      {systems.length === 0 ? (
        <p class="empty">{organ.name}的公开制度尚未发布。</p>
      ) : (
        <ul class="items">
          {systems.map(({ page_id: pageId, title, documentNumber, updatedOn }) => (
            <li class="items__one">
              <span class="items__title">
                <a href={`/organs/${organ.code}/systems/${pageId}`}>{title}</a>
              </span>
              <span class="items__facts">
                {documentNumber === "" ? null : <span>{documentNumber}</span>}
                <time dateTime={updatedOn}>{updatedOn}更新</time>
              </span>
            </li>
          ))}
        </ul>
      )}
    </DisclosureLayout>
  );
}

export function SystemPage({ frame, organ, system }: Omit<SystemsPageProps, "systems"> & { readonly system: System }) {
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={system.title}
      description={`${organ.name}：${system.title}`}
      column={COLUMN}
      article={{
        title: system.title,
        publishedAt: `${system.updatedOn} 00:00`,
        source: organ.name,
        author: organ.name,
        keywords: "政府信息公开制度",
      }}
      trail={[
        { name: "政府信息公开", href: "/organs" },
        { name: organ.name, href: `/organs/${organ.code}` },
        { name: "政府信息公开制度", href: `/organs/${organ.code}/systems` },
      ]}
    >
      <article>
        <h1>{system.title}</h1>
        <p class="updated">
          {system.documentNumber === "" ? null : `${system.documentNumber}　`}最近更新：
          <time dateTime={system.updatedOn}>{system.updatedOn}</time>
        </p>
        {/* Cleaned when it was written: no script, no style, no outside pictures. */}
        <div class="prose" dangerouslySetInnerHTML={{ __html: system.html }} />
      </article>
    </DisclosureLayout>
  );
}
