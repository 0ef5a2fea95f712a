import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface TestGateway {
  readonly url: string;
  readonly got: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
}

/** A gateway on this machine that keeps what is posted to it and answers as told, until the test is over. */
export async function aGateway(answer: () => number): Promise<TestGateway> {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      const status = answer();
      response.writeHead(status, status === 302 ? { location: "http://127.0.0.1:1/" } : {}).end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { got, url: `http://127.0.0.1:${port}/sms` };
}
