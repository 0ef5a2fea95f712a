import type { PublicItem } from "../../disclosures/public-items.ts";

/** Below the text: how to keep the page, make it larger, and check that it is genuine. Printed along, so that paper can be checked too. */
export function ItemTools({ own, item }: { readonly own: string; readonly item: PublicItem }) {
  return (
    <section class="tools" aria-labelledby="tools">
      <img class="tools__qr" src={`${own}/qr.svg`} width="120" height="120" alt="本页网址的二维码，可用手机扫描打开" />
      <div class="tools__rest">
        <h2 id="tools">真伪核验</h2>
        <Origin item={item} />
        <p>
          {item.taken_over_on === null ? `本页由${item.publisher}发布并签名。` : "本页由移入的机关签名。"}如果在别处看到这份文件，可以
          <a href={`/verify?q=${item.hash}`}>核验真伪</a>。
        </p>
        <p>
          散列值：<code class="hash">{item.hash}</code>
        </p>
        <p class="tools__more">
          字号：
          <a href={`${own}?view=standard`} rel="nofollow">
            标准
          </a>{" "}
          <a href={`${own}?view=elder`} rel="nofollow">
            大
          </a>
          <span>打印：使用浏览器的打印功能（Ctrl+P），只打印正文和本栏。</span>
          <a href={`${own}.json`}>本页数据（JSON）</a>
        </p>
      </div>
    </section>
  );
}

/** Where it was public before: a date of publication that is older than the page must not look forged. */
function Origin({
  item: { taken_over_on: takenOverOn, origin_address: address, published_on: publishedOn },
}: {
  readonly item: PublicItem;
}) {
  if (takenOverOn === null) return null;
  return (
    <p>
      本信息于 {publishedOn} 在原网站公开，{takenOverOn} 移入本平台。
      {address === null ? "" : "原网址："}
      {address === null ? null : (
        <a href={address} rel="nofollow noopener noreferrer">
          {address}
        </a>
      )}
    </p>
  );
}
