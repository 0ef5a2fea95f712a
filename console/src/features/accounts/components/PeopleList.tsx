import { type Person, POST_ROLE_WORDS } from "@gongkai/server/contract";
import { Button, Dropdown } from "antd";
import { sayInstant } from "../../../lib/browser-clock.ts";
import type { SheetColumn } from "../../../lib/export-sheet.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import type { PersonAct } from "./PersonActDialog.tsx";

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly isFiltered: boolean;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onAct: (act: "change" | PersonAct, person: Person) => void;
}

/** The people of an organ, with their posts and what is the matter with their accounts. */
export function PeopleList({ people, isFiltered, sort, onSort, onAct }: PeopleListProps) {
  const columns: readonly Column<Person>[] = [
    { key: "name", title: "姓名", order: ({ name }) => name, show: ({ name }) => <strong>{name}</strong> },
    { key: "signInName", title: "登录名", order: ({ signInName }) => signInName, show: ({ signInName }) => signInName },
    { key: "posts", title: "岗位", show: (person) => <PostNames person={person} /> },
    { key: "state", title: "账号状态", order: sayState, show: (person) => <AccountState person={person} /> },
    { key: "acts", title: "操作", narrow: true, show: (person) => <PersonActs person={person} onAct={onAct} /> },
  ];
  return (
    <ListTable
      caption="人员"
      columns={columns}
      rows={people}
      keyOf={({ id }) => id}
      sort={sort}
      onSort={onSort}
      empty={
        isFiltered ? <p>没有符合条件的人员，请换个姓名或登录名查找。</p> : <p>还没有人员。点“添加人员”建立账号，再到“岗位”中安排岗位。</p>
      }
    />
  );
}

function PostNames({ person }: { readonly person: Person }) {
  const posts = person.posts.filter(({ isEnded }) => !isEnded);
  if (posts.length === 0) return <>无</>;
  return (
    <ul className="plain">
      {posts.map((post) => (
        <li key={`${post.id}-${post.as}`}>
          {POST_ROLE_WORDS[post.role]}（{post.as === "holder" ? "A岗" : "B岗"}）
        </li>
      ))}
    </ul>
  );
}

/** The state of an account in a word, for the list and its sheet. */
export function sayState(person: Person): string {
  if (person.disabledAt !== null) return "已停用";
  if (person.lockedUntil !== null) return "暂时锁定";
  return person.mustChangePassword ? "待首次登录" : "正常";
}

function AccountState({ person }: { readonly person: Person }) {
  const state = sayState(person);
  return (
    <>
      <Mark tone={state === "正常" ? "fine" : state === "待首次登录" ? "notice" : "warning"}>{state}</Mark>
      {person.lockedUntil === null ? null : <small>至 {sayInstant(person.lockedUntil)}</small>}
      {person.hasSecondFactor ? <small>已启用两步验证</small> : null}
      {person.isKeptHere ? null : <small>账号由 {person.keptBy} 管理</small>}
    </>
  );
}

function PersonActs({ person, onAct }: { readonly person: Person; readonly onAct: PeopleListProps["onAct"] }) {
  if (!person.isKeptHere) return null;
  const isDisabled = person.disabledAt !== null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        onClick: ({ key }) => onAct(key as PersonAct | "change", person), // the keys below
        items: [
          { key: "change", label: "修改姓名、邮箱" },
          { key: "reset", label: "重置密码" },
          ...(person.hasSecondFactor ? [{ key: "resetFactor", label: "解除两步验证" }] : []),
          { key: "endSessions", label: "退出全部登录" },
          isDisabled ? { key: "enable", label: "恢复使用" } : { key: "disable", label: "停用账号" },
        ],
      }}
    >
      <Button size="small" aria-haspopup="menu" aria-label={`管理${person.name}的账号`}>
        管理
      </Button>
    </Dropdown>
  );
}

export const SHEET: readonly SheetColumn<Person>[] = [
  { title: "姓名", text: ({ name }) => name },
  { title: "登录名", text: ({ signInName }) => signInName },
  { title: "电子邮箱", text: ({ email }) => email ?? "" },
  {
    title: "岗位",
    text: ({ posts }) =>
      posts
        .filter(({ isEnded }) => !isEnded)
        .map(({ role, as }) => `${POST_ROLE_WORDS[role]}（${as === "holder" ? "A岗" : "B岗"}）`)
        .join("、"),
  },
  { title: "账号状态", text: sayState },
];
