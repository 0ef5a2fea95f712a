import { MenuOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { useState } from "react";
import type { Organ } from "../lib/organ.ts";
import { Select } from "../ui/Select.tsx";
import { Menu } from "./Menu.tsx";
import { PersonMenu } from "./PersonMenu.tsx";

interface TopBarProps {
  readonly organ: Organ | undefined;
  /** The organ whose menu is shown, also around pages of no organ. */
  readonly around: Organ | undefined;
  readonly organs: readonly Organ[];
}

/** The bar above: the menu on narrow screens, which organ is open, and who is signed in. */
export function TopBar({ organ, around, organs }: TopBarProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="top">
      <Button
        className="menu-button"
        type="text"
        icon={<MenuOutlined />}
        aria-label="打开主菜单"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <Drawer title="主菜单" placement="left" size={280} open={isOpen} onClose={() => setOpen(false)}>
        <Menu organ={around} onChosen={() => setOpen(false)} />
      </Drawer>
      <Link className="brand" to="/">
        <span className="brand-long">政府信息公开</span>工作后台
      </Link>
      <OrganSwitcher organ={organ} organs={organs} />
      <PersonMenu organ={around} />
    </header>
  );
}

function OrganSwitcher({ organ, organs }: Pick<TopBarProps, "organ" | "organs">) {
  const navigate = useNavigate();
  const [only] = organs;
  if (only !== undefined && organs.length === 1) return <span className="organ-name">{only.name}</span>;
  return (
    <Select
      className="organ-switcher"
      aria-label="切换机关"
      placeholder="选择机关"
      showSearch={{ optionFilterProp: "label" }}
      value={organ?.code ?? null}
      options={organs.map(({ code, name, closedOn }) => ({ value: code, label: closedOn === null ? name : `${name}（已撤销）` }))}
      onChange={(code) => void navigate({ to: `/agencies/${code}` })}
      popupMatchSelectWidth={false}
    />
  );
}
