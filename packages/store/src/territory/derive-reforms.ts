import {
  boundaryChanges,
  boundaryHistory,
  type Reform,
  reformsOfDistricts,
  reformsOfMunicipalities,
} from '@kreisweit/domain';
import { encodeCopyRow } from '../database/copy-text.ts';
import { boundaryKnowledge } from '../read/boundary-knowledge.ts';
import type { Writer } from '../write/write-version.ts';
import { groupReformsSql } from './group-reforms.ts';

/**
 * Derives the days on which the boundaries of municipalities, districts and free groups moved, from all that was imported.
 */
export async function deriveReforms(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.derived_reform, pg_temp.known_reform');
  await writer.run(
    `create temporary table derived_reform (
      kind text not null, key text not null, day date not null, moves_population boolean not null
    )`,
  );
  await writer.copyIn(
    'derived_reform',
    ['kind', 'key', 'day', 'moves_population'],
    (await reforms(writer)).map(({ kind, key, day, movesPopulation }) =>
      encodeCopyRow([kind, key, day, movesPopulation]),
    ),
  );
  await writer.run(KNOWN_REFORM);
  await writer.run(CLOSE, [writer.version]);
  await writer.run(INSERT, [writer.version]);
}

async function reforms(writer: Writer): Promise<readonly (Reform & { readonly kind: string })[]> {
  const knowledge = await boundaryKnowledge(writer.rows, writer.version);
  const { municipality, district } = knowledge;
  const isOfMunicipalities = municipality.crosswalks.length + municipality.changeLists.length > 0;
  const changes = boundaryChanges(municipality, boundaryHistory(municipality));
  const ofDistricts = isOfMunicipalities
    ? reformsOfDistricts(changes)
    : reformsOfMunicipalities(boundaryChanges(district, boundaryHistory(district)));
  return [
    ...reformsOfMunicipalities(changes).map((reform) => ({ ...reform, kind: 'municipality' })),
    ...ofDistricts.map((reform) => ({ ...reform, kind: 'district' })),
  ];
}

/** A kreisfreie Stadt that stands in two roles changed once. */
const OWN = `
select coalesce(t.same_as, t.id) as territory_id, d.day, bool_or(d.moves_population) as moves_population
from derived_reform d
join territory t on t.kind = d.kind and t.key = d.key
group by coalesce(t.same_as, t.id), d.day`;

const KNOWN_REFORM = `
create temporary table known_reform as
select * from (${OWN}) own
union all
select * from (${groupReformsSql(OWN)}) of_groups`;

const CLOSE = `
update reform r set version_until = $1
where r.version_until is null and not exists (
  select from known_reform d
  where d.territory_id = r.territory_id and d.day = r.day and d.moves_population = r.moves_population
)`;

const INSERT = `
insert into reform (territory_id, day, moves_population, version_from)
select d.territory_id, d.day, d.moves_population, $1
from known_reform d
where not exists (
  select from reform r
  where r.territory_id = d.territory_id and r.day = d.day and r.moves_population = d.moves_population
    and r.version_until is null
)`;
