import fc from 'fast-check';
import { addDays } from '../../due/day.ts';
import type { IntegrationTask } from '../integration-task.ts';
import { type TaskAssignment, taskRoles } from '../task-assignment.ts';
import type { TaskTerritory } from '../task-territory.ts';
import type { Validity } from '../validity.ts';

const bare = { sameAs: null, association: null, district: null };

/** A small district (two municipalities in an Amt, one outside) and a kreisfreie Stadt. */
export const territories: readonly TaskTerritory[] = [
  { ...bare, key: '12064', kind: 'district' },
  { ...bare, key: '120645403', kind: 'association', district: '12064' },
  { ...bare, key: '12064130', kind: 'municipality', association: '120645403', district: '12064' },
  { ...bare, key: '12064222', kind: 'municipality', association: '120645403', district: '12064' },
  { ...bare, key: '12064472', kind: 'municipality', district: '12064' },
  { ...bare, key: '12052', kind: 'district', sameAs: '12052000' },
];

const words = { de: 'Wort', en: 'word' };

/** A task of each level. */
export const tasks: readonly IntegrationTask[] = (
  [
    ['language-courses', 'DISTRICT'],
    ['housing', 'MUNICIPAL'],
    ['naturalisation', 'DELEGATED'],
  ] as const
).map(([key, level]) => ({
  key,
  level,
  title: words,
  description: words,
  obligation: 'VOLUNTARY',
  stateLaw: null,
  district: null,
}));

/** A day of a short time, so that days meet. */
export const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-20', days));

/** Open or closed, never empty. */
export const anyValidity: fc.Arbitrary<Validity> = fc
  .tuple(fc.option(anyDay, { nil: null }), fc.option(anyDay, { nil: null }))
  .map(([one, other]) =>
    one !== null && other !== null && one > other ? { from: other, until: one } : { from: one, until: other },
  );

/** An assignment in the small world; also of tasks and territories that are not in it. */
export const anyAssignment: fc.Arbitrary<TaskAssignment> = fc
  .record({
    key: fc.integer({ min: 0, max: 1_000_000 }).map((number) => `a${number}`),
    task: fc.constantFrom(...tasks.map(({ key }) => key), 'not-listed'),
    territory: fc.constantFrom(...territories.map(({ key }) => key), '12052000', '99'),
    actor: fc.constantFrom('district-office', 'town-hall', 'welfare-organisation'),
    role: fc.constantFrom('RESPONSIBLE' as const, ...taskRoles),
    days: anyValidity,
  })
  .map(({ days, ...assignment }) => ({ ...assignment, ...days }));

/** Assignments with different keys. */
export const anyAssignments = fc.uniqueArray(anyAssignment, { maxLength: 12, selector: ({ key }) => key });
