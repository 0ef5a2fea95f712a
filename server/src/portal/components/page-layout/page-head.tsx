import type { PageLayoutProps } from "./page-layout.tsx";

/** The tags of a page that belongs to a column of the site, as 国办发〔2017〕47号 names them. */
export interface ColumnTags {
  readonly name: string;
  readonly description: string;
  readonly keywords: string;
  readonly type: string;
}

/** The tags of a page that is an article. */
export interface ArticleTags {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM`, time of day in Asia/Shanghai. */
  readonly publishedAt: string;
  readonly source: string;
  readonly author: string;
  readonly keywords: string;
}

export type PageHeadProps = Omit<PageLayoutProps, "children" | "banner" | "footer" | "trail" | "pages" | "section" | "mainClass">;

/** What a page says of itself: to browsers, search engines, and those who inspect government sites. */
export function PageHead({
  title,
  description,
  assets,
  withScript,
  canonical,
  column,
  article,
  alternates = [],
  isPassing = false,
}: PageHeadProps) {
  const { site } = assets;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="SiteName" content={site.name} />
      {canonical === undefined ? null : <meta name="SiteDomain" content={domainOf(canonical)} />}
      <meta name="SiteIDCode" content={site.idCode} />
      {column === undefined ? null : (
        <>
          <meta name="ColumnName" content={column.name} />
          <meta name="ColumnDescription" content={column.description} />
          <meta name="ColumnKeywords" content={column.keywords} />
          <meta name="ColumnType" content={column.type} />
        </>
      )}
      {article === undefined ? null : (
        <>
          <meta name="ArticleTitle" content={article.title} />
          <meta name="PubDate" content={article.publishedAt} />
          <meta name="ContentSource" content={article.source} />
          <meta name="Keywords" content={article.keywords} />
          <meta name="Author" content={article.author} />
          <meta name="Url" content={canonical} />
        </>
      )}
      <meta name="description" content={description} />
      <meta name="format-detection" content="telephone=no" />
      {isPassing ? <meta name="robots" content="noindex" /> : null}
      {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
      {alternates.map((one) => (
        <link rel="alternate" type={one.type} href={one.href} title={one.title} />
      ))}
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={assets.style} />
      {withScript ? <script type="module" src={assets.script} /> : null}
    </head>
  );
}

function domainOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : "";
}
