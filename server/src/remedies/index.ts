export { closeRedo } from "./close-redo.ts";
export { fileRemedy } from "./file-remedy.ts";
export { decideRemedy, receiveCopy, replyToRemedy } from "./record-steps.ts";
export { remedyProjection, toRemedy } from "./remedy-projection.ts";
export { remedyRoutes } from "./routes.ts";
