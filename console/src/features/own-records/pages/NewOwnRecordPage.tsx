import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import { ID_TYPE_WORDS, ReceiveOwnRecord } from "@gongkai/server/contract";
import { useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { ProblemError } from "../../../lib/problem.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { Select } from "../../../ui/Select.tsx";
import { ownRecordsKey, receiveOwnRecord } from "../api/own-records.ts";
import { LABELS, NOTHING_GIVEN, type NewRecord, toReceive } from "../new-record.ts";

const LONG: ReadonlySet<keyof NewRecord> = new Set(["wrong", "right", "proof"]);
const HELP: Partial<Record<keyof NewRecord, string>> = {
  summary: "列表中显示，不要写姓名、证件号码等个人信息。",
  record: "哪一份政府信息中的哪一处记录。",
  proof: "申请人提供的证明记录不准确的证据（条例第四十一条）。",
};

/** 登记更正申请: what came on paper or was said at the counter. */
export function Page() {
  const organ = useOrgan();
  const navigate = useNavigate();
  const receive = useCommand({
    run: (http, body: ReceiveOwnRecord, key) => receiveOwnRecord(http, organ.code, body, key),
    changes: [ownRecordsKey(organ.code), ["today", organ.code]],
    done: ({ id }) => void navigate({ to: organPath(organ.code, `own-records/${id}`) }),
  });
  const entry = useEntry({
    schema: ReceiveOwnRecord,
    initial: { ...NOTHING_GIVEN, receivedOn: today() },
    labels: LABELS,
    hints: { "applicant.email": "电子邮箱格式不对，如 name@example.com。" },
    toSend: toReceive,
    send: (body) =>
      receive.mutateAsync(body).catch((fault: unknown) => Promise.reject(placeRefusal(fault, body.applicant.kind === "natural"))),
  });
  const { values, change } = entry;
  const isNatural = values["applicant.kind"] === "natural";
  const text = (name: keyof NewRecord, required = false) => {
    const help = HELP[name];
    return (
      <Field entry={entry} name={name} required={required} {...(help === undefined ? {} : { help })}>
        {(control) =>
          LONG.has(name) ? (
            <Input.TextArea {...control} rows={3} value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
          ) : (
            <Input {...control} autoComplete="off" value={values[name]} onChange={({ target }) => change({ [name]: target.value })} />
          )
        }
      </Field>
    );
  };
  const choice = (name: keyof NewRecord, words: Readonly<Record<string, string>>) => (
    <Field entry={entry} name={name} required>
      {(control) => (
        <Select
          {...control}
          value={values[name]}
          onChange={(chosen) => change({ [name]: chosen })}
          options={Object.entries(words).map(([value, label]) => ({ value, label }))}
        />
      )}
    </Field>
  );
  if (!organ.roles.has("registrar")) {
    return (
      <PageShell title="登记更正申请">
        <p className="empty">更正申请由登记人登记。</p>
      </PageShell>
    );
  }
  return (
    <PageShell title="登记更正申请" lead="只能要求更正与本人相关的记录，所以须核对身份。身份和请求的内容加密保存。">
      <EntryForm entry={entry} submitLabel="登记" wide>
        <fieldset className="rows">
          <legend>收到</legend>
          {choice("channel", CHANNEL_WORDS)}
          <Field entry={entry} name="receivedOn" required>
            {(control) => <DateInput control={control} value={values.receivedOn} onChange={(receivedOn) => change({ receivedOn })} />}
          </Field>
        </fieldset>
        <fieldset className="rows">
          <legend>申请人</legend>
          {choice("applicant.kind", APPLICANT_KIND_WORDS)}
          {text("applicant.name", true)}
          {isNatural ? (
            <>
              {choice("applicant.idType", ID_TYPE_WORDS)}
              {text("applicant.idNumber", true)}
            </>
          ) : (
            <>
              {text("applicant.creditCode", true)}
              {text("applicant.representative")}
            </>
          )}
          {text("applicant.telephone")}
          {text("applicant.address")}
          {text("applicant.email")}
        </fieldset>
        <fieldset className="rows">
          <legend>要求更正的内容</legend>
          {text("summary", true)}
          {text("record", true)}
          {text("wrong", true)}
          {text("right")}
          {text("proof", true)}
        </fieldset>
      </EntryForm>
    </PageShell>
  );
}

/** A refusal about a field is told at the field. */
function placeRefusal(fault: unknown, isNatural: boolean): unknown {
  if (!(fault instanceof ProblemError)) return fault;
  const FIELD: Readonly<Record<string, keyof NewRecord>> = {
    "identity-missing": isNatural ? "applicant.idNumber" : "applicant.creditCode",
    "in-the-future": "receivedOn",
  };
  const path = FIELD[fault.code];
  const { status, code: error, message } = fault;
  return path === undefined ? fault : new ProblemError({ status, error, message, issues: [{ path, message }] });
}
