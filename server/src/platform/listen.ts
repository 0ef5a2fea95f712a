import type { Settings } from "../settings.ts";
import type { App } from "./http.ts";

export type ListenResult = { readonly ok: true; readonly address: string } | { readonly ok: false; readonly message: string };

/** Begins to answer, and gives the address people can open; or says in one line why it cannot be had. */
export async function listen(app: App, { host, port, baseUrl }: Settings): Promise<ListenResult> {
  try {
    const bound = await app.listen({ host, port, listenTextResolver: () => "listening" });
    const everywhere = host === "0.0.0.0" || host === "::";
    return { ok: true, address: baseUrl ?? (everywhere ? `http://127.0.0.1:${new URL(bound).port || "80"}` : bound) };
  } catch (fault) {
    const explain = REASONS[(fault as NodeJS.ErrnoException).code ?? ""]; // listen throws system errors; anything else has no code we know
    if (explain === undefined) throw fault;
    return { ok: false, message: explain(host, port) };
  }
}

const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 换一个端口。(Port ${port} is in use; set PORT to another.)`,
  EACCES: (_host, port) =>
    `没有权限使用端口 ${port}：请用 PORT 换一个 1024 以上的端口。(No permission for port ${port}; set PORT above 1024.)`,
  EADDRNOTAVAIL: (host) => `本机没有地址 ${host}：请检查 HOST。(This machine has no address ${host}; check HOST.)`,
  ENOTFOUND: (host) => `找不到主机名 ${host}：请检查 HOST。(Host name ${host} is unknown; check HOST.)`,
  EAI_AGAIN: (host) => `找不到主机名 ${host}：请检查 HOST。(Host name ${host} is unknown; check HOST.)`,
};
