import {
  type CatalogueAt,
  type PackedSeries,
  type RebasedSeries,
  rebasedSeriesOf,
  seriesOf,
  type TerritoryRow,
} from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { AsOf } from '../argument/as-of.ts';
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
  /** ISO; null asks for the series as it was reported. */
  readonly boundariesOn: string | null;
  readonly asOf: AsOf;
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
  const catalogue = await reading.catalogue(asOf);
  const select = selecting(catalogue);
  const asked = keys.map((key) => ({ key, selections: select(key.question) }));
  const found = new Map<SeriesKey, readonly FoundSeries[]>();
  const remember = (of: readonly Asked[], answers: readonly (readonly FoundSeries[])[]): void => {
    for (const [index, { key }] of of.entries()) found.set(key, answers[index] ?? []);
  };
  const valid = asked.filter((each): each is Asked => !(each.selections instanceof Error));
  const reported = valid.filter(({ key }) => key.boundariesOn === null);
  const rebased = valid.filter(({ key }) => key.boundariesOn !== null);
  await Promise.all([
    reported.length > 0 &&
      seriesOf(reading.db, {
        asOf,
        requests: reported.map(({ key, selections }) => ({ territory: key.territory, selections })),
      }).then((answers) => remember(reported, answers)),
    rebased.length > 0 &&
      loadRebased(reading, catalogue, rebased).then((answers) => remember(rebased, answers)),
  ]);
  return asked.map(({ key, selections }) =>
    selections instanceof Error ? selections : namedSeries(key, selections, found.get(key) ?? []),
  );
}

type Asked = { readonly key: SeriesKey; readonly selections: readonly IdentifiedSelection[] };

/** A series as published, or on the boundaries of a day. */
type FoundSeries = PackedSeries & Partial<Pick<RebasedSeries, 'apportioned' | 'obstacles'>>;

async function loadRebased(reading: Reading, catalogue: CatalogueAt, asked: readonly Asked[]) {
  const planOf = await reading.boundaries(catalogue.version);
  return rebasedSeriesOf(
    reading.db,
    catalogue,
    asked.map(({ key, selections }) => ({
      territory: key.territory,
      selections,
      plan: planOf(key.territory, key.boundariesOn ?? ''),
      // All of it: changes and indices look at periods outside the range.
      from: null,
      to: null,
    })),
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
  { from, to, boundariesOn }: SeriesKey,
  selections: readonly IdentifiedSelection[],
  found: readonly FoundSeries[],
): readonly Series[] {
  const range = periodRange(from, to);
  return selections.flatMap(({ indicator, breakdown }, index) => {
    const whole = found[index];
    if (whole === undefined) return [];
    const none = whole.periods.map(() => null);
    const complete = { ...whole, apportioned: whole.apportioned ?? none, obstacles: whole.obstacles ?? none };
    return { ...sliceSeries(complete, range), indicator, breakdown, whole, boundariesOn };
  });
}
