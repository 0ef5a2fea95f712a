import type { Today } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";

interface TodayMessagesProps {
  readonly agency: string;
  readonly messages: Today["messages"];
  readonly unread: number;
}

/** The latest unread messages. */
export function TodayMessages({ agency, messages, unread }: TodayMessagesProps) {
  return (
    <section className="panel">
      <h2>未读消息{unread === 0 ? "" : `（${unread}）`}</h2>
      {messages.length === 0 ? <p>没有未读消息。</p> : null}
      <ul className="message-list">
        {messages.map(({ id, title, url, createdAt }) => (
          <li key={id}>
            {url === null ? title : <Link to={url.replace(/^\/console/, "")}>{title}</Link>} <small>{sayInstant(createdAt)}</small>
          </li>
        ))}
      </ul>
      <Link to={organPath(agency, "messages")}>全部消息</Link>
    </section>
  );
}
