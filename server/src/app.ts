import type { ReaderPool } from "@gongkai/document/read";
import { authorise } from "./accounts/index.ts";
import { describeApi } from "./platform/api-docs.ts";
import { createHttp, type App } from "./platform/http.ts";
import type { Logger } from "./platform/log.ts";
import { probeRoutes } from "./platform/probes.ts";
import { SLICES, type Dependencies, type Slice } from "./slices.ts";

/** The whole server, ready to be asked in-process (`app.inject`) or to listen. Closing it closes what it was handed. */
export async function createApp(
  { log, close, ...dependencies }: Dependencies & { readonly log: Logger; readonly close: () => Promise<void> },
  slices: readonly Slice[] = SLICES,
): Promise<App> {
  const app = await createHttp(dependencies.settings, log, dependencies.clock);
  await describeApi(app, dependencies.settings);
  probeRoutes(app, [{ name: "readers", isReady: watchReaders(dependencies.readers) }]);
  authorise(app, dependencies);
  for (const slice of slices) await slice(app, dependencies);
  app.addHook("onClose", close);
  await app.ready();
  return app;
}

const FIRST_DOCUMENT = new TextEncoder().encode("公开");

/** Ready once a worker has started and read a first document; from then on the pool itself replaces a worker that breaks. */
function watchReaders(readers: ReaderPool): () => boolean {
  let isReady = false;
  void readers.read(FIRST_DOCUMENT, { name: "first.txt" }).then((read) => {
    isReady = read.ok;
  });
  return () => isReady;
}
