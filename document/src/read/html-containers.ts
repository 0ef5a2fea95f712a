import { regionKind } from "./html-region.ts";
import type { Region } from "./html-region.ts";

/** How far an end tag looks for its element among the open ones. */
const FARTHEST_CLOSE = 200;
/** Open containers and regions remembered; a page has some fifty. */
const MOST_CONTAINERS = 10_000;

/** The open elements that may be a part of the page of their own, such as its article or a menu. */
export interface HtmlContainers {
  readonly regions: readonly Region[];
  /** Index of the innermost open region. */
  region(): number;
  count(): number;
  open(name: string, attributes: string): void;
  /** Closes the innermost container of this name above the floor, with all within; an end tag that matches none is passed over. */
  close(name: string, floor: number): void;
  /** Closes all but the first so many. */
  truncate(count: number): void;
}

export function createHtmlContainers(): HtmlContainers {
  const regions: Region[] = [{ parent: 0, kind: "page" }];
  const containers: { readonly name: string; readonly region: number }[] = [];
  let region = 0;

  function truncate(count: number): void {
    if (containers.length <= count) return;
    containers.length = count;
    region = containers[count - 1]?.region ?? 0;
  }

  return {
    regions,
    region: () => region,
    count: () => containers.length,
    open(name, attributes) {
      if (containers.length >= MOST_CONTAINERS) return;
      const kind = regionKind(name, attributes);
      if (kind !== undefined && regions.length < MOST_CONTAINERS) {
        regions.push({ parent: region, kind });
        region = regions.length - 1;
      }
      containers.push({ name, region });
    },
    close(name, floor) {
      const lowest = Math.max(floor, containers.length - FARTHEST_CLOSE);
      for (let i = containers.length - 1; i >= lowest; i--) {
        if (containers[i]?.name === name) return truncate(i);
      }
    },
    truncate,
  };
}
