import type { PublishedAnswer } from "../../citizens/find-published.ts";

export interface PublishedAnswersProps {
  readonly published: readonly PublishedAnswer[];
  readonly level: "h2" | "h3";
}

/** What may answer the request already, before it is made. Nothing of it keeps anybody from applying. */
export function PublishedAnswers({ published, level: Heading }: PublishedAnswersProps) {
  if (published.length === 0) return null;
  return (
    <section class="citizen-published" aria-labelledby="published-heading">
      <Heading id="published-heading">这些已经公开，也许就是您要的</Heading>
      <ul>
        {published.map(({ title, href, publishedOn, by }) => (
          <li>
            <a href={href}>{title}</a>{" "}
            <span class="citizen-hint">
              {by} {publishedOn}
            </span>
          </li>
        ))}
      </ul>
      <p class="citizen-hint">不是您要的，请继续申请。</p>
    </section>
  );
}
