import { createTouchedTables } from '../aggregate/touched.ts';
import { encodeCopyRow } from '../database/copy-text.ts';
import type { Store } from '../open-store.ts';
import type { Register } from '../register/register-entry.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { deriveReforms } from './derive-reforms.ts';
import { deriveTimeline } from './derive-timeline.ts';
import { recompute } from './recompute.ts';
import { withdrawDemo } from './withdraw-demo.ts';

/**
 * What a register brought. `changed` is false when this very file is loaded already. `demoWithdrawn`: the demo data
 * gave way to the first real register.
 */
export type RegisterImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly districts: number;
  readonly municipalities: number;
  readonly uninhabited: number;
  readonly population: number;
  readonly newTerritories: number;
  readonly demoWithdrawn: boolean;
};

/**
 * Takes in one official register as a new data version: territories, their versions and memberships over all registers
 * so far, in whatever order they come. A register of the same day replaces the one before. What is already stored is
 * computed anew, since members and the meaning of `-` may have changed.
 */
export async function importRegister(
  store: Store,
  register: Register,
  options: WriteOptions & { readonly checksum: string; readonly demo?: boolean },
): Promise<RegisterImport> {
  const { checksum, demo = false, signal, onProgress } = options;
  const about = {
    kind: 'register',
    note: `register of ${register.territoryDate} (${register.file})`,
    // Which territories are the same carries no version.
    atomic: true,
    signal,
  } as const;
  return writeVersion<RegisterImport>(store, about, async (writer) => {
    if (await isLoaded(writer, register, checksum)) {
      return {
        publish: false,
        result: {
          ...summary(register),
          version: writer.version - 1,
          changed: false,
          newTerritories: 0,
          demoWithdrawn: false,
        },
      };
    }
    await createTouchedTables(writer);
    const demoWithdrawn = !demo && (await withdrawDemo(writer));
    onProgress?.({ phase: 'storing', rows: register.entries.length });
    const newTerritories = await writer.transaction(async () => {
      await stageEntries(writer, register);
      const added = await writer.run(ADD_TERRITORIES);
      await writer.run(CONFIRM_TERRITORIES);
      await writer.run(REPLACE_REGISTER, [writer.version, register.territoryDate]);
      await writer.run(INSERT_REGISTER, [
        register.file,
        register.format,
        checksum,
        register.territoryDate,
        register.populationDate,
        demo,
        writer.version,
      ]);
      await writer.run(INSERT_ENTRIES);
      await writer.run('drop table if exists pg_temp.role');
      await writer.run(ROLE);
      await writer.run('analyze role');
      await writer.run(SAME_AS);
      await deriveTimeline(writer);
      await deriveReforms(writer);
      return added;
    });
    signal?.throwIfAborted();
    await recompute(writer, options);
    return {
      publish: true,
      result: { ...summary(register), version: writer.version, changed: true, newTerritories, demoWithdrawn },
    };
  });
}

function summary({ entries }: Register) {
  const municipalities = entries.filter((entry) => entry.kind === 'municipality');
  return {
    districts: entries.filter((entry) => entry.kind === 'district').length,
    municipalities: municipalities.length,
    uninhabited: municipalities.filter((entry) => entry.textCode === UNINHABITED).length,
    population: municipalities.reduce((sum, entry) => sum + (entry.population ?? 0), 0),
  };
}

/** Textkennzeichen of a gemeindefreies Gebiet without inhabitants. */
const UNINHABITED = '66';

/**
 * Whether this very file is stored with all that it says: one that was stored before the degree of urbanisation was read
 * is not.
 */
async function isLoaded(writer: Writer, { entries }: Register, checksum: string): Promise<boolean> {
  const saysDegree = entries.some(({ degreeOfUrbanisation }) => degreeOfUrbanisation !== null);
  const rows = await writer.rows(IS_LOADED, [checksum, saysDegree]);
  return rows.length > 0;
}

const IS_LOADED = `
select r.id
from register r
where r.checksum = $1 and r.version_until is null and (
  not $2::boolean
  or exists (select from register_entry e where e.register_id = r.id and e.degree_of_urbanisation is not null)
)`;

async function stageEntries(writer: Writer, register: Register): Promise<void> {
  await writer.run('drop table if exists pg_temp.stage_entry');
  await writer.run(
    `create temporary table stage_entry (
      kind text not null, key text not null, ars text, ags text, name text not null, text_code text,
      inhabited boolean not null, area_hectares int, population int, male int, postcode text,
      degree_of_urbanisation smallint
    )`,
  );
  const country = encodeCopyRow([
    'country',
    'DG',
    null,
    null,
    'Deutschland',
    null,
    true,
    null,
    null,
    null,
    null,
    null,
  ]);
  const rows = register.entries.map((entry) =>
    encodeCopyRow([
      entry.kind,
      entry.ags ?? entry.ars,
      entry.ars,
      entry.ags,
      entry.name,
      entry.textCode,
      entry.textCode !== UNINHABITED,
      entry.areaHectares,
      entry.population,
      entry.male,
      entry.postcode,
      entry.degreeOfUrbanisation,
    ]),
  );
  await writer.copyIn(
    'stage_entry',
    [
      'kind',
      'key',
      'ars',
      'ags',
      'name',
      'text_code',
      'inhabited',
      'area_hectares',
      'population',
      'male',
      'postcode',
      'degree_of_urbanisation',
    ],
    [country, ...rows],
  );
}

const ADD_TERRITORIES = `
insert into territory (id, kind, key, evidence)
select (select coalesce(max(id), 0) from territory) + row_number() over (order by s.key, s.kind), s.kind, s.key, 'REGISTER'
from stage_entry s
where not exists (select from territory t where t.kind = s.kind and t.key = s.key)`;

const CONFIRM_TERRITORIES = `
update territory t set evidence = 'REGISTER'
from stage_entry s
where t.kind = s.kind and t.key = s.key and t.evidence <> 'REGISTER'`;

const REPLACE_REGISTER = `
update register set version_until = $1 where territory_date = $2 and version_until is null`;

const INSERT_REGISTER = `
insert into register (id, file, format, checksum, territory_date, population_date, demo, version_from)
select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from register`;

const INSERT_ENTRIES = `
insert into register_entry (
  register_id, territory_id, ars, ags, name, text_code, inhabited, area_hectares, population, male, postcode,
  degree_of_urbanisation
)
select (select max(id) from register), t.id, s.ars, s.ags, s.name, s.text_code, s.inhabited,
  s.area_hectares, s.population, s.male, s.postcode, s.degree_of_urbanisation
from stage_entry s
join territory t on t.kind = s.kind and t.key = s.key`;

const ROLE = `
create temporary table role as
select t.id, t.kind, t.key, e.ars, e.text_code
from register_entry e
join territory t on t.id = e.territory_id
where e.register_id = (select max(id) from register)`;

/**
 * One territory in several roles is stored once, under the highest: Hamburg is Land, Kreis and Gemeinde, a
 * kreisfreie Stadt Kreis and Gemeinde, and most Satzart-50 rows are a single municipality (Textkennzeichen 50).
 */
const SAME_AS = `
with city_state as (
  select s.id as state_id, d.id as district_id, d.key
  from role s
  join role d on d.kind = 'district' and d.key = s.key || '000'
  where s.kind = 'state'
    and not exists (select from role o where o.kind = 'district' and left(o.key, 2) = s.key and o.key <> d.key)
),
city as materialized (
  select d.id as district_id, d.key, coalesce(c.state_id, d.id) as canonical_id
  from role d
  left join city_state c on c.district_id = d.id
  where d.kind = 'district' and (c.state_id is not null or d.text_code in ('41', '42'))
),
canonical as (
  select district_id as id, state_id as same_as from city_state
  union all
  select m.id, c.canonical_id from role m join city c on m.kind = 'municipality' and m.key = c.key || '000'
  union all
  select a.id, coalesce(c.canonical_id, m.id)
  from role a
  join role m on m.kind = 'municipality' and left(m.ars, 9) = a.ars
  left join city c on m.key = c.key || '000'
  where a.kind = 'association' and a.text_code = '50'
)
update territory t set same_as = c.same_as
from canonical c
where t.id = c.id and t.same_as is distinct from c.same_as`;
