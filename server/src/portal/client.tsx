import { hydrate } from "preact";
import { CheckUpApp } from "./check-up/check-up-app.tsx";
import { SAMPLE_NAME } from "./check-up/sample-name.ts";
import { switchViewInPlace } from "./components/view-switch/switch-view.ts";

switchViewInPlace();
const place = document.getElementById("check-up");
if (place !== null) hydrate(<CheckUpApp sample={{ address: place.dataset["sample"] ?? "", name: SAMPLE_NAME }} />, place);
if (document.querySelector(".citizen") !== null) void import("./citizens/improve-forms.ts").then(({ improveForms }) => improveForms());
