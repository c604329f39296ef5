import { expect, test } from 'vitest';
import { type BoundaryNote, boundaryDate } from './boundary-note.ts';

const nextYear: BoundaryNote = { state: '07', from: '2011', until: null, boundary: { yearsLater: 1 } };
const ofAll: BoundaryNote = { state: null, from: '2008', until: '2008', boundary: { date: '2009-01-01' } };
const ofSachsenAnhalt: BoundaryNote = {
  state: '15',
  from: '2008',
  until: '2008',
  boundary: { date: '2008-12-31' },
};
const notes = [ofAll, nextYear, ofSachsenAnhalt];

test.each([
  ['without a note the end of the period counts', '2015', '12', '2015-12-31'],
  ['so it does for a part of a year', '2015-Q2', '12', '2015-06-30'],
  ['the year after', '2011', '07', '2012-12-31'],
  ['the year after a quarter', '2015-Q2', '07', '2016-12-31'],
  ['before the note begins', '2010', '07', '2010-12-31'],
  ['a note about all', '2008', '12', '2009-01-01'],
  ['a note about the state goes before one about all', '2008-Q1', '15', '2008-12-31'],
  ['after the note ends', '2009', '15', '2009-12-31'],
])('%s', (_, period, state, date) => {
  expect(boundaryDate(period, state, notes)).toBe(date);
});
