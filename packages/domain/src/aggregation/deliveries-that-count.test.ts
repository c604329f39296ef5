import { expect, test } from 'vitest';
import { readCell } from '../observation/cell.ts';
import { type DeliveredRelease, deliveriesThatCount } from './deliveries-that-count.ts';

/** A release of municipalities (of districts for keys of five digits); cells are written `territory measure text`. */
function release(input: string, kind: 'full' | 'partial', ...cells: readonly string[]): DeliveredRelease {
  const deliveries = cells.map((cell) => {
    const [territory = '', measure = '', text = ''] = cell.split(' ');
    const figure = readCell(text, { decimal: ',' });
    if (typeof figure === 'string') throw new Error(figure);
    return { territory, measure, period: '2014', breakdown: '', figure, association: null };
  });
  return { input, kind, levels: deliveries.map(({ territory }) => levelOf(territory)), deliveries };
}

function levelOf(territory: string): 'municipality' | 'district' {
  return territory.length === 5 ? 'district' : 'municipality';
}

function counting(...releases: readonly DeliveredRelease[]): readonly string[] {
  const found = deliveriesThatCount(releases, (territory) => [levelOf(territory)]);
  return [...found.values()].map(({ territory, measure, figure }) =>
    [territory, measure, figure.value ?? figure.sign].join(' '),
  );
}

test('a partial release replaces what it delivers', () => {
  expect(
    counting(
      release('one', 'full', '16097001 a 1', '16097002 a 2'),
      release('one', 'partial', '16097002 a 3'),
    ),
  ).toEqual(['16097001 a 1', '16097002 a 3']);
});

test('a full one withdraws the rest of its scope: its measures, periods and levels', () => {
  expect(
    counting(
      release('one', 'full', '16097001 a 1', '16097001 b 1', '16097 a 1'),
      release('one', 'full', '16097002 a 3'),
    ),
  ).toEqual(['16097001 b 1', '16097 a 1', '16097002 a 3']);
});

test('of two inputs the latest delivery wins, and without it the other is back', () => {
  const [first, second] = [release('one', 'full', '16097001 a 1'), release('two', 'full', '16097001 a 2')];
  expect(counting(first, second)).toEqual(['16097001 a 2']);
  expect(counting(second, first)).toEqual(['16097001 a 1']);
  expect(counting(first)).toEqual(['16097001 a 1']);
});

test('a "-" gives way to anything else, whichever came later', () => {
  const [dash, later] = [release('one', 'full', '16097001 a -'), release('two', 'full', '16097001 a ...')];
  expect(counting(later, dash)).toEqual(['16097001 a ...']);
  expect(counting(dash, later)).toEqual(['16097001 a ...']);
});
