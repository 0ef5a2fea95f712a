import { type Post, POST_ROLE_WORDS, POST_ROLES } from "@gongkai/server/contract";
import { Button, Dropdown } from "antd";
import type { SheetColumn } from "../../../lib/export-sheet.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";

export type PostAct = "deputy" | "absence" | "end";

interface PostListProps {
  readonly posts: readonly Post[];
  readonly isFiltered: boolean;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onAct: (act: PostAct, post: Post) => void;
}

/** The posts of an organ: duty, who holds it, who stands in, and who is at work today. */
export function PostList({ posts, isFiltered, sort, onSort, onAct }: PostListProps) {
  const columns: readonly Column<Post>[] = [
    {
      key: "role",
      title: "职责",
      order: ({ role }) => POST_ROLES.indexOf(role),
      show: ({ role, title }) => (
        <>
          <strong>{POST_ROLE_WORDS[role]}</strong>
          {title === "" ? null : <small>{title}</small>}
        </>
      ),
    },
    { key: "unit", title: "内设机构", order: ({ unit }) => unit?.name ?? "", show: ({ unit }) => unit?.name ?? "—" },
    { key: "holder", title: "A岗", order: ({ holder }) => holder.name, show: ({ holder }) => sayName(holder) },
    {
      key: "deputy",
      title: "B岗",
      order: ({ deputy }) => deputy?.name ?? "",
      show: ({ deputy }) => (deputy === null ? "未指定" : sayName(deputy)),
    },
    { key: "state", title: "在岗情况", show: (post) => <PostState post={post} /> },
    { key: "acts", title: "操作", narrow: true, show: (post) => <PostActs post={post} onAct={onAct} /> },
  ];
  return (
    <ListTable
      caption="岗位"
      columns={columns}
      rows={posts}
      keyOf={({ id }) => id}
      sort={sort}
      onSort={onSort}
      empty={isFiltered ? <p>没有这种职责的岗位。</p> : <p>还没有岗位。先在“人员”中建立账号，再点“安排岗位”。</p>}
    />
  );
}

function sayName({ name, isDisabled }: Post["holder"]): string {
  return isDisabled ? `${name}（账号已停用）` : name;
}

/** The days of an absence, as the office says it. */
export function sayAbsence({ absence }: Pick<Post, "absence">): string {
  if (absence === null) return "";
  return absence.until === null ? `${absence.from} 起不在岗` : `${absence.from} 至 ${absence.until} 不在岗`;
}

function PostState({ post }: { readonly post: Post }) {
  if (post.endedOn !== null) return <Mark tone="plain">{post.endedOn} 结束</Mark>;
  if (post.isDeputyActing) {
    return (
      <>
        <Mark tone="notice">今天由B岗代行</Mark>
        <small>{sayAbsence(post)}</small>
      </>
    );
  }
  if (post.absence === null) return <Mark tone="fine">A岗在岗</Mark>;
  return (
    <>
      <Mark tone={post.deputy === null ? "warning" : "plain"}>{post.deputy === null ? "无人代行" : "已安排"}</Mark>
      <small>{sayAbsence(post)}</small>
    </>
  );
}

function PostActs({ post, onAct }: { readonly post: Post; readonly onAct: PostListProps["onAct"] }) {
  if (post.endedOn !== null) return null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        onClick: ({ key }) => onAct(key as PostAct, post), // the keys below
        items: [
          { key: "absence", label: post.absence === null ? "登记不在岗" : "修改不在岗日期、销假" },
          { key: "deputy", label: post.deputy === null ? "指定B岗" : "更换B岗" },
          { key: "end", label: "结束岗位" },
        ],
      }}
    >
      <Button size="small" aria-haspopup="menu" aria-label={`管理岗位：${POST_ROLE_WORDS[post.role]}，${post.holder.name}`}>
        管理
      </Button>
    </Dropdown>
  );
}

export const SHEET: readonly SheetColumn<Post>[] = [
  { title: "职责", text: ({ role }) => POST_ROLE_WORDS[role] },
  { title: "岗位名称", text: ({ title }) => title },
  { title: "内设机构", text: ({ unit }) => unit?.name ?? "" },
  { title: "A岗", text: ({ holder }) => holder.name },
  { title: "B岗", text: ({ deputy }) => deputy?.name ?? "" },
  { title: "不在岗", text: sayAbsence },
  { title: "结束日期", text: ({ endedOn }) => endedOn ?? "" },
];
