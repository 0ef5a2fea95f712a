export { type DemoNeeds, fillDemo, fillDemoCases } from "./fill-demo.ts";
export { DEMO_ORGANS } from "./demo-region.ts";
export { demoRoutes } from "./routes.ts";
