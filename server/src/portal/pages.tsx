import { renderToString } from "preact-render-to-string";
import type { EditionId } from "@gongkai/annual-report";
import { CheckUpPage } from "./check-up/check-up-page.tsx";
import { HelpPage } from "./check-up/help-page.tsx";
import { ResultPage, type ResultPageProps } from "./check-up/result-page.tsx";
import type { AssetAddresses } from "./components/page-layout/page-layout.tsx";

export * from "../deadlines/pages/pages.tsx";
export * from "./library/pages.tsx";
export * from "./citizens/pages.tsx";
export * from "./disclosures/pages.tsx";

// The pages as the server renders them; built into one file, because Node does not read JSX.

export function renderCheckUpPage(assets: AssetAddresses): string {
  return `<!doctype html>${renderToString(<CheckUpPage assets={assets} />)}`;
}

export function renderHelpPage(assets: AssetAddresses, edition: EditionId): string {
  return `<!doctype html>${renderToString(<HelpPage assets={assets} edition={edition} />)}`;
}

export function renderResultPage(props: ResultPageProps): string {
  return `<!doctype html>${renderToString(<ResultPage {...props} />)}`;
}
