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

/** Starts a browser that speaks to nobody but the page under test. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium();
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...Object.fromEntries(own), ...environment } });
}
