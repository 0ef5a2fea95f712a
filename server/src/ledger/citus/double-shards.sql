-- The second half of the stand-in: a table is taken apart into shards.

create schema citus_shards;

create function pg_catalog.create_distributed_table(
  rel regclass, distribution_column text, distribution_type text default 'hash', colocate_with text default 'default', shard_count integer default 2
) returns void language plpgsql as $$
declare
  col pg_attribute := (select pg_attribute from pg_attribute where attrelid = rel and attname = distribution_column and not attisdropped);
  grp integer;
begin
  perform citus_double.expect_table(rel);
  if col.attnum is null then perform citus_double.refuse(format('column %s of %s does not exist', distribution_column, rel)); end if;
  if col.attgenerated <> '' then perform citus_double.refuse('the distribution column must not be generated'); end if;
  if not exists (select from pg_opclass where opcmethod = (select oid from pg_am where amname = 'hash') and opcdefault
      and opcintype in (col.atttypid, (select case typtype when 'r' then 'anyrange'::regtype when 'e' then 'anyenum'::regtype end from pg_type where oid = col.atttypid))) then
    perform citus_double.refuse(format('no hash function for column %s', distribution_column));
  end if;
  if exists (select from pg_collation where oid = col.attcollation and not collisdeterministic) then
    perform citus_double.refuse('the distribution column has a nondeterministic collation');
  end if;
  if colocate_with in ('none', 'default') then
    grp := (select coalesce(max(colocationid), 1) + 1 from pg_dist_partition);
  else
    select colocationid into grp from pg_dist_partition join pg_attribute on attrelid = logicalrelid and attname = partkey
      where logicalrelid = colocate_with::regclass and partmethod = 'h' and atttypid = col.atttypid;
    if grp is null then perform citus_double.refuse(format('%s cannot be colocated with %s', rel, colocate_with)); end if;
  end if;
  perform citus_double.expect_foreign_keys(rel, false, col.attnum, grp);
  perform citus_double.expect_keys(rel, col.attnum);
  perform citus_double.keep_copy(rel);
  perform citus_double.take_apart(rel, distribution_column, grp, shard_count);
end $$;

-- The table anew under its name, with the very names of its keys, indexes and constraints: commands know refusals by them.
create function citus_double.take_apart(rel regclass, col text, grp integer, shard_count integer) returns void language plpgsql as $$
declare
  schema_name text := (select nspname from pg_class join pg_namespace on pg_namespace.oid = relnamespace where pg_class.oid = rel);
  table_name text := (select relname from pg_class where oid = rel);
  table_comment text := case when citus_double.kind_of(rel) = 'local' then obj_description(rel, 'pg_class') end; -- Citus makes its own local tables over
  after text[];
  shard text;
  made regclass;
  trigger record;
begin
  perform set_config('citus_double.is_busy', 'yes', true);
  after := array(select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where conrelid = rel and contype in ('p', 'u', 'x'))
    || array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = rel and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')))
    || array(select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where rel in (conrelid, confrelid) and contype = 'f' and conparentid = 0)
    || array(select pg_get_triggerdef(oid) from pg_trigger where tgrelid = rel and not tgisinternal);
  execute format('alter table %s rename to %I', rel, table_name || '_taken_apart');
  execute format('create table %I.%I (like %s including comments including constraints including defaults including generated including identity '
    || 'including statistics including storage) partition by hash (%I)', schema_name, table_name, rel, col);
  made := format('%I.%I', schema_name, table_name)::regclass;
  for number in 0 .. shard_count - 1 loop
    execute format('create table citus_shards.%I partition of %s for values with (modulus %s, remainder %s)',
      table_name || '_' || 102000 + number, made, shard_count, number);
  end loop;
  execute format('insert into %s overriding system value select * from %s', made, rel);
  delete from pg_dist_partition where logicalrelid = rel;
  update citus_double.copy set logicalrelid = made where logicalrelid = rel;
  execute format('drop table %s cascade', rel);
  foreach shard in array after loop execute shard; end loop;
  execute format('comment on table %s is %L', made, table_comment);
  -- Triggers of statements stand on the shards themselves as well.
  for trigger in select pg_get_triggerdef(pg_trigger.oid) as made_by, inhrelid from pg_trigger join pg_inherits on inhparent = tgrelid
      where tgrelid = made and not tgisinternal and tgtype & 1 = 0 loop
    execute regexp_replace(trigger.made_by, ' ON \S+ ', format(' ON %s ', trigger.inhrelid::regclass));
  end loop;
  insert into pg_dist_partition values (made, 'h', col, grp, 's');
  perform citus_double.watch(made, false);
  perform set_config('citus_double.is_busy', '', true);
end $$;
