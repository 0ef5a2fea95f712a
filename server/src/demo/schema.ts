import { z } from "zod";

/** GET /api/v1/demo/people: who one can be in the demonstration. Answers 404 where there is none. */
export const DemoPeople = z
  .object({
    people: z.array(z.object({ id: z.uuid(), name: z.string(), agencyCode: z.string(), agency: z.string(), role: z.string() })).readonly(),
  })
  .meta({ id: "DemoPeople" });
export type DemoPeople = z.infer<typeof DemoPeople>;

/** POST /api/v1/demo/session */
export const DemoSignIn = z.strictObject({ personId: z.uuid() }).meta({ id: "DemoSignIn" });
export type DemoSignIn = z.infer<typeof DemoSignIn>;
