import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrosswalkLink } from './crosswalk.ts';
import { readCrosswalk } from './read-crosswalk.ts';

type Row = {
  readonly year: number;
  readonly source: string;
  readonly target: string;
  readonly population: number | null;
  readonly area: number;
  readonly employment: number | null;
};

let path: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-crosswalk-'));
  path = join(folder, 'generated.csv');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const targets = ['01001', '03159', '16063'] as const;

/** How a source is shared out, in thousandths; the last target takes the rest. */
const shares = fc
  .tuple(fc.constantFrom(0, 125, 250, 400), fc.constantFrom(0, 100, 200))
  .map(([one, other]) => [one, other, 1000 - one - other].map((share) => share / 1000));

/** A source on a day: to all targets or one. `broken` has 1 for each target, as where nobody lives. */
const sourceDay = fc.record({
  year: fc.integer({ min: 1990, max: 2000 }),
  source: fc.constantFrom('01051', '03156', '15033'),
  area: shares,
  population: fc.oneof(shares, fc.constant('broken' as const)),
  employment: fc.oneof(shares, fc.constantFrom('broken' as const, 'empty' as const)),
});

const crosswalks = fc
  .uniqueArray(sourceDay, {
    selector: ({ year, source }) => `${year} ${source}`,
    minLength: 1,
    maxLength: 20,
  })
  .map((days) =>
    days.flatMap(({ year, source, area, population, employment }) =>
      targets.map((target, index) => ({
        year,
        source,
        target,
        area: area[index] ?? 0,
        population: population === 'broken' ? 1 : (population[index] ?? 0),
        employment: employment === 'empty' ? null : employment === 'broken' ? 1 : (employment[index] ?? 0),
      })),
    ),
  );

test('the runs of a crosswalk stand for its rows, whatever their order', async () => {
  await fc.assert(
    fc.asyncProperty(
      crosswalks.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      async ([rows, shuffled]) => {
        const crosswalk = await written(shuffled);
        const unusable = new Set(
          crosswalk.unusable.map(({ weight, source, day }) => `${weight} ${source} ${day}`),
        );
        const isUnusable = (weight: string, { source, year }: Row) =>
          unusable.has(`${weight} ${source} ${year}-12-31`);
        const expected = rows.map((row) => ({
          ...row,
          population: isUnusable('population', row) ? null : row.population,
          employment: isUnusable('employment', row) ? null : row.employment,
        }));
        expect(crosswalk.links.flatMap(rowsOf).toSorted(byPlace)).toEqual(expected.toSorted(byPlace));
        expect(crosswalk.rows).toBe(rows.length);
      },
    ),
    { numRuns: 150 },
  );
});

test('shares of a source on a day sum to 1 or are null, and null ones are explained', async () => {
  await fc.assert(
    fc.asyncProperty(crosswalks, async (rows) => {
      const crosswalk = await written(rows);
      const days = Map.groupBy(
        crosswalk.links.flatMap(rowsOf),
        ({ year, source }) => `${source} ${year}-12-31`,
      );
      for (const [day, shared] of days) {
        for (const weight of ['population', 'area', 'employment'] as const) {
          const known = shared.flatMap((row) => row[weight] ?? []);
          if (known.length > 0) expect(known).toHaveLength(targets.length);
          if (known.length > 0) expect(known.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
        }
        const explained = crosswalk.unusable.some(
          (entry) => entry.weight === 'population' && `${entry.source} ${entry.day}` === day,
        );
        expect(explained).toBe(shared.every(({ population }) => population === null));
      }
    }),
    { numRuns: 100 },
  );
});

test('no two links that follow each other could be one', async () => {
  await fc.assert(
    fc.asyncProperty(crosswalks, async (rows) => {
      const { links } = await written(rows);
      links.slice(1).forEach((link, index) => {
        const before = links[index];
        const follows =
          before?.source === link.source &&
          before.target === link.target &&
          yearOf(before.sourceUntil) + 1 === yearOf(link.sourceFrom);
        if (follows) expect(weightsOf(link)).not.toEqual(weightsOf(before));
      });
    }),
    { numRuns: 100 },
  );
});

async function written(rows: readonly Row[]) {
  const lines = rows.map(({ year, source, target, population, area, employment }) =>
    [year, source, population, area, employment ?? '', target].join(','),
  );
  await writeFile(path, ['year_xw,ags_xw,pop_conv,size_conv,emp_conv,ags20', ...lines].join('\n'));
  return readCrosswalk(path);
}

function rowsOf(link: CrosswalkLink): readonly Row[] {
  const { source, target, ...weights } = { ...link, ...weightsOf(link) };
  const { population, area, employment } = weights;
  const years = yearOf(link.sourceUntil) - yearOf(link.sourceFrom) + 1;
  return Array.from({ length: years }, (_, index) => ({
    year: yearOf(link.sourceFrom) + index,
    source,
    target,
    population,
    area: area ?? Number.NaN,
    employment,
  }));
}

function weightsOf({ population, area, employment }: CrosswalkLink) {
  return { population, area, employment };
}

function byPlace(one: Row, other: Row): number {
  return (
    one.year - other.year ||
    Number(one.source) - Number(other.source) ||
    Number(one.target) - Number(other.target)
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
