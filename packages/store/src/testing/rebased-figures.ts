import { flagsOfBits, originOfCode, statusOfCode, type TerritoryKind } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { boundaryPlans } from '../read/boundary-plans.ts';
import { catalogueAt } from '../read/catalogue-at.ts';
import { rebasedCrossSection } from '../read/rebased-cross-section.ts';
import { type RebasedSeries, rebasedSeriesOf } from '../read/rebased-series-of.ts';
import { territoriesByKey } from '../read/territories-by-key.ts';
import { type Figures, publishedVersion } from './stored-rows.ts';

type Options = { readonly breakdown?: string; readonly version?: number };

/**
 * What readers are told about an indicator of the plug-in `small` on the boundaries of a day, by period: the value or the
 * reason why there is none, the origin, what was divided by weights (`30 % divided`; nothing is said of an exact value),
 * `published` where nothing was carried over, what stands in the way, and the flags.
 *
 * @example await rebasedFigures(store, 'district 16097', 'residents', '2021-12-31') // { 2014: '200 SUMMED published' }
 */
export async function rebasedFigures(
  store: Store,
  territory: string,
  indicator: string,
  day: string,
  options: Options = {},
): Promise<Figures> {
  const [series] = await rebasedSeries(store, [territory], indicator, day, options);
  return series === undefined ? {} : figuresOf(series);
}

/** {@link rebasedFigures} of several territories for a snapshot: one line a territory, with its periods. */
export async function rebasedLines(
  store: Store,
  territories: readonly string[],
  indicator: string,
  day: string,
  options: Options = {},
): Promise<string> {
  const lines: string[] = [];
  for (const territory of territories) {
    const figures = await rebasedFigures(store, territory, indicator, day, options);
    const periods = Object.entries(figures).map(([period, figure]) => `${period}: ${figure}`);
    lines.push(`${territory}  ${periods.join(' | ')}`);
  }
  return lines.join('\n');
}

/** The series of several territories (`kind key`) on the boundaries of a day, in their order. */
export async function rebasedSeries(
  store: Store,
  territories: readonly string[],
  indicator: string,
  day: string,
  { breakdown = '', version }: Options = {},
): Promise<readonly RebasedSeries[]> {
  const asOf = version ?? (await publishedVersion(store));
  const catalogue = await catalogueAt(store.db, asOf);
  const planOf = await boundaryPlans(store.db, asOf);
  const definition = catalogue.indicators.get(`small/${indicator}`);
  if (definition === undefined) throw new Error(`there is no indicator ${indicator}`);
  const rows = await territoriesByKey(store.db, {
    asOf,
    territories: territories.map((name) => ({ ...placeOf(name), on: null })),
  });
  const answers = await rebasedSeriesOf(
    store.db,
    catalogue,
    rows.map((row, index) => {
      if (row === null) throw new Error(`there is no ${territories[index]}`);
      return {
        territory: row,
        plan: planOf(row, day),
        selections: [{ indicator: definition, indicatorId: definition.id, breakdown }],
        from: null,
        to: null,
      };
    }),
  );
  return answers.flat();
}

/** The cross-section of the districts or municipalities inside a territory on the boundaries of a day, by key. */
export async function rebasedSection(
  store: Store,
  {
    inside,
    level,
    period,
  }: { readonly inside: string; readonly level: TerritoryKind; readonly period: string },
  indicator: string,
  day: string,
  { breakdown = '', version }: Options = {},
): Promise<Figures> {
  const asOf = version ?? (await publishedVersion(store));
  const catalogue = await catalogueAt(store.db, asOf);
  const planOf = await boundaryPlans(store.db, asOf);
  const definition = catalogue.indicators.get(`small/${indicator}`);
  const [parent] = await territoriesByKey(store.db, {
    asOf,
    territories: [{ ...placeOf(inside), on: null }],
  });
  if (definition === undefined || parent == null) throw new Error(`there is no ${indicator} or ${inside}`);
  const [section] = await rebasedCrossSection(store.db, catalogue, [
    {
      indicator: definition,
      indicatorId: definition.id,
      breakdown,
      period,
      territoryId: parent.id,
      kind: level,
      day,
      planOf: (key) => planOf({ kind: level, key }, day),
    },
  ]);
  const { territories = [], ...lists } = section ?? {};
  return Object.fromEntries(territories.map(({ key }, at) => [key, shownAt(lists as ShownLists, at)]));
}

function placeOf(name: string): { readonly kind: TerritoryKind; readonly key: string } {
  const [kind = '', key = ''] = name.split(' ');
  return { kind: kind as TerritoryKind, key };
}

function figuresOf(series: RebasedSeries): Figures {
  return Object.fromEntries(series.periods.map((period, at) => [period, shownAt(series, at)]));
}

type ShownLists = Pick<RebasedSeries, 'values' | 'statuses' | 'flags' | 'apportioned' | 'obstacles'> &
  Partial<Pick<RebasedSeries, 'origins'>>;

function shownAt(
  { values, statuses, flags, origins, apportioned, obstacles }: ShownLists,
  at: number,
): string {
  const [value, divided, obstacle] = [values[at] ?? null, apportioned[at] ?? null, obstacles[at] ?? null];
  const status = statusOfCode(statuses[at] ?? -1);
  const shown = value === null ? status : status === 'NORMAL' ? String(value) : `${value} but ${status}`;
  const share =
    divided === null ? (value === null ? [] : ['published']) : [`${Math.round(divided * 100)} % divided`];
  return [
    shown,
    ...(origins === undefined ? [] : [originOfCode(origins[at] ?? -1)]),
    ...share.filter((text) => text !== '0 % divided'),
    ...(obstacle === null ? [] : [obstacle]),
    ...flagsOfBits(flags[at] ?? 0),
  ].join(' ');
}
