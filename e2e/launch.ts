import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "./find-chromium.ts";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Without a UTF-8 locale, as on a bare machine, Chromium saves a file with a Chinese name as "download". */
const LOCALE = { LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };

/** How long a page may take for one step: a machine that also builds and runs others is slow at times. */
export const PATIENCE_MILLISECONDS = 60_000;

/** Starts a browser that speaks to nobody but the page under test. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium();
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...Object.fromEntries(own), ...LOCALE, ...environment } });
}
