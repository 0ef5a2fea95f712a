import type { ActName, OutcomeCode } from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { letterKindsQuery } from "../api/letters.ts";
import { fieldsToAsk, filledIn, kindsOfAct } from "../pick-fields.ts";
import { LetterFieldInputs } from "./LetterFieldInputs.tsx";
import { LetterPreview } from "./LetterPreview.tsx";

interface ActLetterProps {
  readonly agency: string;
  readonly application: string;
  readonly act: ActName;
  readonly outcome: OutcomeCode | undefined;
  readonly article: string | undefined;
  readonly known: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The letter that goes out with an act: what is still to be filled in, and how it will look. Nothing for acts without one. */
export function ActLetter({ agency, application, act, outcome, article, known, values, onChange }: ActLetterProps) {
  const { data } = useQuery(letterKindsQuery(useHttp(), agency));
  const kinds = kindsOfAct(data?.kinds ?? [], act, outcome);
  const [shown, setShown] = useState<string | undefined>(undefined);
  if (kinds.length === 0) return null;
  const open = kinds.find(({ kind }) => kind === shown);
  return (
    <fieldset className="rows act-letter">
      <legend>随本事项发出的文书</legend>
      <p>{kinds.map(({ title }) => `《${title}》`).join("、")}，编号后内容固定，不能再修改。</p>
      <LetterFieldInputs fields={fieldsToAsk(kinds, known)} values={values} onChange={onChange} />
      <div className="view-bar">
        {kinds.map(({ kind, title }) => (
          <button
            key={kind}
            type="button"
            className="view"
            aria-pressed={shown === kind}
            onClick={() => setShown(shown === kind ? undefined : kind)}
          >
            预览《{title}》
          </button>
        ))}
      </div>
      {open === undefined ? null : (
        <LetterPreview
          agency={agency}
          application={application}
          kind={open.kind}
          fields={filledIn({ ...onlyOf(open.fields, known), ...values })}
          article={article}
        />
      )}
    </fieldset>
  );
}

/** A preview takes the fields of its letter only. */
function onlyOf(fields: readonly { readonly name: string }[], known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)));
}
