import { type BodyMember, type CooperationProblem, isStoredSeat } from '@kreisweit/domain';
import type { ActorFacts } from './actor-facts.ts';

/** What is known about seats that are given: the seats that the body has so far, what is known of actors (`actorFacts`), and today (ISO). */
export type SeatContext = {
  readonly stored: readonly BodyMember[];
  readonly survivorOf: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, ActorFacts>;
  readonly today: string;
};

/**
 * What is wrong with the actors of new seats: one that was merged sits as the one that is left, and one that is no more takes no seat any more. Seats that are stored
 * may stay, and what was over by then may be entered late. `members` are as they were written, before an actor became the one that is left.
 */
export function newSeatProblems(
  members: readonly BodyMember[],
  { stored, survivorOf, facts, today }: SeatContext,
): readonly CooperationProblem[] {
  return members.flatMap((member, index): readonly CooperationProblem[] => {
    const { actor, until } = member;
    const survivor = survivorOf.get(actor) ?? actor;
    if (isStoredSeat({ ...member, actor: survivor }, stored)) return [];
    const refused = (message: string) =>
      [{ field: `members.${index}.actor`, rule: 'CONFLICT', message }] as const;
    if (survivor !== actor) return refused(`'${actor}' was merged into '${survivor}': enter that one`);
    const end = facts.get(actor)?.deactivatedOn ?? null;
    if (end === null || end > today || (until !== null && until < end)) return [];
    return refused(`'${actor}' is not active since ${end}: choose another actor, or let the seat end before`);
  });
}
