import { addMinutes } from "../platform/instant.ts";
import type { Job } from "../platform/jobs/index.ts";
import { dropUnused } from "./drop-unused.ts";
import type { AttachmentStores } from "./keep-attachment.ts";

export { addToCase } from "./add-to-case.ts";
export { listCaseFiles } from "./case-files.ts";
export { eraseOfApplicant } from "./erase-of-applicant.ts";
export { dropUnused } from "./drop-unused.ts";
export { type AttachmentStores, keepAttachment, openAttachment } from "./keep-attachment.ts";
export { listServed, openServed, type ServedFile } from "./open-released.ts";
export { attachmentRoutes } from "./routes.ts";
export { sendAttachment } from "./send-attachment.ts";

const KEPT_MINUTES = 7 * 24 * 60;

export const ATTACHMENT_JOBS: readonly Job<AttachmentStores>[] = [
  {
    name: "attachments:drop-unused",
    title: "清除上传后没有使用的附件",
    schedule: { every: "day", at: "02:10" },
    run: async (_payload, needs) => {
      await dropUnused(needs, addMinutes(needs.ledger.clock.instant(), -KEPT_MINUTES));
    },
  },
];
