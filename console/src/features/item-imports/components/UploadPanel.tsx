import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { UploadField } from "../../../ui/UploadField.tsx";
import { itemImportsKey, sheetAddress, uploadItems } from "../api/item-imports.ts";

/** Chooses a register, or an archive with one; once it is read, its page opens for checking. Nothing is public yet. */
export function UploadPanel({ agency }: { readonly agency: string }) {
  const http = useHttp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const upload = useMutation({
    mutationFn: (file: File) => uploadItems(http, agency, file),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: itemImportsKey(agency) });
      await navigate({ to: organPath(agency, `item-imports/${id}`) });
    },
  });
  return (
    <section className="panel" aria-labelledby="upload-title">
      <h2 id="upload-title">上传清单</h2>
      <UploadField
        id="items-file"
        label="目录清单或者压缩包"
        help="有标题行的清单（xlsx、csv），如标题、索引号、发布日期、目录、正文、原网址；正文在单独文件里、带有附件的，把清单和这些文件一起打成压缩包（zip），在清单中写明文件名。上传后先核对，不立即公开。"
        accept=".xlsx,.csv,.zip"
        isReading={upload.isPending}
        fault={upload.error}
        onFile={(file) => upload.mutate(file)}
      />
      <p>
        <a href={sheetAddress(agency, "template.xlsx")} download>
          下载清单模板
        </a>
      </p>
    </section>
  );
}
