import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isDay } from './day.ts';

const anyDay = fc.integer({ min: 0, max: 1_000_000 }).map((days) => addDays('0001-01-01', days));

test('knows the days of the calendar', () => {
  for (const day of ['2024-02-29', '0001-01-01', '9999-12-31']) expect(isDay(day)).toBe(true);
  for (const text of ['2023-02-29', '0000-01-01', '2026-1-1', '2026-01-01T00:00', '', '2026-13-01']) {
    expect(isDay(text)).toBe(false);
  }
});

test('the same day of another month, or its last', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(addMonths('2026-11-15', 14)).toBe('2028-01-15');
  expect(addMonths('0045-01-31', 1)).toBe('0045-02-28');
});

test('refuses what is no day and what leaves the calendar', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow("'2026-02-30' is no day: write it as 2026-02-28");
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
});

test('adding days is what is between them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 100_000 }), (day, days) => {
      const later = addDays(day, days);
      expect(isDay(later)).toBe(true);
      expect(daysBetween(day, later)).toBe(days);
      expect(addDays(later, -days)).toBe(day);
    }),
  );
});
