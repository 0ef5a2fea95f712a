import { useSuspenseQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { agencyQuery } from "../api/agencies.ts";
import { AgencyForm } from "../components/AgencyForm.tsx";
import { ProcedureForm } from "../components/ProcedureForm.tsx";
import { UnitPanel } from "../components/UnitPanel.tsx";

export function Page() {
  const { code } = useOrgan();
  const { data: agency } = useSuspenseQuery(agencyQuery(useHttp(), code));
  return (
    <PageShell title="本机关设置" lead="机关名称、代字和联系方式会印在文书和公开页面上；审核程序、编号和词表由本机关决定。">
      <section className="panel">
        <h2>机关信息</h2>
        {/* A form begins anew with what was saved, or with what another saved meanwhile. */}
        <AgencyForm key={`${agency.code}-${agency.version}`} agency={agency} />
      </section>
      <section className="panel">
        <h2>办理程序和规则</h2>
        <ProcedureForm key={`${agency.code}-${agency.version}`} agency={agency} />
      </section>
      <section className="panel">
        <h2>内设机构</h2>
        <UnitPanel agency={agency.code} />
      </section>
    </PageShell>
  );
}
