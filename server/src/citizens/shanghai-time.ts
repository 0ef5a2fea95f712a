import { type PlainDate, plainDate } from "@gongkai/statute";

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/** `14:05`, in Shanghai. */
export function shanghaiTime(instant: string): string {
  // oxlint-disable-next-line no-restricted-globals -- no clock is asked: an instant that was handed in is written out
  return shanghai.format(new Date(instant)).slice(11, 16);
}

export function shanghaiDate(instant: string): PlainDate {
  // oxlint-disable-next-line no-restricted-globals -- as above
  return plainDate(shanghai.format(new Date(instant)).slice(0, 10));
}
