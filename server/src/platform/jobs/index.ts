export { addJob, type NewJob } from "./add-job.ts";
export { describeSchedule } from "./cron-item.ts";
export { explainFailure } from "./explain-failure.ts";
export { type Job, type JobContext, JobFailed, type Schedule } from "./job.ts";
export { QUEUE_JOBS } from "./keep-queue.ts";
export { listJobs } from "./list-jobs.ts";
export { jobRoutes } from "./routes.ts";
export { type JobsOptions, prepareJobs, type RunningJobs, startJobs } from "./start-jobs.ts";
