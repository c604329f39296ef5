import { commonValidity } from '../task/validity.ts';
import type { BodyMember } from './body-member.ts';

/** True where two seats are the same for some of their days: of one actor in one role in one body. */
export function isSameSeat(one: BodyMember, other: BodyMember): boolean {
  return one.role === other.role && isSameActor(one, other);
}

/** True where two seats are of one actor in one body, but in different roles, for some of their days. */
export function isOtherRole(one: BodyMember, other: BodyMember): boolean {
  return one.role !== other.role && isSameActor(one, other);
}

function isSameActor(one: BodyMember, other: BodyMember): boolean {
  return one.body === other.body && one.actor === other.actor && commonValidity(one, other) !== null;
}

/** True where a seat is one of those that are stored already: it begins on the same day and does not last longer. */
export function isStoredSeat(seat: BodyMember, stored: readonly BodyMember[]): boolean {
  return stored.some(
    ({ body, actor, role, from, until }) =>
      body === seat.body &&
      actor === seat.actor &&
      role === seat.role &&
      from === seat.from &&
      (until === null || (seat.until !== null && seat.until <= until)),
  );
}

/**
 * Seats of a district as they are when two entries of one organisation were merged: where both had the same seat, it is one, from the first day until
 * the last, for all municipalities that either represented. Each stands where the first of them stood.
 */
export function unitedSeats<Seat extends BodyMember>(seats: readonly Seat[]): readonly Seat[] {
  const united: Seat[] = [];
  for (const seat of seats) {
    const same = united.filter((other) => isSameSeat(other, seat));
    const [first] = same;
    if (first === undefined) {
      united.push(seat);
      continue;
    }
    const all = [...same, seat];
    const one = {
      ...first,
      from: earliest(all.map(({ from }) => from)),
      until: latest(all.map(({ until }) => until)),
      represents: [...new Set(all.flatMap(({ represents }) => represents))].toSorted(),
    };
    const rest = united.filter((other) => !same.includes(other));
    united.splice(0, united.length, ...rest.toSpliced(united.indexOf(first), 0, one));
  }
  return united;
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((one, other) => (one === null || other === null ? null : one < other ? one : other));
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((one, other) => (one === null || other === null ? null : one > other ? one : other));
}
