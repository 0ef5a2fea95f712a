import { addMinutes } from "../platform/instant.ts";
import type { Job } from "../platform/jobs/index.ts";
import { type AttachmentStores, dropUnused } from "./keep-attachment.ts";

export { addToCase } from "./add-to-case.ts";
export { listCaseFiles } from "./case-files.ts";
export { eraseOfApplicant } from "./erase-of-applicant.ts";
export { type AttachmentStores, dropUnused, keepAttachment, openAttachment } from "./keep-attachment.ts";
export { listServed, openServed, type ServedFile } from "./open-released.ts";
export { attachmentRoutes } from "./routes.ts";
export { sendAttachment } from "./send-attachment.ts";

const KEPT_MINUTES = 7 * 24 * 60;

export const ATTACHMENT_JOBS: readonly Job<AttachmentStores>[] = [
  {
    name: "attachments:drop-unused",
    title: "清除上传后没有使用的申请人材料",
    schedule: { every: "day", at: "02:10" },
    run: async (_payload, needs) => {
      await dropUnused(needs, addMinutes(needs.ledger.clock.instant(), -KEPT_MINUTES));
    },
  },
];
