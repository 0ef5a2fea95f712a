import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly raw: string;
  readonly subject: string;
  readonly text: string;
}

export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** A mail server on this machine that keeps what it gets, until the test is over. */
export async function aMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
          ...readMail(raw),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {}); // a client that hangs up
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo; // it listens on a port
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= new Promise<void>((resolve) => server.close(() => resolve())));
  onTestFinished(close);
  return { url: `smtp://127.0.0.1:${port}`, port, received, close };
}

function readMail(raw: string): { readonly subject: string; readonly text: string } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, " ");
  const encoded = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? "";
  const body = rest.join("\r\n\r\n");
  return {
    subject: encoded
      .replaceAll(/\?=\s+=\?/g, "?==?")
      .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
        kind.toUpperCase() === "B" ? Buffer.from(text, "base64").toString("utf8") : readQuoted(text.replaceAll("_", " ")),
      ),
    text: /Content-Transfer-Encoding: base64/i.test(unfolded)
      ? Buffer.from(body, "base64").toString("utf8")
      : /quoted-printable/i.test(unfolded)
        ? readQuoted(body.replaceAll("=\r\n", ""))
        : body,
  };
}

function readQuoted(text: string): string {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
