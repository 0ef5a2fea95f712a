import { LibraryLayout, type PageFrame } from "./library-layout.tsx";

export interface DataPageProps {
  readonly frame: PageFrame;
  readonly columns: readonly (readonly [string, string])[];
  readonly licence: string;
}

const ADDRESSES = [
  ["/api/v1/reports", "查找报告，分页返回概要（JSON）；可用参数 organ、region、level、year、edition、sort、order、page、pageSize"],
  ["/api/v1/reports/{机关代号}/{年度}", "一份报告的全部内容（JSON）"],
  ["/api/v1/reports/{机关代号}/series.json", "一个机关历年的全部数据（JSON），另有 series.csv"],
  ["/api/v1/reports.csv", "全部单元格（CSV 长表），可用参数与查找相同"],
  ["/reports/feed.xml", "新发布的报告（RSS 2.0）"],
  ["/sitemap.xml", "全部页面的网址"],
] as const;

/** What the open data are, where to get them and on what terms. */
export function DataPage({ frame, columns, licence }: DataPageProps) {
  return (
    <LibraryLayout
      frame={frame}
      title="开放数据"
      description="年报库开放数据的地址、字段和使用条件。"
      trail={[{ name: "年报库", href: "/reports" }]}
    >
      <h1>开放数据</h1>
      <p class="lead">报告和数据都可以由程序读取，不用登录，不用申请。</p>
      <p>
        <a class="button" href="/api/v1/reports.csv" download>
          下载全部数据（CSV）
        </a>
      </p>
      <h2>地址</h2>
      <dl class="addresses">
        {ADDRESSES.map(([address, meaning]) => (
          <div>
            <dt>{address.includes("{") ? <code>{address}</code> : <a href={address}>{address}</a>}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        字段和例子见<a href="/api/docs">接口文档</a>（<a href="/api/openapi.json">OpenAPI 3.1</a>）。各地址支持 ETag 和 Last-Modified
        条件请求：内容没有变化时返回 304，不重复传输。
      </p>
      <h2 id="columns-heading">CSV 各列</h2>
      <p>编码为 UTF-8（无 BOM），每个单元格一行。用 Excel 打开时请选“数据 → 从文本/CSV”，编码选 UTF-8。</p>
      <div class="table-scroll" role="region" aria-labelledby="columns-heading" tabIndex={0}>
        <table class="data">
          <caption class="visually-hidden">CSV 各列的名称和含义</caption>
          <thead>
            <tr>
              <th scope="col">列名</th>
              <th scope="col">含义</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(([name, meaning]) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>使用条件</h2>
      <p>{licence}</p>
    </LibraryLayout>
  );
}
