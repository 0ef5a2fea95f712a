import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";
import { CitizenLayout } from "./citizen-layout.tsx";
import { Fact } from "./fact.tsx";
import { FormField } from "./form-field.tsx";

export interface VerifyLetterPageProps {
  readonly assets: AssetAddresses;
  readonly number: string;
  readonly code: string;
  /** Undefined until something was asked; null: no such letter. */
  readonly found:
    | { readonly agencyName: string; readonly title: string; readonly number: string | null; readonly issuedOn: string | null }
    | null
    | undefined;
  readonly problem?: string | undefined;
}

/** Whether a letter somebody holds was issued here: by whom and when, and nothing of what it says. */
export function VerifyLetterPage({ assets, number, code, found, problem }: VerifyLetterPageProps) {
  return (
    <CitizenLayout assets={assets} title="核验文书" current="progress" isPassing={number !== ""} column>
      <h1>核验文书</h1>
      <p class="lead">输入文书上印的文号和核验码，核对它是否由本系统发出。</p>
      {problem === undefined ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {found === undefined ? null : found === null ? (
        <p class="problem" role="alert">
          没有找到这份文书。请核对文号和核验码；仍然不符的，请与发文机关联系，谨防伪造。
        </p>
      ) : (
        <div class="citizen-fine" role="status">
          <p>
            <strong>有这份文书。</strong>请核对手中的文书与以下各项是否一致。
          </p>
          <dl class="citizen-facts">
            <Fact name="发文机关" value={found.agencyName} />
            <Fact name="名称" value={found.title} />
            <Fact name="文号" value={found.number} />
            <Fact name="日期" value={found.issuedOn} />
          </dl>
        </div>
      )}
      <form class="citizen-form" method="get" action="/progress/verify">
        <FormField name="number" label="文号" isRequired>
          {(marks) => <input type="text" {...marks} value={number} maxLength={100} autoComplete="off" />}
        </FormField>
        <FormField name="code" label="核验码" hint="8位，印在文书末尾。" isRequired>
          {(marks) => <input type="text" {...marks} value={code} maxLength={20} autoComplete="off" />}
        </FormField>
        <button class="button" type="submit">
          核验
        </button>
      </form>
    </CitizenLayout>
  );
}
