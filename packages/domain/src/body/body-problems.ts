import {
  checkDay,
  checkKey,
  checkKnown,
  checkText,
  checkUnique,
  checkValidity,
} from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems, type Refuse } from '../task/cooperation-problem.ts';
import { commonValidity } from '../task/validity.ts';
import type { BodyMember } from './body-member.ts';
import type { CooperationBody } from './cooperation-body.ts';
import type { Recurrence } from './recurrence.ts';

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
      checkKnown(refuse, `${field}.district`, body.district, territories, 'territory');
      checkText(refuse, `${field}.title`, body.title);
      if (body.purpose !== null) checkText(refuse, `${field}.purpose`, body.purpose);
      checkValidity(refuse, field, body);
      if (body.recurrence !== null) checkRecurrence(refuse, `${field}.recurrence`, body.recurrence);
    }
    const keys = bodies.map(({ key }) => key);
    checkUnique(refuse, keys, (index) => `bodies.${index}.key`);
  });
}

/** What is wrong with members of bodies, all of it: an actor has one seat in a body and role at a time. */
export function memberProblems(
  members: readonly BodyMember[],
  { bodies, actors, territories }: Pick<BodyReferences, 'bodies' | 'actors' | 'territories'>,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, member] of members.entries()) {
      const field = `members.${index}`;
      checkKnown(refuse, `${field}.body`, member.body, bodies, 'body');
      checkKnown(refuse, `${field}.actor`, member.actor, actors, 'actor');
      checkValidity(refuse, field, member);
      for (const [place, key] of member.represents.entries()) {
        checkKnown(refuse, `${field}.represents.${place}`, key, territories, 'territory');
      }
      checkUnique(refuse, member.represents, (place) => `${field}.represents.${place}`);
      const earlier = members.findIndex(
        (other, at) =>
          at < index &&
          other.body === member.body &&
          other.actor === member.actor &&
          other.role === member.role &&
          commonValidity(other, member) !== null,
      );
      if (earlier === -1) continue;
      const message = `members.${earlier} says the same for some of its days: end one of them before the other begins`;
      refuse(`${field}.from`, 'DUPLICATE', message);
    }
  });
}

function checkRecurrence(refuse: Refuse, field: string, { every, since }: Recurrence): void {
  checkDay(refuse, `${field}.since`, since);
  const count = 'months' in every ? every.months : every.weeks;
  if (Number.isInteger(count) && count >= 1 && count <= 120) return;
  refuse(`${field}.every`, 'FORM', `every ${count} is no interval: write a whole number from 1 to 120`);
}
