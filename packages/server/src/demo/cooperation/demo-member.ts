import type { BodyMember, BodyRole } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';

/** Who sits in a body, for which municipalities, from the first day of a month until the last of another, in months from today. */
export type MemberRow = readonly [
  actor: string,
  role: BodyRole,
  from: number,
  represents?: readonly string[],
  until?: number,
];

/** The members of a body. */
export function demoMembers(days: DemoDays, body: string, rows: readonly MemberRow[]): readonly BodyMember[] {
  return rows.map(([actor, role, from, represents = [], until]) => ({
    body,
    actor,
    role,
    represents,
    from: days.start(from),
    until: until === undefined ? null : days.end(until),
  }));
}
