export { type DemoNeeds, fillDemo, fillDemoCases } from "./fill-demo.ts";
export { demoRoutes } from "./routes.ts";
