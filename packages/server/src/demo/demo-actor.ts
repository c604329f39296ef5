import type { Actor } from '@kreisweit/domain';
import { demoMemberships } from './demo-memberships.ts';

/** What the demo says itself about an invented organisation; the rest is the same for all, or follows from its key. */
export type DemoActor = Pick<Actor, 'key' | 'kind' | 'name' | 'description' | 'territories' | 'topics'> &
  Partial<Pick<Actor, 'languages' | 'migrantLed' | 'deactivatedOn'>>;

/** An invented organisation in the directory of a district (its key). Its addresses are under a domain that is reserved for examples. */
export function demoActor(district: string, actor: DemoActor): Actor {
  return Object.freeze({
    languages: ['de'],
    migrantLed: false,
    deactivatedOn: null,
    ...actor,
    district,
    website: `https://example.org/${actor.key}`,
    email: `${actor.kind === 'administration' ? 'integration' : 'kontakt'}@example.org`,
    source: 'Erfundenes Beispiel / invented example',
    memberships: demoMemberships(actor.key),
    demo: true,
  });
}
