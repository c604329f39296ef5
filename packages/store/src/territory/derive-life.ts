import type { Writer } from '../write/write-version.ts';

/**
 * Derives when each territory lived, from the registers, crosswalks and lists of changes that count, whatever the order
 * in which they were imported. `first` and `last` are the days between which it is proven live; `valid_from` and
 * `valid_until` what a list of changes says; `in_force_from` and `in_force_until` when it counts as live: from the first
 * source that shows it until the next that does not, open where no source lies before or after.
 *
 * A register shows all territories of its day, a crosswalk those of its kind, and one of municipalities their districts
 * too. A list of changes names an end that a later register or crosswalk contradicts: then it does not count.
 */
export async function deriveLife(writer: Writer): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.snapshot, pg_temp.shown, pg_temp.listed_end, pg_temp.derived_life',
  );
  for (const sql of [SNAPSHOT, SHOWN, LISTED_END, DERIVED_LIFE]) await writer.run(sql);
  await writer.run('create unique index on derived_life (territory_id)');
  await writer.run('analyze derived_life');
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
}

/** The days on which all territories of a kind are known. */
const SNAPSHOT = `
create temporary table snapshot as
select k.kind, r.territory_date as day
from register r
cross join (
  values ('municipality'), ('association'), ('district'), ('region'), ('state'), ('country')
) k (kind)
where r.version_until is null
union
select k.kind, d.day
from change_source s
cross join lateral (select unnest(s.source_days) as day union select s.target_on) d
cross join lateral (select s.territory_kind as kind union select 'district') k
where s.kind = 'crosswalk' and s.version_until is null and d.day is not null`;

const SHOWN = `
create temporary table shown as
with link as (
  select l.*
  from territory_link l
  join change_source s on s.id = l.change_source_id and s.kind = 'crosswalk' and s.version_until is null
),
seen as (
  select e.territory_id, r.territory_date as first, r.territory_date as last
  from register_entry e
  join register r on r.id = e.register_id and r.version_until is null
  union all
  select source_id, min(source_from), max(source_until) from link group by source_id
  union all
  select target_id, min(target_on), max(target_on) from link group by target_id
)
select territory_id, min(first) as first, max(last) as last
from (
  select territory_id, first, last from seen
  union all
  select d.id, min(seen.first), max(seen.last)
  from seen
  join territory m on m.id = seen.territory_id and m.kind = 'municipality'
  join territory d on d.kind = 'district' and d.key = left(m.key, 5)
  group by d.id
) all_seen
group by territory_id`;

/** Ends and beginnings that lists of changes name, where nothing else says otherwise. */
const LISTED_END = `
create temporary table listed_end as
with change as (
  select c.from_id, c.to_id, c.effective_on as day
  from territory_change c
  join change_source s on s.id = c.change_source_id and s.version_until is null
  where c.from_id <> c.to_id and c.kinds && array['DISSOLVED', 'KEY_CHANGED']
)
select territory_id, min(began) as began, max(ended) as ended, min(day) as first, max(day) as last
from (
  select c.to_id as territory_id, c.day, c.day as began, null::date as ended
  from change c
  join territory t on t.id = c.to_id
  left join shown s on s.territory_id = c.to_id
  where (s.first is null or s.first >= c.day) and exists (select from snapshot p where p.kind = t.kind and p.day < c.day)
  union all
  select c.from_id, c.day - 1, null, c.day
  from change c
  left join shown s on s.territory_id = c.from_id
  where s.last is null or s.last < c.day
) ends
group by territory_id`;

const DERIVED_LIFE = `
create temporary table derived_life as
select l.territory_id, l.first, l.last, e.began as valid_from, e.ended - 1 as valid_until,
  coalesce(e.began, case when exists (select from snapshot p where p.kind = t.kind and p.day < l.first) then l.first end)
    as in_force_from,
  coalesce(e.ended, (select min(p.day) from snapshot p where p.kind = t.kind and p.day > l.last)) - 1
    as in_force_until
from (
  select territory_id, min(first) as first, max(last) as last
  from (select territory_id, first, last from shown union all select territory_id, first, last from listed_end) known
  group by territory_id
) l
join territory t on t.id = l.territory_id
left join listed_end e on e.territory_id = l.territory_id`;

const SAME = `d.territory_id = v.territory_id and d.first = v.first and d.last = v.last
  and d.valid_from is not distinct from v.valid_from and d.valid_until is not distinct from v.valid_until
  and d.in_force_from is not distinct from v.in_force_from and d.in_force_until is not distinct from v.in_force_until
  and v.version_until is null`;

const CLOSE = `
update territory_life v set version_until = $1
where v.version_until is null and not exists (select from derived_life d where ${SAME})`;

const INSERT = `
insert into territory_life (
  territory_id, first, last, valid_from, valid_until, in_force_from, in_force_until, version_from
)
select territory_id, first, last, valid_from, valid_until, in_force_from, in_force_until, $1
from derived_life d
where not exists (select from territory_life v where ${SAME})`;
