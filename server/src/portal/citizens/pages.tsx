import { renderToString } from "preact-render-to-string";
import type { VNode } from "preact";
import { FilesPage, type FilesPageProps } from "./files-page.tsx";
import { StepPage, type StepPageProps } from "./form-pages.tsx";
import { GuidePage, type GuidePageProps } from "./guide-page.tsx";
import { OpinionMessagePage, OpinionPage, type OpinionPageProps } from "./opinion-pages.tsx";
import { OrganPage, type OrganPageProps } from "./organ-page.tsx";
import { PreviewPage, type PreviewPageProps } from "./preview-page.tsx";
import { AskPage, type AskPageProps, ProgressPage, type ProgressPageProps } from "./progress-pages.tsx";
import { GonePage, ReceiptPage, type ReceiptPageProps } from "./receipt-page.tsx";
import { StatementPage, type StatementPageProps } from "./statement-page.tsx";
import { VerifyLetterPage, type VerifyLetterPageProps } from "./verify-letter-page.tsx";

export { OFFER_WORDS } from "./statement-page.tsx";

const html = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

export const renderApplyGuidePage = (props: GuidePageProps): string => html(<GuidePage {...props} />);
export const renderApplyOrganPage = (props: OrganPageProps): string => html(<OrganPage {...props} />);
export const renderStepPage = (props: StepPageProps): string => html(<StepPage {...props} />);
export const renderFilesPage = (props: FilesPageProps): string => html(<FilesPage {...props} />);
export const renderPreviewPage = (props: PreviewPageProps): string => html(<PreviewPage {...props} />);
export const renderApplyReceiptPage = (props: ReceiptPageProps): string => html(<ReceiptPage {...props} />);
export const renderGonePage = (props: Parameters<typeof GonePage>[0]): string => html(<GonePage {...props} />);
export const renderAskPage = (props: AskPageProps): string => html(<AskPage {...props} />);
export const renderProgressPage = (props: ProgressPageProps): string => html(<ProgressPage {...props} />);
export const renderStatementPage = (props: StatementPageProps): string => html(<StatementPage {...props} />);
export const renderVerifyLetterPage = (props: VerifyLetterPageProps): string => html(<VerifyLetterPage {...props} />);
export const renderOpinionPage = (props: OpinionPageProps): string => html(<OpinionPage {...props} />);
export const renderOpinionMessagePage = (props: Parameters<typeof OpinionMessagePage>[0]): string =>
  html(<OpinionMessagePage {...props} />);
