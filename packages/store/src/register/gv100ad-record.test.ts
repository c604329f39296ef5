import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gv100adColumn, parseGv100adRecord } from './gv100ad-record.ts';

/**
 * Widths in the order of the record, as the record description lists them; a number without a name is
 * something we do not read (seat of the administration, blanks, tax office, court, labour office ...).
 */
const widths: readonly (readonly [string, number])[] = [
  ['recordType', 2],
  ['territoryDate', 8],
  ['state', 2],
  ['region', 1],
  ['district', 2],
  ['municipality', 3],
  ['association', 4],
  ['name', 50],
  ['seat', 50],
  ['textCode', 2],
  ['', 4],
  ['area', 11],
  ['population', 11],
  ['male', 11],
  ['', 4],
  ['postcode', 5],
  ['further', 50],
];

function format(fields: Readonly<Record<string, string>>): string {
  return widths.map(([field, width]) => (fields[field] ?? '').padEnd(width)).join('');
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const absentOr = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary);
const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüßŁśćź(][-A-Za-zÄÖÜäöüßŁśćź.,/() ]{0,48}[A-Za-zäöüß.)]$/);

const fields = fc.record({
  recordType: fc.constantFrom('10', '20', '30', '40', '50', '60'),
  territoryDate: digits(8),
  state: digits(2),
  region: absentOr(digits(1)),
  district: absentOr(digits(2)),
  municipality: absentOr(digits(3)),
  association: absentOr(digits(4)),
  name,
  textCode: absentOr(digits(2)),
  area: absentOr(digits(11)),
  population: absentOr(digits(11)),
  male: absentOr(digits(11)),
  postcode: absentOr(digits(5)),
});

test('every field comes back from the 220 characters it was written into', () => {
  fc.assert(
    fc.property(fields, name, fc.nat(), (written, beside, line) => {
      const record = format({ ...written, seat: beside, further: beside.padEnd(50, '*') });
      expect(record).toHaveLength(220);
      expect(parseGv100adRecord(record, line)).toEqual({
        ...written,
        line,
        female: '',
        degreeOfUrbanisation: '',
      });
    }),
  );
});

test('a column is named by its characters, counted from 1', () => {
  expect([gv100adColumn('region'), gv100adColumn('district'), gv100adColumn('postcode')]).toEqual([
    '13 (RB)',
    '14-15 (Kreis)',
    '166-170 (Postleitzahl)',
  ]);
});
