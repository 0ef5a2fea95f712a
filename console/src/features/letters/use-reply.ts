import type { ApplicationPage, DescribedKind, LetterDraft, PerformAct, SaveLetter } from "@gongkai/server/contract";
import { type ReplyValues, startReply } from "./reply-values.ts";
import type { OutcomeCode } from "@gongkai/statute";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCommand } from "../../lib/api.tsx";
import { ProblemError } from "../../lib/problem.ts";
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
  const caseKey = ["application", agency, id];
  const save = useCommand({
    run: (http, body: SaveLetter, key) => saveLetter(http, agency, id, kept?.id, body, key),
    changes: [lettersKey(agency, id)],
  });
  const send = useCommand({
    run: (http, body: PerformAct, key) => handInAnswer(http, agency, id, isOnSpot ? "answerOnSpot" : "draftReply", body, key),
    changes: [caseKey, ["applications", agency], ["today", agency], ["figures", agency]],
    done: onDone,
  });
  const kind = kinds.find((one) => one.kind === `answer.${values.outcome ?? ""}`);

  const change = (changes: Partial<ReplyValues>) => {
    setSaid("");
    setValues((before) => ({ ...before, ...changes }));
  };
  const chooseOutcome = (outcome: OutcomeCode) =>
    change({ outcome, article: kinds.find((one) => one.kind === `answer.${outcome}`)?.consequences?.article ?? "" });

  const saveNow = async () => {
    if (kind === undefined) return undefined;
    const saved = await save.mutateAsync({ kind: kind.kind, version: kept?.version ?? 0, fields: filledIn(values.fields) });
    setKept(saved);
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
      const { outcome, article, fields, isSealed } = values;
      const { reason } = filledIn(fields);
      const body = {
        version: seen,
        ...(outcome === undefined ? {} : { outcome }),
        ...(article === "" ? {} : { article }),
        ...(reason === undefined ? {} : { reason }),
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
      setSaid("草稿已保存。");
    });

  return { values, change, chooseOutcome, kind, handIn, keep, fault, staleSince, said, isSending: save.isPending || send.isPending };
}
