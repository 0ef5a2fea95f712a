export { createApp } from "./app.ts";
export type { App } from "./platform/http.ts";
export { serve } from "./serve.ts";
export { readSettings } from "./settings.ts";
export type { Settings, SettingsResult } from "./settings.ts";
export type { Dependencies, Slice } from "./slices.ts";
