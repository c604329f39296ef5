import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agsOf,
  agsOfArs,
  districtKeyOf,
  isStateNumber,
  parentKeysOf,
  parseTerritoryKey,
  type TerritoryKey,
} from './territory-key.ts';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const land = fc.integer({ min: 1, max: 16 }).map((number) => String(number).padStart(2, '0'));
const wellFormed = fc
  .tuple(land, fc.constantFrom(0, 1, 3, 6, 7, 10).chain(digits))
  .map(([state, rest]) => state + rest);

describe('parseTerritoryKey', () => {
  test.each([
    ['DG', 'country DG'],
    ['12', 'state 12'],
    ['091', 'region 091'],
    ['12070', 'district 12070'],
    ['12070008', 'municipality 12070008'],
    ['120705001', 'association 120705001'],
    ['120705001008', 'municipality 12070008'],
    [' 02000000\n', 'municipality 02000000'],
  ])('reads %j as %s', (text, expected) => {
    const read = parseTerritoryKey(text);
    expect(`${read?.kind} ${read?.key}`).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '1',
    '1 ',
    '00',
    '17',
    '99999',
    '1207',
    '120700',
    '1207000',
    '0'.repeat(12),
    '12070 008',
    '+1207',
    '1e7',
    '12.70',
    '-12',
    'dg',
    '١٢٠٧٠',
    '1207A',
    '1207012345678',
    'constructor',
    '__proto__',
    '\ud800',
  ])('refuses %j', (text) => {
    expect(parseTerritoryKey(text)).toBeNull();
  });

  test('reads every key of a proper length in one of the 16 states, and its own keys again', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const read = parseTerritoryKey(text);
        expect(read).not.toBeNull();
        expect(parseTerritoryKey(read?.key ?? '')).toEqual(read);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTerritoryKey(text)));
  });
});

test('a state number needs two digits', () => {
  expect(['1', '', '00', '1x', ' 1', '17'].map(isStateNumber)).toEqual(Array(6).fill(false));
  expect(['01', '09', '10', '16', '16055'].map(isStateNumber)).toEqual(Array(5).fill(true));
});

test('the AGS of an ARS leaves out the association', () => {
  fc.assert(
    fc.property(digits(5), digits(4), digits(3), (district, association, municipality) => {
      expect(agsOfArs(district + association + municipality)).toBe(district + municipality);
    }),
  );
});

test('the kinds without an AGS have none', () => {
  const keys: readonly TerritoryKey[] = [
    { kind: 'country', key: 'DG' },
    { kind: 'state', key: '12' },
    { kind: 'region', key: '091' },
    { kind: 'district', key: '12070' },
    { kind: 'association', key: '120705001' },
    { kind: 'municipality', key: '12070008' },
    { kind: 'part', key: '11001' },
    { kind: 'group', key: 'prignitz-oberhavel' },
  ];
  expect(keys.map(agsOf)).toEqual([null, '12', '091', '12070', null, '12070008', null, null]);
});

describe('the place of a territory', () => {
  const parents = (territory: TerritoryKey) =>
    parentKeysOf(territory).map(({ kind, key }) => `${kind} ${key}`);

  test.each<[TerritoryKey, string | null, readonly string[]]>([
    [{ kind: 'country', key: 'DG' }, null, []],
    [{ kind: 'state', key: '09' }, null, ['country DG']],
    [{ kind: 'region', key: '091' }, null, ['state 09', 'country DG']],
    [{ kind: 'district', key: '09184' }, '09184', ['region 091', 'state 09', 'country DG']],
    [{ kind: 'district', key: '12070' }, '12070', ['state 12', 'country DG']],
    [
      { kind: 'association', key: '091845112' },
      '09184',
      ['district 09184', 'region 091', 'state 09', 'country DG'],
    ],
    [{ kind: 'municipality', key: '12070008' }, '12070', ['district 12070', 'state 12', 'country DG']],
    [{ kind: 'municipality', key: '02000000' }, '02000', ['district 02000', 'state 02', 'country DG']],
    [{ kind: 'part', key: '03241001' }, '03241', ['district 03241', 'region 032', 'state 03', 'country DG']],
    [{ kind: 'group', key: 'prignitz-oberhavel' }, null, []],
  ])('%j lies in district %s and below %j', (territory, district, above) => {
    expect(districtKeyOf(territory)).toBe(district);
    expect(parents(territory)).toEqual(above);
  });

  test.each(['11001', '11012', '11001001'])('the part %s of Berlin lies in the district Berlin', (key) => {
    const borough: TerritoryKey = { kind: 'part', key };
    expect(districtKeyOf(borough)).toBe('11000');
    expect(parents(borough)).toEqual(['district 11000', 'state 11', 'country DG']);
  });

  test.each([
    ['07000999', '07'],
    ['13000999', '13'],
  ])('the sea area %s lies in no district', (key, state) => {
    expect(districtKeyOf({ kind: 'municipality', key })).toBeNull();
    expect(parents({ kind: 'municipality', key })).toEqual([`state ${state}`, 'country DG']);
  });

  test('parents lie one above the other, and the nearest district is the district', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const territory = parseTerritoryKey(text);
        if (territory === null) throw new Error(`${text} is not well formed`);
        const above = parentKeysOf(territory);
        expect(above.at(-1)).toEqual({ kind: 'country', key: 'DG' });
        for (const [index, parent] of above.entries()) {
          expect(parentKeysOf(parent)).toEqual(above.slice(index + 1));
        }
        if (territory.kind === 'district') return;
        expect(above.find(({ kind }) => kind === 'district')?.key ?? null).toBe(districtKeyOf(territory));
      }),
    );
  });
});
