/** What the touched measures ask for: that any is a weighted mean, that associations report any of them. */
export type Adding = { readonly weighted: boolean; readonly associationsReport: boolean };

/** The SQL of weights, which costs a join of all members: only where any measure is a weighted mean. */
type Weighing = {
  /** The status of a member; one whose weight is hidden must not become known through a mean either. */
  readonly status: (member: string) => string;
  /** A weight that was delivered with a reason instead of a value is missing. */
  readonly weight: string;
  readonly join: (table: string, condition: string) => string;
};

const WEIGHED: Weighing = {
  status: (member) => `greatest(${member}.status, case when w.status >= 70 then w.status end)`,
  weight: 'case when w.status = 0 then w.value end',
  join: (table, condition) => `left join ${table} w\n  on ${condition}`,
};

const weightOf = (member: string): string =>
  `w.territory_id = ${member}.territory_id and w.measure_id = r.weight_id and w.period = ${member}.period
  and w.breakdown_id = ${member}.breakdown_id`;

const WEIGHT_OF_CONTRIBUTOR = `w.district_id = c.district_id and ${weightOf('c')}`;

const UNWEIGHED: Weighing = {
  status: (member) => `${member}.status`,
  weight: 'null::double precision',
  join: () => '',
};

/**
 * Municipalities to their district, and to their association: the one that the delivered key names, else that of the
 * register in force. Which level reports is told apart before the joins, so that these have numbers for keys only.
 */
const ofMunicipalities = (weighing: Weighing): string => `
${toDistrict('municipality', "c.kind = 'municipality'", weighing)}
union all
select c.district_id, coalesce(c.association_id, m.parent_id), c.measure_id, c.period, c.breakdown_id, c.moment, c.boundary_date,
  r.rollup, r.weight_id,
  case when r.rollup = 'count' then 1 else c.value end, ${weighing.weight}, ${weighing.status('c')}, c.flags,
  c.status = 20 and c.sign = '-' and not c.live,
  coalesce(m.inhabited and m.parent_id = coalesce(c.association_id, m.parent_id), false),
  c.known and not c.registered, case when c.known then m.population end, c.absent
from contributor c
join measure_rule r on r.measure_id = c.measure_id and r.reporting = 'municipality'
left join member_in_force m
  on m.relation = 'association' and m.reporting = 'municipality' and m.moment = c.moment
  and m.member_id = c.territory_id
${weighing.join('weight_observation', WEIGHT_OF_CONTRIBUTOR)}
where c.kind = 'municipality' and coalesce(c.association_id, m.parent_id) is not null`;

/** No register and no key names an association that would report for it: it counts as one more. */
const IN_NO_ASSOCIATION = `c.moment is not null and c.association_id is null and not exists (
    select from member_in_force a
    where a.relation = 'association' and a.reporting = 'municipality' and a.moment = c.moment and a.member_id = c.territory_id
  )`;

/** Associations to their district, and the municipalities beside them that belong to none. */
const ofAssociations = (weighing: Weighing): string =>
  toDistrict(
    'association',
    `c.kind = 'association' or (c.kind = 'municipality' and (m.member_id is not null or ${IN_NO_ASSOCIATION}))`,
    weighing,
  );

function toDistrict(
  reporting: 'municipality' | 'association',
  isMember: string,
  { status, weight, join }: Weighing,
): string {
  return `select c.district_id, c.district_id as parent_id, c.measure_id, c.period, c.breakdown_id, c.moment, c.boundary_date,
  r.rollup, r.weight_id,
  case when r.rollup = 'count' then 1 else c.value end as value, ${weight} as weight,
  ${status('c')} as status, c.flags,
  c.status = 20 and c.sign = '-' and not c.live as excused, coalesce(m.inhabited, false) as awaited,
  c.known and not c.registered as unknown, case when c.known then m.population end as population, c.absent
from contributor c
join measure_rule r on r.measure_id = c.measure_id and r.reporting = '${reporting}'
left join member_in_force m
  on m.relation = 'district' and m.reporting = '${reporting}' and m.moment = c.moment
  and m.parent_id = c.district_id and m.member_id = c.territory_id
${join('weight_observation', WEIGHT_OF_CONTRIBUTOR)}
where c.territory_id <> c.district_id and (${isMember})`;
}

/** Districts to the regions, states or the country above them: each with its own best value. */
const ofDistricts = ({ status, weight, join }: Weighing): string => `
select d.parent_id as district_id, d.parent_id, a.measure_id, a.period, a.breakdown_id, f.moment, coalesce(a.boundary_date, f.ends) as boundary_date,
  r.rollup, r.weight_id, a.value, ${weight} as weight, ${status('a')} as status, a.flags,
  a.status = 20 and a.sign is not distinct from '-'
    and not coalesce(f.ends between l.first and l.last or (f.ends > l.last and l.is_latest), false) as excused,
  coalesce(m.inhabited, false) as awaited,
  f.known and l.territory_id is null as unknown, case when f.known then m.population end as population, false as absent
from district_value a
join district_above d on d.member_id = a.territory_id
join touched_above x
  on x.district_id = d.parent_id and x.measure_id = a.measure_id and x.period = a.period and x.breakdown_id = a.breakdown_id
join measure_rule r on r.measure_id = a.measure_id
join moment_of_period f on f.period = a.period
left join life l on l.territory_id = a.territory_id
${join('district_value', weightOf('a'))}
left join member_in_force m
  on m.relation = d.relation and m.reporting = 'municipality' and m.moment = f.moment
  and m.parent_id = d.parent_id and m.member_id = d.member_id`;

/**
 * Members to the free groups to which they belong on the day of their boundaries. Nobody is one more or excused: who
 * belongs to a group was declared.
 */
const ofGroups = ({ status, weight, join }: Weighing): string => `
select x.district_id, x.district_id as parent_id, v.measure_id, v.period, v.breakdown_id, d.moment, v.boundary_date,
  r.rollup, r.weight_id, v.value, ${weight} as weight, ${status('v')} as status, v.flags,
  false as excused, m.inhabited as awaited, false as unknown, null::double precision as population, false as absent
from group_value v
join touched_group x using (measure_id, period, breakdown_id)
join group_member m on m.parent_id = x.district_id and m.member_id = v.territory_id and m.day = v.boundary_date
join group_moment d on d.parent_id = x.district_id and d.day = v.boundary_date
join measure_rule r on r.measure_id = v.measure_id
${join('group_value', weightOf('v'))}`;

/**
 * Three ways in which members contribute to a territory above them, as SQL queries: one row a parent, member and cell.
 *
 * `excused`: the member delivered `-` and is not live as far as registers say, so it is not expected to report; a live
 * one that delivers nothing is missing. `awaited`: it is an inhabited member in force. A member that
 * reports without being awaited (founded or dissolved between registers) counts as one more. `unknown`: no register at
 * all knows it although they reach back that far, so its key is more likely a mistake. `absent`: nothing was
 * delivered for it (see `collectAhead`).
 */
export function contributions({ weighted, associationsReport }: Adding) {
  const weighing = weighted ? WEIGHED : UNWEIGHED;
  const members = [ofMunicipalities, ...(associationsReport ? [ofAssociations] : [])];
  return {
    ofMunicipalities: members.map((query) => query(weighing)).join('\nunion all\n'),
    ofDistricts: ofDistricts(weighing),
    ofGroups: ofGroups(weighing),
  };
}
