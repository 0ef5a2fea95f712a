import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { writeFinished } from "./send-finished.ts";

test.each([0, 1, 8_192, 8_193, 100_000])(
  "of a body of %s bytes every one arrives, and none where only the headers are asked for",
  async (length) => {
    const body = Buffer.from(Array.from({ length }, (_, index) => index % 256));
    const server = createServer((_request, response) =>
      writeFinished(
        response,
        { status: 200, headers: ["content-type", "image/png"], body },
        { safetyList: ["x-frame-options", "DENY"], id: "1" },
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
    const answer = await fetch(address);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-length": String(length),
      "x-frame-options": "DENY",
      "x-request-id": "1",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    const head = await fetch(address, { method: "HEAD" });
    expect([head.headers.get("content-length"), await head.text()]).toEqual([String(length), ""]);
    server.close();
  },
);
