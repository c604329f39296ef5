import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineStatus, statusCodes, statuses } from '../observation/status.ts';
import { type Component, evaluate, type Outcome } from './evaluate.ts';
import type { BinaryOperator, Formula } from './formula.ts';
import {
  comparedWith,
  earlier,
  inputId,
  type Moment,
  measureInputsOf,
  PERIOD_ASKED_FOR,
} from './measure-inputs.ts';
import { anyFormula } from './testing/any-formula.ts';

type Read = (measure: string, lag: number, base: string | null) => Component | undefined;

const constant = (value: number): Formula => ({ op: 'const', value });
const measure = (key: string): Formula => ({ op: 'measure', key });
const share = (part: Formula, whole: Formula): Formula => ({ op: 'share', part, whole });
const binary = (op: BinaryOperator, left: Formula, right: Formula): Formula => ({ op, left, right });

const known = (value: number, minimum = 0): Component => ({ value, status: 'NORMAL', flags: 0, minimum });
const reading =
  (components: Readonly<Record<string, Component>>): Read =>
  (key) =>
    components[key];

/** Components for every measure and lag that a formula reads, made by `make`, the same on every call. */
function readingEach(formula: Formula, make: (index: number) => Component): Read {
  const components = new Map(measureInputsOf(formula).map((input, index) => [inputId(input), make(index)]));
  return (key, lag, base) => components.get(inputId({ key, lag, base }));
}

describe('values', () => {
  const read = reading({ a: known(6), b: known(4), zero: known(0), half: known(0.5) });

  test.each<[string, Formula, number]>([
    ['constant', constant(7), 7],
    ['measure', measure('a'), 6],
    ['sum', binary('add', measure('a'), measure('b')), 10],
    ['difference', binary('subtract', measure('b'), measure('a')), -2],
    ['product', binary('multiply', measure('a'), measure('half')), 3],
    ['quotient', binary('divide', measure('a'), measure('b')), 1.5],
    ['share', share(measure('b'), measure('a')), 400 / 6],
    ['per', { op: 'per', factor: 1000, numerator: measure('a'), denominator: measure('b') }, 1500],
    ['zero of something', share(measure('zero'), measure('a')), 0],
    ['zero times minus one', binary('multiply', measure('zero'), constant(-1)), 0],
    ['zero by minus one', binary('divide', measure('zero'), constant(-1)), 0],
  ])('%s', (_, formula, value) => {
    expect(evaluate(formula, read)).toEqual({ value, status: 'NORMAL', flags: 0 });
  });

  /** The value without any rule about statuses and disclosure: null where the arithmetic has no result. */
  function plainly(
    formula: Formula,
    value: (key: string, at: Moment) => number,
    at = PERIOD_ASKED_FOR,
  ): number | null {
    const operand = (of: Formula, moment = at) => plainly(of, value, moment);
    const both = (
      left: Formula,
      right: Formula,
      compute: (l: number, r: number) => number,
    ): number | null => {
      const [l, r] = [operand(left), operand(right)];
      return l === null || r === null ? null : compute(l, r);
    };
    const result = (() => {
      switch (formula.op) {
        case 'const':
          return formula.value;
        case 'measure':
          return value(formula.key, at);
        case 'lag':
          return operand(formula.of, earlier(at, formula.periods));
        case 'change':
        case 'index': {
          const now = operand(formula.of);
          const then = operand(formula.of, comparedWith(formula, at));
          if (now === null || then === null) return null;
          if (formula.op === 'change') return now - then;
          return then <= 0 ? null : (100 * now) / then;
        }
        case 'share':
          return both(formula.part, formula.whole, (part, whole) => (100 * part) / whole);
        case 'per':
          return both(formula.numerator, formula.denominator, (n, d) => (formula.factor * n) / d);
        case 'add':
          return both(formula.left, formula.right, (l, r) => l + r);
        case 'subtract':
          return both(formula.left, formula.right, (l, r) => l - r);
        case 'multiply':
          return both(formula.left, formula.right, (l, r) => l * r);
        case 'divide':
          return both(formula.left, formula.right, (l, r) => l / r);
        case 'indicator':
          throw new Error('not here');
      }
    })();
    return result === null || !Number.isFinite(result) ? null : result + 0;
  }

  test('where all is known and nothing is to be hidden, the arithmetic decides', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 30,
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyFormula, values, (formula, numbers) => {
        const from = readingEach(formula, (index) => known(numbers[index] ?? 1));
        const value = plainly(formula, (key, { lag, base }) => from(key, lag, base)?.value ?? Number.NaN);
        expect(evaluate(formula, from)).toEqual({
          value,
          status: value === null ? 'NOT_APPLICABLE' : 'NORMAL',
          flags: 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, Formula]>([
    ['a quotient', binary('divide', measure('a'), measure('zero'))],
    ['a share of nothing', share(measure('zero'), measure('zero'))],
    ['a quotient by a constant', binary('divide', measure('a'), constant(0))],
    [
      'a sum with one',
      binary(
        'add',
        measure('a'),
        binary('divide', constant(1), binary('subtract', measure('b'), measure('b'))),
      ),
    ],
  ])('%s with the denominator zero is NOT_APPLICABLE', (_, formula) => {
    expect(evaluate(formula, read)).toEqual({ value: null, status: 'NOT_APPLICABLE', flags: 0 });
  });

  test('a result that no double can hold is NOT_APPLICABLE', () => {
    const huge = binary('multiply', constant(1e200), constant(1e200));
    expect(evaluate(huge, read)).toEqual({ value: null, status: 'NOT_APPLICABLE', flags: 0 });
    expect(evaluate(binary('subtract', huge, huge), read).value).toBeNull();
  });

  test('a lag reads earlier periods, and lags add up', () => {
    const lag = (of: Formula, periods: number): Formula => ({ op: 'lag', of, periods });
    const byLag: Read = (_, periods) => known(10 ** periods);
    expect(evaluate(lag(measure('a'), 2), byLag).value).toBe(100);
    expect(evaluate(lag(binary('add', measure('a'), lag(measure('a'), 2)), 1), byLag).value).toBe(1010);
    expect(evaluate(lag(lag(measure('a'), 3), -1), byLag).value).toBe(100);
  });

  test('an indicator must have been inlined', () => {
    expect(() => evaluate(share(measure('a'), { op: 'indicator', key: 'x/y' }), read)).toThrow(
      'the formula still names the indicator x/y: inline it first',
    );
  });

  test('an operator from elsewhere is never taken for another', () => {
    const foreign = { op: 'power', left: constant(2), right: constant(3) };
    expect(() => evaluate(foreign as never, read)).toThrow('"op":"power"');
  });
});

describe('across a break', () => {
  const change: Formula = { op: 'change', of: measure('a'), periods: 1 };
  const index: Formula = { op: 'index', of: measure('a'), base: '2010' };
  const broken = { value: null, status: 'NOT_APPLICABLE', flags: 16 };
  /** What is read for the period asked for, and what for the earlier one. */
  const both =
    (now: Component | undefined, then: Component | undefined): Read =>
    (_, lag, base) =>
      lag === 0 && base === null ? now : then;
  const inEra = (value: number, era: number, minimum = 0): Component => ({ ...known(value, minimum), era });

  test.each([
    ['change', change, 2],
    ['index', index, 120],
  ] as const)('%s has no value', (_, formula, value) => {
    expect(evaluate(formula, both(inEra(12, 3), inEra(10, 3)))).toEqual({
      value,
      status: 'NORMAL',
      flags: 0,
    });
    expect(evaluate(formula, both(inEra(12, 3), known(10)))).toEqual({ value, status: 'NORMAL', flags: 0 });
    expect(evaluate(formula, both(inEra(12, 3), inEra(10, 2)))).toEqual(broken);
    expect(evaluate(binary('add', formula, measure('a')), both(inEra(12, 3), inEra(10, 2)))).toEqual(broken);
  });

  test.each([
    ['change', change],
    ['index', index],
  ] as const)('%s tells why one of the two is missing', (_, formula) => {
    const secret: Component = { value: null, status: 'CONFIDENTIAL', flags: 0, era: 2 };
    expect(evaluate(formula, both(inEra(12, 3), secret))).toEqual({ ...broken, status: 'CONFIDENTIAL' });
    expect(evaluate(formula, both(inEra(2, 3, 3), inEra(10, 2, 3)))).toEqual({
      ...broken,
      status: 'CONFIDENTIAL',
    });
    expect(evaluate(formula, both(inEra(12, 3), undefined))).toEqual({
      value: null,
      status: 'NOT_AVAILABLE',
      flags: 0,
    });
  });

  test.each([
    ['change', change],
    ['index', index],
  ] as const)('%s does not tell whether it would be small', (_, formula) => {
    for (const now of [11, 20])
      expect(evaluate(formula, both(inEra(now, 3, 3), inEra(10, 2, 3)))).toEqual(broken);
  });

  test('any measure below a change can break it', () => {
    const sum: Formula = { op: 'change', of: binary('add', measure('a'), measure('b')), periods: 1 };
    const read: Read = (key, lag) => inEra(10, key === 'b' && lag === 0 ? 1 : 0);
    expect(evaluate(sum, read)).toEqual(broken);
    expect(evaluate(share(measure('b'), change), read)).toMatchObject({ status: 'NOT_APPLICABLE', flags: 0 });
  });
});

test.each([
  ['zero', 0],
  ['below zero', -5],
])('an index whose base is %s is NOT_APPLICABLE', (_, base) => {
  const index: Formula = { op: 'index', of: measure('a'), base: '2010' };
  const read: Read = (__, ___, of) => known(of === null ? 12 : base);
  expect(evaluate(index, read)).toEqual({ value: null, status: 'NOT_APPLICABLE', flags: 0 });
});

describe('missing', () => {
  const component = fc.record({
    value: fc.option(fc.integer({ min: -100, max: 100 })),
    status: fc.oneof({ weight: 3, arbitrary: fc.constant('NORMAL' as const) }, fc.constantFrom(...statuses)),
    flags: fc.integer({ min: 0, max: 63 }),
    minimum: fc.constantFrom(0, 3, 10),
  });
  const components = fc.array(component, { minLength: 30, maxLength: 30 });
  /** The reason why a component alone has no value. */
  const alone = (one: Component) => evaluate(measure('one'), () => one).status;

  test('null in, null out, with the strictest reason; flags add up', () => {
    fc.assert(
      fc.property(anyFormula, components, (formula, some) => {
        const read = readingEach(formula, (index) => some[index] ?? known(1));
        const inputs = measureInputsOf(formula).map(({ key, lag, base }) => read(key, lag, base) ?? known(1));
        const strictest = combineStatus(inputs.map(alone));
        const outcome = evaluate(formula, read);

        expect(outcome.value === null).toBe(outcome.status !== 'NORMAL');
        expect(Object.is(outcome.value, -0)).toBe(false);
        expect(outcome.flags).toBe(inputs.reduce((bits, { flags }) => bits | flags, 0));
        // The formula itself adds two reasons of its own: no result, and a count that must not be known.
        expect([strictest, 'NOT_APPLICABLE', 'CONFIDENTIAL']).toContain(outcome.status);
        expect(statusCodes[outcome.status]).toBeGreaterThanOrEqual(statusCodes[strictest]);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, Component | undefined, Outcome]>([
    ['no component', undefined, { value: null, status: 'NOT_AVAILABLE', flags: 0 }],
    [
      'a NORMAL null',
      { value: null, status: 'NORMAL', flags: 2 },
      { value: null, status: 'NOT_AVAILABLE', flags: 2 },
    ],
    [
      'a number beside a reason',
      { value: 12, status: 'CONFIDENTIAL', flags: 4 },
      { value: null, status: 'CONFIDENTIAL', flags: 4 },
    ],
    ['no number', known(Number.NaN), { value: null, status: 'NOT_AVAILABLE', flags: 0 }],
    ['no finite number', known(Number.POSITIVE_INFINITY), { value: null, status: 'NOT_AVAILABLE', flags: 0 }],
    ['negative zero', known(-0, 3), { value: 0, status: 'NORMAL', flags: 0 }],
    ['a count below its minimum', known(2, 3), { value: null, status: 'CONFIDENTIAL', flags: 0 }],
    ['a count at its minimum', known(3, 3), { value: 3, status: 'NORMAL', flags: 0 }],
    ['a negative balance below its minimum', known(-2, 3), { value: null, status: 'CONFIDENTIAL', flags: 0 }],
    ['a zero', known(0, 3), { value: 0, status: 'NORMAL', flags: 0 }],
  ])('%s', (_, component_, outcome) => {
    expect(evaluate(measure('one'), () => component_)).toEqual(outcome);
  });

  test.each([
    ['CONFIDENTIAL', 'NOT_AVAILABLE', 'CONFIDENTIAL'],
    ['PENDING', 'UNRELIABLE', 'UNRELIABLE'],
    ['NORMAL', 'INCOMPLETE', 'INCOMPLETE'],
  ] as const)('%s of %s is %s', (part, whole, expected) => {
    const one = (status: Component['status']): Component => ({ value: 50, status, flags: 0 });
    const read = reading({ part: one(part), whole: one(whole) });
    expect(evaluate(share(measure('part'), measure('whole')), read).status).toBe(expected);
  });
});

describe('confidential stays confidential', () => {
  const part = measure('part');
  const whole = measure('whole');
  const hundred = constant(100);
  const small = (count: number, minimum: number) => count !== 0 && Math.abs(count) < minimum;

  /** All the ways to write a ratio of part and whole, from which anybody who knows the whole finds the rest. */
  const ratios: readonly Formula[] = [
    share(part, whole),
    { op: 'per', factor: 1000, numerator: part, denominator: whole },
    binary('divide', part, whole),
    binary('multiply', hundred, binary('divide', part, whole)),
    binary('divide', binary('multiply', hundred, part), whole),
    binary('divide', binary('multiply', part, hundred), whole),
    binary('divide', part, binary('divide', whole, hundred)),
    binary('divide', binary('divide', part, hundred), binary('divide', whole, hundred)),
    binary('divide', binary('add', part, constant(0)), whole),
    binary('subtract', hundred, share(part, whole)),
    share(binary('subtract', whole, part), whole),
    share(part, binary('add', part, binary('subtract', whole, part))),
    binary('divide', whole, part),
  ];
  const counts = fc.tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom(1, 2, 3, 5, 10),
  );

  test('a ratio is shown only if part, whole and complement are zero or reach the minimum', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ratios), counts, (formula, [first, rest, minimum]) => {
        const read = reading({ part: known(first, minimum), whole: known(first + rest, minimum) });
        const outcome = evaluate(formula, read);
        const mustHide = [first, rest, first + rest].some((count) => small(count, minimum));
        if (mustHide) expect(outcome).toEqual({ value: null, status: 'CONFIDENTIAL', flags: 0 });
        else expect(outcome.status).not.toBe('CONFIDENTIAL');
      }),
      { numRuns: 1000 },
    );
  });

  test('the strictest minimum decides about the complement', () => {
    const read = reading({ part: known(20, 3), whole: known(25, 10) });
    expect(evaluate(share(part, whole), read).status).toBe('CONFIDENTIAL');
    const official = reading({ part: known(24), whole: known(25) });
    expect(evaluate(share(part, whole), official).value).toBe(96);
  });

  /** All the ways to write a difference: scaled or not, it tells the count. */
  const scaled = (factor: Formula, of: Formula) => binary('multiply', factor, of);
  const differences: readonly Formula[] = [
    binary('subtract', whole, part),
    binary('subtract', part, whole),
    binary('subtract', scaled(hundred, whole), scaled(hundred, part)),
    binary('subtract', scaled(constant(0.001), whole), scaled(constant(0.001), part)),
    binary('subtract', binary('divide', whole, constant(0.01)), binary('divide', part, constant(0.01))),
    binary('add', scaled(constant(-1), part), whole),
    binary('add', hundred, binary('subtract', whole, part)),
    binary('subtract', binary('add', whole, hundred), part),
  ];

  test('a difference is shown only if it is zero or reaches the minimum', () => {
    fc.assert(
      fc.property(fc.constantFrom(...differences), counts, (formula, [first, rest, minimum]) => {
        const read = reading({ part: known(first, minimum), whole: known(first + rest, minimum) });
        const outcome = evaluate(formula, read);
        if ([first, rest, first + rest].some((count) => small(count, minimum))) {
          expect(outcome).toEqual({ value: null, status: 'CONFIDENTIAL', flags: 0 });
        } else expect(outcome.status).toBe('NORMAL');
      }),
      { numRuns: 1000 },
    );
  });

  test('a share of averages is one of persons', () => {
    const average = (of: Formula): Formula =>
      binary('divide', binary('add', of, { op: 'lag', of, periods: 1 }), constant(2));
    const shares = [
      share(average(part), average(whole)),
      share(part, average(whole)),
      binary('divide', binary('multiply', hundred, average(part)), average(whole)),
      binary('divide', binary('multiply', hundred, part), average(whole)),
    ];
    const allButOne = reading({ part: known(99, 3), whole: known(100, 3) });
    const allButThree = reading({ part: known(97, 3), whole: known(100, 3) });
    expect(shares.map((formula) => evaluate(formula, allButOne).status)).toEqual(
      Array(4).fill('CONFIDENTIAL'),
    );
    expect(shares.map((formula) => evaluate(formula, allButThree).status)).toEqual(Array(4).fill('NORMAL'));
  });

  test('a change between two periods is a count', () => {
    const changes: readonly Formula[] = [
      binary('subtract', whole, { op: 'lag', of: whole, periods: 1 }),
      { op: 'change', of: whole, periods: 1 },
      { op: 'change', of: binary('add', whole, constant(10)), periods: 1 },
    ];
    const read =
      (now: number): Read =>
      (_, lag) =>
        known(lag === 0 ? now : 50, 3);
    for (const change of changes) {
      const values = [50, 51, 52, 53, 48].map((now) => evaluate(change, read(now)).value);
      expect(values).toEqual([0, null, null, 3, null]);
    }
  });

  test('an index tells the change since its base, and the count at either time', () => {
    const read =
      (now: number, then: number): Read =>
      (_, __, base) =>
        known(base === null ? now : then, 3);
    const index: Formula = { op: 'index', of: whole, base: '2010' };
    const scaledIndex: Formula = { op: 'index', of: scaled(hundred, whole), base: '2010' };
    for (const formula of [index, scaledIndex]) {
      const values = (then: number) =>
        [50, 51, 52, 53, 2, 0].map((now) => evaluate(formula, read(now, then)).value);
      expect(values(50)).toEqual([100, null, null, 106, null, 0]);
      expect(values(2)).toEqual(Array(6).fill(null));
    }
  });

  test('a complement is looked for in a sum of periods as well', () => {
    const twoYears = binary('add', whole, { op: 'lag', of: whole, periods: 1 });
    const read: Read = (key, lag) => known(key === 'part' ? 9 : lag === 0 ? 10 : 0, 3);
    expect(evaluate(share(part, twoYears), read).status).toBe('CONFIDENTIAL');
  });

  test('a complement of apportioned counts that is zero but for the last digits is zero', () => {
    const read = reading({ part: known(1.1 * 3, 3), whole: known(3.3, 3) });
    expect(read('part', 0, null)?.value).not.toBe(3.3);
    expect(evaluate(share(part, whole), read).status).toBe('NORMAL');
  });

  test('no formula shows anything of a count below its minimum', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(anyFormula, numbers, fc.constantFrom(3, 5, 10), (formula, some, minimum) => {
        const read = readingEach(formula, (index) => known(some[index] ?? 0, minimum));
        fc.pre(
          measureInputsOf(formula).some(({ key, lag, base }) =>
            small(read(key, lag, base)?.value ?? 0, minimum),
          ),
        );
        expect(evaluate(formula, read)).toEqual({ value: null, status: 'CONFIDENTIAL', flags: 0 });
      }),
      { numRuns: 500 },
    );
  });

  test('a constant is no count: a number in thousands is shown as the number is', () => {
    const read = reading({ part: known(1001, 3) });
    expect(evaluate(binary('divide', part, constant(1000)), read).value).toBe(1.001);
    expect(evaluate(binary('subtract', part, constant(1000)), read).value).toBe(1);
    expect(evaluate(binary('divide', constant(1000), part), read).value).toBe(1000 / 1001);
  });
});
