import type { Role as RoleName } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const DESCRIPTIONS: Readonly<Record<RoleName, string>> = {
  PUBLIC_READER: 'Everybody: reads what is published.',
  DATA_PARTNER: 'An institute: delivers the measures of its own plug-in.',
  MUNICIPALITY_EDITOR: 'A municipality: delivers and speaks for itself.',
  ASSOCIATION_EDITOR:
    'An association (Amt, Samtgemeinde, Verbandsgemeinde): does so on behalf of its members.',
  ACTOR_REPRESENTATIVE: 'An organisation: its own entry, position and attendance.',
  DISTRICT_COORDINATOR:
    'The coordination of a district: decides and edits in the own district, also on behalf of municipalities.',
  CALENDAR_READER: 'A calendar: reads what is due in a district, and nothing else.',
  ANALYST: 'Reads what is not published yet, never a confidential cell.',
  ADMINISTRATOR: 'Who runs the server: everything but what is confidential.',
};

/** What somebody is for Kreisweit. */
export const Role = builder.enumType('Role', {
  description: 'What somebody is for Kreisweit. Most roles are held for something: see `Grant`.',
  values: labelledValues(
    (Object.keys(DESCRIPTIONS) as RoleName[]).map((role) => [role, role, DESCRIPTIONS[role]]),
  ),
});
