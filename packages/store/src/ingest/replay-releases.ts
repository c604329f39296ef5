import { moveToEarlierDistricts } from '../territory/move-to-earlier-districts.ts';
import { judgedDashes } from '../territory/rejudge-dashes.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * Gives the cells that a withdrawn release reached the state that the remaining releases of its input leave them in, and
 * touches what changed. `withdraw-release.ts` has closed the release itself before.
 *
 * What each release delivered stands in the rows of its own data version, which are never removed. Of these a row counts
 * unless a later release replaced it: by delivering the same cell, or as a full one whose scope it lies in. Both depend on
 * what was known when that release came: until a register says that two keys are one territory, neither replaces
 * the other. What is left is put where it belongs today and judged by what is known today, as the imports of registers
 * and changes did with open rows (see `moveFacts`, `moveToEarlierDistricts`, `rejudgeDashes`).
 */
export async function replayReleases(
  writer: Writer,
  release: {
    readonly id: number;
    readonly input_id: number;
    readonly kind: 'full' | 'partial';
    readonly measure_ids: readonly number[];
    readonly version_from: number;
  },
): Promise<{ readonly withdrawn: number; readonly restored: number }> {
  const names = TABLES.map((table) => `pg_temp.${table}`);
  await writer.run(`drop table if exists ${names.join(', ')}`);
  const scope = [release.input_id, release.measure_ids];
  await writer.run(ROLE_SINCE);
  await writer.run('create index on role_since (id)');
  await writer.run(MOVING_PLACE);
  await writer.run('create index on moving_place (territory_id)');
  await writer.run(REACHED_CELL, [...scope, release.id, release.version_from]);
  await writer.run('analyze role_since, moving_place, reached_cell');
  const reach = release.kind === 'full' ? 'true' : OF_ITS_TERRITORIES;
  await writer.run(delivered(reach), scope);
  await writer.run(FULL_SCOPE, scope);
  await writer.run('analyze delivered, full_scope');
  await writer.run(LATER_FULL);
  await writer.run('analyze later_full');
  await writer.run(RESTORED);
  await writer.run('create index on restored (territory_id, measure_id, period, breakdown_id)');
  await writer.run('analyze restored');
  await writer.run(CHANGED_CELL);
  const withdrawn = await writer.run(close(reach), [writer.version, ...scope]);
  await writer.run(REVIVED, [release.input_id]);
  await writer.run('analyze revived');
  await judgeRevived(writer);
  const restored = await writer.run(INSERT, [writer.version]);
  await writer.run(
    'insert into changed_cell select district_id, measure_id, territory_id, period, breakdown_id from revived',
  );
  await writer.run(TOUCH);
  await writer.run(TOUCH_SERIES);
  await moveToEarlierDistricts(writer);
  return { withdrawn, restored };
}

const TABLES = [
  'role_since',
  'moving_place',
  'reached_cell',
  'delivered',
  'full_scope',
  'later_full',
  'restored',
  'changed_cell',
  'revived',
];

/** Since which data version a territory is known to be a role of another: the first register that shows both. */
const ROLE_SINCE = `
create temporary table role_since as
select t.id, coalesce(t.same_as, t.id) as canonical_id, t.kind, coalesce(s.since, 0) as since
from territory t
left join (
  select e.territory_id, min(r.version_from) as since
  from register_entry e
  join territory a on a.id = e.territory_id
  join register_entry c on c.register_id = e.register_id and c.territory_id = a.same_as
  join register r on r.id = e.register_id
  group by e.territory_id
) s on s.territory_id = t.id`;

/** The district by its key of each municipality that may lie elsewhere on its day. */
const MOVING_PLACE = `
create temporary table moving_place as
select t.id as territory_id, coalesce(k.same_as, k.id) as district_id
from territory t
join territory k on k.kind = 'district' and k.key = left(t.key, 5)
where t.id in (select territory_id from earlier_district)`;

/** SQL: the territory as which a row of `role_since` was known at a data version. */
function knownAs(role: string, version: string): string {
  return `case when ${role}.since <= ${version} then ${role}.canonical_id else ${role}.id end`;
}

/** Listed so that the primary key is used, which begins with the district. */
const ANY_DISTRICT = `any(array(
    select id from territory where kind in ('district', 'region', 'state', 'country', 'municipality')
  ))`;

const REACHED_CELL = `
create temporary table reached_cell as
select distinct o.measure_id, o.period, s.canonical_id as territory_id
from observation o
join role_since s on s.id = o.territory_id
where o.district_id = ${ANY_DISTRICT} and o.input_id = $1 and o.measure_id = any($2)
  and o.release_id = $3 and o.version_from = $4`;

const IN_ITS_PERIODS = '(o.measure_id, o.period) in (select measure_id, period from reached_cell)';

/** A partial release touches no territory that it does not deliver. */
const OF_ITS_TERRITORIES = `o.territory_id in (
    select id from role_since where canonical_id in (select territory_id from reached_cell)
  )`;

/**
 * What the remaining releases of the input delivered, as they did, with the territory to which it belongs now (`place_id`)
 * and its district (`place_district_id`): what may lie elsewhere on its day lies in that of its key at first.
 */
function delivered(reach: string): string {
  return `
create temporary table delivered as
select o.*, s.canonical_id as place_id, s.since as place_since,
  coalesce(m.district_id, home.canonical_id) as place_district_id
from observation o
join release r on r.id = o.release_id and r.version_from = o.version_from and r.version_until is null
join role_since s on s.id = o.territory_id
join role_since home on home.id = o.district_id
left join moving_place m on m.territory_id = s.canonical_id
where o.district_id = ${ANY_DISTRICT} and o.input_id = $1 and o.measure_id = any($2)
  and ${IN_ITS_PERIODS} and ${reach}`;
}

/** For which measures and periods a full release withdraws what it does not contain. */
const FULL_SCOPE = `
create temporary table full_scope as
select distinct o.release_id, o.measure_id, o.period
from observation o
join release r on r.id = o.release_id and r.version_from = o.version_from and r.version_until is null and r.kind = 'full'
where o.district_id = ${ANY_DISTRICT} and o.input_id = $1 and o.measure_id = any($2) and ${IN_ITS_PERIODS}`;

/**
 * The last full release that reaches a territory, as it was delivered, with a measure and period: one of its levels is one
 * of the roles that the territory was known in.
 */
const LATER_FULL = `
create temporary table later_full as
select d.territory_id, f.measure_id, f.period, max(f.release_id) as release_id
from (select distinct territory_id from delivered) d
join role_since s on s.id = d.territory_id
join release r on r.id in (select release_id from full_scope)
join full_scope f on f.release_id = r.id
where exists (
  select from role_since a
  where a.canonical_id = s.canonical_id and a.kind = any(r.levels)
    and ${knownAs('a', 'r.version_from')} = ${knownAs('s', 'r.version_from')}
)
group by d.territory_id, f.measure_id, f.period`;

/** What counts in the end; of roles of one territory that came to be merged, the row that `moveFacts` keeps. */
const RESTORED = `
create temporary table restored as
select place_district_id as district_id, measure_id, place_id as territory_id, period, breakdown_id, release_id,
  case when a.canonical_id = a.id then association_id end as association_id,
  value, status, flags, sign, reference_date, boundary_date, ranked.version_from as delivered_in
from (
  select d.*, row_number() over (
      partition by d.measure_id, place_id, d.period, breakdown_id
      order by d.release_id desc, status >= 70 desc, sign is not distinct from '-',
        (district_id = place_district_id and d.territory_id = place_id) desc, d.territory_id
    ) as rank
  from delivered d
  left join later_full f using (territory_id, measure_id, period)
  where coalesce(f.release_id, 0) <= d.release_id
    and not exists (
      select from delivered n
      where n.place_id = d.place_id and n.measure_id = d.measure_id and n.period = d.period
        and n.breakdown_id = d.breakdown_id and n.release_id > d.release_id
        and n.territory_id = case when d.place_since <= n.version_from then d.place_id else d.territory_id end
    )
) ranked
left join role_since a on a.id = association_id
where rank = 1`;

/** Under whichever district: which one that is, `moveToEarlierDistricts` decides for all inputs. */
const SAME_CELL = `r.measure_id = o.measure_id and r.territory_id = o.territory_id
    and r.period = o.period and r.breakdown_id = o.breakdown_id`;

/** What a `-` means was judged since it was delivered; everything else stands as it was. */
const SAME_ROW = `${SAME_CELL}
    and r.release_id = o.release_id and r.association_id is not distinct from o.association_id
    and r.sign is not distinct from o.sign and r.flags = o.flags
    and (o.sign = '-' or (r.status = o.status and r.value is not distinct from o.value))`;

const CHANGED_CELL = `
create temporary table changed_cell (
  district_id int not null, measure_id int not null, territory_id int not null, period text collate "C" not null,
  breakdown_id int not null
)`;

function close(reach: string): string {
  return `
with closed as (
  update observation o set version_until = $1
  where o.district_id = ${ANY_DISTRICT} and o.input_id = $2 and o.measure_id = any($3) and o.version_until is null
    and ${IN_ITS_PERIODS} and ${reach}
    and not exists (select from restored r where ${SAME_ROW})
  returning o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id
)
insert into changed_cell select * from closed`;
}

const REVIVED = `
create temporary table revived as
select r.*, $1::int as input_id
from restored r
where not exists (
  select from observation o
  where ${SAME_CELL} and o.input_id = $1 and o.version_until is null
)`;

/**
 * Judges the `-` that come back by what is known now, if a source of territories came since they were delivered; else
 * they were judged by that already.
 */
async function judgeRevived(writer: Writer): Promise<void> {
  const dashes = await writer.rows(`select from revived where ${JUDGED_SINCE} limit 1`);
  if (dashes.length === 0) return;
  await writer.run('drop table if exists pg_temp.judged');
  await writer.run(
    `create temporary table judged as ${judgedDashes(`select * from revived where ${JUDGED_SINCE}`)}`,
  );
  await writer.run(JUDGE);
}

const JUDGED_SINCE = `sign = '-' and delivered_in < (
    select max(version) from data_version where kind in ('register', 'changes', 'crosswalk')
  )`;

const JUDGE = `
update revived v set value = case when j.zero then 0 end, status = case when j.zero then 0 else 20 end
from judged j
where j.district_id = v.district_id and j.measure_id = v.measure_id and j.territory_id = v.territory_id
  and j.period = v.period and j.breakdown_id = v.breakdown_id`;

const INSERT = `
insert into observation (
  district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
)
select district_id, measure_id, input_id, territory_id, period, breakdown_id, $1,
  release_id, association_id, value, status, flags, sign, reference_date, boundary_date
from revived
order by district_id, measure_id, territory_id, period, breakdown_id`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct district_id, measure_id, period, breakdown_id from changed_cell
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id from changed_cell`;
