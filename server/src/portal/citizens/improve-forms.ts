import { findNonce } from "./find-nonce.ts";

const QUIET_MILLISECONDS = 1200;

/** What script adds to the pages for applicants; without it they do the same with one press more. */
export function improveForms(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-save-as-you-type]");
  if (form !== null) {
    saveAsYouType(form);
    showFieldsOfKind(form);
  }
  const submit = document.querySelector<HTMLFormElement>("form[data-work]");
  if (submit !== null) doWork(submit);
  for (const twice of document.querySelectorAll<HTMLFormElement>("form.citizen-form[method=post]")) refuseSecondPress(twice);
  const print = document.querySelector<HTMLElement>("[data-print]");
  if (print !== null) {
    print.hidden = false;
    print.querySelector("button")?.addEventListener("click", () => window.print());
  }
}

/** Sends the step to the server when the keys rest. A line that is down is said so, and tried again with the next key or when it is back. */
function saveAsYouType(form: HTMLFormElement): void {
  const address = form.dataset["saveAsYouType"] ?? "";
  const said = form.querySelector<HTMLElement>("[data-saved]");
  const say = (text: string): void => {
    if (said !== null && said.textContent !== text) said.textContent = text;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeaving = false;
  let isDirty = false;
  const save = async (): Promise<void> => {
    if (isLeaving) return;
    isDirty = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("go", "auto");
    try {
      const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
      // oxlint-disable-next-line no-restricted-globals -- the visitor's own watch, to see that it goes on
      say(answer.status === 204 ? `已自动保存（${new Date().toTimeString().slice(0, 5)}）` : "没有自动保存，请按“保存，以后再填”。");
    } catch {
      isDirty = true;
      say("网络中断，填写的内容还在本页。恢复后会自动保存，请不要关闭本页。");
    }
  };
  const later = (): void => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), QUIET_MILLISECONDS);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => {
    isLeaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("online", () => void (isDirty ? save() : undefined));
}

/** Only the fields of the kind chosen; without script both groups are there, each with its heading. */
function showFieldsOfKind(form: HTMLFormElement): void {
  const groups = form.querySelectorAll<HTMLElement>("[data-for-kind]");
  if (groups.length === 0) return;
  const show = (): void => {
    const kind = form.querySelector<HTMLInputElement>('input[name="kind"]:checked')?.value;
    for (const group of groups) group.hidden = kind !== undefined && (group.dataset["forKind"] === "natural") !== (kind === "natural");
  };
  form.addEventListener("change", show);
  show();
}

/** Works while the preview is being read, so that no question need be answered. */
function doWork(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name="work"]');
  const question = form.querySelector<HTMLElement>("[data-question]");
  const isWrong = question?.querySelector("[aria-invalid]") !== null;
  if (field === null || question === null || isWrong) return;
  void findNonce(form.dataset["work"] ?? "", Number(form.dataset["workBits"] ?? 0)).then((nonce) => {
    field.value = nonce;
    question.hidden = true;
  });
}

/** A second press while the first is on its way does nothing; the server makes one of both anyway. */
function refuseSecondPress(form: HTMLFormElement): void {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    setTimeout(() => {
      isSent = false; // the line was down, or the page came back
    }, 8000);
  });
}
