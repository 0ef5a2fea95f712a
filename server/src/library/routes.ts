import { join } from "node:path";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { libraryApiRoutes } from "./api-routes.ts";
import { loadDemo } from "./demo/load-demo.ts";
import { libraryFileRoutes } from "./file-routes.ts";
import { createFolderStore } from "./folder-store.ts";
import { openLibrary } from "./library.ts";
import { libraryPageRoutes } from "./page-routes.ts";
import type { Shelf } from "./shelf.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** What the library has on its shelf now; for pages that lead to an organ's reports. */
    readonly reportShelf: () => Shelf;
  }
}

/** The library 年报库: pages, files and open data of the published annual reports. */
export async function libraryRoutes(app: App, { settings }: Dependencies): Promise<void> {
  const library = await openLibrary(createFolderStore(join(settings.dataDir, "reports")), loadDemo());
  for (const { file, reason } of library.unreadable) app.log.error({ file, reason }, "published report left out");
  // Never taken from the request: a page is kept and shown to others, and its canonical address must be ours.
  let known = settings.baseUrl;
  const origin = (): string => {
    if (known === undefined && app.server.listening) known = app.listeningOrigin; // does not change any more
    return known ?? `http://${settings.host}:${settings.port}`;
  };
  app.decorate("reportShelf", () => library.shelf());
  libraryApiRoutes(app, library);
  libraryFileRoutes(app, { library, origin });
  await libraryPageRoutes(app, { library, origin, settings });
}
