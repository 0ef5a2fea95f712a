import type { AgencyNode, HeldPost, PostRole, Session } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { firstOrgan, isMeantFor, listOrgans } from "./organ.ts";

const node = (code: string, parent: string | null): AgencyNode => ({
  code,
  name: code,
  shortName: code,
  kind: code === "platform" ? "platform" : "department",
  parent,
  isDemo: false,
  closedOn: null,
});
const post = (role: PostRole): HeldPost => ({ id: "0199f0a0-0000-7000-8000-000000000001", role, title: "", unit: null, as: "holder" });

function aSession(posts: Readonly<Record<string, readonly PostRole[]>>, isPlatformAdministrator = false): Session {
  return {
    stage: "complete",
    csrfToken: "t",
    person: { id: "0199f0a0-0000-7000-8000-000000000002", name: "甲", signInName: "jia", hasSecondFactor: true, recoveryCodesLeft: 8 },
    agencies: Object.entries(posts).map(([code, roles]) => ({
      code,
      name: code,
      shortName: code,
      kind: code === "platform" ? "platform" : "department",
      isDemo: false,
      posts: roles.map(post),
    })),
    isPlatformAdministrator,
    expiresAt: "2026-11-22T12:00:00.000Z",
    idleMinutes: 30,
  };
}

const TREE = [node("county", null), node("education", "county"), node("school", "education")];
const rolesOf = (session: Session, code: string) => [...(listOrgans(session, TREE).find((organ) => organ.code === code)?.roles ?? [])];

describe("what a person is in an organ", () => {
  test("an administrator's and a supervisor's duty reaches the organs below, others do not", () => {
    const session = aSession({ county: ["administrator", "handler", "supervisor"] });
    expect(rolesOf(session, "county")).toEqual(["administrator", "handler", "supervisor"]);
    expect(rolesOf(session, "school")).toEqual(["administrator", "supervisor"]);
  });

  test("it does not reach upwards", () => {
    expect(rolesOf(aSession({ education: ["administrator"] }), "county")).toEqual([]);
  });

  test("who administers the installation administers every organ", () => {
    expect(rolesOf(aSession({ platform: ["administrator"] }, true), "school")).toEqual(["administrator"]);
  });

  test("one begins in the organ one works in, not in the installation", () => {
    const session = aSession({ platform: ["administrator"], education: ["handler"] }, true);
    expect(firstOrgan(session, listOrgans(session, TREE))?.code).toBe("education");
  });

  test("something meant for nobody in particular is meant for everyone", () => {
    expect(isMeantFor(undefined, new Set())).toBe(true);
    expect(isMeantFor(["leader"], new Set<PostRole>(["handler"]))).toBe(false);
  });
});
