import pg from "pg";
import { systemClock } from "../../clock.ts";
import { createLog } from "../../log.ts";
import { startJobs } from "../start-jobs.ts";

/** A process of its own for the tests: begins the job `test:survives`, says so, and never ends it. */
const pool = new pg.Pool({ connectionString: process.argv[2] });
await startJobs({
  database: { pool },
  log: createLog({ level: "silent", clock: systemClock, inWords: false }),
  needs: {},
  jobs: [
    {
      name: "test:survives",
      title: "",
      run: () => {
        process.stdout.write("begun\n");
        return new Promise(() => {});
      },
    },
  ],
});
