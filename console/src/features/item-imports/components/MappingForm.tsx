import { GENRES, type ItemImportPage } from "@gongkai/server/contract";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { listUnknownWords } from "../../../lib/unknown-words.ts";
import { ColumnMapping, Pick } from "../../../ui/ColumnMapping.tsx";
import { MappingPanel } from "../../../ui/MappingPanel.tsx";
import { changeItemMapping, itemImportsKey } from "../api/item-imports.ts";

type Mapping = ItemImportPage["mapping"];
type Genre = keyof typeof GENRES;

const UNSAID = "";
const LONGEST_WORD = 100;
const GENRE_OPTIONS = [
  { value: UNSAID as Genre | "", label: "其他" },
  ...(Object.entries(GENRES) as [Genre, string][]).map(([value, label]) => ({ value, label })), // entries forget the literal types
];

/** Which column is what, where items stand in the catalogue, and what the register's words for that mean. */
export function MappingForm({ agency, page }: { readonly agency: string; readonly page: ItemImportPage }) {
  const { columns, fields, entries, preview, import: record } = page;
  const [mapping, setMapping] = useState(page.mapping);
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(page.mapping);
  const save = useCommand({
    run: (http, changed: Mapping, key) => changeItemMapping(http, agency, record.id, { version: record.version, mapping: changed }, key),
    changes: [itemImportsKey(agency)],
  });
  const entryOptions = entries.map(({ id, label }) => ({ value: id, label }));
  const heading = mapping.columns.entry === undefined ? undefined : columns[mapping.columns.entry];
  const words = listUnknownWords({ heading, problems: preview?.problems ?? [], explained: mapping.entries, longest: LONGEST_WORD });
  const mean = (word: string, entry: string) =>
    setMapping((before) => {
      const others = Object.entries(before.entries).filter(([one]) => one !== word);
      return { ...before, entries: Object.fromEntries(entry === UNSAID ? others : [...others, [word, entry]]) };
    });
  return (
    <MappingPanel
      fault={save.error}
      isChanged={isChanged}
      isSaving={save.isPending}
      onSave={() => save.mutate(mapping)}
      onReset={() => setMapping(page.mapping)}
    >
      <ColumnMapping
        columns={columns}
        fields={fields}
        chosen={mapping.columns}
        onChange={(chosen) => setMapping((before) => ({ ...before, columns: chosen }))}
      />
      <h3>清单中没有写明时</h3>
      <div className="mapping-grid">
        <Pick
          label="目录一律归入"
          value={mapping.entry ?? UNSAID}
          options={[{ value: UNSAID, label: "逐行报告" }, ...entryOptions]}
          onChange={(entry) => setMapping((before) => ({ ...before, entry: entry === UNSAID ? null : entry }))}
        />
        <Pick
          label="标题看不出体裁的作为"
          value={mapping.genre ?? UNSAID}
          options={GENRE_OPTIONS}
          onChange={(genre) => setMapping((before) => ({ ...before, genre: genre === UNSAID ? null : genre }))}
        />
      </div>
      {words.length === 0 ? null : (
        <>
          <h3>目录列中的用语</h3>
          <p className="page-lead">本机关的公开目录中没有同名的条目，请逐个选择归入哪一条目。</p>
          <div className="mapping-grid">
            {words.map((word) => (
              <Pick
                key={word}
                label={`“${word}”`}
                value={mapping.entries[word] ?? UNSAID}
                options={[{ value: UNSAID, label: "未选择" }, ...entryOptions]}
                onChange={(entry) => mean(word, entry)}
              />
            ))}
          </div>
        </>
      )}
    </MappingPanel>
  );
}
