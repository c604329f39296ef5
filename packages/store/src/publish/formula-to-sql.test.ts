import {
  type Component,
  evaluate,
  type Formula,
  inputId,
  measureInputsOf,
  roundValue,
  statusCodes,
  statuses,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/open-database.ts';
import { engines } from '../testing/index.ts';
import { formulaToSql, roundSql } from './formula-to-sql.ts';

const MEASURES = ['a', 'b', 'c'];
const MINIMUM: Readonly<Record<string, number>> = { a: 0, b: 3, c: 5 };

const leaf = fc.oneof(
  fc.record({ op: fc.constant('measure' as const), key: fc.constantFrom(...MEASURES) }),
  fc.record({ op: fc.constant('const' as const), value: fc.constantFrom(0, 1, -2, 0.5, 100, 1e-3) }),
);

const formula: fc.Arbitrary<Formula> = fc.letrec<{ tree: Formula }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      op: fc.constantFrom('add' as const, 'subtract' as const, 'multiply' as const, 'divide' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ op: fc.constant('share' as const), part: tie('tree'), whole: tie('tree') }),
    fc.record({
      op: fc.constant('per' as const),
      factor: fc.constantFrom(1000, 100_000),
      numerator: tie('tree'),
      denominator: tie('tree'),
    }),
    fc.record({ op: fc.constant('lag' as const), of: tie('tree'), periods: fc.constantFrom(1, 2) }),
    fc.record({ op: fc.constant('change' as const), of: tie('tree'), periods: fc.constantFrom(1, 2) }),
    fc.record({ op: fc.constant('index' as const), of: tie('tree'), base: fc.constantFrom('2005', '2010') }),
  ),
})).tree;

/** Small counts, zeros and equal values often: there the rules bite. */
const value = fc.oneof(
  fc.integer({ min: -6, max: 12 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => Math.round(number * 100) / 100),
);
const told = fc.oneof(
  { weight: 4, arbitrary: value.map((number) => ({ value: number, status: 'NORMAL' as const, flags: 0 })) },
  { weight: 1, arbitrary: fc.constantFrom(...statuses).map((status) => ({ value: null, status, flags: 0 })) },
);
/** Breaks are rare, so that there are values to compare. */
const era = fc.oneof(
  { weight: 9, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constantFrom(2, undefined) },
);
const component: fc.Arbitrary<Component> = fc
  .tuple(told, era)
  .map(([one, era]) => (era === undefined ? one : { ...one, era }));

type Sample = { readonly formula: Formula; readonly rows: readonly (readonly Component[])[] };

const sample: fc.Arbitrary<Sample> = formula.chain((tree) => {
  const width = Math.max(1, measureInputsOf(tree).length);
  const row = fc.array(component, { minLength: width, maxLength: width });
  return fc.record({ formula: fc.constant(tree), rows: fc.array(row, { minLength: 1, maxLength: 8 }) });
});

describe.each(engines)('a formula in SQL on $name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('equals evaluate on random trees and rows, to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(sample, fc.constantFrom(0, 1, 2, 6), async ({ formula: tree, rows }, decimals) => {
        const inputs = measureInputsOf(tree);
        const slots = inputs.map((input) => ({ ...input, minimum: MINIMUM[input.key] ?? 0 }));
        const expected = rows.map((row) => {
          const outcome = evaluate(tree, (key, lag, base) => {
            const slot = inputs.map(inputId).indexOf(inputId({ key, lag, base }));
            const read = row[slot];
            return read === undefined ? undefined : { ...read, minimum: MINIMUM[key] ?? 0 };
          });
          return {
            value: outcome.value === null ? null : roundValue(outcome.value, decimals),
            status: statusCodes[outcome.status],
            flags: outcome.flags,
          };
        });
        const sql = formulaToSql(tree, slots);
        const { rows: actual } = await database.pool.query(
          `select case when ${sql.status} = 0 then ${roundSql(sql.value, decimals)} end as value, ${sql.status} as status, ${sql.flags} as flags
           from (values ${rows.map((row, index) => `(${index}, ${row.map(cellSql).join(', ')})`).join(', ')})
             as r (position, ${rows[0]?.map((_, slot) => `v${slot}, s${slot}, e${slot}`).join(', ')})
           ${sql.laterals}
           order by position`,
        );
        expect(actual).toEqual(expected);
      }),
      { numRuns: name === 'postgres' ? 300 : 100 },
    );
  });
});

function cellSql({ value: number, status, era: stands }: Component): string {
  return `${number === null ? 'null' : `'${number}'`}::double precision, ${statusCodes[status]}::smallint, ${stands ?? 'null'}::int`;
}
