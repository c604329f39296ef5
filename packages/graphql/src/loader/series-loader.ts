import { type CatalogueAt, type PackedSeries, seriesOf, type TerritoryRow } from '@kreisweit/store';
import DataLoader from 'dataloader';
import { periodRange, sliceSeries } from '../series/period-range.ts';
import { type IdentifiedSelection, type SeriesQuestion, selectSeries } from '../series/select-series.ts';
import type { Series } from '../series/series.ts';
import type { Reading } from './create-loaders.ts';
import { attempt, perVersion } from './per-version.ts';

/** Everything that a field about series asks of one territory, in a data version (null = the published one). */
export type SeriesKey = {
  readonly territory: TerritoryRow;
  readonly question: SeriesQuestion;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: number | null;
};

export type SeriesLoader = DataLoader<SeriesKey, readonly Series[]>;

/**
 * Loads the series of all territories, indicators and breakdowns of a query in one statement for each data version. A
 * key is answered with its series in the order of its question; one that asks for what does not exist gets an error of
 * its own.
 */
export function seriesLoader(reading: Reading): SeriesLoader {
  return new DataLoader(
    (keys) => perVersion(reading, keys, (asOf, group) => loadSeries(reading, asOf, group)),
    // Every key is a fresh object: a cache would never find one again.
    { cache: false },
  );
}

async function loadSeries(
  reading: Reading,
  asOf: number,
  keys: readonly SeriesKey[],
): Promise<readonly (readonly Series[] | Error)[]> {
  const select = selecting(await reading.catalogue(asOf));
  const asked = keys.map((key) => ({ key, selections: select(key.question) }));
  const requests = asked.flatMap(({ key, selections }) =>
    selections instanceof Error ? [] : { territory: key.territory, selections },
  );
  const found = requests.length === 0 ? [] : await seriesOf(reading.db, { asOf, requests });
  const next = found.values();
  return asked.map(({ key, selections }) =>
    selections instanceof Error ? selections : namedSeries(key, selections, next.next().value ?? []),
  );
}

/** Territories that are asked the same question share one array of selections, and the statement its parameters. */
function selecting(
  catalogue: CatalogueAt,
): (question: SeriesQuestion) => readonly IdentifiedSelection[] | Error {
  const known = new Map<string, readonly IdentifiedSelection[] | Error>();
  return (question) => {
    const id = JSON.stringify(question);
    const answer = known.get(id) ?? attempt(() => selectSeries(catalogue, question));
    known.set(id, answer);
    return answer;
  };
}

function namedSeries(
  { from, to }: SeriesKey,
  selections: readonly IdentifiedSelection[],
  found: readonly PackedSeries[],
): readonly Series[] {
  const range = periodRange(from, to);
  return selections.flatMap(({ indicator, breakdown }, index) => {
    const series = found[index];
    return series === undefined ? [] : { ...sliceSeries(series, range), indicator, breakdown, whole: series };
  });
}
