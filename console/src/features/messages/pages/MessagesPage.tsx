import type { ReadMessages } from "@gongkai/server/contract";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { z } from "zod";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { unreadKey } from "../../../lib/unread.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { messagesKey, messagesQuery, readMessages } from "../api/messages.ts";
import { MessageItems } from "../components/MessageItems.tsx";

const Query = z.object({ unread: z.boolean().catch(false) });

export function Page() {
  const { code } = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const list = useSuspenseInfiniteQuery(messagesQuery(useHttp(), code, query));
  const read = useCommand({
    run: (http, body: ReadMessages, key) => readMessages(http, code, body, key),
    changes: [messagesKey(code), unreadKey(code), ["today", code]],
  });
  const messages = list.data.pages.flatMap((page) => page.messages);
  const unread = list.data.pages[0]?.unread ?? 0;
  const newest = messages[0];
  return (
    <PageShell
      title="消息"
      lead="期限提醒、交办和通知。需要同时收到邮件或设置免打扰，请到“我的账号”。"
      actions={
        <Button
          disabled={unread === 0 || newest === undefined}
          loading={read.isPending}
          onClick={() => (newest === undefined ? undefined : read.mutate({ until: newest.createdAt }))}
        >
          全部标为已读
        </Button>
      }
    >
      <div className="filters">
        <Checkbox checked={query.unread} onChange={({ target }) => change({ unread: target.checked })}>
          只看未读
        </Checkbox>
        <span role="status">未读 {unread} 条</span>
      </div>
      {read.error === null ? null : <p role="alert">{sayProblem(read.error)}</p>}
      <MessageItems agency={code} messages={messages} onRead={(id) => read.mutate({ ids: [id] })} />
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          更早的消息
        </Button>
      ) : null}
    </PageShell>
  );
}
