import type { PlausibilityDefinition } from '@kreisweit/plugin-kit';

/** A part is never more than its whole. */
export const plausibility: Readonly<Record<string, PlausibilityDefinition>> = {
  surveyedAmongStaff: {
    title: {
      de: 'Nicht mehr Beschäftigte mit Selbstauskunft als Beschäftigte',
      en: 'Not more staff who answered than staff',
    },
    severity: 'warning',
    note: {
      de: 'Möglich, wenn seit der Befragung viele gegangen sind.',
      en: 'Possible when many have left since the survey.',
    },
    atMost: ['staffSurveyed', 'staff'],
  },
  migrationAmongSurveyed: {
    title: {
      de: 'Nicht mehr Beschäftigte mit Migrationsgeschichte als mit Selbstauskunft',
      en: 'Not more staff with a migration history than staff who answered',
    },
    severity: 'error',
    atMost: ['staffWithMigrationHistory', 'staffSurveyed'],
  },
  trainedAmongStaff: {
    title: {
      de: 'Nicht mehr geschulte Beschäftigte als Beschäftigte',
      en: 'Not more trained staff than staff',
    },
    severity: 'error',
    atMost: ['staffTrained', 'staff'],
  },
  migrationAmongEducators: {
    title: {
      de: 'Nicht mehr Fachkräfte mit Migrationsgeschichte als mit Selbstauskunft',
      en: 'Not more educators with a migration history than educators who answered',
    },
    severity: 'error',
    atMost: ['educatorsWithMigrationHistory', 'educatorsSurveyed'],
  },
  migrationAmongCouncil: {
    title: {
      de: 'Nicht mehr Ratsmitglieder mit Migrationsgeschichte als Ratsmitglieder',
      en: 'Not more council members with a migration history than council members',
    },
    severity: 'error',
    atMost: ['councilMembersWithMigrationHistory', 'councilMembers'],
  },
};
