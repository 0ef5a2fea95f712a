import { randomUUID } from "node:crypto";
import type { PostRole } from "../agencies/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Queryable } from "../platform/database/open-database.ts";

/** A clock the test moves by hand. `instant` is ISO 8601 in UTC. */
export interface MovedClock extends Clock {
  moveTo(instant: string): void;
}

export function aClock(instant: string): MovedClock {
  let now = instant;
  const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  return {
    instant: () => now,
    // oxlint-disable-next-line no-restricted-globals -- writes out an instant the test gave
    today: () => shanghai.format(new Date(now)),
    moveTo: (next) => void (now = next),
  };
}

let lastAgency = 0;

/** A made-up organ. */
export async function anOrgan(db: Queryable, { name = "云溪县教育局" }: { readonly name?: string } = {}) {
  const agencyId = (lastAgency += 1);
  const code = `yunxi-${agencyId}`;
  await db.insertInto("agency").values({ agency_id: agencyId, code, name, short_name: name, kind: "department" }).execute();
  return { agencyId, code, name };
}

/** Someone of the office, perhaps with a post. */
export async function aPerson(
  db: Queryable,
  {
    email = null,
    preferences = {},
    posts = [],
    isDisabled = false,
  }: {
    readonly email?: string | null;
    readonly preferences?: object;
    readonly isDisabled?: boolean;
    readonly posts?: readonly {
      readonly agencyId: number;
      readonly role: PostRole;
      readonly deputy?: string;
      readonly absentFrom?: string;
    }[];
  } = {},
): Promise<string> {
  const personId = randomUUID();
  await db
    .insertInto("person")
    .values({
      person_id: personId,
      sign_in_name: `p-${personId}`,
      name: "承办人",
      email,
      preferences: JSON.stringify(preferences),
      disabled_at: isDisabled ? "2026-01-01T00:00:00.000Z" : null,
    })
    .execute();
  for (const { agencyId, role, deputy = null, absentFrom = null } of posts) {
    await db
      .insertInto("post")
      .values({ agency_id: agencyId, post_id: randomUUID(), role, holder_id: personId, deputy_id: deputy, absent_from: absentFrom })
      .execute();
  }
  return personId;
}
