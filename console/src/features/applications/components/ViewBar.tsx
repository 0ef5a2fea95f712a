import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../../../ui/Dialog.tsx";
import { type ApplicationFilter, narrows } from "../list-filter.ts";
import { addView, readViews, type SavedView, USUAL_VIEWS, viewsKey } from "../saved-views.ts";

interface ViewBarProps {
  readonly agency: string;
  readonly filter: ApplicationFilter;
  readonly onOpen: (view: SavedView) => void;
}

/** Views everybody has and one's own; the one that is open is pressed. */
export function ViewBar({ agency, filter, onOpen }: ViewBarProps) {
  const [own, setOwn] = useState(() => readViews(localStorage.getItem(viewsKey(agency))));
  const [isNaming, setNaming] = useState(false);
  const keep = (views: readonly SavedView[]) => {
    localStorage.setItem(viewsKey(agency), JSON.stringify(views));
    setOwn(views);
  };
  const chosen = JSON.stringify(narrows(filter));
  const isOpen = (view: SavedView) => JSON.stringify(narrows(view.filter)) === chosen;
  return (
    <div className="view-bar" role="group" aria-label="视图">
      {[...USUAL_VIEWS, ...own].map((view) => (
        <button key={view.name} type="button" className="view" aria-pressed={isOpen(view)} onClick={() => onOpen(view)}>
          {view.name}
        </button>
      ))}
      {own.some(isOpen) ? (
        <Button type="link" onClick={() => keep(own.filter((view) => !isOpen(view)))}>
          删除这个视图
        </Button>
      ) : chosen === "{}" || USUAL_VIEWS.some(isOpen) ? null : (
        <Button type="link" onClick={() => setNaming(true)}>
          保存为视图
        </Button>
      )}
      {isNaming ? (
        <NameView
          onClose={() => setNaming(false)}
          onSave={(name) => {
            keep(addView(own, { name, filter: { ...filter, page: undefined } }));
            setNaming(false);
          }}
        />
      ) : null}
    </div>
  );
}

function NameView({ onSave, onClose }: { readonly onSave: (name: string) => void; readonly onClose: () => void }) {
  const [name, setName] = useState("");
  return (
    <Dialog title="保存为视图" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") onSave(name.trim());
        }}
      >
        <div className="field">
          <label htmlFor="view-name">视图名称</label>
          <div className="field-help">保存在这台电脑的浏览器中，只有您自己看得到。</div>
          <Input id="view-name" maxLength={30} value={name} onChange={({ target }) => setName(target.value)} />
        </div>
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" disabled={name.trim() === ""}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Dialog>
  );
}
