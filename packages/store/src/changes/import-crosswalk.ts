import type { Crosswalk } from '../crosswalk/crosswalk.ts';
import { encodeCopyRow } from '../database/copy-text.ts';
import type { Store } from '../open-store.ts';
import type { Writer } from '../write/write-version.ts';
import {
  type ChangeSourceImport,
  type ChangeSourceOptions,
  writeChangeSource,
} from './write-change-source.ts';

/** What a crosswalk brought. `changed` is false when this very file is loaded already. */
export type CrosswalkImport = ChangeSourceImport & { readonly links: number };

/**
 * Takes in a crosswalk as a new data version: which part of each earlier territory lies in which later one, and thereby
 * which territories lived on its days. An edition for the same days replaces the one before.
 */
export async function importCrosswalk(
  store: Store,
  crosswalk: Crosswalk,
  options: ChangeSourceOptions,
): Promise<CrosswalkImport> {
  const { file, kind, sourceDays, targetOn } = crosswalk;
  const links = crosswalk.links.length;
  const imported = await writeChangeSource(
    store,
    {
      source: {
        kind: 'crosswalk',
        territoryKind: kind,
        file,
        coversFrom: sourceDays[0] ?? targetOn,
        coversUntil: targetOn,
        sourceDays,
        targetOn,
      },
      note: `crosswalk to ${targetOn} (${file})`,
      rows: links,
      stage: (writer) => stageLinks(writer, crosswalk),
      insert: async (writer, id) => {
        await writer.run(INSERT_LINKS, [id, kind]);
        await writer.run(INSERT_NAMES, [id]);
        if (kind === 'municipality') await writer.run(LINK_DISTRICTS, [id]);
      },
    },
    options,
  );
  return { ...imported, links };
}

async function stageLinks(writer: Writer, crosswalk: Crosswalk): Promise<void> {
  const { kind, links, targetOn, targetNames, units } = crosswalk;
  await writer.run('drop table if exists pg_temp.stage_link, pg_temp.stage_territory, pg_temp.stage_name');
  await writer.run(
    `create temporary table stage_link (
      source text not null, target text not null, source_from date not null, source_until date not null,
      target_on date not null, population double precision, area double precision, employment double precision
    )`,
  );
  await writer.run(
    `create temporary table stage_name (
      kind text not null, key text not null, day date not null, name text, population double precision,
      area double precision, employment double precision
    )`,
  );
  await writer.copyIn(
    'stage_link',
    ['source', 'target', 'source_from', 'source_until', 'target_on', 'population', 'area', 'employment'],
    links.map((link) =>
      encodeCopyRow([
        link.source,
        link.target,
        link.sourceFrom,
        link.sourceUntil,
        targetOn,
        link.population,
        link.area,
        link.employment,
      ]),
    ),
  );
  const day = crosswalk.sourceDays[0] ?? targetOn;
  await writer.copyIn(
    'stage_name',
    ['kind', 'key', 'day', 'name', 'population', 'area', 'employment'],
    [
      ...units.map((unit) =>
        encodeCopyRow([kind, unit.key, day, unit.name, unit.population, unit.areaHectares, unit.employees]),
      ),
      ...[...targetNames].map(([key, name]) => encodeCopyRow([kind, key, targetOn, name, null, null, null])),
    ],
  );
  await writer.run(
    `create temporary table stage_territory as
     select $1::text as kind, source as key from stage_link
     union select $1, target from stage_link
     union select 'district', left(source, 5) from stage_link
     union select 'district', left(target, 5) from stage_link
     union select 'state', left(source, 2) from stage_link
     union select 'country', 'DG'`,
    [kind],
  );
}

const INSERT_LINKS = `
insert into territory_link (
  change_source_id, source_id, target_id, source_from, source_until, target_on, population, area, employment
)
select $1, s.id, t.id, l.source_from, l.source_until, l.target_on, l.population, l.area, l.employment
from stage_link l
join territory s on s.kind = $2 and s.key = l.source
join territory t on t.kind = $2 and t.key = l.target
order by s.id, t.id`;

const INSERT_NAMES = `
insert into territory_name (change_source_id, territory_id, day, name)
select $1, t.id, n.day, n.name
from stage_name n
join territory t on t.kind = n.kind and t.key = n.key
where n.name is not null`;

/**
 * Where the file says how many lived in each municipality, it also says by which shares districts were divided: the
 * inhabitants, hectares and employees that went, among those that there were. Other files of municipalities leave that
 * to a crosswalk of districts.
 */
const LINK_DISTRICTS = `
insert into territory_link (
  change_source_id, source_id, target_id, source_from, source_until, target_on, population, area, employment
)
select $1, s.id, t.id, p.source_from, p.source_until, p.target_on,
  p.population / nullif(sum(p.population) over whole, 0), p.area / nullif(sum(p.area) over whole, 0),
  p.employment / nullif(sum(p.employment) over whole, 0)
from (
  select left(l.source, 5) as source, left(l.target, 5) as target, l.source_from, l.source_until, l.target_on,
    sum(l.population * n.population) as population, sum(l.area * n.area) as area,
    sum(l.employment * n.employment) as employment
  from stage_link l
  join stage_name n on n.key = l.source and n.day = l.source_from and n.population is not null and n.area is not null
  group by 1, 2, 3, 4, 5
) p
join territory s on s.kind = 'district' and s.key = p.source
join territory t on t.kind = 'district' and t.key = p.target
window whole as (partition by p.source, p.source_from)`;
