import { defineIndicatorPlugin, registerPlugins } from '@kreisweit/plugin-kit';
import { type ReleaseInput, type Store, syncCatalogue } from '@kreisweit/store';
import { builtInPlugins } from '../src/plugins.ts';

/** How large a country is made up: each measure has one value a year for each inhabited municipality of 2021. */
export type CountrySize = { readonly measures: number; readonly years: number };

const LAST_YEAR = 2021;

/** The periods of a country, oldest first. */
export function periodsOf({ years }: CountrySize): readonly string[] {
  return Array.from({ length: years }, (_, index) => String(LAST_YEAR - years + 1 + index));
}

/** Defines so many counts that add up, and publishes each. */
export async function defineSynthetic(store: Store, { measures }: CountrySize): Promise<void> {
  const title = { de: 'Ausgedacht', en: 'Made up' };
  const plugin = defineIndicatorPlugin({
    id: 'synthetic',
    apiVersion: 1,
    title,
    statistics: {
      counts: { title, institute: 'Kreisweit', licence: 'CC0-1.0', populationBase: 'made up' },
    },
    inputs: { cells: { level: 'municipality', reader: 'genesis', table: '99999-01-01-5' } },
    measures: Object.fromEntries(
      Array.from({ length: measures }, (_, index) => [
        `m${index + 1}`,
        {
          title,
          unit: 'count',
          rollup: 'sum',
          overTime: 'last',
          reference: { at: '12-31' },
          disclosure: 'none',
        } as const,
      ]),
    ),
    // Observations are made here: there is no file to be read.
    load: async function* () {},
  });
  const { catalogue, problems } = registerPlugins([...builtInPlugins, plugin]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  await syncCatalogue(store, catalogue);
}

/**
 * Fills `observation` with one release for each measure, as if all had been delivered: the next data version. Answers how
 * many rows there are. Nothing is rolled up yet.
 */
export async function fillSynthetic({ database }: Store, size: CountrySize): Promise<number> {
  const { pool } = database;
  const periods = periodsOf(size);
  await pool.query(
    `with next as (
      insert into data_version (version, kind, note, state, published_at)
      select version + 1, 'release', 'made up', 'published', now() from published_pointer
      returning version
    )
    update published_pointer set version = (select version from next)`,
  );
  await pool.query(
    `insert into release (
       id, input_id, kind, source, title, institute, licence, file, checksum, notes, demo, cells, measure_ids, levels,
       periods, version_from
     )
     select row_number() over (order by m.id), i.id, 'full', 'synthetic', m.key, 'Kreisweit', 'CC0-1.0', m.key, m.key,
       '{}', false, 0, array[m.id], '{municipality}', $1, (select version from published_pointer)
     from catalogue_item m
     join catalogue_item i on i.kind = 'input' and i.key = 'synthetic/cells'
     where m.kind = 'measure' and m.key like 'synthetic/%'`,
    [periods],
  );
  const { rowCount } = await pool.query(
    `insert into observation (
       district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from, release_id, value, status,
       flags, reference_date, boundary_date
     )
     select p.district_id, r.measure_ids[1], r.input_id, p.territory_id, y.period, 0, r.version_from, r.id,
       1 + (p.territory_id * 7 + r.id * 13 + y.period::int * 31) % 1000, 0, 0, make_date(y.period::int, 12, 31),
       make_date(y.period::int, 12, 31)
     from release r
     cross join unnest(r.periods) y (period)
     cross join (
       select coalesce(t.same_as, t.id) as territory_id, coalesce(d.same_as, d.id) as district_id
       from territory t
       join register_entry e on e.territory_id = t.id and e.inhabited
       join register g on g.id = e.register_id and g.territory_date = '2021-12-31'
       join territory d on d.kind = 'district' and d.key = left(t.key, 5)
       where t.kind = 'municipality'
     ) p
     where r.source = 'synthetic'
     order by p.district_id, r.measure_ids[1], p.territory_id, y.period`,
  );
  await pool.query(
    `insert into release_moment (release_id, measure_id, period, boundary_date)
     select r.id, r.measure_ids[1], y.period, make_date(y.period::int, 12, 31)
     from release r cross join unnest(r.periods) y (period)
     where r.source = 'synthetic'`,
  );
  await pool.query('vacuum analyze observation, release, release_moment');
  return rowCount ?? 0;
}

/** A release of cells of one measure: `key value` pairs of municipalities for one period. */
export function syntheticRelease(
  measure: string,
  period: string,
  cells: readonly (readonly [key: string, value: number])[],
): ReleaseInput {
  return {
    input: 'synthetic/cells',
    kind: 'partial',
    source: 'synthetic',
    title: 'Made up',
    institute: 'Kreisweit',
    licence: 'CC0-1.0',
    file: 'made-up.csv',
    checksum: `${measure} ${period} ${cells.map((cell) => cell.join(' ')).join(', ')}`,
    retrieved: null,
    notes: [],
    boundaryNotes: [],
    demo: false,
    batches: (async function* () {
      yield cells.map(([territory, value], line) => ({
        territory,
        measure,
        period,
        cell: { value, status: 'NORMAL' as const, flags: 0, sign: null },
        line: line + 1,
        column: 1,
      }));
    })(),
  };
}
