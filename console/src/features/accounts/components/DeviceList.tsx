import type { SignedInDevice } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { sayProblem } from "../../../lib/problem.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { DEVICES_KEY, devicesQuery, endSession } from "../api/account.ts";

/** Where one is signed in; each but this one can be ended. */
export function DeviceList() {
  const { data } = useSuspenseQuery(devicesQuery(useHttp()));
  const end = useCommand({ run: (http, id: string) => endSession(http, id), changes: [DEVICES_KEY] });
  const columns: readonly Column<SignedInDevice>[] = [
    {
      key: "device",
      title: "设备",
      show: ({ device, isThis }) => (
        <>
          {device} {isThis ? <Mark tone="fine">本机</Mark> : null}
        </>
      ),
    },
    { key: "address", title: "网络地址", show: ({ address }) => address },
    { key: "createdAt", title: "登录时间", show: ({ createdAt }) => sayInstant(createdAt) },
    { key: "lastSeenAt", title: "最近使用", show: ({ lastSeenAt }) => sayInstant(lastSeenAt) },
    {
      key: "acts",
      title: "操作",
      narrow: true,
      show: ({ id, isThis, device }) =>
        isThis ? null : (
          <Button
            size="small"
            aria-label={`退出 ${device} 上的登录`}
            loading={end.isPending && end.variables === id}
            onClick={() => end.mutate(id)}
          >
            退出
          </Button>
        ),
    },
  ];
  return (
    <>
      {end.error === null ? null : <p role="alert">{sayProblem(end.error)}</p>}
      <ListTable caption="已登录的设备" columns={columns} rows={data.sessions} keyOf={({ id }) => id} empty={<p>没有其他设备。</p>} />
    </>
  );
}
