import type { App } from "./http.ts";

/** How long running requests may take to finish once the server was asked to stop. */
const GRACE_MILLISECONDS = 10_000;

/** npm and the bootstrap each pass a signal on, so one Ctrl+C may arrive several times within this time. */
const SAME_SIGNAL_MILLISECONDS = 1_000;

/**
 * Waits until the process is asked to stop (SIGINT, SIGTERM), lets running requests finish and closes what the app
 * opened. Gives the exit code: 0 when all ended in time, 1 when something had to be cut off.
 */
export function stopOnSignal(app: App): Promise<number> {
  return new Promise((resolve) => {
    let stoppingSince: number | undefined;
    const stop = (signal: NodeJS.Signals): void => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > SAME_SIGNAL_MILLISECONDS) resolve(1);
        return;
      }
      stoppingSince = performance.now();
      app.log.info({ signal }, "stopping");
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
