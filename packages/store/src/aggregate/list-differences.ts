import { flagsOfBits, type Measure, originOfCode, statusOfCode } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';

/** One side of a difference. `value` is null also where it must not be told (rule 13). */
export type ComparedFigure = {
  readonly value: number | null;
  readonly status: string;
  readonly flags: readonly string[];
  readonly origin: string;
};

/**
 * A row that is not what the observations give. `key` is that of the measure or the indicator, `district` the key of the
 * district under which the row stands; `stored` is null where a row is missing, `recomputed` where it should not exist;
 * `columns` names what differs where both are there. `period` is null where the periods of a series as such are wrong.
 */
export type StoredDifference = {
  readonly of: 'aggregate' | 'series';
  readonly key: string;
  readonly territory: { readonly kind: string; readonly key: string; readonly name: string };
  readonly district: string;
  readonly breakdown: string;
  readonly period: string | null;
  readonly columns: readonly string[];
  readonly stored: ComparedFigure | null;
  readonly recomputed: ComparedFigure | null;
};

/** How many aggregates and entries of published series differ, and the first of them. */
export type Differences = {
  readonly aggregates: number;
  readonly series: number;
  readonly differences: readonly StoredDifference[];
};

/** So many are told one by one: memory stays flat however much is wrong. */
const LISTED = 1000;

/** Reads what `compareRecomputed` found. */
export async function listDifferences(writer: Writer, catalogue: CatalogueInForce): Promise<Differences> {
  const [counts] = await writer.rows<{ aggregates: number; series: number }>(
    `select (select count(*)::int from aggregate_difference) as aggregates,
       (select count(*)::int from series_difference) as series`,
  );
  const rows = await writer.rows<DifferenceRow>(LIST, [LISTED]);
  const isOwnCount = ownCounts([...catalogue.measures.values()]);
  return {
    aggregates: counts?.aggregates ?? 0,
    series: counts?.series ?? 0,
    differences: rows.map((row) => differenceOf(row, isOwnCount)),
  };
}

type DifferenceRow = {
  readonly of: 'aggregate' | 'series';
  readonly key: string;
  readonly kind: string;
  readonly territory: string;
  readonly name: string;
  readonly district: string;
  readonly breakdown: string;
  readonly period: string | null;
  readonly columns: readonly string[];
} & Side<'stored'> &
  Side<'recomputed'>;

type Side<Name extends string> = { readonly [Key in `is_${Name}`]: boolean } & {
  readonly [Key in `${Name}_${'value' | 'status' | 'flags' | 'origin'}`]: number | null;
};

const COLUMNS = `district_id, territory_id, breakdown_id, period, columns,
    is_stored, stored_value, stored_status, stored_flags, stored_origin,
    is_recomputed, recomputed_value, recomputed_status, recomputed_flags, recomputed_origin`;

const LIST = `
select d.of, i.key, t.kind, t.key as territory, coalesce(v.name, t.key) as name, coalesce(h.key, '') as district,
  b.key as breakdown, d.period, d.columns,
  d.is_stored, d.stored_value, d.stored_status, d.stored_flags, d.stored_origin,
  d.is_recomputed, d.recomputed_value, d.recomputed_status, d.recomputed_flags, d.recomputed_origin
from (
  select 'aggregate' as of, measure_id as item_id, ${COLUMNS} from aggregate_difference
  union all
  select 'series', indicator_id, ${COLUMNS} from series_difference
) d
left join catalogue_item i on i.id = d.item_id
left join territory t on t.id = d.territory_id
left join territory h on h.id = d.district_id
left join breakdown b on b.id = d.breakdown_id
left join lateral (
  select name from territory_version where territory_id = t.id and version_until is null
  order by proven_until desc limit 1
) v on true
order by d.of, i.key, t.key, t.kind, b.key, d.period
limit $1`;

/** The aggregates of own counts of persons hold small numbers that are published nowhere. */
function ownCounts(measures: readonly Measure[]): (key: string) => boolean {
  const own = new Set(
    measures.filter(({ disclosure }) => typeof disclosure === 'object').map(({ key }) => key),
  );
  return (key) => own.has(key);
}

/** Confidential is a value of which either side says so: the other may be the very number that is hidden. */
const HIDDEN_FROM = 70;

function differenceOf(row: DifferenceRow, isOwnCount: (key: string) => boolean): StoredDifference {
  const hidden =
    (row.of === 'aggregate' && isOwnCount(row.key)) ||
    Math.max(row.stored_status ?? 0, row.recomputed_status ?? 0) >= HIDDEN_FROM;
  const side = (name: 'stored' | 'recomputed'): ComparedFigure | null =>
    row[`is_${name}`] && row[`${name}_status`] !== null
      ? {
          value: hidden ? null : row[`${name}_value`],
          status: named(statusOfCode, row[`${name}_status`]),
          flags: flagsOfBits(row[`${name}_flags`] ?? 0),
          origin: named(originOfCode, row[`${name}_origin`]),
        }
      : null;
  const { of, key, district, breakdown, period, columns } = row;
  return {
    of,
    key,
    territory: { kind: row.kind, key: row.territory, name: row.name },
    district,
    breakdown,
    period,
    columns,
    stored: side('stored'),
    recomputed: side('recomputed'),
  };
}

/** What is stored may be a code that there is not. */
function named(nameOf: (code: number) => string, code: number | null): string {
  try {
    return nameOf(code ?? -1);
  } catch {
    return `code ${code}`;
  }
}
