import { createTransport } from "nodemailer";
import type { Logger } from "../log.ts";

export interface Letter {
  readonly to: string;
  /** One line without personal data: servers on the way log it. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Names the letter for good, so that one sent twice is recognised: letters, digits and hyphens. */
  readonly id: string;
}

/** `later`: the server could not be reached or asked for patience, so it is worth another try. */
export type MailResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "off" | "refused" | "later"; readonly reason: string };

export interface Mail {
  readonly isOn: boolean;
  /** Why no mail is sent, in Chinese; null when it is. */
  readonly whyOff: string | null;
  /** Hands one letter to the mail server. Takes seconds: never call it inside a transaction. */
  send(letter: Letter): Promise<MailResult>;
  /** Lets letters on their way arrive and ends the connections. */
  close(): Promise<void>;
}

export interface MailOptions {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly log: Logger;
}

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;

/** The way out for mail, as the settings have it. Without a server or a sender no mail is sent, and the log says so once. */
export function createMail({ smtpUrl, mailFrom, log }: MailOptions): Mail {
  const whyOff =
    smtpUrl === undefined ? "没有设置 SMTP_URL，不发送邮件。" : mailFrom === undefined ? "没有设置 MAIL_FROM，不发送邮件。" : null;
  if (smtpUrl === undefined || mailFrom === undefined || whyOff !== null) {
    log.info(whyOff ?? "");
    return { isOn: false, whyOff, send: async () => ({ ok: false, refusal: "off", reason: whyOff ?? "" }), close: async () => {} };
  }
  const transport = createTransport({
    ...fromUrl(smtpUrl),
    pool: true,
    maxConnections: 2,
    maxMessages: 50,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(mailFrom.replace(/^.*@([^>]+)>?$/, "mail://$1")).hostname;
  return {
    isOn: true,
    whyOff: null,
    async send({ to, subject, text, id }) {
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: "", address: to },
          subject: oneLine(subject),
          text,
          messageId: `<${id}@${host}>`,
        });
        return { ok: true };
      } catch (fault) {
        return explainFault(fault);
      }
    },
    close: async () => transport.close(),
  };
}

/** `smtp://user:password@host:port`, `smtps://` for TLS from the first byte. */
function fromUrl(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** What the server said may repeat addresses: only its codes are kept. */
function explainFault(fault: unknown): MailResult {
  const { code = "", responseCode } = fault as { code?: string; responseCode?: number }; // nodemailer's errors; both may be missing
  if (responseCode !== undefined && responseCode >= 500 && code !== "EAUTH") {
    return { ok: false, refusal: "refused", reason: `邮件服务器拒收（${responseCode}）。` };
  }
  if (code === "EENVELOPE" && responseCode === undefined) return { ok: false, refusal: "refused", reason: "收件地址有误。" };
  return {
    ok: false,
    refusal: "later",
    reason: `${REASONS[code] ?? "邮件没有送达服务器"}${responseCode === undefined ? "" : `（${responseCode}）`}。`,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EAUTH: "邮件服务器不接受用户名或口令，请检查 SMTP_URL",
  ECONNECTION: "连接不上邮件服务器",
  ESOCKET: "与邮件服务器的连接中断",
  EDNS: "找不到邮件服务器",
  ETLS: "与邮件服务器的加密连接没有建立",
  ETIMEDOUT: "邮件服务器没有应答",
};

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
