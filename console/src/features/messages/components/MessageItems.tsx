import { type Message, MESSAGE_KINDS } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { Mark } from "../../../ui/Mark.tsx";

/** Where the console shows what a message is about; what is not listed has no page yet. */
const PAGES: Readonly<Record<string, string>> = { application: "applications", remedy: "remedies", item: "items", report: "reports" };

interface MessageItemsProps {
  readonly agency: string;
  readonly messages: readonly Message[];
  readonly onRead: (id: string) => void;
}

export function MessageItems({ agency, messages, onRead }: MessageItemsProps) {
  if (messages.length === 0) {
    return (
      <div className="empty">
        <p>没有消息。期限临近、有事交办或送审时，会在这里提醒。</p>
      </div>
    );
  }
  return (
    <ul className="messages">
      {messages.map((message) => (
        <li key={message.id} className={message.readAt === null ? "unread" : undefined}>
          <p className="message-head">
            <Mark tone={MESSAGE_KINDS[message.kind].urgent ? "error" : "plain"}>{MESSAGE_KINDS[message.kind].words}</Mark>
            <strong>{message.title}</strong>
            <small>
              {sayInstant(message.createdAt)}
              {message.readAt === null ? "，未读" : ""}
              {message.mail === "failed" ? "，邮件发送失败" : ""}
            </small>
          </p>
          {message.body === "" ? null : <p className="message-body">{message.body}</p>}
          <p className="message-acts">
            <Subject agency={agency} message={message} />
            {message.readAt === null ? (
              <Button size="small" onClick={() => onRead(message.id)} aria-label={`标为已读：${message.title}`}>
                标为已读
              </Button>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Subject({ agency, message: { subject } }: { readonly agency: string; readonly message: Message }) {
  const page = subject === null ? undefined : PAGES[subject.kind];
  return page === undefined || subject === null ? null : <Link to={organPath(agency, `${page}/${subject.id}`)}>打开事项</Link>;
}
