import type { Actor } from '@kreisweit/domain';

/** What an entry of an actor says, each on its own, in one order; territories are a set. */
export function actorContent(actor: Actor): Readonly<Record<keyof Omit<Actor, 'key'>, unknown>> {
  const { kind, name, description, district, territories, topics, languages, migrantLed } = actor;
  const { website, email, source, memberships, deactivatedOn, demo } = actor;
  return {
    kind,
    name,
    description: { de: description.de, en: description.en },
    district,
    territories: territories.toSorted(),
    topics,
    languages,
    migrantLed,
    website,
    email,
    source,
    memberships: memberships.map(({ organisation, from, until }) => ({ organisation, from, until })),
    deactivatedOn,
    demo,
  };
}

/** True where two entries of actors say the same. */
export function sameActor(one: Actor, other: Actor): boolean {
  return JSON.stringify(actorContent(one)) === JSON.stringify(actorContent(other));
}
