/** Most particular first: each also claims to be those after it. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/DingTalk/, "钉钉"],
  [/QQBrowser/, "QQ浏览器"],
  [/360SE|360EE|QHBrowser/i, "360浏览器"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/UOS|Kylin|Linux/, "Linux"],
];

/** A browser in a few words, such as “Chrome（Windows）”, so that a person recognises the device in the list of sessions. */
export function describeDevice(userAgent = ""): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "其他程序";
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser}（${system}）`;
}
