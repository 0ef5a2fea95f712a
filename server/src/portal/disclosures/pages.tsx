import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { HomePage, type HomePageProps } from "../home/home-page.tsx";
import { GuidePage, type GuidePageProps } from "./guide-page.tsx";
import { ItemPage, type ItemPageProps } from "./item-page.tsx";
import { ItemsPage, type ItemsPageProps } from "./items-page.tsx";
import { MissingPage } from "./missing-page.tsx";
import { OrganPage, type OrganPageProps } from "./organ-page.tsx";
import { OrgansPage, type OrgansPageProps } from "./organs-page.tsx";
import type { PageFrame } from "./disclosure-layout.tsx";
import { PoliciesPage, type PoliciesPageProps } from "./policies-page.tsx";
import { ReportsPage, type ReportsPageProps } from "./reports-page.tsx";
import { SearchPage, type SearchPageProps } from "./search-page.tsx";
import { StubPage, type StubPageProps } from "./stub-page.tsx";
import { SystemPage, SystemsPage, type System, type SystemsPageProps } from "./systems-page.tsx";
import { VerifyPage, type VerifyPageProps } from "./verify-page.tsx";

// The pages of what is made public, as the server renders them.

const render = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

export const renderHomePage = (props: HomePageProps): string => render(<HomePage {...props} />);
export const renderOrgansPage = (props: OrgansPageProps): string => render(<OrgansPage {...props} />);
export const renderDisclosureOrganPage = (props: OrganPageProps): string => render(<OrganPage {...props} />);
export const renderDisclosureGuidePage = (props: GuidePageProps): string => render(<GuidePage {...props} />);
export const renderSystemsPage = (props: SystemsPageProps): string => render(<SystemsPage {...props} />);
export const renderSystemPage = (props: Omit<SystemsPageProps, "systems"> & { system: System }): string =>
  render(<SystemPage {...props} />);
export const renderOrganReportsPage = (props: ReportsPageProps): string => render(<ReportsPage {...props} />);
export const renderItemsPage = (props: ItemsPageProps): string => render(<ItemsPage {...props} />);
export const renderItemPage = (props: ItemPageProps): string => render(<ItemPage {...props} />);
export const renderStubPage = (props: StubPageProps): string => render(<StubPage {...props} />);
export const renderPoliciesPage = (props: PoliciesPageProps): string => render(<PoliciesPage {...props} />);
export const renderSearchPage = (props: SearchPageProps): string => render(<SearchPage {...props} />);
export const renderDisclosureVerifyPage = (props: VerifyPageProps): string => render(<VerifyPage {...props} />);
export const renderDisclosureMissingPage = (props: { frame: PageFrame }): string => render(<MissingPage {...props} />);
