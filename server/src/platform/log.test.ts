import { describe, expect, test } from "vitest";
import { stoppedClock } from "./clock.ts";
import { createLog, createRequestLine } from "./log.ts";

function logWith(inWords: boolean): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    clock: stoppedClock("2026-03-02T01:30:00.000Z"),
    inWords,
    to: { write: (line: string) => void lines.push(line) },
  });
  return { lines, log };
}

const request = { req: { method: "GET", url: "/a?applicant=someone", ip: "10.0.0.1" }, res: { statusCode: 404 }, responseTime: 3.2 };

describe("the log", () => {
  test("is JSON for programs, with the path and without the query", () => {
    const { lines, log } = logWith(false);
    log.info(request, "request");
    expect(JSON.parse(lines.join(""))).toEqual({
      level: "info",
      time: "2026-03-02T01:30:00.000Z",
      req: { method: "GET", path: "/a", ip: "10.0.0.1" },
      res: { status: 404 },
      responseTime: 3.2,
      msg: "request",
    });
  });

  test("is a line of words for a person at a terminal", () => {
    const { lines, log } = logWith(true);
    log.info(request, "request");
    expect(lines.join("")).toBe("01:30:00 信息 GET /a 404 3.2 ms\n");
  });

  test("has the same line for every request that was answered, whatever stands in its address", () => {
    const { lines, log } = logWith(false);
    const write = createRequestLine(log, stoppedClock("2026-03-02T01:30:00.000Z"));
    const answered = { id: "one", method: "GET", url: '/a"\n?applicant=someone', ip: '10.0.0.1"', status: 200, milliseconds: 3.21 };
    write({ ...answered, level: "info" });
    write({ ...answered, level: "warn" });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines.join(""))).toEqual({
      level: "info",
      time: "2026-03-02T01:30:00.000Z",
      reqId: "one",
      req: { method: "GET", path: '/a"\n', ip: '10.0.0.1"' },
      res: { status: 200 },
      responseTime: 3.2,
      msg: "request",
    });
  });
});
