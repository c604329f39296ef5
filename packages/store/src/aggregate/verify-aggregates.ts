import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Store } from '../open-store.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { aggregateTouched } from './aggregate-touched.ts';
import { compareRecomputed } from './compare-recomputed.ts';
import { type Differences, listDifferences } from './list-differences.ts';
import { createTouchedTables, touchMeasures } from './touched.ts';

/** What was compared, in which data version, and what was found. `checkedAggregates` and `checkedSeries` count rows. */
export type Verification = Differences & {
  readonly version: number;
  readonly checkedAggregates: number;
  readonly checkedSeries: number;
};

/** What a rebuild changed; `changed` is false, and `version` the one before, when all was as it should be. */
export type Rebuild = Verification & { readonly changed: boolean };

/**
 * Computes all aggregates and published series anew from the observations, in a transaction that is rolled back, and answers
 * where what is stored differs: wrong, missing and superfluous rows. Writes nothing.
 */
export async function verifyAggregates(store: Store, options: WriteOptions = {}): Promise<Verification> {
  const about = { kind: 'rebuild', note: 'verification', atomic: true, signal: options.signal } as const;
  return writeVersion<Verification>(store, about, async (writer) => {
    const found = await recomputeAll(writer, options);
    return { publish: false, result: { ...found, version: writer.version - 1 } };
  });
}

/**
 * Computes all aggregates and published series anew and replaces those that differ, as a new data version that readers see
 * whole. Nothing is written when nothing differs.
 */
export async function rebuildAggregates(store: Store, options: WriteOptions = {}): Promise<Rebuild> {
  const note = 'aggregates and published series rebuilt from the observations';
  const about = { kind: 'rebuild', note, atomic: true, signal: options.signal } as const;
  return writeVersion<Rebuild>(store, about, async (writer) => {
    const found = await recomputeAll(writer, options);
    const changed = found.aggregates + found.series > 0;
    if (changed) for (const sql of KEEP_WHAT_IS_RIGHT) await writer.run(sql, [writer.version]);
    const version = changed ? writer.version : writer.version - 1;
    return { publish: changed, result: { ...found, version, changed } };
  });
}

/** All rows are closed before any is computed, so that nothing wrong is read again. */
async function recomputeAll(
  writer: Writer,
  { signal, onProgress }: WriteOptions,
): Promise<Omit<Verification, 'version'>> {
  const catalogue = await catalogueInForce(writer);
  const measureIds = [...catalogue.measures.values()].map(({ id }) => id);
  await createTouchedTables(writer);
  await touchMeasures(writer, catalogue);
  const checkedAggregates = await writer.run(CLOSE_AGGREGATES, [writer.version, measureIds]);
  const checkedSeries = await writer.run(CLOSE_SERIES, [writer.version]);
  signal?.throwIfAborted();
  onProgress?.({ phase: 'aggregating', rows: checkedAggregates });
  const aggregates = await aggregateTouched(writer, catalogue);
  signal?.throwIfAborted();
  onProgress?.({ phase: 'publishing', rows: aggregates });
  await publishTouched(writer, catalogue);
  signal?.throwIfAborted();
  await compareRecomputed(writer, measureIds);
  return { checkedAggregates, checkedSeries, ...(await listDifferences(writer, catalogue)) };
}

/** Those of measures that the catalogue does not have any more stay as they were: nobody reads them. */
const CLOSE_AGGREGATES = `
update aggregate set version_until = $1 where version_until is null and version_from < $1 and measure_id = any($2)`;

const CLOSE_SERIES = `
update published_series set version_until = $1 where version_until is null and version_from < $1`;

const OTHER_AGGREGATE = `
  select from aggregate_difference d
  where d.district_id = a.district_id and d.measure_id = a.measure_id and d.territory_id = a.territory_id
    and d.period = a.period and d.breakdown_id = a.breakdown_id`;

const OTHER_SERIES = `
  select from series_difference d
  where d.district_id = s.district_id and d.territory_id = s.territory_id and d.indicator_id = s.indicator_id
    and d.breakdown_id = s.breakdown_id`;

/** What differs in nothing is opened again instead of being written anew. */
const KEEP_WHAT_IS_RIGHT = [
  `delete from aggregate a where version_from = $1 and not exists (${OTHER_AGGREGATE})`,
  `update aggregate a set version_until = null
   where version_until = $1 and version_from < $1 and not exists (${OTHER_AGGREGATE})`,
  `delete from published_series s where version_from = $1 and not exists (${OTHER_SERIES})`,
  `update published_series s set version_until = null
   where version_until = $1 and version_from < $1 and not exists (${OTHER_SERIES})`,
];
