import type { PlausibilityDefinition } from '@kreisweit/plugin-kit';

/** What the figures of the plug-in must fulfil; all rules hold in the official tables. */
export const plausibility: Readonly<Record<string, PlausibilityDefinition>> = {
  foreignersAmongResidents: {
    title: {
      de: 'Nicht mehr Ausländerinnen und Ausländer als Einwohnerinnen und Einwohner',
      en: 'Not more foreign residents than residents',
    },
    severity: 'error',
    atMost: ['foreigners', 'residents'],
  },
  germansAndForeigners: {
    title: {
      de: 'Deutsche und Ausländer sind zusammen alle Einwohnerinnen und Einwohner',
      en: 'Germans and foreigners together are all residents',
    },
    severity: 'error',
    sum: ['germans', 'foreigners'],
    equals: 'residents',
  },
  censusForeignersAmongResidents: {
    title: {
      de: 'Nicht mehr Ausländerinnen und Ausländer als Einwohnerinnen und Einwohner (Zensus 2011)',
      en: 'Not more foreign residents than residents (census 2011)',
    },
    severity: 'error',
    atMost: ['censusForeigners', 'censusResidents'],
  },
  withoutMigrationBackgroundAmongAll: {
    title: {
      de: 'Nicht mehr Personen ohne Migrationshintergrund als Personen in privaten Haushalten',
      en: 'Not more persons without migration background than persons in private households',
    },
    severity: 'error',
    atMost: ['censusWithoutMigrationBackground', 'censusHouseholdMembers'],
  },
  familiesAmongLivingArrangements: {
    title: {
      de: 'Nicht mehr Familien als Lebensformen',
      en: 'Not more families than living arrangements',
    },
    severity: 'error',
    atMost: ['families', 'livingArrangements'],
  },
  steadyResidents: {
    title: {
      de: 'Die Bevölkerung ändert sich in einem Jahr nicht um mehr als die Hälfte',
      en: 'The population does not change by more than half in a year',
    },
    severity: 'warning',
    note: {
      de: 'Eine Gebietsreform kann der Grund sein (Leipziger Land 1999).',
      en: 'A territorial reform may be the reason (Leipziger Land 1999).',
    },
    change: 'residents',
    upTo: 1.5,
    above: 10_000,
  },
};
