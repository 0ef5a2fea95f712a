import { AgencySettings } from "@gongkai/server/contract";
import { expect, test } from "vitest";
import { sampleIndexNumber, toSettings, toValues } from "./procedure-form.ts";

const NOTHING = toValues({ settings: {} });

test("what is left empty stays as usual", () => {
  expect(toSettings(NOTHING)).toEqual({});
});

test("what was saved comes back into the form and out of it as it was", () => {
  const settings: AgencySettings = {
    reviewChain: ["unitHead", "legalReviewer", "leader"],
    indexNumber: { template: "{issuer}-{year}{month}-{serial:4}", issuer: "11330100" },
    misprints: [
      { wrong: "按装", right: "安装", kind: "misprint", except: ["按装配"] },
      { wrong: "国土资源局", right: "自然资源局", kind: "title" },
    ],
    letters: { court: "云溪县人民法院" },
    oftenAsked: 5,
    ownRecordDays: 10,
  };
  expect(toSettings(toValues({ settings }))).toEqual(settings);
});

test("a line without its right half is refused, not dropped", () => {
  expect(AgencySettings.safeParse(toSettings({ ...NOTHING, misprints: "布署" })).success).toBe(false);
});

test("a single step is no chain", () => {
  expect(AgencySettings.safeParse(toSettings({ ...NOTHING, reviewChain: ["leader", null, null, null, null] })).success).toBe(false);
});

test("the sample shows what the template will print", () => {
  expect(sampleIndexNumber("", "yunxi", "2026-03-02")).toBe("yunxi/2026-00001");
  expect(sampleIndexNumber("{node}·{month}·{serial:2}", "yunxi", "2026-03-02")).toBe("20.1·03·01");
});
