import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ComponentProps, type ComponentType, useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import type { EntryFilesProps } from "../../../lib/use-entry-files.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { answeredCaseQuery } from "../api/answer.ts";
import { draftQuery, letterKindsQuery, lettersQuery } from "../api/letters.ts";
import { ReplyDesk } from "../components/ReplyDesk.tsx";
import "../letters.css";

const Query = z.object({ onSpot: z.union([z.boolean(), z.stringbool()]).catch(false).default(false) });

/** 拟写答复: the answer to an application. */
export function ReplyPage({ EntryFiles }: { readonly EntryFiles: ComponentType<EntryFilesProps> }) {
  const organ = useOrgan();
  const http = useHttp();
  const navigate = useNavigate();
  const { application = "" } = useParams({ strict: false }) as { application?: string }; // the route is registered by feature
  const [{ onSpot }] = useUrlQuery(Query);
  const { data: page } = useSuspenseQuery(answeredCaseQuery(http, organ.code, application));
  const { data: kinds } = useSuspenseQuery(letterKindsQuery(http, organ.code));
  const letters = useQuery({ ...lettersQuery(http, organ.code, application), refetchOnMount: "always" });
  const { number, summary } = page.application;
  const path = organPath(organ.code, `applications/${application}`);
  const offered = page.acts.find(({ act }) => act === (onSpot ? "answerOnSpot" : "draftReply"));
  const returned = page.timeline.findLast(({ type }) => type === "returned" || type === "drafted");
  return (
    <PageShell title={onSpot ? "当场答复" : "拟写答复"} lead={<Link to={path}>{`${number ?? ""} ${summary}`}</Link>}>
      {returned?.type === "returned" ? (
        <p className="notice">
          <strong>上一稿被退回：</strong>
          {returned.details.map(({ value }) => value).join("；")}（{returned.actor}）
        </p>
      ) : null}
      {offered === undefined || offered.mayDo ? null : <p className="notice">现在不能提交：{offered.whyNot} 可以先查看和预览。</p>}
      {offered?.mayDo === true ? <p className="page-lead">提交后：{offered.consequence}。</p> : null}
      {letters.isError ? <ProblemNotice fault={letters.error} onRetry={() => void letters.refetch()} /> : null}
      {letters.data === undefined || !letters.isFetchedAfterMount ? null : (
        <OpenedDesk
          agency={organ.code}
          page={page}
          kinds={kinds.kinds}
          letterId={letters.data.letters.find(({ state, kind }) => state === "draft" && kind.startsWith("answer."))?.id}
          isOnSpot={onSpot}
          EntryFiles={EntryFiles}
          onDone={() => void navigate({ to: path })}
        />
      )}
    </PageShell>
  );
}

/**
 * The desk with the draft that was there when it was opened. It is read anew each time, since others write at it too; while the
 * desk is open nothing changes under the pen, and what is saved from it does not open it again.
 */
function OpenedDesk({ letterId, ...desk }: Omit<ComponentProps<typeof ReplyDesk>, "draft"> & { readonly letterId: string | undefined }) {
  const { agency, page, isOnSpot } = desk;
  const [opened] = useState(isOnSpot ? undefined : letterId);
  const draft = useQuery({
    ...draftQuery(useHttp(), agency, page.application.id, opened ?? ""),
    enabled: opened !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (draft.isError && draft.data === undefined) return <ProblemNotice fault={draft.error} onRetry={() => void draft.refetch()} />;
  return opened !== undefined && draft.data === undefined ? null : <ReplyDesk {...desk} draft={draft.data} />;
}
