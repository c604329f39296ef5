import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populationDate } from './population-date.ts';
import { populationOfGermany, yearOfPopulation } from './population-of-germany.ts';

const unknown = 1;

test.each([
  ['2023-11-30', 84_358_845, '2022-12-31', 'the file of 30.11.2023'],
  ['2021-12-31', 83_155_031, '2020-12-31', 'the quarterly edition of January 2022'],
  ['2021-12-31', 83_237_124, '2021-12-31', 'the yearly edition of autumn 2022'],
  ['2021-03-31', 83_166_711, '2019-12-31', 'an edition of spring'],
  ['2021-08-31', 83_155_031, '2020-12-31', 'an edition whose season says nothing'],
  ['2024-10-31', 83_456_045, '2023-12-31', 'on the basis of the census of 2022'],
])('%s with a population of %i counts on %s: %s', (territoryDate, total, expected) => {
  expect(populationDate(territoryDate, total)).toBe(expected);
});

test.each([
  ['2030-06-30', '2028-12-31', 'results of 2029 come after the summer'],
  ['2030-09-30', '2029-12-31', 'results of 2029 have come'],
  ['2030-12-31', '2029-12-31', 'the quarterly edition, as far as anybody can know'],
  ['2025-12-31', '2025-12-31', 'the yearly edition: it is not the population of 2024'],
])('%s with an unknown sum counts on %s: %s', (territoryDate, expected) => {
  expect(populationDate(territoryDate, unknown)).toBe(expected);
});

test('nobody is counted after the territory date', () => {
  const days = fc.date({ min: new Date('2009-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const totals = fc.oneof(
    fc.integer({ min: 2008, max: 2024 }).map((year) => populationOfGermany(year)[0] ?? 0),
    fc.nat(),
  );
  fc.assert(
    fc.property(days, totals, (day, total) => {
      const territoryDate = day.toISOString().slice(0, 10);
      expect(populationDate(territoryDate, total) <= territoryDate).toBe(true);
    }),
  );
});

test('a figure belongs to one year', () => {
  for (let year = 2008; year <= 2024; year++) {
    expect(populationOfGermany(year).map(yearOfPopulation)).toEqual(
      populationOfGermany(year).map(() => year),
    );
  }
});
