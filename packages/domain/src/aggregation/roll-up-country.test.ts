import { expect, test } from 'vitest';
import { readCell } from '../observation/cell.ts';
import type { RolledUp } from './roll-up.ts';
import { type AddingUp, countedFigure, rollUpCountry, type TerritoryOnDay } from './roll-up-country.ts';

function territory(
  key: string,
  kind: TerritoryOnDay['kind'],
  memberOf: readonly string[],
  association: string | null = null,
): TerritoryOnDay {
  return { key, kind, memberOf, association, standing: 'expected', isLive: true, population: null };
}

/** A Land with a Landkreis of three municipalities, two of them in an association, and a town that is a district. */
const COUNTRY: readonly TerritoryOnDay[] = [
  territory('DG', 'country', []),
  territory('16', 'state', []),
  territory('16097', 'district', ['16', 'DG']),
  territory('160975001', 'association', ['16097']),
  territory('16097001', 'municipality', ['16097']),
  territory('16097002', 'municipality', ['16097'], '160975001'),
  territory('16097003', 'municipality', ['16097'], '160975001'),
  territory('16098', 'district', ['16', 'DG']),
];

const SUM: AddingUp = { rollup: 'sum', additivity: 'exact', reportedAt: 'municipality' };

/** Rolls up figures written `key text`, or `key text association` where the key names one. */
function rolled(
  cells: readonly string[],
  measure = SUM,
  weights?: ReadonlyMap<string, RolledUp>,
): ReadonlyMap<string, RolledUp> {
  const delivered = cells.map((cell) => {
    const [key = '', text = '', association = null] = cell.split(' ');
    const figure = readCell(text, { decimal: ',' });
    if (typeof figure === 'string') throw new Error(figure);
    return [key, { figure, association }] as const;
  });
  return rollUpCountry(COUNTRY, new Map(delivered), measure, weights);
}

/** What is known of all territories that are made of others. */
function told(found: ReadonlyMap<string, RolledUp>): Readonly<Record<string, string>> {
  const above = [...found].filter(([key]) => !key.startsWith('1609700'));
  return Object.fromEntries(
    above.map(([key, { value, status, reported, expected }]) => [
      key,
      `${value ?? status} ${reported}/${expected}`,
    ]),
  );
}

test('municipalities go to their association and district, and districts to all above', () => {
  expect(told(rolled(['16097001 1', '16097002 2', '16097003 3', '16098 4']))).toMatchInlineSnapshot(`
    {
      "16": "10 2/2",
      "16097": "6 3/3",
      "160975001": "5 2/2",
      "16098": "4 0/0",
      "DG": "10 2/2",
    }
  `);
});

test('a delivered district wins over its members, and goes up as it is', () => {
  expect(told(rolled(['16097 9', '16097001 1', '16097002 .', '16098 4']))).toMatchInlineSnapshot(`
    {
      "16": "13 2/2",
      "16097": "9 1/3",
      "160975001": "CONFIDENTIAL_OR_UNKNOWN 0/2",
      "16098": "4 0/0",
      "DG": "13 2/2",
    }
  `);
});

test('where associations report, they stand for their members', () => {
  const measure: AddingUp = { ...SUM, reportedAt: 'association' };
  expect(
    told(rolled(['16097001 1', '16097002 2', '16097003 3', '160975001 7'], measure)),
  ).toMatchInlineSnapshot(`
    {
      "16": "INCOMPLETE 1/2",
      "16097": "8 2/2",
      "160975001": "7 0/0",
      "DG": "INCOMPLETE 1/2",
    }
  `);
});

test('a municipality counts in the association that its key names', () => {
  expect(told(rolled(['16097001 1 160975001', '16097002 2', '16097003 3']))).toMatchInlineSnapshot(`
    {
      "16": "INCOMPLETE 1/2",
      "16097": "6 3/3",
      "160975001": "6 3/3",
      "DG": "INCOMPLETE 1/2",
    }
  `);
});

test('members are counted once, and their number adds up', () => {
  expect(
    told(rolled(['16097001 5', '16097002 0', '16097003 3', '16098 1'], { ...SUM, rollup: 'count' })),
  ).toMatchInlineSnapshot(`
    {
      "16": "4 2/2",
      "16097": "3 3/3",
      "160975001": "2 2/2",
      "16098": "1 0/0",
      "DG": "4 2/2",
    }
  `);
});

test('a mean is that of all members at every level', () => {
  const weights = rolled(['16097001 1', '16097002 1', '16097003 2', '16098 4']);
  const mean: AddingUp = { ...SUM, rollup: { weightedMeanBy: 'places' } };
  expect(
    told(rolled(['16097001 10', '16097002 20', '16097003 30', '16098 5'], mean, weights)),
  ).toMatchInlineSnapshot(`
    {
      "16": "13.75 2/2",
      "16097": "22.5 3/3",
      "160975001": "26.666666666666668 2/2",
      "16098": "5 0/0",
      "DG": "13.75 2/2",
    }
  `);
});

test('a municipality counts as one where its figure lies between the bounds', () => {
  const counted = (text: string) => {
    const figure = readCell(text, { decimal: ',' });
    if (typeof figure === 'string') throw new Error(figure);
    return countedFigure(figure, { above: 2, atMost: 6 });
  };
  expect(['2', '6', '7'].map((text) => counted(text).value)).toEqual([0, 1, 0]);
  expect(counted('.')).toMatchObject({ value: null, status: 'CONFIDENTIAL_OR_UNKNOWN' });
});
