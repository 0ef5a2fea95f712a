import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { closeSystem, guideQuery, type System, systemsKey, systemsQuery } from "../api/catalogue.ts";
import { CloseForGoodDialog } from "../components/CloseForGoodDialog.tsx";
import { GuideForm } from "../components/GuideForm.tsx";
import { SystemDialog } from "../components/SystemDialog.tsx";
import { GUIDE_LABELS } from "../guide-labels.ts";
import "../items.css";

type Asking = { readonly what: "system"; readonly known: System | undefined } | { readonly what: "close"; readonly known: System };

/** 指南 and 制度: fielded pages that say when they were last brought up to date. */
export function Page() {
  const organ = useOrgan();
  const http = useHttp();
  const { data: written } = useSuspenseQuery(guideQuery(http, organ.code));
  const { data: list } = useSuspenseQuery(systemsQuery(http, organ.code));
  const [isEditing, setEditing] = useState(false);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const mayWrite = organ.roles.has("officeHead");
  return (
    <PageShell title="公开指南和制度" lead={`公众在本机关的公开页面上看到。${mayWrite ? "" : "由公开工作机构负责人编制。"}`}>
      <section className="panel" aria-labelledby="guide-title">
        <div className="page-head">
          <h2 id="guide-title">政府信息公开指南</h2>
          {mayWrite && !isEditing ? <Button onClick={() => setEditing(true)}>{written === null ? "编制" : "修改"}</Button> : null}
        </div>
        {isEditing ? (
          <GuideForm agency={organ.code} written={written} onDone={() => setEditing(false)} />
        ) : written === null ? (
          <p>还没有编制。条例第十二条要求编制、公布并及时更新指南，写明信息的分类、编排体系、获取方式和公开工作机构的联系方式。</p>
        ) : (
          <>
            <p>更新日期：{written.updatedOn}</p>
            <dl className="facts guide-text">
              {Object.entries(GUIDE_LABELS).map(([name, label]) => {
                const text = written.guide[name as keyof typeof GUIDE_LABELS]; // its own keys
                return text === "" ? null : (
                  <div className="fact-line" key={name}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                );
              })}
            </dl>
          </>
        )}
      </section>
      <section className="panel" aria-labelledby="systems-title">
        <div className="page-head">
          <h2 id="systems-title">政府信息公开制度</h2>
          {mayWrite ? <Button onClick={() => setAsking({ what: "system", known: undefined })}>增加制度</Button> : null}
        </div>
        {list.systems.length === 0 ? (
          <p>还没有公布制度。如信息发布审查制度、依申请公开工作规程。</p>
        ) : (
          <ul className="plain">
            {list.systems.map((system) => (
              <li key={system.id}>
                {system.title} <small>{[system.fields.documentNumber, `更新于 ${system.updatedOn}`].filter(Boolean).join("　")}</small>
                {mayWrite ? (
                  <span className="acts">
                    <Button size="small" aria-label={`修改 ${system.title}`} onClick={() => setAsking({ what: "system", known: system })}>
                      修改
                    </Button>
                    <Button size="small" aria-label={`停用 ${system.title}`} onClick={() => setAsking({ what: "close", known: system })}>
                      停用
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      {asking?.what === "system" ? <SystemDialog agency={organ.code} known={asking.known} onClose={() => setAsking(undefined)} /> : null}
      {asking?.what === "close" ? (
        <CloseForGoodDialog
          name={`《${asking.known.title}》`}
          close={(one, key) => closeSystem(one, organ.code, asking.known.id, asking.known.version, key)}
          changes={[systemsKey(organ.code)]}
          onClose={() => setAsking(undefined)}
        >
          <p>停用后公众不再看到这一制度，不能恢复。</p>
        </CloseForGoodDialog>
      ) : null}
    </PageShell>
  );
}
