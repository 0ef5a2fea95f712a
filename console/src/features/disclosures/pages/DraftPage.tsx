import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { catalogueQuery } from "../api/catalogue.ts";
import { ItemForm } from "../components/ItemForm.tsx";
import { emptyDraft } from "../draft-form.ts";
import { DRAFTERS } from "../words.ts";
import "../items.css";

/** 起草: a new item. */
export function Page() {
  const organ = useOrgan();
  const navigate = useNavigate();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(useHttp(), organ.code));
  const [initial] = useState(() => emptyDraft(today()));
  const isEmpty = catalogue.entries.every(({ closedOn, way }) => closedOn !== null || way !== "proactive");
  return (
    <PageShell title="起草信息" lead="没有注明“选填”的都要填写。保存后在下一页筛查、送审，不会直接公开。">
      {!isMeantFor(DRAFTERS, organ.roles) ? (
        <p className="empty">起草由承办人、部门负责人或者公开工作机构负责人办理。您的岗位可以查看和审查。</p>
      ) : isEmpty ? (
        <p className="empty">
          本机关的基本目录还是空的，每份信息都要归入一个条目。请公开工作机构负责人先在
          <Link to={organPath(organ.code, "catalogue")}>公开目录</Link>
          中编制。
        </p>
      ) : (
        <ItemForm
          agency={organ.code}
          catalogue={catalogue}
          initial={initial}
          page={undefined}
          onDone={({ id }) => void navigate({ to: organPath(organ.code, `disclosures/${id}`) })}
        />
      )}
    </PageShell>
  );
}
