import { periodEnd } from '@kreisweit/domain';
import { PROVEN_LIFE } from '../territory/proven-life.ts';
import type { Writer } from '../write/write-version.ts';
import type { Adding } from './contributions.ts';
import { type KnownRegister, registerInForce } from './register-in-force.ts';

/**
 * Lays out who the members of a territory are, as temporary tables:
 * - `moment_of_day` and `moment_of_period`: the moment that stands for a boundary date or a period's end. Days between
 *   which no member changes and no register begins are one moment, named by the first of them;
 * - `member_in_force`: the members of associations and districts at each moment, and of the territories above in terms
 *   of districts, with their inhabitants in the register of the moment. `reporting` is the level at which a measure is
 *   reported: where associations report, they are the members of a district, beside the municipalities that belong to none;
 * - `life`: from when until when a territory is proven live;
 * - `parent_total`: how many inhabited members are expected, and their population.
 * A kreisfreie Stadt and its municipality are one territory (`same_as`) and no member of themselves. What only tables
 * know is no member that anybody expects, also where its figures lie around the day.
 */
export async function prepareMembers(
  writer: Writer,
  { associationsReport }: Pick<Adding, 'associationsReport'>,
): Promise<void> {
  const registers = await writer.rows<KnownRegister>(
    `select id, territory_date as date from register
     where version_from <= $1 and (version_until is null or version_until > $1)
     order by territory_date`,
    [writer.version],
  );
  await writer.run('drop table if exists pg_temp.concerned_parent');
  await writer.run(CONCERNED_PARENT);
  await writer.run('analyze concerned_parent');
  const turns = await turningPoints(writer);
  const [allDays, allPeriods] = [await days(writer), await periods(writer)];
  const momentOn = momentsOf(registers, turns, [...allDays, ...allPeriods.map(periodEnd)]);
  await writer.run(
    'drop table if exists pg_temp.moment_of_day, pg_temp.moment_of_period, pg_temp.member_in_force, pg_temp.parent_total, pg_temp.life',
  );
  await writeMoments(writer, 'moment_of_day', 'day date', allDays, momentOn);
  await writeMoments(writer, 'moment_of_period', 'period text collate "C"', allPeriods, (period) =>
    momentOn(periodEnd(period)),
  );
  await writer.run('analyze moment_of_day, moment_of_period');
  await writer.run(`create temporary table life as ${PROVEN_LIFE}`);
  await writer.run(MEMBER_IN_FORCE);
  await writer.run(ASSOCIATION_NEARBY);
  await writer.run('analyze member_in_force');
  if (associationsReport) await writer.run(ASSOCIATIONS_REPORTING);
  await writer.run(PARENT_TOTAL);
  await writer.run('create index on parent_total (parent_id, moment)');
  await writer.run('analyze life, parent_total');
}

/** A boundary date or the end of a period, with what counts for it. Without any register nobody is expected. */
type Moment = {
  readonly day: string;
  readonly moment: string | null;
  readonly registerId: number | null;
  /** The register was there already; an earlier day takes the first one. */
  readonly known: boolean;
};

async function days(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ day: string }>(
    `select distinct m.boundary_date as day
     from (
       select distinct coalesce(r.counted_id, t.measure_id) as measure_id, t.period
       from touched t
       join measure_rule r using (measure_id)
     ) c
     join release_moment m using (measure_id, period)
     join release r on r.id = m.release_id and r.version_until is null`,
  );
  return rows.map((row) => row.day);
}

async function periods(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ period: string }>('select distinct period from touched');
  return rows.map((row) => row.period);
}

/**
 * The days on which a membership that concerns us begins to count, or the first on which it does not any more. Free groups change what
 * they are, and nothing about anybody else.
 */
async function turningPoints(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ day: string }>(
    `select in_force_from as day from membership
     where version_until is null and in_force_from is not null and relation <> 'group'
       and parent_id in (select parent_id from concerned_parent)
     union
     select in_force_until + 1 from membership
     where version_until is null and in_force_until is not null and relation <> 'group'
       and parent_id in (select parent_id from concerned_parent)
     order by day`,
  );
  return rows.map((row) => row.day);
}

function momentsOf(
  registers: readonly KnownRegister[],
  turns: readonly string[],
  allDays: readonly string[],
): (day: string) => Moment {
  const firsts = new Map<string, string>();
  const nameOf = (day: string): string =>
    `${turns.findLast((turn) => turn <= day)} ${registerInForce(registers, day)?.id}`;
  for (const day of [...allDays].sort()) if (!firsts.has(nameOf(day))) firsts.set(nameOf(day), day);
  return (day) => {
    const register = registerInForce(registers, day);
    return {
      day,
      moment: register === null ? null : (firsts.get(nameOf(day)) ?? day),
      registerId: register?.id ?? null,
      known: register !== null && register.date <= day,
    };
  };
}

async function writeMoments(
  writer: Writer,
  table: string,
  column: string,
  keys: readonly string[],
  momentOf: (key: string) => Moment,
): Promise<void> {
  await writer.run(
    `create temporary table ${table} (${column} not null, ends date, moment date, register_id int, known boolean)`,
  );
  const found = keys.map((key) => ({ key, ...momentOf(key) }));
  const type = column.startsWith('day') ? 'date' : 'text';
  await writer.run(
    `insert into ${table} select * from unnest($1::${type}[], $2::date[], $3::date[], $4::int[], $5::boolean[])`,
    [
      found.map(({ key }) => key),
      found.map(({ day }) => day),
      found.map(({ moment }) => moment),
      found.map(({ registerId }) => registerId),
      found.map(({ known }) => known),
    ],
  );
}

/** The territories whose members are asked for: touched ones, the associations in them, and what lies above them. */
const CONCERNED_PARENT = `
create temporary table concerned_parent as
with place as materialized (
  select t.id from territory t where coalesce(t.same_as, t.id) in (select district_id from touched)
)
select id as parent_id from place
union
select m.parent_id from membership m join place on place.id = m.member_id where m.version_until is null
union
select a.parent_id
from membership m
join place on place.id = m.parent_id
join membership a on a.member_id = m.member_id and a.relation = 'association' and a.version_until is null
where m.relation = 'district' and m.version_until is null`;

const MEMBER_IN_FORCE = `
create temporary table member_in_force as
select r.moment, r.register_id, 'municipality' collate "C" as reporting, m.relation collate "C" as relation,
  coalesce(p.same_as, p.id) as parent_id, coalesce(c.same_as, c.id) as member_id,
  bool_or(v.inhabited) as inhabited, sum(e.population)::double precision as population
from (
  select moment, register_id from moment_of_day where moment is not null
  union select moment, register_id from moment_of_period where moment is not null
) r
join membership m on m.version_until is null and m.parent_id in (select parent_id from concerned_parent)
  and coalesce(m.in_force_from, '-infinity') <= r.moment and coalesce(m.in_force_until, 'infinity') >= r.moment
join territory p on p.id = m.parent_id
join territory c on c.id = m.member_id and c.evidence <> 'TABLE'
join territory_version v on v.territory_id = m.member_id and v.version_until is null
  and coalesce(v.in_force_from, '-infinity') <= r.moment and coalesce(v.in_force_until, 'infinity') >= r.moment
left join register_entry e on e.register_id = r.register_id and e.territory_id = m.member_id
where coalesce(c.same_as, c.id) <> coalesce(p.same_as, p.id)
  and ((c.kind = 'municipality' and m.relation in ('association', 'district'))
    or (c.kind = 'district' and m.relation in ('region', 'state', 'country')))
group by r.moment, r.register_id, m.relation, coalesce(p.same_as, p.id), coalesce(c.same_as, c.id)`;

/**
 * A municipality that was founded or dissolved between registers belongs to the association that the nearest one shows, if
 * that is there on the day. Nobody expects it to report, but an association without its figure would not be the sum of its members.
 */
const ASSOCIATION_NEARBY = `
insert into member_in_force
select moment, register_id, 'municipality', 'association', parent_id, member_id, false, null
from (
  select distinct on (r.moment, coalesce(c.same_as, c.id)) r.moment, r.register_id,
    coalesce(p.same_as, p.id) as parent_id, coalesce(c.same_as, c.id) as member_id
  from (select distinct moment, register_id from member_in_force) r
  join membership m on m.relation = 'association' and m.version_until is null
    and m.parent_id in (select parent_id from concerned_parent)
  join territory p on p.id = m.parent_id
  join territory c on c.id = m.member_id and c.kind = 'municipality' and c.evidence <> 'TABLE'
  where not exists (
    select from member_in_force f where f.moment = r.moment and f.member_id = coalesce(c.same_as, c.id)
  )
    and exists (select from member_in_force f where f.moment = r.moment and f.parent_id = coalesce(p.same_as, p.id))
  order by r.moment, coalesce(c.same_as, c.id),
    greatest(m.in_force_from - r.moment, r.moment - m.in_force_until), m.in_force_from
) nearest
where parent_id <> member_id`;

const ASSOCIATIONS_REPORTING = `
insert into member_in_force
select d.moment, d.register_id, 'association', d.relation, d.parent_id, coalesce(a.parent_id, d.member_id),
  bool_or(d.inhabited), sum(d.population)
from member_in_force d
left join member_in_force a on a.moment = d.moment and a.member_id = d.member_id and a.relation = 'association'
where d.relation = 'district'
group by d.moment, d.register_id, d.relation, d.parent_id, coalesce(a.parent_id, d.member_id)`;

/** The demo's register lists few districts: nobody can say from it how many a region, a state or the country has. */
const PARENT_TOTAL = `
create temporary table parent_total as
select m.moment, m.reporting, m.relation, m.parent_id, count(*)::int as expected, sum(m.population) as population
from member_in_force m
join register r on r.id = m.register_id
where m.inhabited and (m.relation in ('association', 'district') or not r.demo)
group by m.moment, m.reporting, m.relation, m.parent_id`;
