import type { Training } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { exampleTitle } from './localised.ts';

type Row = Pick<Training, 'key' | 'audience'> & {
  readonly title: readonly [de: string, en: string];
  /** Months and days from today. */
  readonly at: readonly [months: number, days: number];
  readonly state: Training['state'];
};

/** One that was held, one that was cancelled, one that nobody has recorded yet, and one that is planned. */
const ROWS: readonly Row[] = [
  {
    key: 'intercultural-basics',
    title: ['Interkulturelle Kompetenz: Grundlagen', 'Intercultural competence: basics'],
    audience: 'ADMINISTRATION',
    at: [-5, 3],
    state: 'HELD',
  },
  {
    key: 'plain-language',
    title: ['Bescheide in einfacher Sprache', 'Letters in plain language'],
    audience: 'ADMINISTRATION',
    at: [-2, 6],
    state: 'CANCELLED',
  },
  {
    key: 'interpreters-in-practice',
    title: ['Gespräche mit Sprachmittlung führen', 'Talking with the help of interpreters'],
    audience: 'BOTH',
    at: [0, -10],
    state: 'PLANNED',
  },
  {
    key: 'volunteers-and-limits',
    title: ['Ehrenamt: Nähe und Grenzen', 'Volunteering: closeness and limits'],
    audience: 'VOLUNTEERS',
    at: [1, 9],
    state: 'PLANNED',
  },
];

/** The trainings in a demo district. They take turns in two of its territories. */
export function demoTrainings(
  { at }: DemoDays,
  district: string,
  organiser: string,
  territories: readonly [string, string],
): readonly Training[] {
  return ROWS.map(({ key, title, audience, at: [months, days], state }, index) => ({
    key,
    district,
    title: exampleTitle(...title),
    day: at(months, days),
    territory: territories[index % 2] ?? district,
    organiser,
    audience,
    state,
    link: `https://example.org/fortbildungen/${key}`,
  }));
}
