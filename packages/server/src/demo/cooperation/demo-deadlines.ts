import type { DeliveryDeadline } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { exampleTitle } from './localised.ts';

/** Until when the demo districts want figures of their own: one day has passed, one is to come, and one is not asked for any more. */
export function demoDeadlines({ at, year }: DemoDays, district: string): readonly DeliveryDeadline[] {
  return [
    {
      key: 'language-courses',
      district,
      plugin: 'language',
      period: year(-1),
      askedOf: 'MUNICIPALITIES',
      title: exampleTitle('Plätze in Sprachkursen', 'Places in language courses'),
      dueOn: at(1, 4),
      endedOn: null,
    },
    {
      key: 'accommodation',
      district,
      plugin: 'housing',
      period: year(-1),
      askedOf: 'DISTRICT',
      title: exampleTitle('Plätze in Unterkünften', 'Places in shared accommodation'),
      dueOn: at(-1, 8),
      endedOn: null,
    },
    {
      key: 'staff',
      district,
      plugin: 'opening',
      period: year(-2),
      askedOf: 'DISTRICT',
      title: exampleTitle('Befragung der Beschäftigten', 'Survey of staff'),
      dueOn: at(-8),
      endedOn: at(-6),
    },
  ];
}
