import {
  countedFigure,
  type Figure,
  type KnownCell,
  type Measure,
  type Member,
  type Period,
  periodStart,
  type RolledUp,
  rollUp,
} from '@kreisweit/domain';
import { type Column, columnName } from './column-finder.ts';
import type { DistrictPlace } from './district-place.ts';
import type { PlacedFigure } from './placed-figures.ts';

/** The measures of a catalogue by key, and the id of the plug-in whose names the figures carry. */
export type MeasuresOfPlugin = { readonly plugin: string; readonly measures: ReadonlyMap<string, Measure> };

/** The key of the measure that weighs a mean; undefined for what is none. */
export function weightOf(measure: Measure | undefined): string | undefined {
  return typeof measure?.rollup === 'object' ? measure.rollup.weightedMeanBy : undefined;
}

/** The key of the measure whose figures a measure is made of: its own, or of a count of municipalities the counted one. */
export function deliveredKey(measure: Pick<Measure, 'key' | 'countOf'>): string {
  return measure.countOf?.measure ?? measure.key;
}

/**
 * What is known of one district: its own figures, or what its members in the file add up to. All that the file lists is expected
 * to report; that it lists one proves nothing, so that one of which it says `-` only is not.
 */
export function districtCells(
  district: string,
  figures: readonly PlacedFigure[],
  { plugin, measures }: MeasuresOfPlugin,
): readonly KnownCell[] {
  const places = [...new Map(figures.map(({ place }) => [place.key, place])).values()];
  const madeOf = Map.groupBy(measures.values(), deliveredKey);
  const columns = Map.groupBy(figures, ({ column }) => column);
  const byName = new Map([...columns].map(([column, all]) => [keyedName(plugin, column), all]));

  const figuresOf = (measure: Measure, at: Moment): ReadonlyMap<string, Figure> => {
    const { countOf } = measure;
    const column = byName.get(columnName({ ...at, measure: deliveredKey(measure) })) ?? [];
    if (countOf === undefined) return new Map(column.map(({ place, figure }) => [place.key, figure]));
    // Whether a district without municipalities in the file is one itself only a register knows: it is not counted.
    const counted = column.filter(({ place }) => place.kind === 'municipality');
    return new Map(counted.map(({ place, figure }) => [place.key, countedFigure(figure, countOf)]));
  };
  const rolled = (measure: Measure, at: Moment): RolledUp | null => {
    const delivered = figuresOf(measure, at);
    const weight = measures.get(weightOf(measure) ?? '');
    const weights = weight && figuresOf(weight, at);
    const members = places
      .filter((place) => isMember(place, measure))
      .map(({ key }): Member => {
        const figure = contributed(delivered.get(key) ?? null, measure);
        return { ...LISTED, figure, weight: weights?.get(key) ?? null };
      });
    return rollUp({ isRegistered: true, members, delivered: delivered.get(district) ?? null }, measure);
  };
  return [...columns.keys()].flatMap((column) =>
    (madeOf.get(`${plugin}/${column.measure}`) ?? []).flatMap((measure): readonly KnownCell[] => {
      const { period, breakdown } = column;
      const found = rolled(measure, { period, breakdown });
      if (found === null) return [];
      // A formula that compares two periods looks for the era of what it reads (see `Component`).
      const rolledUp = { ...found, era: eraOf(measure, period) };
      return [{ measure: measure.key, period, breakdown, rolledUp }];
    }),
  );
}

const LISTED = Object.freeze({ standing: 'expected', isLive: false, population: null } as const);

/** An association and its members are never both added (rule 7). */
function isMember({ kind, association }: DistrictPlace, { reportedAt }: Measure): boolean {
  if (reportedAt !== 'association') return kind === 'municipality';
  return kind === 'association' || (kind === 'municipality' && association === null);
}

/** To a measure that counts its members one with a value contributes 1. */
function contributed(figure: Figure | null, { rollup }: Measure): Figure | null {
  return rollup === 'count' && figure?.status === 'NORMAL' ? { ...figure, value: 1 } : figure;
}

type Moment = Pick<Column, 'period' | 'breakdown'>;

/** The name of a column with the whole key of its measure. */
export function keyedName(plugin: string, column: Column): string {
  return columnName({ ...column, measure: `${plugin}/${column.measure}` });
}

/** How often the method of a measure has changed until a period. */
function eraOf({ breaks }: Measure, period: Period): number {
  return breaks.filter(({ from }) => periodStart(from) <= periodStart(period)).length;
}
