import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { App } from "./http.ts";

/** How long running requests may take to finish once the server was asked to stop. */
const GRACE_MILLISECONDS = 10_000;

/** How long a connection that has not asked anything yet may still do so. */
const QUIET_MILLISECONDS = 500;

/** npm and the bootstrap each pass a signal on, so one Ctrl+C may arrive several times within this time. */
const SAME_SIGNAL_MILLISECONDS = 1_000;

/**
 * Waits until the process is asked to stop (SIGINT, SIGTERM), lets running requests finish and closes what the app
 * opened. Gives the exit code: 0 when all ended in time, 1 when something had to be cut off.
 */
export function stopOnSignal(app: App): Promise<number> {
  const closeQuiet = trackConnections(app.server);
  return new Promise((resolve) => {
    let stoppingSince: number | undefined;
    const stop = (signal: NodeJS.Signals): void => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > SAME_SIGNAL_MILLISECONDS) resolve(1);
        return;
      }
      stoppingSince = performance.now();
      app.log.info({ signal }, "stopping");
      setTimeout(closeQuiet, QUIET_MILLISECONDS).unref();
      setTimeout(() => {
        app.log.warn("requests cut off");
        app.server.closeAllConnections();
        resolve(1);
      }, GRACE_MILLISECONDS).unref();
      app.close().then(
        () => resolve(0),
        (fault: unknown) => {
          app.log.error({ err: fault }, "stopping failed");
          resolve(1);
        },
      );
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

/** Gives a function that closes connections without a running request. Node itself would wait for those that never sent one. */
function trackConnections(server: Server): () => void {
  const running = new Map<Socket, number>();
  server.on("connection", (socket) => {
    running.set(socket, 0);
    socket.once("close", () => running.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    response.once("close", () => {
      if (running.has(socket)) running.set(socket, (running.get(socket) ?? 1) - 1);
    });
  });
  return () => {
    for (const [socket, requests] of running) if (requests === 0) socket.destroy();
  };
}
