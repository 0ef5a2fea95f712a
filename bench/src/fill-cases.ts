import { cutWords, type openLedger } from "@gongkai/server/maintenance";

export type Pool = Extract<Awaited<ReturnType<typeof openLedger>>, { readonly ok: true }>["value"]["database"]["pool"];

export interface Filled {
  readonly organs: number;
  readonly cases: number;
  /** Cases of organ 1: a tenth of all. The others share the rest evenly. */
  readonly largest: number;
}

const PLACES = ["东街", "石桥", "柳林", "河口", "北塘", "南坪", "望湖", "青石"];
const SUBJECTS = [
  "学校校舍安全检查结果",
  "道路改造项目招标文件",
  "征地补偿安置方案",
  "水库除险加固验收报告",
  "垃圾处理费收支情况",
  "低保对象评审记录",
  "老旧小区改造计划",
  "食品抽检不合格名单",
  "幼儿园收费备案材料",
  "公交线路调整依据",
  "建设用地规划许可证",
  "环境影响评价批复",
];
const YEARS = ["2019年", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年"];

/**
 * Fills an empty database with cases as the ledger would have left them: rows, requests with their words, three events each.
 * Made by the database itself; only the words are cut here, as the program does. Hashes are not chained: nothing here verifies.
 */
export async function fillCases(pool: Pool, cases: number, organs: number): Promise<Filled> {
  const largest = Math.floor(cases / 10);
  const titles = PLACES.flatMap((place) => SUBJECTS.flatMap((subject) => YEARS.map((year) => `${place}${year}${subject}`)));
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica"); // the organs are there: no need to look for each row's
    await client.query(
      `insert into agency (agency_id, code, name, short_name, kind, parent_id)
       select n, 'organ-' || n, '云溪县第' || n || '办公室', '第' || n || '办', 'department', 0 from generate_series(1, $1::int) as n`,
      [organs],
    );
    await client.query("create temporary table wanted (n integer primary key, title text, search tsvector)");
    await client.query(
      "insert into wanted select ordinality - 1, title, to_tsvector('simple', words) from unnest($1::text[], $2::text[]) with ordinality as given (title, words, ordinality)",
      [titles, titles.map((title) => cutWords(title).join(" "))],
    );
    await client.query(
      `create temporary table made as
       select n, case when n <= $2::int then 1 else 2 + n % ($3::int - 1) end as agency_id, md5('case' || n)::uuid as id,
         date '2021-01-01' + (n::bigint * 7919 % 1886)::int as received_on, (n::bigint * 31 % 27)::int as days, (n::bigint * 101 % $4::int)::int as wanted
       from generate_series(1, $1::int) as n`,
      [cases, largest, organs, titles.length],
    );
    const restore = await strip(client);
    await client.query("set maintenance_work_mem = '512MB'");
    for (const filling of [APPLICATIONS, REQUESTS, EVENTS]) await client.query(filling);
    for (const statement of restore) await client.query(statement);
    // As the database's own housekeeping leaves tables that have been there a while.
    for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  } finally {
    client.release();
  }
  return { organs, cases, largest };
}

const TABLES = ["application", "application_request", "event"] as const;

/**
 * Takes away what slows filling: the log (these tables are only read afterwards), indexes and keys, which are built faster over
 * what is there than kept up row by row. Gives the statements that bring the indexes and keys back.
 */
async function strip(client: Pick<Pool, "query">): Promise<readonly string[]> {
  for (const table of TABLES) await client.query(`alter table ${table} set unlogged, set (autovacuum_enabled = off)`);
  const { rows } = await client.query<{ away: string; back: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
     from pg_constraint where conrelid = any($1::regclass[]) and contype in ('p', 'u')
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index where indrelid = any($1::regclass[]) and not indisunique`,
    [[...TABLES]],
  );
  for (const { away } of rows) await client.query(away);
  return rows.map(({ back }) => back);
}

const OUTCOMES =
  "array['granted','partial','denied.process','nonexistent','otherOrgan','unhandled.duplicate','unavailable.unclear','denied.thirdParty']";
const ROWS =
  "array['granted','partial','denied.process','unavailable.notHeld','unavailable.notHeld','unhandled.duplicate','unavailable.unclear','denied.thirdParty']";
/** The bench's today is 2 March 2026: what was received less than its days ago is open. */
const IS_DONE = "m.received_on + m.days < date '2026-03-02'";

const APPLICATIONS = `
  insert into application (agency_id, application_id, number, state, channel, applicant_kind, applicant_name, applicant_key, request_key, summary, submitted_on,
    received_on, due_on, is_provisional, was_extended, answered_late, decided_on, outcome, delivered_on, closed_on, waiting_role, received_year, counted_year,
    row_2019, row_2021, has_irregularity, version)
  select m.agency_id, m.id, extract(year from m.received_on) || '-' || lpad(m.n::text, 7, '0'), case when ${IS_DONE} then 'closed' else 'handling' end,
    (array['internet','postSigned','inPerson','fax'])[1 + m.n % 4], (array['natural','natural','natural','business','legal','other'])[1 + m.n % 6], '申**',
    md5((m.n % 400000)::text), md5(m.agency_id || w.title), w.title, m.received_on, m.received_on, m.received_on + 28, false, m.n % 9 = 0, m.n % 50 = 0,
    case when ${IS_DONE} then m.received_on + m.days end, case when ${IS_DONE} then (${OUTCOMES})[1 + m.n % 8] end,
    case when ${IS_DONE} then m.received_on + m.days end, case when ${IS_DONE} then m.received_on + m.days end, case when ${IS_DONE} then null else 'handler' end,
    extract(year from m.received_on), case when ${IS_DONE} then extract(year from m.received_on + m.days) end,
    case when ${IS_DONE} then (${ROWS})[1 + m.n % 8] end, case when ${IS_DONE} then (${ROWS})[1 + m.n % 8] end, false, 3
  from made as m join wanted as w on w.n = m.wanted`;

const REQUESTS = `
  insert into application_request (agency_id, application_id, title, description, carrier, delivery, search)
  select m.agency_id, m.id, w.title, '', 'paper', 'post', w.search from made as m join wanted as w on w.n = m.wanted`;

const EVENTS = `
  insert into event (agency_id, sequence, stream_kind, stream_id, stream_version, type, on_date, recorded_at, actor_kind, payload, previous_hash, hash)
  select m.agency_id, row_number() over (partition by m.agency_id order by m.n, step.version), 'application', m.id, step.version, step.type,
    case step.version when 1 then m.received_on when 2 then m.received_on else least(m.received_on + m.days, date '2026-03-01') end, timestamptz '2026-03-02 01:30:00Z', 'system',
    case step.version
      when 1 then jsonb_build_object('channel', 'inPerson', 'applicantKind', 'natural', 'applicantName', '申**', 'summary', m.wanted)
      when 2 then jsonb_build_object('number', m.n::text)
      else '{"outcome": "granted", "article": "第三十六条第二项"}'::jsonb end,
    decode(repeat('00', 32), 'hex'), decode(repeat('11', 32), 'hex')
  from made as m cross join (values (1, 'submitted'), (2, 'registered'), (3, 'replied')) as step (version, type)`;
