import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../due/day.ts';
import { isValidOn } from '../task/validity.ts';
import type { BodyMember } from './body-member.ts';
import { isSameSeat, unitedSeats } from './united-seats.ts';

const seat = (
  actor: string,
  from: string | null,
  until: string | null,
  ...represents: string[]
): BodyMember => ({
  body: 'network',
  actor,
  role: 'MEMBER',
  represents,
  from,
  until,
});

test('the same seat twice is one, for as long as either was held', () => {
  const others = [seat('club', null, null), { ...seat('bridge', null, null), role: 'CHAIR' as const }];
  const seats = [
    ...others,
    seat('bridge', '2025-01-01', '2025-06-30', '2'),
    seat('bridge', '2026-01-01', null, '3'),
    seat('bridge', '2025-06-30', '2026-01-01', '1', '2'),
  ];
  expect(unitedSeats(seats)).toEqual([...others, seat('bridge', '2025-01-01', null, '1', '2', '3')]);
  expect(unitedSeats(seats.slice(0, 4))).toEqual(seats.slice(0, 4));
});

test('nobody comes, nobody goes, and no seat is left twice', () => {
  const anyDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-01-01', days));
  const anySeat = fc
    .tuple(fc.constantFrom('a', 'b'), fc.option(anyDay), fc.option(anyDay), fc.constantFrom('1', '2'))
    .filter(([, from, until]) => from === null || until === null || from <= until)
    .map(([actor, from, until, represented]) => seat(actor, from, until, represented));
  fc.assert(
    fc.property(fc.array(anySeat, { maxLength: 8 }), anyDay, (seats, day) => {
      const there = (all: readonly BodyMember[]) =>
        [...new Set(all.filter((each) => isValidOn(each, day)).map(({ actor }) => actor))].toSorted();
      const united = unitedSeats(seats);
      expect(there(united)).toEqual(there(seats));
      const twice = united.some((one, index) =>
        united.slice(index + 1).some((other) => isSameSeat(one, other)),
      );
      expect(twice).toBe(false);
    }),
  );
});
