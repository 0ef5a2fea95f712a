import { BellOutlined, DownOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Badge, Button, Dropdown } from "antd";
import { useCommand, useHttp } from "../lib/api.tsx";
import { organPath } from "../lib/feature.ts";
import type { Organ } from "../lib/organ.ts";
import { SESSION_KEY, useSession } from "../lib/session.ts";
import { unreadQuery } from "../lib/unread.ts";

/** Messages, one's own account, and the way out. */
export function PersonMenu({ organ }: { readonly organ: Organ | undefined }) {
  const { person } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const choose = ({ key }: { key: string }) => (key === "out" ? signOut.mutate(undefined) : void navigate({ to: "/me" }));
  return (
    <div className="person-menu">
      {organ === undefined ? null : <MessagesLink agency={organ.code} />}
      <Dropdown
        trigger={["click"]}
        menu={{
          onClick: choose,
          items: [
            { key: "me", label: "我的账号" },
            { key: "out", label: "退出登录" },
          ],
        }}
      >
        <Button type="text" aria-haspopup="menu" loading={signOut.isPending}>
          <span className="person-name">{person.name}</span>
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </div>
  );
}

function MessagesLink({ agency }: { readonly agency: string }) {
  const { data } = useQuery(unreadQuery(useHttp(), agency));
  const unread = data?.unread ?? 0;
  return (
    <Link className="messages-link" to={organPath(agency, "messages")} aria-label={unread === 0 ? "消息" : `消息，${unread} 条未读`}>
      <Badge count={unread} size="small">
        <BellOutlined aria-hidden />
      </Badge>
    </Link>
  );
}

/** Signs out and forgets everything that was read: the next person at this machine must not see it. */
function useSignOut() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useCommand({
    run: (http) => http.send("DELETE", "/session"),
    changes: [],
    done: () => {
      cache.clear();
      cache.setQueryData(SESSION_KEY, null);
      void navigate({ to: "/sign-in" });
    },
  });
}
