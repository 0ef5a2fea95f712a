import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Attempt } from "./attempt.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { valueTypes } from "./parse-values.ts";
import { keepConnections } from "./keep-connections.ts";
import { prepareWrites } from "./prepare-writes.ts";
import { keepKeyReader } from "./read-by-key.ts";
import type { Tables } from "./row-types.ts";

/** The database or a transaction in it: what every query takes first. */
export type Queryable = Kysely<Tables>;

export interface Database {
  readonly db: Queryable;
  /** The same connections, for what speaks to pg directly. */
  readonly pool: pg.Pool;
  /** Ends all connections; an embedded server nobody else uses is shut down. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`; left out or empty: the embedded server on `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** Connections at one time; 10 when left out. */
  readonly maxConnections?: number | undefined;
}

const OLDEST_VERSION = 15;
const CONNECT_MILLISECONDS = 15_000;

/**
 * Connects to the database: the one at `databaseUrl`, or the embedded one. Tries a connection and looks whether the server
 * will do; what an administrator can mend comes back as one sentence, which never holds the password.
 *
 * @example
 * const opened = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir });
 */
export async function openDatabase({ databaseUrl = "", dataDir, maxConnections = 10 }: DatabaseOptions): Promise<Attempt<Database>> {
  if (databaseUrl !== "") {
    const refused = refuseUrl(databaseUrl);
    if (refused !== undefined) return { ok: false, message: refused };
    const connection = { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MILLISECONDS, application_name: "gongkai" };
    return connectTo(connection, maxConnections, async () => {});
  }
  const embedded = await startEmbedded({ dataDir });
  if (!embedded.ok) return embedded;
  return connectTo(embedded.value.connection, maxConnections, () => embedded.value.stop());
}

/** A pool on this connection, checked; `afterwards` is run when the database is closed, or will not do. */
export async function connectTo(
  connection: pg.PoolConfig,
  maxConnections: number,
  afterwards: () => Promise<void>,
): Promise<Attempt<Database>> {
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    types: valueTypes,
    keepAlive: true,
    onConnect: setUp,
  });
  pool.on("error", () => {}); // an idle connection was lost; the pool makes a new one for the next query
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepConnections(pool) }) });
  const reader = keepKeyReader(db, pool);
  const close = async (): Promise<void> => {
    reader.close();
    await db.destroy(); // ends the pool too
    if (!pool.ended) await pool.end();
    await afterwards();
  };
  const refused = await refuseServer(pool, connection);
  if (refused === undefined) return { ok: true, value: { db, pool, close } };
  await close();
  return { ok: false, message: refused };
}

/**
 * Instants are read as UTC text, whatever the server's own time zone; plans are not compiled, which takes longer than our
 * queries. The pool waits for it; pg's types do not know that yet.
 */
function setUp(client: pg.ClientBase): void {
  client.on("error", () => {}); // lost while in use: whoever waits for an answer is told; unheard, it would end the process
  prepareWrites(client);
  return client.query("set time zone 'UTC'; set jit = off") as unknown as void;
}

async function refuseServer(pool: pg.Pool, connection: pg.PoolConfig): Promise<string | undefined> {
  try {
    const { rows } = await pool.query<{ version: string; encoding: string; readonly: string }>(
      "select current_setting('server_version') as version, current_setting('server_encoding') as encoding, current_setting('transaction_read_only') as readonly",
    );
    const { version = "", encoding = "", readonly = "" } = rows[0] ?? {};
    if (Number.parseInt(version, 10) < OLDEST_VERSION) {
      return `数据库版本过低：需要 PostgreSQL ${OLDEST_VERSION} 以上，当前为 ${version}。`;
    }
    if (encoding !== "UTF8") return `数据库编码须为 UTF8，当前为 ${encoding}：请以 ENCODING 'UTF8' 新建数据库。`;
    if (readonly === "on") return "数据库处于只读状态：请让 DATABASE_URL 指向主库。";
    return undefined;
  } catch (fault) {
    return explainFault(fault, connection);
  }
}

function refuseUrl(databaseUrl: string): string | undefined {
  // URL cannot parse a socket's folder as host, pg can: look at the beginning only.
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return undefined;
  return "DATABASE_URL 应以 postgres:// 或 postgresql:// 开头；留空则使用内置数据库。";
}

/** Codes of PostgreSQL and of the system, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  "28P01": "用户名或密码不正确",
  "28000": "服务器不允许这一用户从本机登录",
  "3D000": "没有这个数据库，请先建立",
  "53300": "服务器的连接数已满",
  "57P03": "服务器正在启动或关闭，请稍后再试",
  ECONNREFUSED: "该地址没有数据库在监听",
  ENOTFOUND: "找不到这台主机",
  EAI_AGAIN: "暂时查不到这台主机的地址",
  ETIMEDOUT: "连接超时",
  ENOENT: "没有这个套接字文件",
};

function explainFault(fault: unknown, { connectionString }: pg.PoolConfig): string {
  const { code = "", message = "" } = fault as { code?: string; message?: string }; // whatever was thrown: both may be missing
  const where = connectionString === undefined ? "内置数据库" : `数据库 ${withoutPassword(connectionString)}`;
  return `连接不上${where}：${FAULTS[code] ?? (message === "" ? code : message)}。`;
}

/** `postgres://user:secret@host/db?…` → `host/db`. */
function withoutPassword(url: string): string {
  return url
    .replace(/^postgres(ql)?:\/\//, "")
    .replace(/\?.*$/, "")
    .replace(/^.*@/, "");
}
