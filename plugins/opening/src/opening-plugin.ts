import { defineIndicatorPlugin, share } from '@kreisweit/plugin-kit';
import { measures } from './measures.ts';
import { plausibility } from './plausibility.ts';

const rate = { unit: 'percent', decimals: 1 } as const;

const whoAnswers = {
  de: 'Freiwillige Selbstauskunft: Der Anteil gilt für die, die geantwortet haben. Bei wenigen Antworten sagt er wenig über alle.',
  en: 'Voluntary self-report: the share holds for those who answered. With few answers it says little about all.',
} as const;

/** How far the administration, day-care centres and councils of a district have opened to people with a migration history. */
export const openingPlugin = defineIndicatorPlugin({
  id: 'opening',
  apiVersion: 1,
  title: { de: 'Interkulturelle Öffnung', en: 'Intercultural opening' },
  statistics: {
    ownSurvey: {
      title: {
        de: 'Eigene Erhebung zur interkulturellen Öffnung',
        en: 'Own survey of intercultural opening',
      },
      institute: 'Landkreis und Gemeinden (eigene Erhebung)',
      licence: 'dl-de/by-2-0',
      populationBase: 'own-survey-of-public-bodies',
      url: 'https://www.integrationsmonitoring-laender.de/',
    },
  },
  inputs: { ownFigures: { level: 'municipality', reader: 'own-figures' } },
  measures,
  indicators: {
    staffMigrationShare: {
      title: {
        de: 'Anteil der Beschäftigten der Kreisverwaltung mit Migrationsgeschichte',
        en: 'Share of staff of the district administration with a migration history',
      },
      description: {
        de: 'Wie viele von 100 Beschäftigten der Kreisverwaltung, die bei der Befragung geantwortet haben, eine Migrationsgeschichte haben.',
        en: 'How many of 100 staff of the district administration who answered the survey have a migration history.',
      },
      caveats: whoAnswers,
      ...rate,
      informs: ['competence', 'data'],
      formula: (m) => share(m.staffWithMigrationHistory, m.staffSurveyed),
    },
    staffResponseShare: {
      title: {
        de: 'Beteiligung der Kreisverwaltung an der Befragung',
        en: 'Response of the district administration to the survey',
      },
      description: {
        de: 'Wie viele von 100 Beschäftigten der Kreisverwaltung die freiwillige Frage nach der Migrationsgeschichte beantwortet haben.',
        en: 'How many of 100 staff of the district administration answered the voluntary question on migration history.',
      },
      direction: 'higherIsBetter',
      ...rate,
      informs: ['data'],
      formula: (m) => share(m.staffSurveyed, m.staff),
    },
    staffTrainedShare: {
      title: {
        de: 'Anteil der interkulturell geschulten Beschäftigten',
        en: 'Share of staff with intercultural training',
      },
      description: {
        de: 'Wie viele von 100 Beschäftigten der Kreisverwaltung in den letzten drei Jahren eine Schulung zur interkulturellen Kompetenz besucht haben.',
        en: 'How many of 100 staff of the district administration attended training in intercultural competence within the last three years.',
      },
      caveats: {
        de: 'Was als Schulung zählt, legt jeder Kreis selbst fest.',
        en: 'Every district decides for itself what counts as training.',
      },
      direction: 'higherIsBetter',
      ...rate,
      informs: ['competence'],
      formula: (m) => share(m.staffTrained, m.staff),
    },
    educatorMigrationShare: {
      title: {
        de: 'Anteil der pädagogischen Fachkräfte mit Migrationsgeschichte',
        en: 'Share of educators with a migration history',
      },
      description: {
        de: 'Wie viele von 100 pädagogischen Fachkräften der Kitas, die bei der Befragung geantwortet haben, eine Migrationsgeschichte haben.',
        en: 'How many of 100 educators of day-care centres who answered the survey have a migration history.',
      },
      caveats: whoAnswers,
      ...rate,
      informs: ['competence', 'data'],
      formula: (m) => share(m.educatorsWithMigrationHistory, m.educatorsSurveyed),
    },
    councilMigrationShare: {
      title: {
        de: 'Anteil der Ratsmitglieder mit Migrationsgeschichte',
        en: 'Share of council members with a migration history',
      },
      description: {
        de: 'Wie viele von 100 Sitzen in den Räten der Gemeinden und Städte des Kreises Menschen mit Migrationsgeschichte innehaben, am 31. Dezember.',
        en: 'How many of 100 seats in the councils of the municipalities and towns of the district are held by people with a migration history, on 31 December.',
      },
      caveats: {
        de: 'Freiwillige Angabe: Wer nichts sagt, zählt als ohne Migrationsgeschichte. Der Kreistag ist nicht enthalten.',
        en: 'Voluntary: those who say nothing count as without a migration history. The district council is not included.',
      },
      ...rate,
      informs: ['networking'],
      formula: (m) => share(m.councilMembersWithMigrationHistory, m.councilMembers),
    },
  },
  plausibility,
});
