import {
  type Catalogue,
  type DeliveredObservation,
  type Flag,
  flagsOfBits,
  isFree,
  type KnownCell,
  type MeasureInput,
  measureInputsOf,
  type Origin,
  type Period,
  type PublishedFigure,
  periodRead,
  publishedFigures,
  type RolledUp,
  type Status,
} from '@kreisweit/domain';
import type { OpenedInput } from '../input/open-input.ts';
import { columnName } from './column-finder.ts';
import { deliveredKey, districtCells, keyedName, weightOf } from './district-cells.ts';
import { placedFigures } from './placed-figures.ts';

/** What an opened file delivered. */
export type FileFigures = Pick<OpenedInput, 'plugin' | 'input' | 'kind'> & {
  readonly observations: Iterable<DeliveredObservation>;
};

/**
 * One result of a district: what would be published of the indicator `key` if the file were the only source. `breakdown` is a
 * breakdown key, '' for the total. Of the municipalities that the file lists (for a mean, those with a weight) `reported` of
 * `expected` have a value, for a formula those of the input that is covered worst; both are null where a member is hidden.
 */
export type DistrictRow = {
  readonly district: string;
  readonly name: string;
  readonly period: Period;
  readonly key: string;
  readonly breakdown: string;
  readonly value: number | null;
  readonly status: Status;
  readonly flags: readonly Flag[];
  readonly origin: Origin;
  readonly reported: number | null;
  readonly expected: number | null;
};

/**
 * The district results of a file by the rules of meaning, from nothing but the file: who belongs to a district its keys say,
 * and who reports is who stands in it. Whatever the plug-in publishes and this file delivers is there; figures that need
 * another file, a register or another plug-in are left out. The rows go by district, indicator, period and breakdown.
 *
 * Of what is hidden nothing is told (rule 13): a hidden municipality hides the sum, a small own count is hidden, and beside
 * either no coverage is shown.
 *
 * Throws InputProblems when a territory has two figures for a cell.
 *
 * @example
 * const opened = await openInput(plugin, path);
 * const observations = (await Array.fromAsync(opened.batches())).flat();
 * districtTable({ ...opened, observations }, registerPlugins([plugin]).catalogue);
 */
export function districtTable(file: FileFigures, catalogue: Catalogue): readonly DistrictRow[] {
  const input = catalogue.inputs.find(({ key }) => key === `${file.plugin}/${file.input}`);
  if (input === undefined) {
    throw new Error(`the catalogue has no input ${file.plugin}/${file.input}: register the plug-in first`);
  }
  const { plugin } = file;
  const measures = new Map(catalogue.measures.map((measure) => [measure.key, measure]));
  const { figures, names } = placedFigures({ ...input, kind: file.kind }, file.observations, measures);
  const columns = new Set(figures.map(({ column }) => column));
  const delivered = new Set([...columns].map((column) => keyedName(plugin, column)));
  const isInFile = (key: string, period: Period | null, breakdown: string): boolean => {
    const measure = deliveredKey(measures.get(key) ?? { key });
    return period !== null && delivered.has(columnName({ measure, period, breakdown }));
  };
  const keys = new Set([...columns].map(({ measure }) => `${plugin}/${measure}`));
  const indicators = catalogue.indicators
    .filter((indicator) => indicator.plugin === plugin)
    .map((indicator) => ({ indicator, inputs: measureInputsOf(indicator.resolved) }))
    .filter(({ inputs }) => inputs.every(({ key }) => keys.has(deliveredKey(measures.get(key) ?? { key }))));
  const districts = Map.groupBy(figures, ({ place }) => place.district);

  return [...districts.keys()].sort().flatMap((district) => {
    const cells = districtCells(district, districts.get(district) ?? [], { plugin, measures });
    return indicators.flatMap(({ indicator, inputs }) => {
      const read = new Set(inputs.flatMap(({ key }) => [key, weightOf(measures.get(key)) ?? key]));
      const known = cells.filter(({ measure }) => read.has(measure));
      return parts(known, (key) => typeof measures.get(key)?.disclosure === 'object')
        .flatMap((part) =>
          publishedFigures(indicator, measures, part)
            .filter(({ period, breakdown }) =>
              inputs.every((one) => isInFile(one.key, periodRead(one, period), breakdown)),
            )
            .map(({ flags, coverage: _, ...figure }): DistrictRow => {
              const place = { district, name: names.get(district) ?? '', key: indicator.key };
              return { ...place, ...figure, flags: flagsOfBits(flags), ...coverage(inputs, figure, part) };
            }),
        )
        .toSorted(byPeriodAndBreakdown);
    });
  });
}

/**
 * Cells that can be published apart from each other: a figure reads those of its own breakdown, and only of own counts may a
 * category hide those beside it. A table by age and sex has hundreds of cells, and publishing searches all that it is given.
 */
function parts(
  cells: readonly KnownCell[],
  isOwnCount: (measure: string) => boolean,
): readonly (readonly KnownCell[])[] {
  if (cells.some(({ measure }) => isOwnCount(measure))) return [cells];
  return [...Map.groupBy(cells, ({ breakdown }) => breakdown).values()];
}

function byPeriodAndBreakdown(one: DistrictRow, other: DistrictRow): number {
  return compared(one.period, other.period) || compared(one.breakdown, other.breakdown);
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** How many of the members reported that input of a figure which is covered worst. */
function coverage(
  inputs: readonly MeasureInput[],
  { period, breakdown, status }: Pick<PublishedFigure, 'period' | 'breakdown' | 'status'>,
  cells: readonly KnownCell[],
): Pick<DistrictRow, 'reported' | 'expected'> {
  const read = inputs.flatMap((input) => {
    const at = periodRead(input, period);
    const found = cells.find(
      (cell) => cell.measure === input.key && cell.period === at && cell.breakdown === breakdown,
    );
    return found === undefined ? [] : [found.rolledUp];
  });
  if (!isFree(status) || read.some(({ hidden }) => hidden > 0)) return { reported: null, expected: null };
  const [worst] = read.toSorted((one, other) => shareOf(one) - shareOf(other));
  return { reported: worst?.reported ?? null, expected: worst?.expected ?? null };
}

function shareOf({ reported, expected }: RolledUp): number {
  return expected === 0 ? 1 : reported / expected;
}
