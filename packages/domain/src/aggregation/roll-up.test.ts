import { describe, expect, test } from 'vitest';
import { readCell } from '../observation/cell.ts';
import { flagBits } from '../observation/flags.ts';
import { type Figure, type Member, type RolledUp, type RollUpRule, rollUp } from './roll-up.ts';

const SUM: RollUpRule = { rollup: 'sum', additivity: 'exact' };
const MEAN: RollUpRule = { rollup: { weightedMeanBy: 'places' }, additivity: 'exact' };

/** A figure as it stands in a table; `0-` is a `-` that was found to be a zero. */
function figure(text: string): Figure {
  if (text === '0-') return { value: 0, status: 'NORMAL', flags: 0, sign: '-' };
  const cell = readCell(text, { decimal: ',' });
  if (typeof cell === 'string') throw new Error(cell);
  return cell;
}

/** A live, expected member of ten inhabitants; `_` where nobody delivered anything. */
function member(text: string, extra: Partial<Member> = {}): Member {
  return {
    standing: 'expected',
    isLive: true,
    population: 10,
    figure: text === '_' ? null : figure(text),
    weight: null,
    ...extra,
  };
}

/** Members with a figure and its weight each. */
function weighed(...pairs: readonly (readonly [string, string])[]): readonly Member[] {
  return pairs.map(([text, weight]) => member(text, { weight: weight === '_' ? null : figure(weight) }));
}

function roll(
  members: readonly Member[],
  rule: RollUpRule = SUM,
  delivered: string | null = null,
  isRegistered = true,
): RolledUp | null {
  return rollUp({ isRegistered, members, delivered: delivered === null ? null : figure(delivered) }, rule);
}

/** In short: the value or why there is none, the origin, and how many reported. */
function told(rolled: RolledUp | null): string {
  if (rolled === null) return 'nothing';
  const { value, status, origin, reported, expected } = rolled;
  return `${value ?? status} ${origin} ${reported}/${expected}`;
}

test('all that is kept of a sum', () => {
  expect(roll([member('2'), member('3p'), member('_', { standing: 'uninhabited' })])).toMatchInlineSnapshot(`
    {
      "difference": null,
      "expected": 2,
      "flags": 1,
      "hidden": 0,
      "maximum": 3,
      "minimum": 2,
      "origin": "SUMMED",
      "populationExpected": 20,
      "populationReported": 20,
      "reported": 2,
      "sign": null,
      "status": "NORMAL",
      "sum": 5,
      "value": 5,
      "weight": 2,
    }
  `);
});

test('nothing comes of nothing', () => {
  expect(roll([member('_'), member('_')])).toBeNull();
});

/** What becomes of members, by what is special about them. */
function toldOf(cases: Readonly<Record<string, readonly Member[]>>, rule = SUM) {
  return Object.fromEntries(
    Object.entries(cases).map(([name, members]) => [name, told(roll(members, rule))]),
  );
}

test('a sum is a value where all expected members have one', () => {
  const unknown = member('3', { standing: 'unknown', population: null });
  expect(
    toldOf({
      'one missing': [member('2'), member('_')],
      'one that comes later': [member('2'), member('...')],
      'one hidden': [member('2'), member('.'), member('_')],
      'none that has any': [member('...'), member('/')],
      'one that no register knows': [member('2'), unknown],
      'one that nobody expects': [member('2'), member('3', { standing: 'elsewhen' })],
      '"-" of one that is not live': [member('2'), member('-', { isLive: false })],
      '"-" of one that is live': [member('2'), member('-')],
    }),
  ).toMatchInlineSnapshot(`
    {
      ""-" of one that is live": "INCOMPLETE SUMMED 1/2",
      ""-" of one that is not live": "2 SUMMED 1/1",
      "none that has any": "UNRELIABLE SUMMED 0/2",
      "one hidden": "CONFIDENTIAL_OR_UNKNOWN SUMMED 1/3",
      "one missing": "INCOMPLETE SUMMED 1/2",
      "one that comes later": "INCOMPLETE SUMMED 1/2",
      "one that no register knows": "INCOMPLETE SUMMED 2/0",
      "one that nobody expects": "5 SUMMED 2/2",
    }
  `);
});

/** What becomes of figures that were delivered beside members. */
function toldBeside(members: readonly Member[], ...delivered: readonly string[]) {
  return Object.fromEntries(delivered.map((text) => [text, told(roll(members, SUM, text))]));
}

test('what is delivered beside complete members', () => {
  expect(
    toldBeside([member('2'), member('3')], '7', '.', '*', '/', 'x', '...', '-', '0-'),
  ).toMatchInlineSnapshot(`
    {
      "*": "CONFIDENTIAL DELIVERED 2/2",
      "-": "5 SUMMED 2/2",
      ".": "CONFIDENTIAL_OR_UNKNOWN DELIVERED 2/2",
      "...": "5 SUMMED 2/2",
      "/": "UNRELIABLE DELIVERED 2/2",
      "0-": "5 SUMMED 2/2",
      "7": "7 DELIVERED 2/2",
      "x": "NOT_APPLICABLE DELIVERED 2/2",
    }
  `);
});

test('what is delivered beside members of which one is missing', () => {
  expect(toldBeside([member('2'), member('_')], '7', '...', '-', '0-')).toMatchInlineSnapshot(`
    {
      "-": "INCOMPLETE SUMMED 1/2",
      "...": "PENDING DELIVERED 1/2",
      "0-": "INCOMPLETE SUMMED 1/2",
      "7": "7 DELIVERED 1/2",
    }
  `);
});

test('a delivered zero stands where no member has anything, also if some are missing', () => {
  expect(told(roll([member('0'), member('_')], SUM, '0-'))).toBe('0 DELIVERED 1/2');
  expect(told(roll([member('0'), member('.')], SUM, '0-'))).toBe('CONFIDENTIAL_OR_UNKNOWN SUMMED 1/2');
});

describe('the difference between what was delivered and the sum', () => {
  const difference = (...given: Parameters<typeof roll>) => roll(...given)?.difference;

  test('is kept where the sum is complete and free', () => {
    expect(difference([member('2'), member('3')], SUM, '7')).toBe(2);
    expect(difference([member('2'), member('_')], SUM, '7')).toBeNull();
    expect(difference([member('2'), member('*')], SUM, '7')).toBeNull();
    expect(difference([member('2'), member('3')], { ...SUM, additivity: 'crossBorder' }, '7')).toBeNull();
  });

  test('is kept of a territory that no register knows too: its table is the record of its members', () => {
    expect(difference([member('2'), member('3')], SUM, '7', false)).toBe(2);
    expect(told(roll([member('2'), member('3')], SUM, null, false))).toBe('INCOMPLETE SUMMED 2/0');
  });
});

test('each way of adding up', () => {
  const members = [member('4'), member('1'), member('3')];
  const ways = ['sum', 'min', 'max', 'none'] as const;
  expect(
    ways.map((rollup) => `${rollup}: ${told(roll(members, { ...SUM, rollup }))}`),
  ).toMatchInlineSnapshot(`
    [
      "sum: 8 SUMMED 3/3",
      "min: 1 SUMMED 3/3",
      "max: 4 SUMMED 3/3",
      "none: nothing",
    ]
  `);
});

describe('a weighted mean', () => {
  test('is the ratio of the sums, over all members', () => {
    expect(
      toldOf(
        {
          'all with a weight': weighed(['10', '1'], ['20', '3']),
          'one without a weight': weighed(['10', '1'], ['20', '_']),
          'all without a weight': weighed(['10', '_'], ['20', '...']),
          'a hidden weight': weighed(['10', '1'], ['20', '.']),
          'weights of zero': weighed(['10', '0'], ['20', '0']),
        },
        MEAN,
      ),
    ).toMatchInlineSnapshot(`
      {
        "a hidden weight": "CONFIDENTIAL_OR_UNKNOWN SUMMED 1/2",
        "all with a weight": "17.5 SUMMED 2/2",
        "all without a weight": "NOT_AVAILABLE SUMMED 0/2",
        "one without a weight": "INCOMPLETE SUMMED 1/2",
        "weights of zero": "NOT_APPLICABLE SUMMED 2/2",
      }
    `);
  });

  test('does not tell of the weight of one that is not expected', () => {
    const absent = member('-', { isLive: false, weight: figure('.') });
    expect(told(roll([...weighed(['10', '1']), absent], MEAN))).toBe('10 SUMMED 1/1');
    expect(told(roll([absent], MEAN))).toBe('NOT_AVAILABLE SUMMED 0/0');
  });
});

test('what crosses borders does not add up, but one member alone does', () => {
  const rule: RollUpRule = { rollup: 'sum', additivity: 'crossBorder' };
  expect(told(roll([member('2'), member('3')], rule))).toBe('NOT_APPLICABLE SUMMED 2/2');
  expect(told(roll([member('2')], rule))).toBe('2 SUMMED 1/1');
});

test('a sum of perturbed or rounded values is an estimate', () => {
  const rough = { ...figure('2'), flags: flagBits.ROUNDED };
  expect(roll([member('2')], { ...SUM, additivity: 'perturbed' })?.flags).toBe(flagBits.ESTIMATED);
  expect(roll([member('2', { figure: rough })])?.flags).toBe(flagBits.ROUNDED | flagBits.ESTIMATED);
});
