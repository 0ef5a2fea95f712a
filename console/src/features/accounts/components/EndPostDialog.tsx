import { type Post, POST_ROLE_WORDS } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { peopleKey } from "../api/people.ts";
import { endPost, postsKey } from "../api/posts.ts";

/** Ends a post; what was done in it stays. */
export function EndPostDialog({ agency, post, onClose }: { readonly agency: string; readonly post: Post; readonly onClose: () => void }) {
  const end = useCommand({
    run: (http, { version }: { readonly version: number }, key) => endPost(http, agency, post.id, { version }, key),
    changes: [postsKey(agency), peopleKey(agency)],
    done: onClose,
  });
  return (
    <ConfirmDialog
      title={`结束岗位：${POST_ROLE_WORDS[post.role]}（${post.holder.name}）`}
      confirmLabel="结束岗位"
      danger
      fault={end.error}
      isSending={end.isPending}
      onConfirm={() => end.mutate({ version: post.version })}
      onClose={onClose}
    >
      <p>结束后，A岗和B岗都不再有这一职责，不能恢复，需要时另行安排。以往的办理记录不变。</p>
    </ConfirmDialog>
  );
}
