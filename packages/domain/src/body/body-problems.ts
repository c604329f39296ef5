import { isDay } from '../due/day.ts';
import {
  checkDay,
  checkKey,
  checkKnown,
  checkText,
  checkUnique,
  checkValidity,
} from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems, type Refuse } from '../task/cooperation-problem.ts';
import type { BodyMember } from './body-member.ts';
import type { CooperationBody } from './cooperation-body.ts';
import type { Recurrence } from './recurrence.ts';
import { isOtherRole, isSameSeat, isStoredSeat } from './united-seats.ts';

/** A plan that begins later has its meetings after the last year that can be written. */
const LATEST_BEGINNING = '9899-12-31';

/** The keys that bodies, members and meetings may name. */
export type BodyReferences = {
  readonly bodies: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly territories: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
};

/** What is wrong with bodies, all of it. */
export function bodyProblems(
  bodies: readonly CooperationBody[],
  { territories }: Pick<BodyReferences, 'territories'>,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, body] of bodies.entries()) {
      const field = `bodies.${index}`;
      checkKey(refuse, `${field}.key`, body.key);
      checkKnown(refuse, `${field}.district`, body.district, territories, 'district');
      checkText(refuse, `${field}.title`, body.title);
      if (body.purpose !== null) checkText(refuse, `${field}.purpose`, body.purpose);
      checkValidity(refuse, field, body);
      if (body.recurrence !== null) checkRecurrence(refuse, `${field}.recurrence`, body.recurrence);
    }
    const addresses = bodies.map(({ district, key }) => `${district}/${key}`);
    checkUnique(refuse, addresses, (index) => `bodies.${index}.key`);
  });
}

/**
 * What members of the bodies of a district are checked against; `beside` are other members that the same bodies have and keep, `stored` all that they
 * have so far: two roles that an actor has had since two entries of it were merged may stay.
 */
export type MemberReferences = Pick<BodyReferences, 'bodies' | 'actors' | 'territories'> & {
  readonly beside?: readonly BodyMember[];
  readonly stored?: readonly BodyMember[];
};

/** What is wrong with members of the bodies of a district, all of it: an actor has one seat in a body at a time, guests included. */
export function memberProblems(
  members: readonly BodyMember[],
  { bodies, actors, territories, beside = [], stored = [] }: MemberReferences,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, member] of members.entries()) {
      const field = `members.${index}`;
      checkKnown(refuse, `${field}.body`, member.body, bodies, 'body');
      checkKnown(refuse, `${field}.actor`, member.actor, actors, 'actor');
      checkValidity(refuse, field, member);
      for (const [place, key] of member.represents.entries()) {
        checkKnown(refuse, `${field}.represents.${place}`, key, territories, 'municipality of the district');
      }
      checkUnique(refuse, member.represents, (place) => `${field}.represents.${place}`);
      checkOneRole(refuse, index, members, { beside, stored });
      const earlier = members.findIndex((other, at) => at < index && isSameSeat(other, member));
      const other = beside.find((each) => isSameSeat(each, member));
      if (earlier === -1 && other === undefined) continue;
      const what = other === undefined ? `members.${earlier}` : `the seat that it has ${daysOf(other)}`;
      const message = `${what} says the same for some of its days: end one of them before the other begins`;
      refuse(`${field}.from`, 'DUPLICATE', message);
    }
  });
}

/** Refuses a seat beside another one in a different role on the same days, unless both of them are stored so. */
function checkOneRole(
  refuse: Refuse,
  index: number,
  members: readonly BodyMember[],
  { beside, stored }: { readonly beside: readonly BodyMember[]; readonly stored: readonly BodyMember[] },
): void {
  const [member] = members.slice(index, index + 1);
  if (member === undefined) return;
  const isStored = isStoredSeat(member, stored);
  const collides = (other: BodyMember) =>
    isOtherRole(other, member) && !(isStored && isStoredSeat(other, stored));
  const earlier = members.findIndex((other, at) => at < index && collides(other));
  const other = earlier === -1 ? beside.find(collides) : members[earlier];
  if (other === undefined) return;
  const where = earlier === -1 ? '' : ` (members.${earlier})`;
  const seat = `${other.role} ${daysOf(other)}${where}`;
  const message = `'${member.actor}' sits there as ${seat} already, and has one role at a time: end one of the seats before the other begins`;
  refuse(`members.${index}.role`, 'CONFLICT', message);
}

function daysOf({ from, until }: BodyMember): string {
  return `from ${from ?? 'the beginning'} until ${until ?? 'further notice'}`;
}

function checkRecurrence(refuse: Refuse, field: string, { every, since }: Recurrence): void {
  checkDay(refuse, `${field}.since`, since);
  if (isDay(since) && since > LATEST_BEGINNING) {
    refuse(`${field}.since`, 'ORDER', `${since} lies too far ahead: write the day on which the plan begins`);
  }
  const count = 'months' in every ? every.months : every.weeks;
  if (Number.isInteger(count) && count >= 1 && count <= 120) return;
  refuse(`${field}.every`, 'FORM', `every ${count} is no interval: write a whole number from 1 to 120`);
}
