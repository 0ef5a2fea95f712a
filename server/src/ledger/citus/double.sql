-- A stand-in for Citus on one PostgreSQL: the functions and tables `gongkai db distribute` uses, which refuse what Citus refuses.
-- The rules were read in Citus's source and documentation (docs/decisions/2026-11-22-citus-without-citus.md); the words are ours.
-- What is distributed becomes a table partitioned by the hash of its column, one partition for a shard, so that keys, foreign
-- keys and plans meet real borders.

set allow_system_table_mods to on;
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
values (987654, 'citus', 10, 'pg_catalog'::regnamespace, false, '13.0-double');

create schema citus_double;
create table pg_catalog.pg_dist_partition (
  logicalrelid regclass primary key, partmethod "char" not null, partkey text, colocationid integer not null, repmodel "char" not null
);
create table pg_catalog.pg_dist_node (nodeid serial primary key, groupid integer not null, nodename text not null);
-- What Citus leaves of the rows in the coordinator's own files.
create table citus_double.copy (logicalrelid regclass primary key, row_count bigint not null);
reset allow_system_table_mods;

create function citus_double.setting(name text, otherwise text) returns text language sql
  return coalesce(nullif(current_setting('citus.' || name, true), ''), otherwise);

create function citus_double.is_on(name text, otherwise text) returns boolean language sql
  return citus_double.setting(name, otherwise)::boolean;

create function citus_double.refuse(sentence text) returns void language plpgsql as $$
begin
  raise exception '%', sentence using errcode = 'feature_not_supported';
end $$;

create function citus_double.has_coordinator() returns boolean language sql
  return exists (select from pg_dist_node where groupid = 0);

create function citus_double.kind_of(rel regclass) returns text language sql
  return coalesce((select case when partmethod = 'h' then 'distributed' when repmodel = 't' then 'reference' else 'local of citus' end
    from pg_dist_partition where logicalrelid = rel), 'local');

create function citus_double.expect_table(rel regclass) returns void language plpgsql as $$
declare
  class pg_class := (select pg_class from pg_class where oid = rel);
begin
  if class.relkind not in ('r', 'p') then perform citus_double.refuse(format('%s is not a table', rel)); end if;
  if class.relpersistence = 't' then perform citus_double.refuse('cannot distribute a temporary table'); end if;
  if citus_double.kind_of(rel) in ('distributed', 'reference') then
    perform citus_double.refuse(format('table %s is already distributed', rel));
  end if;
  if exists (select from pg_inherits where inhrelid = rel or (inhparent = rel and class.relkind = 'r')) then
    perform citus_double.refuse(format('%s takes part in inheritance', rel));
  end if;
  if class.relrowsecurity and exists (select from pg_policy where polrelid = rel and polqual ~ 'SUBLINK') then
    perform citus_double.refuse(format('%s has a policy with a subquery', rel));
  end if;
  if exists (select from pg_trigger where tgrelid = rel and not tgisinternal) and not citus_double.is_on('enable_unsafe_triggers', 'off') then
    perform citus_double.refuse(format('cannot distribute %s because it has triggers', rel));
  end if;
  if exists (select from pg_trigger join pg_depend on objid = pg_trigger.oid and deptype = 'x' where tgrelid = rel) then
    perform citus_double.refuse(format('a trigger of %s depends on an extension', rel));
  end if;
  if exists (select from pg_attribute where attrelid = rel and attidentity <> '' and atttypid <> 'bigint'::regtype) then
    perform citus_double.refuse(format('%s has an identity column that is no bigint', rel));
  end if;
  if exists (select from pg_depend join pg_attrdef on pg_attrdef.oid = pg_depend.objid join pg_sequence on seqrelid = refobjid
      join pg_attribute on attrelid = adrelid and attnum = adnum
      where adrelid = rel and not exists (select from pg_depend owned where owned.objid = seqrelid and owned.deptype in ('a', 'i')
        and owned.refobjid = rel) and exists (select from pg_depend used join pg_attrdef other on other.oid = used.objid
        join pg_attribute column_of on column_of.attrelid = other.adrelid and column_of.attnum = other.adnum
        where used.refobjid = seqrelid and column_of.atttypid <> pg_attribute.atttypid)) then
    perform citus_double.refuse(format('%s shares a sequence with a column of another type', rel));
  end if;
end $$;

-- Foreign keys: shared → shared; distributed → shared; distributed → distributed of one group, by the column, in the same place.
create function citus_double.expect_foreign_keys(rel regclass, is_reference boolean, col smallint, grp integer) returns void language plpgsql as $$
declare
  key record;
  target text;
begin
  for key in select * from pg_constraint where conrelid = rel and contype = 'f' and conparentid = 0 loop
    target := case when key.confrelid = rel then case when is_reference then 'reference' else 'distributed' end
      else citus_double.kind_of(key.confrelid) end;
    if target in ('local', 'local of citus') and not (is_reference and target = 'local of citus') then
      perform citus_double.refuse(format('foreign key %s: the referenced table must be a distributed table or a reference table', key.conname));
    end if;
    if is_reference then
      if target = 'distributed' then
        perform citus_double.refuse(format('foreign key %s from a reference table to a distributed table', key.conname));
      end if;
      continue;
    end if;
    if col = any(key.conkey) and (key.confdeltype in ('n', 'd') or key.confupdtype in ('n', 'd', 'c')) then
      perform citus_double.refuse(format('foreign key %s would set or cascade the distribution column', key.conname));
    end if;
    continue when target = 'reference';
    if key.confrelid <> rel and grp is distinct from (select colocationid from pg_dist_partition where logicalrelid = key.confrelid) then
      perform citus_double.refuse(format('foreign key %s: the tables are not colocated', key.conname));
    end if;
    if key.confkey[array_position(key.conkey, col)] is distinct from (select attnum from pg_attribute join pg_dist_partition
        on logicalrelid = attrelid and partkey = attname where attrelid = key.confrelid
      union all select col where key.confrelid = rel) then
      perform citus_double.refuse(format('foreign key %s leaves out the distribution column, or has it in another place', key.conname));
    end if;
  end loop;
end $$;

create function citus_double.expect_keys(rel regclass, col smallint) returns void language plpgsql as $$
declare
  index record;
  place integer;
begin
  for index in select pg_index.*, relname, conexclop from pg_index join pg_class on pg_class.oid = indexrelid
      left join pg_constraint on conindid = indexrelid and contype = 'x' where indrelid = rel and (indisunique or indisexclusion) loop
    place := array_position(string_to_array(index.indkey::text, ' ')::smallint[], col);
    if place is null or place > index.indnkeyatts then
      perform citus_double.refuse(format('%s: a unique key must include the distribution column', index.relname));
    end if;
    if index.conexclop is not null and (select oprname from pg_operator where oid = index.conexclop[place]) <> '=' then
      perform citus_double.refuse(format('%s: an exclusion must compare the distribution column for equality', index.relname));
    end if;
  end loop;
end $$;

-- With the coordinator among the nodes, local tables with foreign keys to or from a shared one become Citus's own; comments are lost.
create function citus_double.adopt(rel regclass) returns void language plpgsql as $$
declare
  other regclass;
begin
  if not (citus_double.has_coordinator() and citus_double.is_on('enable_local_reference_table_foreign_keys', 'on')) then return; end if;
  for other in with recursive tied as (
      select rel::oid as oid union
      select case when conrelid = tied.oid then confrelid else conrelid end from tied join pg_constraint
        on contype = 'f' and tied.oid in (conrelid, confrelid)
        where tied.oid = rel or citus_double.kind_of(tied.oid) = 'local'
    ) select oid from tied where citus_double.kind_of(oid) = 'local' and oid <> rel loop
    insert into pg_dist_partition values (other, 'n', null, 0, 's');
    execute format('comment on table %s is null', other);
  end loop;
end $$;

create function pg_catalog.create_reference_table(rel regclass) returns void language plpgsql as $$
begin
  perform citus_double.expect_table(rel);
  if citus_double.kind_of(rel) = 'local' then perform citus_double.adopt(rel); end if;
  perform citus_double.expect_foreign_keys(rel, true, null, null);
  insert into pg_dist_partition values (rel, 'n', null, 1, 't') on conflict (logicalrelid) do update set repmodel = 't', colocationid = 1;
  perform citus_double.keep_copy(rel);
  perform citus_double.watch(rel, true);
end $$;

create function citus_double.keep_copy(rel regclass) returns void language plpgsql as $$
declare
  found bigint;
begin
  execute format('select count(*) from %s', rel) into found;
  if found > 0 then insert into citus_double.copy values (rel, found); end if;
end $$;

create function pg_catalog.truncate_local_data_after_distributing_table(rel regclass) returns void language plpgsql as $$
declare
  emptied regclass;
begin
  if citus_double.kind_of(rel) not in ('distributed', 'reference') then perform citus_double.refuse(format('%s is not distributed', rel)); end if;
  for emptied in with recursive tied as (
      select rel::oid as oid union select conrelid from tied join pg_constraint on contype = 'f' and confrelid = tied.oid and conparentid = 0
    ) select oid from tied loop
    if citus_double.kind_of(emptied) = 'local' then
      perform citus_double.refuse(format('cannot truncate: local table %s refers to it', emptied));
    end if;
    if exists (select from pg_trigger where tgrelid = emptied and not tgisinternal and tgtype & 32 <> 0 and tgenabled <> 'D') then
      perform citus_double.refuse(format('a trigger of %s refuses TRUNCATE', emptied));
    end if;
    delete from citus_double.copy where logicalrelid = emptied;
  end loop;
  perform set_config('citus.enable_ddl_propagation', 'on', true);
end $$;

-- A change of several organs at once opens several connections; a shared table these refer to cannot be changed after it in
-- the same transaction, but in sequential mode.
create function citus_double.note_parallel() returns trigger language plpgsql as $$
begin
  if citus_double.setting('multi_shard_modify_mode', 'parallel') <> 'sequential' and (select count(distinct agency_id) from changed) > 1 then
    perform set_config('citus_double.parallel', tg_table_name, true);
  end if;
  return null;
end $$;

create function citus_double.refuse_after_parallel() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('citus_double.parallel', true), '') <> '' then
    perform citus_double.refuse(format('cannot change reference table %s: there was a parallel change of %s in this transaction',
      tg_table_name, current_setting('citus_double.parallel')));
  end if;
  return null;
end $$;

create function citus_double.watch(rel regclass, is_reference boolean) returns void language plpgsql as $$
begin
  if is_reference then
    execute format('create trigger citus_double_reference before insert or update or delete on %s execute function citus_double.refuse_after_parallel()', rel);
  else
    execute format('create trigger citus_double_insert after insert on %s referencing new table as changed execute function citus_double.note_parallel()', rel);
    execute format('create trigger citus_double_update after update on %s referencing new table as changed execute function citus_double.note_parallel()', rel);
    execute format('create trigger citus_double_delete after delete on %s referencing old table as changed execute function citus_double.note_parallel()', rel);
  end if;
  -- Citus's own triggers are internal too: a table is not taken to have any.
  perform set_config('allow_system_table_mods', 'on', true);
  update pg_trigger set tgisinternal = true where tgrelid = rel and tgname like 'citus\_double\_%';
  perform set_config('allow_system_table_mods', 'off', true);
end $$;

create function citus_double.adopt_new() returns event_trigger language plpgsql as $$
declare
  made record;
begin
  if coalesce(current_setting('citus_double.is_busy', true), '') <> '' then return; end if;
  for made in select objid from pg_event_trigger_ddl_commands() where object_type = 'table' loop
    if citus_double.kind_of(made.objid) = 'local' and citus_double.has_coordinator()
      and citus_double.is_on('enable_local_reference_table_foreign_keys', 'on')
      and exists (select from pg_constraint where conrelid = made.objid and contype = 'f' and citus_double.kind_of(confrelid) = 'reference') then
      insert into pg_dist_partition values (made.objid, 'n', null, 0, 's');
    end if;
  end loop;
end $$;
create event trigger citus_double_ddl on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function citus_double.adopt_new();
