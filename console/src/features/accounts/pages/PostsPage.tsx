import { type Post, POST_ROLE_WORDS, POST_ROLES } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { Select } from "../../../ui/Select.tsx";
import { postsQuery } from "../api/posts.ts";
import { AbsenceForm } from "../components/AbsenceForm.tsx";
import { DeputyForm } from "../components/DeputyForm.tsx";
import { EndPostDialog } from "../components/EndPostDialog.tsx";
import { PostForm } from "../components/PostForm.tsx";
import { type PostAct, PostList, SHEET } from "../components/PostList.tsx";

const Query = z.object({
  role: z.enum(POST_ROLES).optional().catch(undefined),
  ended: z.boolean().catch(false),
  sort: z.string().catch("role"),
});

export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const { data } = useSuspenseQuery(postsQuery(useHttp(), organ.code, query.ended));
  const [open, setOpen] = useState<{ readonly act: PostAct; readonly post: Post } | "give">();
  const posts = data.posts.filter(({ role }) => query.role === undefined || role === query.role);
  const close = () => setOpen(undefined);
  const dialog = { agency: organ.code, onClose: close };
  return (
    <PageShell
      title="岗位（A/B岗）"
      lead="每个岗位有一名A岗，可以指定一名B岗。A岗不在岗期间，由B岗代行全部职责，办理记录注明代行。"
      actions={
        <>
          <Button type="primary" onClick={() => setOpen("give")}>
            安排岗位
          </Button>
          <ExportButton name={`${organ.shortName}岗位`} columns={SHEET} rows={posts} />
        </>
      }
    >
      <div className="filters">
        <Select
          allowClear
          aria-label="按职责筛选"
          placeholder="全部职责"
          value={query.role ?? null}
          onChange={(role) => change({ role: role ?? undefined })}
          options={POST_ROLES.map((role) => ({ value: role, label: POST_ROLE_WORDS[role] }))}
          popupMatchSelectWidth={false}
        />
        <Checkbox checked={query.ended} onChange={({ target }) => change({ ended: target.checked })}>
          包括已结束的岗位
        </Checkbox>
        <span role="status">共 {posts.length} 个岗位</span>
      </div>
      <PostList
        posts={posts}
        isFiltered={query.role !== undefined}
        sort={query.sort}
        onSort={(sort) => change({ sort })}
        onAct={(act, post) => setOpen({ act, post })}
      />
      {open === "give" ? <PostForm {...dialog} /> : null}
      {typeof open === "object" && open.act === "deputy" ? <DeputyForm {...dialog} post={open.post} /> : null}
      {typeof open === "object" && open.act === "absence" ? <AbsenceForm {...dialog} post={open.post} /> : null}
      {typeof open === "object" && open.act === "end" ? <EndPostDialog {...dialog} post={open.post} /> : null}
    </PageShell>
  );
}
