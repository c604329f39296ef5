import { expect, it } from 'vitest';
import { unitFits, unitProblem } from './unit-label.ts';

it('fits a unit only with the factor that it means', () => {
  expect([unitFits('Anzahl', 'person'), unitFits('1000', 'person'), unitFits('Tsd. EUR', 'euro')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([
    unitProblem('1000', 'household', 1000),
    unitProblem('qkm', 'hectare', 100),
    unitProblem('Mill. EUR', 'euro', 1_000_000),
    unitProblem('PS x 10^3', 'person', 1000),
    unitProblem('', 'person'),
    unitProblem('', 'person', 1000),
    unitProblem('Fälle', 'count', 1),
  ]).toEqual(Array.from({ length: 7 }, () => null));
  expect([
    unitProblem('1000', 'person'),
    unitProblem('1000', 'person', 100),
    unitProblem('Anzahl', 'person', 1000),
    unitProblem('Prozent', 'person'),
    unitProblem('PS x 10^6', 'person', 1000),
    unitProblem('Fälle', 'count'),
  ]).toMatchInlineSnapshot(`
    [
      "the file counts in '1000', the measure in person, and the mapping declares no factor: write factor: 1000",
      "the file counts in '1000', the measure in person, and the mapping declares the factor 100: write factor: 1000",
      "the file counts in 'Anzahl', the measure in person, and the mapping declares the factor 1000: write factor: 1",
      "the file counts in 'Prozent', the measure in person",
      "the file counts in 'PS x 10^6', the measure in person, and the mapping declares the factor 1000: write factor: 1000000",
      "the unit 'Fälle' is not known here: say how many count one of it is with 'factor'",
    ]
  `);
});
