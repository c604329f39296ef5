import { periodEnd } from '@kreisweit/domain';
import { LIFE_IN_REGISTERS } from '../territory/life-in-registers.ts';
import type { Writer } from '../write/write-version.ts';
import { type KnownRegister, registerInForce } from './register-in-force.ts';

/**
 * Lays out who the members of a territory are, as temporary tables:
 * - `register_of_day` and `register_of_period`: which register counts for a boundary date and for a period;
 * - `member_in_force`: the members of associations and districts in each of those registers, and of the territories
 *   above in terms of districts. `reporting` is the level at which a measure is reported: where associations report,
 *   they are the members of a district, beside the municipalities that belong to none.
 * - `life`: from when until when registers prove a territory live;
 * - `parent_total`: how many inhabited members are expected, and their population.
 * A kreisfreie Stadt and its municipality are one territory (`same_as`) and no member of themselves. What only tables
 * know is no member that a register expects, also where its figures lie around the register's day.
 */
export async function prepareMembers(writer: Writer): Promise<void> {
  const registers = await writer.rows<KnownRegister>(
    `select id, territory_date as date from register
     where version_from <= $1 and (version_until is null or version_until > $1)
     order by territory_date`,
    [writer.version],
  );
  await registerOf(writer, 'register_of_day', 'day date', registers, await days(writer), (day) => day);
  await registerOf(
    writer,
    'register_of_period',
    'period text collate "C"',
    registers,
    await periods(writer),
    periodEnd,
  );
  await writer.run('drop table if exists pg_temp.member_in_force, pg_temp.parent_total, pg_temp.life');
  await writer.run(`create temporary table life as ${LIFE_IN_REGISTERS}`);
  await writer.run(MEMBER_IN_FORCE);
  await writer.run(ASSOCIATIONS_REPORTING);
  await writer.run(PARENT_TOTAL);
  await writer.run('create index on parent_total (parent_id, register_id)');
  await writer.run('analyze register_of_day, register_of_period, life, member_in_force, parent_total');
}

async function days(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ day: string }>(
    `select distinct o.boundary_date as day from observation o
     where o.measure_id in (select measure_id from touched)`,
  );
  return rows.map((row) => row.day);
}

async function periods(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ period: string }>('select distinct period from touched');
  return rows.map((row) => row.period);
}

async function registerOf(
  writer: Writer,
  table: string,
  column: string,
  registers: readonly KnownRegister[],
  keys: readonly string[],
  dayOf: (key: string) => string,
): Promise<void> {
  await writer.run(`drop table if exists pg_temp.${table}`);
  await writer.run(
    `create temporary table ${table} (${column} not null, ends date, register_id int, date date, known boolean)`,
  );
  const found = keys.map((key) => ({
    key,
    day: dayOf(key),
    register: registerInForce(registers, dayOf(key)),
  }));
  const type = column.startsWith('day') ? 'date' : 'text';
  await writer.run(
    `insert into ${table} select * from unnest($1::${type}[], $2::date[], $3::int[], $4::date[], $5::boolean[])`,
    [
      found.map(({ key }) => key),
      found.map(({ day }) => day),
      found.map(({ register }) => register?.id ?? null),
      found.map(({ register }) => register?.date ?? null),
      found.map(({ register, day }) => register !== null && register.date <= day),
    ],
  );
}

const MEMBER_IN_FORCE = `
create temporary table member_in_force as
select r.register_id, 'municipality' as reporting, m.relation,
  coalesce(p.same_as, p.id) as parent_id, coalesce(c.same_as, c.id) as member_id,
  bool_or(e.inhabited) as inhabited, sum(e.population)::double precision as population
from (
  select register_id, date from register_of_day union select register_id, date from register_of_period
) r
join membership m on m.proven_from <= r.date and m.proven_until >= r.date and m.version_until is null
join territory p on p.id = m.parent_id
join territory c on c.id = m.member_id
join register_entry e on e.register_id = r.register_id and e.territory_id = m.member_id
where coalesce(c.same_as, c.id) <> coalesce(p.same_as, p.id)
  and ((c.kind = 'municipality' and m.relation in ('association', 'district'))
    or (c.kind = 'district' and m.relation in ('region', 'state', 'country')))
group by r.register_id, m.relation, coalesce(p.same_as, p.id), coalesce(c.same_as, c.id)`;

const ASSOCIATIONS_REPORTING = `
insert into member_in_force
select d.register_id, 'association', d.relation, d.parent_id, coalesce(a.parent_id, d.member_id),
  bool_or(d.inhabited), sum(d.population)
from member_in_force d
left join member_in_force a
  on a.register_id = d.register_id and a.member_id = d.member_id and a.relation = 'association'
where d.relation = 'district'
group by d.register_id, d.relation, d.parent_id, coalesce(a.parent_id, d.member_id)`;

/** The demo's register lists few districts: nobody can say from it how many a region, a state or the country has. */
const PARENT_TOTAL = `
create temporary table parent_total as
select m.register_id, m.reporting, m.relation, m.parent_id, count(*)::int as expected, sum(m.population) as population
from member_in_force m
join register r on r.id = m.register_id
where m.inhabited and (m.relation in ('association', 'district') or not r.demo)
group by m.register_id, m.reporting, m.relation, m.parent_id`;
