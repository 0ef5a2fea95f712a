import type { CellKey, EditionId } from "@gongkai/annual-report";
import { findHelp } from "@gongkai/annual-report/help";

/** How a cell is to be filled: its row, then its column, each with article, common mistakes and practice. */
export function HelpText({ edition, cell, isOpen = false }: { edition: EditionId; cell: CellKey; isOpen?: boolean }) {
  const entries = findHelp(edition, cell);
  if (entries.length === 0) return null;
  return (
    <details class="help-text" open={isOpen}>
      <summary>填报说明</summary>
      {entries.map(({ label, counts, article, mistakes, practice }) => (
        <section class="help-text__entry">
          <h4>{label}</h4>
          <p>{counts}</p>
          {article === undefined ? null : <p>依据：《政府信息公开条例》（国务院令第711号）{article}。</p>}
          {practice === undefined ? null : <p>通行做法：{practice}</p>}
          <p>常见错误：</p>
          <ul>
            {mistakes.map((mistake) => (
              <li>{mistake}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
