import { NotificationPreferences, type RemoveSecondFactor, SignedInDevices } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const DEVICES_KEY = ["devices"] as const;
export const NOTIFICATIONS_KEY = ["notifications"] as const;

/** Where one is signed in. */
export function devicesQuery(http: Http) {
  return queryOptions({ queryKey: DEVICES_KEY, queryFn: ({ signal }) => http.read("/account/sessions", SignedInDevices, signal) });
}

export function endSession(http: Http, session: string) {
  return http.send("DELETE", `/account/sessions/${session}`);
}

export function removeSecondFactor(http: Http, body: RemoveSecondFactor) {
  return http.send("POST", "/account/second-factor/removal", { body });
}

/** Mail and quiet hours. */
export function notificationsQuery(http: Http) {
  return queryOptions({
    queryKey: NOTIFICATIONS_KEY,
    queryFn: ({ signal }) => http.read("/account/notifications", NotificationPreferences, signal),
  });
}

export function setNotifications(http: Http, body: NotificationPreferences, key: string) {
  return http.send("PUT", "/account/notifications", { body, key });
}
