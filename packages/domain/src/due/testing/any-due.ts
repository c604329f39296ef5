import fc from 'fast-check';
import type { BodyMeeting } from '../../body/body-meeting.ts';
import type { CooperationBody } from '../../body/cooperation-body.ts';
import type { ConceptAction } from '../../concept/concept-action.ts';
import { anyAction } from '../../concept/testing/any-concept.ts';
import { anyDay } from '../../task/testing/any-cooperation.ts';
import type { ActionInForce } from '../due-actions.ts';
import { type DueAsked, dueAskedTitles } from '../due-asked.ts';
import { type DueEntry, type DueRow, dueKinds } from '../due-entry.ts';
import type { DueSources } from '../due-list.ts';

const anyTitle = fc.record({
  de: fc.string({ unit: 'binary', maxLength: 120 }),
  en: fc.string({ unit: 'grapheme', maxLength: 60 }),
});

export const anyRow: fc.Arbitrary<DueRow> = fc.record({
  district: fc.constant('12064'),
  asked: fc.constantFrom(...(Object.keys(dueAskedTitles) as DueAsked[])),
  subject: fc.constant({ kind: 'body', key: '12064/steering' } as const),
  key: fc.integer({ min: 0, max: 1_000 }).map((number) => `row-${number}`),
  title: anyTitle,
  day: anyDay,
  territory: fc.constantFrom('12064', '12064130'),
  actor: fc.constantFrom(null, 'town-hall'),
});

export const anyEntry: fc.Arbitrary<DueEntry> = fc
  .record({ row: anyRow, kind: fc.constantFrom(...dueKinds), overdue: fc.boolean() })
  .map(({ row, kind, overdue }) => ({ ...row, kind, overdue }));

/** A body that meets every few weeks, or as needed. */
const anyBody: fc.Arbitrary<CooperationBody> = fc
  .record({ weeks: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), since: anyDay })
  .map(({ weeks, since }) => ({
    key: 'steering',
    district: '12064',
    kind: 'STEERING_GROUP',
    title: { de: 'Steuerungsgruppe', en: 'Steering group' },
    purpose: null,
    recurrence: weeks === null ? null : { every: { weeks }, since },
    from: null,
    until: null,
  }));

const anyMeeting: fc.Arbitrary<BodyMeeting> = fc
  .record({ day: anyDay, state: fc.constantFrom('PLANNED' as const, 'HELD' as const, 'CANCELLED' as const) })
  .map(({ day, state }) => ({
    key: `meeting-${day}`,
    body: 'steering',
    day,
    state,
    agenda: [],
    participants: null,
    resolutions: [],
    links: [],
  }));

/** An action in the concept that is in force. */
export function inForce(action: ConceptAction): ActionInForce {
  return { ...action, district: '12064', concept: 'together', number: 2 };
}

export const anySources: fc.Arbitrary<DueSources> = fc.record({
  bodies: anyBody.map((body) => [body]),
  meetings: fc.array(anyMeeting, { maxLength: 4 }),
  actions: fc.array(anyAction, { maxLength: 4 }).map((actions) => actions.map(inForce)),
  positions: fc.array(anyRow, { maxLength: 3 }),
  deliveries: fc.array(anyRow, { maxLength: 3 }),
  trainings: fc.array(anyRow, { maxLength: 3 }),
});
