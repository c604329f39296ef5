import type { Writer } from '../write/write-version.ts';

/**
 * Finds the territories that a release names. What no register knows becomes a provisional territory (evidence
 * TABLE), with the parents that its key names, so that official history is not thrown away (rule 10). Answers how many
 * were new.
 *
 * Leaves `stage_place`: for each staged territory its canonical id (a kreisfreie Stadt is one territory in several
 * roles), the district to which its facts belong (the key's own; above district level the territory itself) and the
 * association that its key names.
 */
export async function placeTerritories(writer: Writer): Promise<number> {
  await writer.run('analyze stage_territory');
  const added = await writer.run(ADD_PROVISIONAL);
  await writer.run('drop table if exists pg_temp.stage_place');
  await writer.run(PLACE);
  await writer.run('analyze stage_place');
  return added;
}

const ADD_PROVISIONAL = `
insert into territory (id, kind, key, evidence)
select (select coalesce(max(id), 0) from territory) + row_number() over (order by named.key, named.kind),
  named.kind, named.key, 'TABLE'
from (
  select kind, key from stage_territory
  union select parent_kind, parent_key from stage_parent
  union select 'association', association_key from stage_territory where association_key is not null
) named
where not exists (select from territory t where t.kind = named.kind and t.key = named.key)`;

const PLACE = `
create temporary table stage_place as
select s.no, s.state, s.line, s.delivered_key, s.name,
  t.id as own_id, c.id as territory_id, c.kind, t.kind as role,
  case when c.kind in ('country', 'state', 'region', 'district') or d.id is null then c.id
    else coalesce(d.same_as, d.id) end as district_id,
  coalesce(a.same_as, a.id) as association_id
from stage_territory s
join territory t on t.kind = s.kind and t.key = s.key
join territory c on c.id = coalesce(t.same_as, t.id)
left join territory d on d.kind = 'district' and d.key = s.district_key
left join territory a on a.kind = 'association' and a.key = s.association_key`;
