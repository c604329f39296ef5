import type { Actor } from '@kreisweit/domain';

/** An invented actor of the district Aue (16097), with whatever is to be different. */
export function actorOf(key: string, different: Partial<Actor> = {}): Actor {
  return {
    key,
    kind: 'association',
    name: `Beispiel ${key}`,
    description: { de: '', en: '' },
    district: '16097',
    territories: ['16097'],
    topics: [],
    languages: ['de'],
    migrantLed: false,
    website: null,
    email: null,
    source: 'Beispiel',
    memberships: [],
    deactivatedOn: null,
    demo: false,
    ...different,
  };
}
