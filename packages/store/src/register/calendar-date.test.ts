import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from './calendar-date.ts';

test('every day that exists is itself', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
      expect(calendarDate(year, month, dayOfMonth)).toBe(iso);
    }),
  );
});

test.each([
  ['2023', '02', '30'],
  ['2023', '13', '01'],
  ['2023', '00', '10'],
  ['2023', '1', '1'],
  ['', '', ''],
  ['abcd', 'ef', 'gh'],
])('%s %s %s is no day', (year, month, day) => {
  expect(calendarDate(year, month, day)).toBeNull();
});
