import type { Opened } from "./open-bench-database.ts";

/** Words of the made-up texts: some everywhere, most seldom, as in any language. */
const SYLLABLES =
  "政务信息公开教育卫生交通住房财政预算决算征收补偿环境水利农业民政社会保障就业招生考试许可处罚收费采购规划统计应急安全监督检查项目建设资金管理服务办法通知公告意见方案".match(
    /.{2}/g,
  ) ?? [];
const RARE = 20_000;

/** What every hundredth, thousandth … text says: the words asked for in the bench, by how many texts have them. */
export const MARKED = [
  { word: "甲乙", share: 0.5 },
  { word: "丙丁", share: 0.05 },
  { word: "戊己", share: 0.005 },
  { word: "庚辛", share: 0.0005 },
  { word: "壬癸", share: 0.00005 },
] as const;

const BATCH = 50_000;

/** Different texts; every item has one of them, with words, title and facts of its own. */
const TEXTS = 20_000;

/** Public items with texts and index, written by the database itself: `documents` of them over ten years, of twenty organs. */
export async function fillItems({ database }: Opened, documents: number, say: (text: string) => void): Promise<void> {
  const client = await database.pool.connect();
  try {
    await fill(client, documents, say);
  } finally {
    client.release(true); // with what was set for filling
  }
}

async function fill(client: Client, documents: number, say: (text: string) => void): Promise<void> {
  // Nothing here must outlive a crash, and every row is known to be right: no log, no keys looked up in other tables.
  await client.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'");
  for (const table of ["published_item", "item_text", "search_document"])
    await client.query(`alter table ${table} set unlogged; alter table ${table} set (autovacuum_enabled = off)`);
  for (const name of NEEDLESS) await client.query(`drop index ${name}`);
  await client.query("create unlogged table bench_text (n integer primary key, words text, plain text, search tsvector)");
  await client.query(POOL, [Math.min(TEXTS, documents), SYLLABLES, RARE]);
  for (let from = 0; from < documents; from += BATCH) {
    const until = Math.min(documents, from + BATCH);
    const values = [
      from,
      until,
      documents,
      SYLLABLES,
      Math.min(TEXTS, documents),
      MARKED.map(({ word }) => word),
      MARKED.map(({ share }) => share),
    ];
    await client.query(FILL, values);
    if (until % 200_000 === 0) say(`${until} items written`);
  }
  await client.query("create index search_document_words on search_document using gin (search) with (fastupdate = off)");
  await client.query("create index search_document_by_day on search_document (published_day)");
  await client.query("create index published_item_by_time on published_item (agency_id, published_at desc, item_id)");
  for (const table of ["search_document", "published_item", "item_text"]) await client.query(`vacuum analyze ${table}`);
  say("indexes built");
}

interface Client {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** Built when everything is there, or not asked for. */
const NEEDLESS = [
  "search_document_words",
  "search_document_by_day",
  "published_item_by_time",
  "published_item_by_statutory",
  "published_item_by_entry",
  "published_item_by_hash",
  "published_item_by_file",
  "published_item_by_index_number",
];

const POOL = `
insert into bench_text
select n, words, replace(words, ' ', ''), strip(to_tsvector('simple', words)) from (
  select n, (select string_agg(case when random() < 0.8 then ($2::text[])[1 + floor(power(random(), 2) * array_length($2::text[], 1))::int]
    else '词' || floor(power(random(), 2) * $3::int)::int end, ' ') from generate_series(1, 80 + n * 0)) as words
  from generate_series(0, $1::int - 1) as n
) made`;

const FILL = `
with made as (
  select n, gen_random_uuid() as id, 1 + n % 20 as organ,
    timestamptz '2026-11-01 00:00:00+00' - ($3::int - n) * (interval '3650 days' / $3::int) as at,
    (select array_agg(word) from unnest($6::text[], $7::float8[]) as marks(word, share) where n >= 0 and random() < share) as marked,
    array[($4::text[])[1 + floor(random() * array_length($4::text[], 1))::int], ($4::text[])[1 + floor(random() * array_length($4::text[], 1))::int],
      ($4::text[])[1 + floor(random() * array_length($4::text[], 1))::int]] as title,
    (array['circular', 'notice', 'announcement', 'opinion', 'report', 'publicity', 'news'])[1 + floor(random() * 7)::int] as genre,
    '主题' || floor(random() * 20)::int as topic, floor(random() * $5::int)::int as text_number
  from generate_series($1::int, $2::int - 1) as n
), items as (
  insert into published_item (agency_id, item_id, status, title, summary, genre, statutory, topic, keywords, publisher, index_number, formed_on,
    text_version, public_version, first_published_at, published_at, published_on, attachments, interprets, interpreted_by, hash, signature, key_id, version)
  select organ, id, 'published', array_to_string(title, '') || '的通知' || n, '', genre, '20.' || 1 + n % 15, topic, '{}', '云溪县第' || organ || '局', 'x/' || n, at::date,
    1, 1, at, at, at::date, '[]', '{}', '{}', md5(n::text) || md5(n::text), '', id, 1 from made
), texts as (
  insert into item_text (agency_id, item_id, text_version, html, plain, sha256, written_at)
  select organ, id, 1, '', coalesce(array_to_string(marked, ''), '') || plain, '', at from made join bench_text t on t.n = text_number
)
insert into search_document (agency_id, item_id, version, published_at, published_day, year, genre, topic, search)
select organ, id, 1, at, (at at time zone 'Asia/Shanghai')::date, extract(year from at)::int, genre, topic,
  t.search || array_to_tsvector(coalesce(marked, array[]::text[]) || title || array['~o' || organ, '~g' || genre, '~t' || topic, '~y' || extract(year from at)::int,
    '~m' || to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'), '~d' || to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')]
    || (case when genre in ('circular', 'notice', 'announcement', 'opinion') then array['~p'] else array[]::text[] end)
    || array['^' || title[1], '^' || title[2], '^' || title[3]])
from made join bench_text t on t.n = text_number`;
