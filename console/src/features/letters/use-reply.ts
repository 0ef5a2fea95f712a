import {
  type ApplicationPage,
  type DescribedKind,
  type LetterDraft,
  type PerformAct,
  RELEASING_OUTCOMES,
  type SaveLetter,
} from "@gongkai/server/contract";
import { type ReplyValues, startReply } from "./reply-values.ts";
import type { OutcomeCode } from "@gongkai/statute";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCommand } from "../../lib/api.tsx";
import { ProblemError } from "../../lib/problem.ts";
import { useEntryFiles } from "../../lib/use-entry-files.ts";
import { handInAnswer } from "./api/answer.ts";
import { lettersKey, saveLetter } from "./api/letters.ts";
import { filledIn } from "./pick-fields.ts";

interface Reply {
  readonly agency: string;
  readonly page: ApplicationPage;
  readonly kinds: readonly DescribedKind[];
  readonly draft: LetterDraft | undefined;
  readonly isOnSpot: boolean;
  readonly onDone: () => void;
}

/** What stands on the desk, how it is kept as a draft, and how it is handed in. */
export function useReply({ agency, page, kinds, draft, isOnSpot, onDone }: Reply) {
  const { id } = page.application;
  const cache = useQueryClient();
  const [values, setValues] = useState(() => startReply(draft, kinds));
  const [kept, setKept] = useState(draft === undefined ? undefined : { id: draft.id, version: draft.version });
  const [seen, setSeen] = useState(page.application.version);
  const [staleSince, setStaleSince] = useState<number | undefined>(undefined);
  const [fault, setFault] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const [atFirst] = useState(() => draft?.files ?? { released: page.released.filter(({ stage }) => stage === "returned"), documents: [] });
  const released = useEntryFiles(atFirst.released);
  const records = useEntryFiles(atFirst.documents);
  const [fetchable, setFetchable] = useState(() => [...namesOf(atFirst.released), ...namesOf(atFirst.documents)]);
  const caseKey = ["application", agency, id];
  const save = useCommand({
    run: (http, body: SaveLetter, key) => saveLetter(http, agency, id, kept?.id, body, key),
    changes: [lettersKey(agency, id)],
  });
  const send = useCommand({
    run: (http, body: PerformAct, key) => handInAnswer(http, agency, id, isOnSpot ? "answerOnSpot" : "draftReply", body, key),
    changes: [
      caseKey,
      ["applications", agency],
      ["today", agency],
      ["figures", agency],
      ["case-files", agency, id],
      lettersKey(agency, id),
    ],
    done: onDone,
  });
  const kind = kinds.find((one) => one.kind === `answer.${values.outcome ?? ""}`);

  const change = (changes: Partial<ReplyValues>) => {
    setSaid("");
    setValues((before) => ({ ...before, ...changes }));
  };
  const chooseOutcome = (outcome: OutcomeCode) =>
    change({ outcome, article: kinds.find((one) => one.kind === `answer.${outcome}`)?.consequences?.article ?? "" });

  const mayRelease = values.outcome !== undefined && RELEASING_OUTCOMES.includes(values.outcome);
  // The letter names the files until the person writes something else there.
  const named = mayRelease && released.files.length > 0 ? nameFiles(released.files) : undefined;
  const fields: ReplyValues["fields"] = { ...(named === undefined ? {} : { attachments: named }), ...values.fields };
  const changeFields = ({ attachments, ...typed }: ReplyValues["fields"]) =>
    change({ fields: attachments === undefined || attachments === named ? typed : { ...typed, attachments } });

  const saveNow = async () => {
    if (kind === undefined) return undefined;
    released.awaitFiles();
    records.awaitFiles();
    const files = { released: mayRelease ? namesOf(released.files) : [], documents: namesOf(records.files) };
    const saved = await save.mutateAsync({
      kind: kind.kind,
      version: kept?.version ?? 0,
      fields: filledIn({ ...fields, article: values.article }),
      // In review they stand in the case, and only the words may still change.
      ...(page.application.state === "approval" ? {} : { files }),
    });
    setKept(saved);
    setFetchable((before) => [...before, ...files.released, ...files.documents]);
    return saved;
  };

  const attempt = async (work: () => Promise<void>) => {
    setFault(undefined);
    try {
      await work();
    } catch (refused) {
      if (refused instanceof ProblemError && refused.code === "changed-meanwhile") {
        await cache.refetchQueries({ queryKey: caseKey });
        setStaleSince(seen);
        setSeen(cache.getQueryData<ApplicationPage>(caseKey)?.application.version ?? seen);
      }
      setFault(refused);
    }
  };

  const handIn = () =>
    attempt(async () => {
      released.awaitFiles();
      records.awaitFiles();
      const { outcome, article, isSealed } = values;
      const { reason } = filledIn(fields);
      const body = {
        version: seen,
        ...(outcome === undefined ? {} : { outcome }),
        ...(article === "" ? {} : { article }),
        ...(reason === undefined ? {} : { reason }),
        ...records.toDocuments(),
        ...(mayRelease && released.files.length > 0 ? { released: namesOf(released.files) } : {}),
      };
      if (isOnSpot) {
        await send.mutateAsync({ ...body, isSealed, letter: { ...filledIn(fields) } });
        return;
      }
      const letter = await saveNow();
      await send.mutateAsync({ ...body, ...(letter === undefined ? {} : { letterId: letter.id }) });
    });

  const keep = () =>
    attempt(async () => {
      await saveNow();
      const count = (mayRelease ? released.files.length : 0) + records.files.length;
      setSaid(count === 0 ? "草稿已保存。" : `草稿已保存，所选的 ${count} 个文件一并保存。`);
    });

  return {
    values,
    fields,
    change,
    changeFields,
    chooseOutcome,
    kind,
    mayRelease,
    released,
    records,
    fetchable,
    handIn,
    keep,
    fault,
    staleSince,
    said,
    isSending: save.isPending || send.isPending,
  };
}

const namesOf = (files: readonly { readonly sha256: string }[]): string[] => files.map(({ sha256 }) => sha256);

function nameFiles(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => `《${name.replace(/\.[^.]+$/, "")}》`).join("、");
}
