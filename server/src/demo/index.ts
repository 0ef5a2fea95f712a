export { type DemoNeeds, fillDemo, fillDemoCases, listOfficers } from "./fill-demo.ts";
export { fillDemoItems } from "./demo-items.ts";
export { DEMO_ORGANS } from "./demo-region.ts";
export { demoRoutes } from "./routes.ts";
