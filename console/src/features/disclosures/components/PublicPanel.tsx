import type { ItemPage } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { publicAddress, publicRecordQuery } from "../api/public-record.ts";

/** Where the public reads it, and how anyone can tell that a copy is genuine. */
export function PublicPanel({
  agency,
  item,
  origin,
}: {
  readonly agency: string;
  readonly item: ItemPage["item"];
  readonly origin: ItemPage["origin"];
}) {
  const address = publicAddress(agency, item.id);
  const isShown = item.state !== "withdrawn" && item.state !== "archived";
  const record = useQuery({ ...publicRecordQuery(agency, item.id, item.version), enabled: item.publicVersion > 0 && isShown }).data;
  if (item.publicVersion === 0) return null;
  return (
    <section className="panel public-panel" aria-labelledby="public-title">
      <h2 id="public-title">公众看到的页面</h2>
      <dl className="facts">
        <dt>网址</dt>
        <dd>
          <a href={address} target="_blank" rel="noreferrer">
            {window.location.origin}
            {address}
          </a>
        </dd>
        <dt>索引号</dt>
        <dd>{item.indexNumber}</dd>
        <dt>发布</dt>
        <dd>
          {item.publishedAt === null ? "" : sayInstant(item.publishedAt).slice(0, 16)}，第 {item.publicVersion} 版
        </dd>
        {origin === null ? null : (
          <>
            <dt>移入</dt>
            <dd>
              {origin.publishedOn} 在原网站公开{origin.address === "" ? "" : `（${origin.address}）`}
              {origin.takenOverOn === null ? "" : `，${origin.takenOverOn} 移入`}。原审查情况：{origin.review}
            </dd>
          </>
        )}
        {record?.hash === undefined ? null : (
          <>
            <dt>散列值</dt>
            <dd>
              <code className="long-code">{record.hash}</code>{" "}
              <a href={`/verify?q=${record.hash}`} target="_blank" rel="noreferrer">
                核验
              </a>
            </dd>
          </>
        )}
      </dl>
      {isShown ? (
        <figure>
          <img src={`${address}/qr.svg`} width="120" height="120" alt="公众页面网址的二维码" />
          <figcaption>
            <a href={`${address}/qr.svg`} download={`${item.indexNumber ?? "二维码"}.svg`}>
              下载二维码
            </a>
            ，可以印在公告栏上
          </figcaption>
        </figure>
      ) : (
        <p>公众打开原网址，看到标题、撤回时间和理由，看不到正文和附件。</p>
      )}
    </section>
  );
}
