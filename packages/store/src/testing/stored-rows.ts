import { flagsOfBits, originOfCode, statusOfCode } from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open-store.ts';

/** The data version that readers see. */
export async function publishedVersion({ db }: Store): Promise<number> {
  const { version } = await db.selectFrom('published_pointer').select('version').executeTakeFirstOrThrow();
  return version;
}

type SeriesRow = {
  readonly name: string;
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly statuses: readonly number[];
  readonly flags: readonly number[];
  readonly origins: readonly number[];
  readonly coverages: readonly (number | null)[];
};

/** Values by period: the value or the reason why there is none, the origin, the coverage and the flags. */
export type Figures = Readonly<Record<string, string>>;

/**
 * What readers are told about an indicator of the plug-in `small`: in the published data version or an earlier one, for
 * a territory in any of its roles (`district 16098` and `municipality 16098000` answer alike).
 *
 * @example await figures(store, 'district 16097', 'residents') // { 2014: '200 SUMMED 100 %' }
 */
export async function figures(
  store: Store,
  territory: string,
  indicator: string,
  { breakdown = '', version }: { readonly breakdown?: string; readonly version?: number } = {},
): Promise<Figures> {
  const rows = await seriesRows(
    store,
    version ?? (await publishedVersion(store)),
    sql`s.territory_id = (select coalesce(same_as, id) from territory where kind || ' ' || key = ${territory})
      and i.key = ${`small/${indicator}`} and b.key = ${breakdown}`,
  );
  return Object.assign({}, ...rows.map(figuresOf));
}

/** All published series of a data version, by district, territory, indicator and breakdown. */
export async function allFigures(store: Store, version?: number): Promise<Readonly<Record<string, Figures>>> {
  const rows = await seriesRows(store, version ?? (await publishedVersion(store)), sql`true`);
  return Object.fromEntries(rows.map((row) => [row.name, figuresOf(row)]));
}

async function seriesRows(
  { db }: Store,
  version: number,
  condition: RawBuilder<unknown>,
): Promise<readonly SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select concat_ws(' ', 'in', d.kind, d.key || ':', t.kind, t.key, i.key, nullif(b.key, '')) as name,
      s.periods, s."values", s.statuses, s.flags, s.origins, s.coverages
    from published_series s
    join territory d on d.id = s.district_id
    join territory t on t.id = s.territory_id
    join catalogue_item i on i.id = s.indicator_id
    join breakdown b on b.id = s.breakdown_id
    where s.version_from <= ${version} and (s.version_until is null or s.version_until > ${version}) and ${condition}
    order by 1`.execute(db);
  return rows;
}

function figuresOf({ periods, values, statuses, flags, origins, coverages }: SeriesRow): Figures {
  return Object.fromEntries(
    periods.map((period, index) => {
      const [value, coverage] = [values[index] ?? null, coverages[index] ?? null];
      const status = statusOfCode(statuses[index] ?? -1);
      const shown = value === null ? status : status === 'NORMAL' ? String(value) : `${value} but ${status}`;
      const share = coverage === null ? [] : [`${Math.round(coverage * 100)} %`];
      const origin = originOfCode(origins[index] ?? -1);
      return [period, [shown, origin, ...share, ...flagsOfBits(flags[index] ?? 0)].join(' ')];
    }),
  );
}

/** One open aggregate as the store keeps it, with names in place of numbers. */
export type AggregateRow = {
  readonly name: string;
  readonly value: number | null;
  readonly status: string;
  readonly origin: string;
  readonly sum: number | null;
  readonly weight: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly reported: number;
  readonly expected: number;
  readonly hidden: number;
  readonly population_reported: number | null;
  readonly population_expected: number | null;
  readonly difference: number | null;
};

/** All open aggregates, by district, territory, measure, breakdown and period. */
export async function openAggregates({ db }: Store): Promise<readonly AggregateRow[]> {
  const { rows } = await sql<AggregateRow & { status_code: number; origin_code: number }>`
    select concat_ws(' ', 'in', d.kind, d.key || ':', t.kind, t.key, i.key, nullif(b.key, ''), a.period) as name,
      a.value, a.status as status_code, a.flags, a.origin as origin_code, a.sum, a.weight, a.minimum, a.maximum,
      a.reported, a.expected, a.hidden, a.population_reported, a.population_expected, a.difference
    from aggregate a
    join territory d on d.id = a.district_id
    join territory t on t.id = a.territory_id
    join catalogue_item i on i.id = a.measure_id
    join breakdown b on b.id = a.breakdown_id
    where a.version_until is null
    order by 1`.execute(db);
  return rows.map(({ status_code, origin_code, ...row }) => ({
    ...row,
    status: statusOfCode(status_code),
    origin: originOfCode(origin_code),
  }));
}

/** The open aggregate of a territory, as `openAggregates` names it without the district. */
export async function openAggregate(store: Store, name: string): Promise<AggregateRow | undefined> {
  const rows = await openAggregates(store);
  return rows.find((row) => row.name.endsWith(`: ${name}`));
}

/** Every row of every table that a write can touch, as sorted text: equal when a write left nothing behind. */
export async function everyRow({ database }: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'migration%'
     order by relname`,
  );
  const found: [string, readonly string[]][] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ text: string }>(
      `select to_jsonb(r)::text as text from ${name} r order by 1`,
    );
    found.push([name, rows.map((row) => row.text)]);
  }
  return Object.fromEntries(found);
}
