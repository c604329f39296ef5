import type { ChangeList, ListedTerritory } from '../change-list/change-list.ts';
import { encodeCopyRow } from '../database/copy-text.ts';
import type { Store } from '../open-store.ts';
import type { Writer } from '../write/write-version.ts';
import {
  type ChangeSourceImport,
  type ChangeSourceOptions,
  writeChangeSource,
} from './write-change-source.ts';

/** What a list of changes brought. `changed` is false when this very file is loaded already. */
export type ChangeListImport = ChangeSourceImport & { readonly changes: number };

/**
 * Takes in an official list of territorial changes as a new data version. A list of the same years replaces the one
 * before.
 */
export async function importChangeList(
  store: Store,
  list: ChangeList,
  options: ChangeSourceOptions,
): Promise<ChangeListImport> {
  const changes = list.changes.length;
  const imported = await writeChangeSource(
    store,
    {
      source: {
        kind: 'changes',
        territoryKind: null,
        file: list.file,
        coversFrom: list.from,
        coversUntil: list.until,
        sourceDays: [],
        targetOn: null,
      },
      note: `changes from ${list.from} to ${list.until} (${list.file})`,
      rows: changes,
      stage: (writer) => stageChanges(writer, list),
      insert: async (writer, id) => {
        await writer.run(INSERT_CHANGES, [id]);
        await writer.run(INSERT_LINKS, [id]);
      },
    },
    options,
  );
  return { ...imported, changes };
}

const COLUMNS = [
  'line',
  'reference',
  'kinds',
  'territory_kind',
  'from_key',
  'from_ars',
  'from_name',
  'to_key',
  'to_ars',
  'to_name',
  'area_square_metres',
  'population',
  'legal_on',
  'effective_on',
];

async function stageChanges(writer: Writer, { changes }: ChangeList): Promise<void> {
  await writer.run('drop table if exists pg_temp.stage_change, pg_temp.stage_territory');
  await writer.run(
    `create temporary table stage_change (
      line int not null, reference text not null, kinds text[] not null, territory_kind text not null,
      from_key text not null, from_ars text not null, from_name text not null,
      to_key text not null, to_ars text not null, to_name text not null,
      area_square_metres double precision, population int, legal_on date not null, effective_on date not null
    )`,
  );
  const keyOf = ({ ags, ars }: ListedTerritory): string => ags ?? ars;
  await writer.copyIn(
    'stage_change',
    COLUMNS,
    changes.map((change) =>
      encodeCopyRow([
        change.line,
        change.reference,
        `{${change.kinds.join(',')}}`,
        change.from.kind,
        keyOf(change.from),
        change.from.ars,
        change.from.name,
        keyOf(change.to),
        change.to.ars,
        change.to.name,
        change.areaSquareMetres,
        change.population,
        change.legalOn,
        change.statisticalOn,
      ]),
    ),
  );
  await writer.run(
    `create temporary table stage_territory as
     select territory_kind as kind, from_key as key from stage_change
     union select territory_kind, to_key from stage_change
     union select 'district', left(from_ars, 5) from stage_change where length(from_ars) >= 5
     union select 'district', left(to_ars, 5) from stage_change where length(to_ars) >= 5
     union select 'state', left(from_ars, 2) from stage_change
     union select 'country', 'DG'`,
  );
}

const INSERT_CHANGES = `
insert into territory_change (
  change_source_id, line, reference, kinds, territory_kind, from_id, to_id, from_ars, from_name, to_ars, to_name,
  area_square_metres, population, legal_on, effective_on
)
select $1, c.line, c.reference, c.kinds, c.territory_kind, f.id, t.id, c.from_ars, c.from_name, c.to_ars, c.to_name,
  c.area_square_metres, c.population, c.legal_on, c.effective_on
from stage_change c
join territory f on f.kind = c.territory_kind and f.key = c.from_key
join territory t on t.kind = c.territory_kind and t.key = c.to_key`;

/**
 * Municipalities only, by pieces: of a dissolved one and of one that gave a part away all pieces are listed, also the one
 * that stayed. A new key is the whole under another name. Nobody lists employees.
 */
const INSERT_LINKS = `
insert into territory_link (
  change_source_id, source_id, target_id, source_from, source_until, target_on, population, area, employment
)
select $1, from_id, to_id, effective_on - 1, effective_on - 1, effective_on,
  case when pieces = 1 then 1 else population / nullif(sum(population) over whole, 0) end,
  case when pieces = 1 then 1 else area / nullif(sum(area) over whole, 0) end,
  case when pieces = 1 then 1 end
from (
  select from_id, to_id, effective_on, sum(population)::double precision as population, sum(area_square_metres) as area,
    count(*) over (partition by from_id, effective_on) as pieces
  from territory_change
  where change_source_id = $1 and territory_kind = 'municipality' and kinds && array['DISSOLVED', 'PART_MOVED', 'KEY_CHANGED']
  group by from_id, to_id, effective_on
) piece
where pieces > 1 or from_id <> to_id
window whole as (partition by from_id, effective_on)`;
