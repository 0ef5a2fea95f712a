import { ITEM_STATES, type ItemDone } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { useSession } from "../../../lib/session.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { findActForm } from "../act-forms.ts";
import { catalogueQuery } from "../api/catalogue.ts";
import { itemQuery } from "../api/items.ts";
import { ActFormDialog } from "../components/ActFormDialog.tsx";
import { HistoryPanel } from "../components/HistoryPanel.tsx";
import { ItemHead } from "../components/ItemHead.tsx";
import { LinksPanel } from "../components/LinksPanel.tsx";
import { NextStep } from "../components/NextStep.tsx";
import { PublicPanel } from "../components/PublicPanel.tsx";
import { ReviewPanel } from "../components/ReviewPanel.tsx";
import { ScreeningPanel } from "../components/ScreeningPanel.tsx";
import { SignDialog } from "../components/SignDialog.tsx";
import { SubmitDialog } from "../components/SubmitDialog.tsx";
import { TextPanel } from "../components/TextPanel.tsx";
import { VersionsPanel } from "../components/VersionsPanel.tsx";
import "../items.css";

/** One item: where it stands, what may be done, its text with what was found in it, and everything that has happened. */
export function Page() {
  const organ = useOrgan();
  const http = useHttp();
  const session = useSession();
  const { item: id = "" } = useParams({ strict: false }) as { item?: string }; // the route is registered by feature
  const { data: page } = useSuspenseQuery(itemQuery(http, organ.code, id));
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(http, organ.code));
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState("");
  const posts = session.agencies.find(({ code }) => code === organ.code)?.posts ?? [];
  const deputyRoles = new Set<string>(posts.filter(({ as }) => as === "deputy").map(({ role }) => role));
  const close = () => setChosen(undefined);
  const done = (answer: ItemDone, label: string) => {
    setSaid(`“${label}”已办理，现在：${ITEM_STATES[answer.state]}。`);
    close();
  };
  const about = { agency: organ.code, page };
  const form = chosen === undefined ? undefined : findActForm(chosen);
  return (
    <PageShell title={page.item.title}>
      <p role="status" className={said === "" ? "visually-hidden" : "item-said"}>
        {said}
      </p>
      <ItemHead page={page} catalogue={catalogue} />
      <div className="item-columns">
        <div>
          <NextStep {...about} onChoose={setChosen} />
          <ScreeningPanel {...about} onDone={done} />
          <TextPanel {...about} />
          <VersionsPanel {...about} />
        </div>
        <div>
          <ReviewPanel agency={organ.code} page={page} deputyRoles={deputyRoles} />
          <PublicPanel agency={organ.code} item={page.item} origin={page.origin} />
          <LinksPanel {...about} />
          <HistoryPanel timeline={page.timeline} />
        </div>
      </div>
      {chosen === "submit" ? <SubmitDialog {...about} onClose={close} onDone={done} /> : null}
      {chosen === "sign" ? <SignDialog {...about} onClose={close} onDone={done} /> : null}
      {form === undefined ? null : <ActFormDialog key={form.act} {...about} form={form} onClose={close} onDone={done} />}
    </PageShell>
  );
}
