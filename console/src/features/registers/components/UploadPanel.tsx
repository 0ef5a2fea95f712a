import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { sayProblem } from "../../../lib/problem.ts";
import { importsKey, uploadRegister } from "../api/imports.ts";

/** Chooses a register; once it is read, its page opens for checking. Nothing is imported yet. */
export function UploadPanel({ agency }: { readonly agency: string }) {
  const http = useHttp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const upload = useMutation({
    mutationFn: (file: File) => uploadRegister(http, agency, file),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: importsKey(agency) });
      await navigate({ to: organPath(agency, `register-imports/${id}`) });
    },
  });
  return (
    <section className="panel" aria-labelledby="upload-title">
      <h2 id="upload-title">导入</h2>
      {upload.isError ? (
        <div className="error-summary" role="alert">
          <p>
            《{name}》没有读出：{sayProblem(upload.error)}
          </p>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="register-file">台账文件</label>
        <div className="field-help" id="register-file-help">
          有标题行的表格（xlsx），如编号、申请人、收到日期、申请内容、答复日期、答复类型；或者案件文件（JSON）。上传后先核对，不立即导入。
        </div>
        <input
          id="register-file"
          type="file"
          accept=".xlsx,.xls,.et,.csv,.json,.jsonl"
          aria-describedby="register-file-help"
          disabled={upload.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file === undefined) return;
            setName(file.name);
            upload.mutate(file);
            target.value = "";
          }}
        />
        <span role="status">{upload.isPending ? `正在读取《${name}》…` : ""}</span>
      </div>
    </section>
  );
}
