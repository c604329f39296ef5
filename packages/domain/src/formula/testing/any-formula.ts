import fc from 'fast-check';
import type { BinaryOperator, Formula } from '../formula.ts';

/** The measures that a generated formula may read. */
export const someMeasures = ['population/residents', 'population/foreigners', 'care-places/places'] as const;

const constant = fc
  .oneof(fc.constantFrom(0, 1, -1, 0.5, 100, 1000), fc.integer({ min: -50, max: 50 }))
  .map((value): Formula => ({ op: 'const', value }));

const measure = fc.constantFrom(...someMeasures).map((key): Formula => ({ op: 'measure', key }));

/** Any formula over `someMeasures` without indicators: every operator, lags of both directions, changes of changes and
 * indices of indices, constants everywhere. */
export const anyFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    { weight: 4, arbitrary: measure },
    { weight: 1, arbitrary: constant },
    {
      weight: 4,
      arbitrary: fc.record({
        op: fc.constantFrom<BinaryOperator[]>('add', 'subtract', 'multiply', 'divide'),
        left: tie('formula'),
        right: tie('formula'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ op: fc.constant('share'), part: tie('formula'), whole: tie('formula') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('per'),
        factor: fc.constantFrom(1, 1000, 100_000),
        numerator: tie('formula'),
        denominator: tie('formula'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('lag'),
        of: tie('formula'),
        periods: fc.integer({ min: -2, max: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('change'),
        of: tie('formula'),
        periods: fc.integer({ min: 1, max: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('index'),
        of: tie('formula'),
        base: fc.constantFrom('2005', '2010'),
      }),
    },
  ),
})).formula;
