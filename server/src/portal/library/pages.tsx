import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { ComparePage, type ComparePageProps } from "./compare-page.tsx";
import { DataPage, type DataPageProps } from "./data-page.tsx";
import { ListPage, type ListPageProps } from "./list-page.tsx";
import { MissingPage, type MissingPageProps } from "./missing-page.tsx";
import { OrganPage, type OrganPageProps } from "./organ-page.tsx";
import { RegionPage, type RegionPageProps } from "./region-page.tsx";
import { ReportPage, type ReportPageProps } from "./report-page.tsx";
import { VerifyPage, type VerifyPageProps } from "./verify-page.tsx";

// The library's pages as the server renders them.

const render = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

export const renderListPage = (props: ListPageProps): string => render(<ListPage {...props} />);
export const renderOrganPage = (props: OrganPageProps): string => render(<OrganPage {...props} />);
export const renderReportPage = (props: ReportPageProps): string => render(<ReportPage {...props} />);
export const renderComparePage = (props: ComparePageProps): string => render(<ComparePage {...props} />);
export const renderRegionPage = (props: RegionPageProps): string => render(<RegionPage {...props} />);
export const renderVerifyPage = (props: VerifyPageProps): string => render(<VerifyPage {...props} />);
export const renderDataPage = (props: DataPageProps): string => render(<DataPage {...props} />);
export const renderMissingPage = (props: MissingPageProps): string => render(<MissingPage {...props} />);
