import type { BodySeat, BodyInput as BodyValue } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { BodyKind } from './body-kind.ts';
import { BodyRole } from './body-role.ts';
import { LocalisedTextInput } from './localised-text-input.ts';

const IntervalInput = builder.inputType('IntervalInput', {
  description: 'How often: one of them.',
  isOneOf: true,
  fields: (t) => ({
    months: t.int({ description: 'Every so many months.' }),
    weeks: t.int({ description: 'Every so many weeks.' }),
  }),
});

const RecurrenceInput = builder.inputType('RecurrenceInput', {
  description: 'How often a body means to meet.',
  fields: (t) => ({
    every: t.field({ type: IntervalInput, required: true, description: 'How often.' }),
    since: t.field({ type: 'Date', required: true, description: 'Since which day.' }),
  }),
});

const BodyMemberInput = builder.inputType('BodyMemberInput', {
  description: 'The seat of an actor in a body, for a time.',
  fields: (t) => ({
    actor: t.string({ required: true, description: 'The key of the actor.' }),
    role: t.field({
      type: BodyRole,
      required: true,
      defaultValue: 'MEMBER',
      description: 'What it is there.',
    }),
    represents: t.stringList({
      required: true,
      defaultValue: [],
      description: 'The keys of the municipalities for which it sits there: several for an Amt.',
    }),
    validFrom: t.field({ type: 'Date', description: 'Since which day.' }),
    validUntil: t.field({ type: 'Date', description: 'Until which day, included.' }),
  }),
});

/** What becomes of a field that is not sent. */
const STAYS = 'When it is left out it stays as it is; null clears it.';

/** A body as it is to be. */
export const BodyInput = builder.inputType('BodyInput', {
  description: 'A body as it is to be.',
  fields: (t) => ({
    district: t.string({ required: true, description: 'The key of the district.' }),
    key: t.string({
      required: true,
      description: 'Its key within the district: small letters and digits, joined by hyphens.',
    }),
    kind: t.field({ type: BodyKind, required: true, description: 'What it is.' }),
    title: t.field({ type: LocalisedTextInput, required: true, description: 'What it is called.' }),
    purpose: t.field({
      type: LocalisedTextInput,
      description: `What it is for. No personal data. ${STAYS}`,
    }),
    recurrence: t.field({
      type: RecurrenceInput,
      description: `How often it means to meet; null = as needed. ${STAYS}`,
    }),
    validFrom: t.field({ type: 'Date', description: `Since which day it exists. ${STAYS}` }),
    validUntil: t.field({ type: 'Date', description: `Until which day, included. ${STAYS}` }),
    members: t.field({
      type: [BodyMemberInput],
      description:
        'All of its members; they stay as they are when it is left out. Each actor has one seat at a time, and one that was merged or is not active any more takes no new one. Let a seat end by its day: what is not listed any more never was.',
    }),
  }),
});

/** The body that an input describes: what is left out there is left out here, and null is null. `from` and `until` are called `validFrom` and `validUntil` there. */
export function bodyOfInput({
  validFrom,
  validUntil,
  members,
  ...body
}: typeof BodyInput.$inferInput): BodyValue {
  const { district, key, kind, title, purpose, recurrence } = body;
  return {
    district,
    key,
    kind,
    title,
    purpose,
    recurrence: recurrence && { every: intervalOf(recurrence.every), since: recurrence.since },
    from: validFrom,
    until: validUntil,
    members: members?.map(seatOf),
  };
}

function intervalOf({ months, weeks }: { months?: number | null; weeks?: number | null }) {
  return weeks == null ? { months: months ?? 0 } : { weeks };
}

function seatOf({
  actor,
  role,
  represents,
  validFrom,
  validUntil,
}: typeof BodyMemberInput.$inferInput): BodySeat {
  return { actor, role, represents, from: validFrom ?? null, until: validUntil ?? null };
}
