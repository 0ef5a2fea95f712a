import { printable } from "./printable.ts";

/** Text safe in XML content and in attributes in double quotes. */
export function escapeXml(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
