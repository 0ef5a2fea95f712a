import type { Person, TemporaryPassword } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { peopleQuery } from "../api/people.ts";
import { PeopleList, SHEET } from "../components/PeopleList.tsx";
import { PersonForm } from "../components/PersonForm.tsx";
import { type PersonAct, PersonActDialog } from "../components/PersonActDialog.tsx";
import { TemporaryPasswordDialog } from "../components/TemporaryPasswordDialog.tsx";

const Query = z.object({ q: z.string().catch(""), sort: z.string().catch("name") });

type Open = { readonly act: "add" } | { readonly act: "change" | PersonAct; readonly person: Person };

export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const { data } = useSuspenseQuery(peopleQuery(useHttp(), organ.code));
  const [open, setOpen] = useState<Open>();
  const [given, setGiven] = useState<TemporaryPassword>();
  const people = data.people.filter(({ name, signInName }) => `${name} ${signInName}`.includes(query.q.trim()));
  const close = () => setOpen(undefined);
  const give = (password: TemporaryPassword) => {
    close();
    setGiven(password);
  };
  return (
    <PageShell
      title="人员"
      lead="本机关工作人员的登录账号。账号只说明这个人是谁；能做什么，由岗位决定。"
      actions={
        <>
          <Button type="primary" onClick={() => setOpen({ act: "add" })}>
            添加人员
          </Button>
          <ExportButton name={`${organ.shortName}人员`} columns={SHEET} rows={people} />
        </>
      }
    >
      <div className="filters">
        <Input.Search
          allowClear
          aria-label="按姓名或登录名查找"
          placeholder="姓名或登录名"
          defaultValue={query.q}
          onSearch={(q) => change({ q })}
        />
        <span role="status">共 {people.length} 人</span>
      </div>
      <PeopleList
        people={people}
        isFiltered={query.q !== ""}
        sort={query.sort}
        onSort={(sort) => change({ sort })}
        onAct={(act, person) => setOpen({ act, person })}
      />
      {open?.act === "add" ? <PersonForm agency={organ.code} onClose={close} onAdded={give} /> : null}
      {open?.act === "change" ? <PersonForm agency={organ.code} person={open.person} onClose={close} onAdded={give} /> : null}
      {open !== undefined && open.act !== "add" && open.act !== "change" ? (
        <PersonActDialog agency={organ.code} act={open.act} person={open.person} onClose={close} onReset={give} />
      ) : null}
      {given === undefined ? null : <TemporaryPasswordDialog given={given} onClose={() => setGiven(undefined)} />}
    </PageShell>
  );
}
