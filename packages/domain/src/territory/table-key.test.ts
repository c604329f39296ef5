import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTableKey, type TableLevel } from './table-key.ts';
import { parseTerritoryKey } from './territory-key.ts';

const read = (text: string, level?: TableLevel) => {
  const key = parseTableKey(text, level);
  return key === null
    ? null
    : [key.kind, key.key, ...(key.association === null ? [] : [key.association])].join(' ');
};

describe('in a table of municipalities', () => {
  test.each([
    ['DG', 'country DG'],
    ['02', 'state 02'],
    ['031', 'region 031'],
    ['03151', 'district 03151'],
    ['03151001', 'municipality 03151001'],
    ['03151501', 'municipality 03151501'],
    ['03151401', 'association 031515401'],
    ['03158401008', 'municipality 03158008 031585401'],
    ['0713101', 'association 071315001'],
    ['0713101003', 'municipality 07131003 071315001'],
    ['0713100007', 'municipality 07131007'],
    ['01051401', 'municipality 01051401'],
    ['11', 'state 11'],
    ['11000', 'district 11000'],
    ['11001', 'part 11001'],
    ['073355011022', 'municipality 07335022 073355011'],
    ['092760130130', 'municipality 09276130'],
    [' 12070008 ', 'municipality 12070008'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('the key as delivered is kept without blanks', () => {
    expect(parseTableKey(' 03158401008')?.delivered).toBe('03158401008');
  });

  test.each([
    ['an empty key', ''],
    ['a year', '2016'],
    ['a day', '31.12.2015'],
    ['a line of a footer', '__________'],
    ['no state', '17001'],
    ['seven digits outside Rheinland-Pfalz', '0315101'],
    ['ten digits outside Rheinland-Pfalz', '0315101003'],
    ['eleven digits outside Niedersachsen', '07131401003'],
    ['eleven digits without a Samtgemeinde', '03158001008'],
    ['a Verbandsgemeinde without a number', '0713100'],
    ['six digits', '120700'],
    ['thirteen digits', '1207050010080'],
    ['a name that objects have', 'constructor'],
  ])('%s is refused', (_, text) => {
    expect(parseTableKey(text)).toBeNull();
  });
});

describe('in a table of districts', () => {
  test.each([
    ['DG', 'country DG'],
    ['03', 'state 03'],
    ['032', 'region 032'],
    ['03241', 'district 03241'],
    ['03241001', 'part 03241001'],
    ['05334002', 'part 05334002'],
    ['03151401', 'part 03151401'],
    ['11001001', 'part 11001001'],
    ['11001', 'part 11001'],
    ['0713101', null],
    ['0713101003', null],
    ['03158401008', null],
    ['031585401', null],
    ['073355011022', null],
  ])('%s is %s', (text, expected) => {
    expect(read(text, 'district')).toBe(expected);
  });
});

test('what it reads is well formed: its key, its association and what it delivered', () => {
  const key = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 13 });
  const known = fc.tuple(fc.constantFrom('03', '07', '11', '12'), key).map(([land, rest]) => land + rest);
  fc.assert(
    fc.property(known, fc.constantFrom<TableLevel>('municipality', 'district'), (text, level) => {
      const table = parseTableKey(text, level);
      if (table === null) return;
      expect(table.delivered).toBe(text);
      expect(parseTerritoryKey(table.key)?.key).toBe(table.key);
      if (table.kind !== 'part') expect(parseTerritoryKey(table.key)?.kind).toBe(table.kind);
      if (table.association === null) return;
      expect(table.kind).toBe('municipality');
      expect(parseTerritoryKey(table.association)?.kind).toBe('association');
      expect(table.association.slice(0, 5)).toBe(table.key.slice(0, 5));
    }),
  );
});
