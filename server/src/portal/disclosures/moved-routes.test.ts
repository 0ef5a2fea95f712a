import { expect, test } from "vitest";
import { addressKey } from "../../disclosures/index.ts";
import { oldAddressOf } from "./moved-routes.ts";

test.each([
  ["/moved?url=http://old.example/t?id=1&page=2", "old.example/t?id=1&page=2"],
  ["/moved?url=https%3A%2F%2Fwww.OLD.example%2Ft%3Fid%3D1%26page%3D2&from=x", "old.example/t?id=1&page=2"],
  ["/moved?url=http://old.example/%E9%80%9A%E7%9F%A5.html", addressKey("http://old.example/通知.html")],
  ["/moved?url=javascript:alert(1)", null],
  ["/moved", null],
])("%s asks for %s", (requested, key) => {
  expect(addressKey(oldAddressOf(requested))).toBe(key);
});
