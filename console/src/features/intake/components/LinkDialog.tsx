import { NewThirdPartyLink } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { makeLink, papersKey } from "../api/intake.ts";

interface LinkDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly consultation: string;
  readonly onClose: () => void;
}

/** A one-time link by which a third party gives its opinion. Shown once; a former one ends. */
export function LinkDialog({ agency, application, consultation, onClose }: LinkDialogProps) {
  const make = useCommand({
    run: (http, body: NewThirdPartyLink) => makeLink(http, agency, { application, consultation, body }),
    changes: [papersKey(agency, application), ["application", agency, application]],
  });
  const entry = useEntry({
    schema: NewThirdPartyLink,
    initial: { about: "", why: "" },
    labels: { about: "涉及的信息", why: "为什么征求其意见" },
    send: (body) => make.mutateAsync(body),
  });
  if (make.data !== undefined) return <MadeLink url={make.data.url} expiresAt={make.data.expiresAt} onClose={onClose} />;
  const text = (name: "about" | "why", help: string) => (
    <Field entry={entry} name={name} required help={help}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={3}
          maxLength={2000}
          value={entry.values[name]}
          onChange={({ target }) => entry.change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={`第 ${consultation} 项征求意见：网上提交意见的链接`} onClose={onClose}>
      <p>第三方打开链接可以看到下面两项，不知道谁提出了申请。先前的链接随即失效。</p>
      <EntryForm entry={entry} submitLabel="生成链接" onCancel={onClose}>
        {text("about", "拟公开的、涉及对方的信息。不得写明申请人。")}
        {text("why", "例如“可能涉及商业秘密”。")}
      </EntryForm>
    </Dialog>
  );
}

function MadeLink({ url, expiresAt, onClose }: { readonly url: string; readonly expiresAt: string; readonly onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      setCopied(false); // not by HTTPS, or not allowed: it can be marked and copied by hand
    }
  };
  return (
    <Dialog title="链接已经生成" onClose={onClose}>
      <p className="intake-address">{url}</p>
      <div className="form-buttons">
        <Button type="primary" onClick={() => void copy()}>
          复制链接
        </Button>
        <Button onClick={onClose}>关闭</Button>
      </div>
      <p role="status">{isCopied ? "已复制。" : ""}</p>
      <p>只显示这一次，有效至 {sayInstant(expiresAt)}，只能提交一次意见。请发给第三方本人，例如附在征求意见书中。</p>
    </Dialog>
  );
}
