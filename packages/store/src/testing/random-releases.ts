import type { DeliveredObservation } from '@kreisweit/domain';
import fc from 'fast-check';
import { table } from './small-release.ts';

/** The columns of random tables: they meet each way of rolling up, a lag and a breakdown. */
export const COLUMNS = [
  'residents 2011',
  'residents 2014',
  'residents 2014 female',
  'residents 2015',
  'foreigners 2014',
  'places 2014',
  'waitDays 2014',
  'lowest 2014',
  'helped 2014',
  'helped 2014 female',
  'helped 2014 male',
] as const;

/** The indicators that read these in one way each: the others would only take their time. */
export const READING_COLUMNS = /residents|foreignShare|placesPerThousand|waitDays|lowest|helped|helpedShare/;

/** One cell of a random table: the key of its territory, its column and what stands there. */
export type RandomCell = { readonly territory: string; readonly column: string; readonly text: string };

/** A random release of one of the two inputs of the plug-in `small`. */
export type RandomRelease = {
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly cells: readonly RandomCell[];
};

const text = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 7 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('.', '*', '...', 'x', '/') },
  { weight: 1, arbitrary: fc.constant('-') },
);

const input = fc.constantFrom('small/first', 'small/second');

/** Releases with some cells of some territories; of those that `sameAs` says are one, a cell stands under one key. */
export function randomRelease(
  territories: readonly string[],
  sameAs: Readonly<Record<string, string>> = {},
): fc.Arbitrary<RandomRelease> {
  const cell = fc.record({
    territory: fc.constantFrom(...territories),
    column: fc.constantFrom(...COLUMNS),
    text,
  });
  return fc.record({
    input,
    kind: fc.constantFrom('full' as const, 'partial' as const),
    cells: fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 25,
      selector: ({ territory, column }) => (sameAs[territory] ?? territory) + column,
    }),
  });
}

/** Figures in all columns of some territories, so that there is something complete that the others can change. */
export function completeRelease(territories: readonly string[]): fc.Arbitrary<RandomRelease> {
  const size = territories.length * COLUMNS.length;
  return fc.record({
    input,
    kind: fc.constant('full' as const),
    cells: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: size, maxLength: size }).map((values) =>
      territories.flatMap((territory, row) =>
        COLUMNS.map((column, index) => ({
          territory,
          column,
          text: String(values[(row * COLUMNS.length + index) % values.length]),
        })),
      ),
    ),
  });
}

/**
 * The cells as a table, with a figure of another measure and year for each territory with a `-`: no unit has nothing else.
 */
export function observationsOf(
  cells: readonly RandomCell[],
  sameAs: Readonly<Record<string, string>> = {},
): readonly DeliveredObservation[] {
  const dashes = cells.filter((each) => each.text === '-').map(({ territory }) => territory);
  const signsOfLife = [...new Map(dashes.map((key) => [sameAs[key] ?? key, key])).values()].map(
    (territory) => ({ territory, column: 'rating 2020', text: '1' }),
  );
  return [...cells, ...signsOfLife].flatMap(({ territory, column, text }, index) =>
    table(`  ${column}\n${territory} ${text}`).map((each) => ({ ...each, line: index + 1 })),
  );
}

/** Sums of fractions depend on the order of their terms in the last digit. */
export function rounded(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    ]),
  );
}
