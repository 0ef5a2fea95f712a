/** A letter on paper. The fragment is our own server's, every text in it escaped; the content policy lets no script or style of it act. */
export function LetterPaper({ title, html }: { readonly title: string; readonly html: string }) {
  return <div className="letter-paper" tabIndex={0} role="region" aria-label={title} dangerouslySetInnerHTML={{ __html: html }} />;
}
