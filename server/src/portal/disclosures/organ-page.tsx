import { ApplyHint } from "./apply-hint.tsx";
import { DisclosureLayout, listParts, type PageFrame } from "./disclosure-layout.tsx";
import { ItemList } from "./item-list.tsx";
import { nameWith, type Organ } from "./organ.ts";
import type { ListedItem } from "./queries.ts";
import { SearchBox } from "./search-box.tsx";

export interface OrganPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly total: number;
  readonly newest: readonly ListedItem[];
  /** Nodes of the law with what stands under each. */
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly total: number }[];
  readonly guideUpdatedOn: string | undefined;
  readonly systems: number;
  /** Organs below this one. */
  readonly subordinates: readonly Organ[];
}

const WHAT_IT_IS: readonly string[] = [
  "公开哪些信息、怎样获取、由谁办理",
  "本机关执行的公开制度和规定",
  "依法应当主动公开的全部内容",
  "历年政府信息公开工作年度报告",
  "向本机关申请获取没有主动公开的信息",
];

/** The front page of an organ: the five parts, its catalogue with counts, what is new. */
export function OrganPage({ frame, organ, total, newest, nodes, guideUpdatedOn, systems, subordinates }: OrganPageProps) {
  const remarks = [guideUpdatedOn === undefined ? "尚未发布" : `${guideUpdatedOn}更新`, `${systems}项`, `${total}条`, undefined, undefined];
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={nameWith(organ, "政府信息公开")}
      description={`${organ.name}的政府信息公开指南、制度、法定主动公开内容、年报和依申请公开。`}
      column={{ name: "政府信息公开", type: "政府信息公开" }}
      trail={[{ name: "政府信息公开", href: "/organs" }]}
      alternates={[{ type: "application/rss+xml", href: `/organs/${organ.code}/feed.xml`, title: `${organ.name}新公开的信息` }]}
    >
      <h1>{nameWith(organ, "政府信息公开")}</h1>
      <SearchBox id="organ-search" organ={organ} />
      <ul class="entries">
        {listParts(organ).map(({ name, href }, index) => (
          <li>
            <a href={href}>{name}</a>
            <span>
              {WHAT_IT_IS[index]}
              {remarks[index] === undefined ? "" : `（${remarks[index]}）`}
            </span>
          </li>
        ))}
      </ul>
      <h2>法定主动公开内容</h2>
      <NodeList code={organ.code} nodes={nodes} />
      <h2>最新公开</h2>
      {newest.length === 0 ? (
        <p class="empty">
          本机关还没有在这里发布信息。
          <ApplyHint organ={organ} before="需要的信息没有公开的，可以" after="。" />
        </p>
      ) : (
        <>
          <ItemList items={newest} organOf={() => organ} />
          <p>
            <a href={`/organs/${organ.code}/items`}>查看全部 {total} 条</a>
          </p>
        </>
      )}
      {subordinates.length === 0 ? null : (
        <>
          <h2>所属机关</h2>
          <ul class="organs">
            {subordinates.map(({ code, name }) => (
              <li>
                <a href={`/organs/${code}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </DisclosureLayout>
  );
}

/** The statutory tree; what is empty is said, not linked. */
export function NodeList({
  code,
  nodes,
  chosen,
}: {
  readonly code: string;
  readonly nodes: OrganPageProps["nodes"];
  readonly chosen?: string | undefined;
}) {
  return (
    <ul class="nodes">
      {nodes.map(({ id, label, total }) => (
        <li class={total === 0 ? "nodes__empty" : undefined}>
          {total === 0 && id !== chosen ? (
            label
          ) : (
            <a href={`/organs/${code}/items?node=${id}`} aria-current={id === chosen ? "true" : undefined}>
              {label}
            </a>
          )}
          <span class="nodes__total">
            {total}
            <span class="visually-hidden">条</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
