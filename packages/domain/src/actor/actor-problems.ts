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
import { commonValidity } from '../task/validity.ts';
import { parseTerritoryKey } from '../territory/territory-key.ts';
import { type Actor, actorKindTitles } from './actor.ts';
import { circularMemberships, type MembershipOf } from './circular-memberships.ts';
import { isLanguageCode } from './language-code.ts';

/**
 * What actors may name: the keys of the territories there are (short ones), of the districts and of the actors, the memberships
 * of other actors, as far as they may lead back, and the day (ISO) on which it is asked.
 */
export type ActorReferences = {
  readonly territories: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly memberships: readonly MembershipOf[];
  readonly today: string;
};

/** What is wrong with entries of actors, all of it. They may name one another. */
export function actorProblems(
  actors: readonly Actor[],
  references: ActorReferences,
): readonly CooperationProblem[] {
  const keys = actors.map(({ key }) => key);
  const known = { ...references, actors: new Set([...references.actors, ...keys]) };
  return collectProblems((refuse) => {
    for (const [index, actor] of actors.entries()) checkActor(refuse, `actors.${index}`, actor, known);
    checkUnique(refuse, keys, (index) => `actors.${index}.key`);
    checkCircles(refuse, actors, references.memberships);
  });
}

const LONGEST_NAME = 200;

function checkActor(refuse: Refuse, field: string, actor: Actor, references: ActorReferences): void {
  checkKey(refuse, `${field}.key`, actor.key);
  if (!Object.hasOwn(actorKindTitles, actor.kind)) {
    refuse(`${field}.kind`, 'UNKNOWN', `'${actor.kind}' is no kind of actor: write one of ${KINDS}`);
  }
  checkLine(refuse, `${field}.name`, actor.name);
  checkLine(refuse, `${field}.source`, actor.source);
  const { de, en } = actor.description;
  if (de.trim() !== '' || en.trim() !== '') checkText(refuse, `${field}.description`, actor.description);
  checkPlaces(refuse, field, actor, references);
  for (const [index, topic] of actor.topics.entries()) checkKey(refuse, `${field}.topics.${index}`, topic);
  checkUnique(refuse, actor.topics, (index) => `${field}.topics.${index}`);
  for (const [index, code] of actor.languages.entries()) {
    if (isLanguageCode(code)) continue;
    const message = `'${code}' is no language of ISO 639-1: write two small letters, like ar or uk`;
    refuse(`${field}.languages.${index}`, 'UNKNOWN', message);
  }
  checkUnique(refuse, actor.languages, (index) => `${field}.languages.${index}`);
  checkReached(refuse, field, actor);
  checkMemberships(refuse, field, actor, references);
  checkDay(refuse, `${field}.deactivatedOn`, actor.deactivatedOn);
  if (actor.deactivatedOn === null || !isDay(actor.deactivatedOn)) return;
  if (actor.deactivatedOn < EARLIEST) {
    refuse(`${field}.deactivatedOn`, 'FORM', `${actor.deactivatedOn} is before ${EARLIEST}: mend the year`);
  }
  if (actor.deactivatedOn <= references.today) return;
  refuse(`${field}.deactivatedOn`, 'ORDER', `${actor.deactivatedOn} is still to come: deactivate it then`);
}

const KINDS = Object.keys(actorKindTitles).join(', ');

function checkLine(refuse: Refuse, field: string, text: string): void {
  if (text.trim() === '') refuse(field, 'REQUIRED', 'it is empty: write it');
  if (text.length <= LONGEST_NAME && !/[\r\n]/.test(text)) return;
  refuse(field, 'FORM', `write at most ${LONGEST_NAME} characters on one line`);
}

function checkPlaces(
  refuse: Refuse,
  field: string,
  { district, territories }: Actor,
  references: ActorReferences,
): void {
  const short = territories.map((key) => parseTerritoryKey(key)?.key ?? key);
  for (const [index, key] of short.entries()) {
    checkKnown(refuse, `${field}.territories.${index}`, key, references.territories, 'territory');
  }
  checkUnique(refuse, short, (index) => `${field}.territories.${index}`);
  if (district === null) return;
  const key = parseTerritoryKey(district)?.key ?? district;
  checkKnown(refuse, `${field}.district`, key, references.districts, 'district');
}

const HTTPS = /^https:\/\/[^\s/?#@:]+\.[^\s/?#@:]+(?::\d+)?(?:[/?#]\S*)?$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function checkReached(refuse: Refuse, field: string, { website, email }: Actor): void {
  if (website !== null && !HTTPS.test(website)) {
    const message = `'${website}' is no address of a website: write it in full, beginning with https://`;
    refuse(`${field}.website`, 'FORM', message);
  }
  if (email === null || EMAIL.test(email)) return;
  refuse(
    `${field}.email`,
    'FORM',
    'it is no e-mail address: write that of an office, like info@verein.example',
  );
}

function checkMemberships(
  refuse: Refuse,
  field: string,
  { key, memberships }: Actor,
  references: ActorReferences,
): void {
  for (const [index, membership] of memberships.entries()) {
    const path = `${field}.memberships.${index}`;
    checkKnown(refuse, `${path}.organisation`, membership.organisation, references.actors, 'actor');
    checkValidity(refuse, path, membership);
    if (membership.organisation === key) {
      refuse(
        `${path}.organisation`,
        'CONFLICT',
        'it cannot belong to itself: name its umbrella organisation',
      );
    }
    const earlier = memberships.findIndex(
      (other, at) =>
        at < index &&
        other.organisation === membership.organisation &&
        commonValidity(other, membership) !== null,
    );
    if (earlier === -1) continue;
    const message = `memberships.${earlier} says the same for some of its days: end one of them before the other begins`;
    refuse(`${path}.from`, 'DUPLICATE', message);
  }
}

function checkCircles(refuse: Refuse, actors: readonly Actor[], others: readonly MembershipOf[]): void {
  const keys = new Set(actors.map(({ key }) => key));
  const own = actors.flatMap(({ key, memberships }, at) =>
    memberships
      .map((membership, index) => ({
        ...membership,
        actor: key,
        path: `actors.${at}.memberships.${index}.organisation`,
      }))
      .filter(({ organisation }) => organisation !== key),
  );
  const circular = circularMemberships(
    own,
    others.filter(({ actor }) => !keys.has(actor)),
  );
  for (const membership of own) {
    if (!circular.has(membership)) continue;
    const message = `'${membership.organisation}' belongs to '${membership.actor}' itself in those days, maybe through others: end one of the memberships`;
    refuse(membership.path, 'CONFLICT', message);
  }
}

/** No organisation of the directory ended before. */
const EARLIEST = '1900-01-01';
