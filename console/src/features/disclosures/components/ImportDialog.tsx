import type { Catalogue, CatalogueImported, CataloguePreview as Preview } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { sayProblem } from "../../../lib/problem.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Select } from "../../../ui/Select.tsx";
import { catalogueKey } from "../api/catalogue.ts";
import { useUploads } from "../api/upload.ts";
import { CataloguePreview, ProblemList } from "./CataloguePreview.tsx";

interface ImportDialogProps {
  readonly agency: string;
  readonly nodes: Catalogue["nodes"];
  readonly onClose: () => void;
}

const USUAL_NODE = "20.15";

/** A catalogue out of a sheet: what would become of each row is shown first, then it is taken in. */
export function ImportDialog({ agency, nodes, onClose }: ImportDialogProps) {
  const uploads = useUploads(agency);
  const cache = useQueryClient();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const [statutory, setStatutory] = useState(USUAL_NODE);
  const [done, setDone] = useState<CatalogueImported | undefined>(undefined);
  const [fault, setFault] = useState("");
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault("");
    try {
      await work();
    } catch (problem) {
      setFault(sayProblem(problem));
    }
    setBusy(false);
  };
  const look = (chosen: File | undefined, node: string) => {
    setFile(chosen);
    setStatutory(node);
    setPreview(undefined);
    setDone(undefined);
    if (chosen !== undefined) void attempt(async () => setPreview(await uploads.previewCatalogue(chosen, node)));
  };
  const take = (chosen: File) =>
    void attempt(async () => {
      setDone(await uploads.importCatalogue(chosen, statutory));
      await cache.invalidateQueries({ queryKey: catalogueKey(agency) });
    });
  const willChange = preview?.rows.some(({ what }) => what === "added" || what === "changed") === true;
  return (
    <Dialog title="从表格导入目录" onClose={onClose}>
      <p>
        xlsx
        表格，一行一个条目，表头有“公开事项”“公开内容”“公开依据”“公开时限”等栏目，也可以是基层政务公开标准目录。名称相同的条目按表格更新，其余增加。
      </p>
      {fault === "" ? null : (
        <div className="error-summary" role="alert">
          <p>{fault}</p>
        </div>
      )}
      <div className="field">
        <label htmlFor="catalogue-file">表格文件</label>
        <input
          id="catalogue-file"
          type="file"
          accept=".xlsx"
          disabled={isBusy}
          onChange={({ target }) => look(target.files?.[0], statutory)}
        />
      </div>
      <div className="field">
        <label htmlFor="catalogue-node">没有写明法定类别的条目归入</label>
        <Select
          id="catalogue-node"
          value={statutory}
          disabled={isBusy || done !== undefined}
          onChange={(node) => look(file, node)}
          options={nodes.map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
      {preview === undefined || done !== undefined ? null : <CataloguePreview preview={preview} />}
      <div role="status">{isBusy ? "正在读取…" : done === undefined ? "" : <Outcome done={done} />}</div>
      <div className="form-buttons">
        {file === undefined || preview === undefined || done !== undefined ? null : (
          <Button type="primary" loading={isBusy} disabled={!willChange} onClick={() => take(file)}>
            导入
          </Button>
        )}
        <Button onClick={onClose}>{done === undefined ? "取消" : "关闭"}</Button>
      </div>
    </Dialog>
  );
}

function Outcome({ done: { added, changed, problems } }: { readonly done: CatalogueImported }) {
  return (
    <>
      <p>
        增加 {added} 条，更新 {changed} 条{problems.length === 0 ? "，全部导入。" : `；${problems.length} 处有问题：`}
      </p>
      <ProblemList problems={problems} />
    </>
  );
}
