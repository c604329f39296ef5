import fc from 'fast-check';
import { anyDay, anyValidity } from '../../task/testing/any-cooperation.ts';
import type { ActionStatus, ConceptAction } from '../concept-action.ts';
import type { ConceptTarget } from '../concept-target.ts';
import type { ConceptVersion } from '../concept-version.ts';

const words = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });

export const action: ConceptAction = {
  key: 'language-cafe',
  title: words('Language café'),
  actors: ['town-hall', 'migrant-council'],
  from: '2026-01-01',
  until: '2026-06-30',
  status: 'RUNNING',
  doneOn: null,
  reason: null,
  recommendations: ['exchange'],
  tasks: ['language-courses'],
};

export const target: ConceptTarget = {
  key: 'more-courses',
  indicator: 'language/places',
  breakdown: {},
  value: 100,
  direction: 'higherIsBetter',
  period: '2027',
};

/** A version in force with one field and one goal, which has these actions. */
export function versionWith(...actions: readonly ConceptAction[]): ConceptVersion {
  return {
    concept: 'together',
    district: '12064',
    number: 1,
    title: words('Together'),
    from: '2026-01-01',
    until: '2030-12-31',
    adoptedBy: 'together',
    adoptedRound: 1,
    adoptedOn: '2025-12-10',
    fields: [
      {
        key: 'language',
        title: words('Language'),
        goals: [
          {
            key: 'everybody-learns',
            title: words('Everybody learns'),
            recommendations: ['exchange'],
            tasks: ['language-courses'],
            targets: [target],
            actions,
          },
        ],
      },
    ],
  };
}

/** An action at any stage; done or not within the days of `anyDay`. */
export const anyAction: fc.Arbitrary<ConceptAction> = fc
  .record({
    number: fc.integer({ min: 0, max: 1_000 }),
    status: fc.constantFrom<ActionStatus[]>('PLANNED', 'RUNNING', 'DONE', 'STOPPED'),
    day: fc.option(anyDay, { nil: null }),
    validity: anyValidity,
    actors: fc.subarray(['town-hall', 'migrant-council']),
  })
  .map(({ number, status, day, validity, actors }) => ({
    ...action,
    ...validity,
    key: `action-${number}`,
    actors,
    status,
    doneOn: status === 'DONE' ? day : null,
    reason: status === 'STOPPED' ? 'Keine Mittel' : null,
  }));
