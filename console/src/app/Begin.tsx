import { useParams } from "@tanstack/react-router";
import { firstOrgan, useOrgans } from "../lib/organ.ts";
import { Redirect } from "../lib/Redirect.tsx";
import { useSession } from "../lib/session.ts";

/** Where one begins: what waits today; for the installation itself, the list of organs. */
export function Begin() {
  const { agency } = useParams({ strict: false }) as { agency?: string }; // shared by two routes
  const session = useSession();
  const organs = useOrgans();
  const organ = organs.find(({ code }) => code === agency) ?? firstOrgan(session, organs);
  if (organ === undefined) {
    return (
      <div className="problem">
        <h1>还没有岗位</h1>
        <p>您的账号尚未在任何机关任职，请联系本机关的系统管理员为您安排岗位。</p>
      </div>
    );
  }
  return <Redirect to={`/agencies/${organ.code}/${organ.kind === "platform" ? "agencies" : "today"}`} />;
}
