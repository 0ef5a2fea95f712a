import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { UploadField } from "../../../ui/UploadField.tsx";
import { importsKey, uploadRegister } from "../api/imports.ts";

/** Chooses a register; once it is read, its page opens for checking. Nothing is imported yet. */
export function UploadPanel({ agency }: { readonly agency: string }) {
  const http = useHttp();
  const cache = useQueryClient();
  const navigate = useNavigate();
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
      <UploadField
        id="register-file"
        label="台账文件"
        help="有标题行的表格（xlsx、csv），如编号、申请人、收到日期、申请内容、答复日期、答复类型；或者案件文件（JSON）。上传后先核对，不立即导入。"
        accept=".xlsx,.xls,.et,.csv,.json,.jsonl"
        isReading={upload.isPending}
        fault={upload.error}
        onFile={(file) => upload.mutate(file)}
      />
    </section>
  );
}
