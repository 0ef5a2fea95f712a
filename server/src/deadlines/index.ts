export { deadlineRoutes } from "./routes.ts";
export type { Asked, Field, Row } from "./asked.ts";
export type { Answer, Fact, Reason, ShownDay } from "./answer.ts";
