import { change, type IndicatorDefinition, lag, share, subtract } from '@kreisweit/plugin-kit';
import { ageIndicators } from './age-indicators.ts';
import type { Measure } from './measures.ts';

const percent = { unit: 'percent', decimals: 1 } as const;

const ofSample = {
  de: 'Hochgerechnet aus einer Stichprobe und auf Zehner gerundet, ohne Wohnheime und Gemeinschaftsunterkünfte. Unsichere Werte zeigt das Institut nicht (/).',
  en: 'Projected from a sample and rounded to tens, without residential homes and shared accommodation. The institute does not show unreliable values (/).',
};

const ofMikrozensus = {
  de: 'Aus gerundeten Tausendern einer Stichprobe: Kleine Unterschiede zwischen Kreisen bedeuten nichts.',
  en: 'From rounded thousands of a sample: small differences between districts mean nothing.',
};

/** What the plug-in publishes beside its measures. */
export const indicators = {
  foreignShare: {
    ...percent,
    title: { de: 'Ausländeranteil', en: 'Share of foreign residents' },
    description: {
      de: 'Anteil der Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit an allen, am 31. Dezember.',
      en: 'Residents without German citizenship as a share of all residents, on 31 December.',
    },
    informs: ['strategy'],
    formula: (m) => share(m.foreigners, m.residents),
  },
  censusForeignShare: {
    ...percent,
    title: { de: 'Ausländeranteil (Zensus 2011)', en: 'Share of foreign residents (census 2011)' },
    description: {
      de: 'Anteil der Einwohnerinnen und Einwohner ohne deutsche Staatsangehörigkeit an allen, am 9. Mai 2011.',
      en: 'Residents without German citizenship as a share of all residents, on 9 May 2011.',
    },
    informs: ['data'],
    formula: (m) => share(m.censusForeigners, m.censusResidents),
  },
  foreignWomenShare: {
    ...percent,
    title: {
      de: 'Frauenanteil unter den Ausländerinnen und Ausländern',
      en: 'Share of women among foreign residents',
    },
    description: {
      de: 'Anteil der Frauen und Mädchen an allen Einwohnerinnen und Einwohnern ohne deutsche Staatsangehörigkeit am 31. Dezember.',
      en: 'Women and girls as a share of all residents without German citizenship on 31 December.',
    },
    informs: ['strategy', 'networking'],
    formula: (m) => share(m.foreignWomen, m.foreigners),
  },
  ...ageIndicators,
  residentsChange: {
    ...percent,
    title: { de: 'Bevölkerungsentwicklung in einem Jahr', en: 'Population change in one year' },
    description: {
      de: 'Um wie viel Prozent die Bevölkerung seit dem 31. Dezember des Vorjahres zunahm (über null) oder abnahm (unter null).',
      en: 'By how many per cent the population grew (above zero) or fell (below zero) since 31 December of the year before.',
    },
    caveats: {
      de: 'Kein Wert, wo ein Zensus oder eine Gebietsreform dazwischen liegt.',
      en: 'No value where a census or a territorial reform lies in between.',
    },
    informs: ['strategy'],
    formula: (m) => share(change(m.residents, 1), lag(m.residents, 1)),
  },
  residentsChange5Years: {
    ...percent,
    title: { de: 'Bevölkerungsentwicklung in fünf Jahren', en: 'Population change in five years' },
    description: {
      de: 'Um wie viel Prozent die Bevölkerung seit dem 31. Dezember fünf Jahre zuvor zunahm (über null) oder abnahm (unter null).',
      en: 'By how many per cent the population grew (above zero) or fell (below zero) since 31 December five years before.',
    },
    caveats: {
      de: 'Kein Wert, wo ein Zensus oder eine Gebietsreform dazwischen liegt.',
      en: 'No value where a census or a territorial reform lies in between.',
    },
    informs: ['strategy'],
    formula: (m) => share(change(m.residents, 5), lag(m.residents, 5)),
  },
  migrationBackgroundPersons: {
    unit: 'person',
    decimals: 0,
    title: {
      de: 'Menschen mit Migrationshintergrund (Zensus 2011)',
      en: 'People with a migration background (census 2011)',
    },
    description: {
      de: 'Personen in privaten Haushalten, die seit 1956 selbst zugewandert sind, keine deutsche Staatsangehörigkeit haben oder mindestens einen seit 1956 zugewanderten Elternteil haben; am 9. Mai 2011.',
      en: 'Persons in private households who themselves immigrated since 1956, have no German citizenship, or have at least one parent who immigrated since 1956; on 9 May 2011.',
    },
    caveats: ofSample,
    informs: ['strategy', 'data'],
    formula: (m) => subtract(m.censusHouseholdMembers, m.censusWithoutMigrationBackground),
  },
  migrationBackgroundShare: {
    ...percent,
    title: {
      de: 'Anteil der Menschen mit Migrationshintergrund (Zensus 2011)',
      en: 'Share of people with a migration background (census 2011)',
    },
    description: {
      de: 'Anteil der Menschen mit Migrationshintergrund an allen Personen in privaten Haushalten am 9. Mai 2011.',
      en: 'People with a migration background as a share of all persons in private households on 9 May 2011.',
    },
    caveats: ofSample,
    informs: ['strategy', 'competence'],
    formula: (m) =>
      share(subtract(m.censusHouseholdMembers, m.censusWithoutMigrationBackground), m.censusHouseholdMembers),
  },
  longStayShare: {
    ...percent,
    title: {
      de: 'Anteil der Menschen mit Migrationshintergrund, die seit 20 Jahren und länger in Deutschland leben (Zensus 2011)',
      en: 'Share of people with a migration background who have been in Germany for 20 years and more (census 2011)',
    },
    description: {
      de: 'Anteil derer, die seit 20 Jahren und länger in Deutschland leben, an allen Menschen mit Migrationshintergrund am 9. Mai 2011; für hier Geborene mit zugewanderten Eltern gilt die Dauer, die die Statistik ihnen zuordnet.',
      en: 'Those who have lived in Germany for 20 years and more as a share of all people with a migration background on 9 May 2011; for those born here to immigrated parents the duration counts that the statistic assigns to them.',
    },
    caveats: ofSample,
    informs: ['networking'],
    formula: (m) =>
      share(m.censusLongStay, subtract(m.censusHouseholdMembers, m.censusWithoutMigrationBackground)),
  },
  shortStayShare: {
    ...percent,
    title: {
      de: 'Anteil der Menschen mit Migrationshintergrund, die seit weniger als fünf Jahren in Deutschland leben (Zensus 2011)',
      en: 'Share of people with a migration background who have been in Germany for less than five years (census 2011)',
    },
    description: {
      de: 'Anteil derer, die seit weniger als fünf Jahren in Deutschland leben, an allen Menschen mit Migrationshintergrund am 9. Mai 2011.',
      en: 'Those who have lived in Germany for less than five years as a share of all people with a migration background on 9 May 2011.',
    },
    caveats: ofSample,
    informs: ['networking', 'public-relations'],
    formula: (m) =>
      share(m.censusShortStay, subtract(m.censusHouseholdMembers, m.censusWithoutMigrationBackground)),
  },
  familyShare: {
    ...percent,
    title: {
      de: 'Anteil der Familien mit Kindern (Mikrozensus)',
      en: 'Share of families with children (microcensus)',
    },
    description: {
      de: 'Wie viele von 100 Lebensformen (Paare, Familien und Alleinstehende) Familien mit Kindern waren, im Jahresmittel.',
      en: 'How many of 100 living arrangements (couples, families and people who live alone) were families with children, as a mean of the year.',
    },
    caveats: ofMikrozensus,
    informs: ['strategy'],
    formula: (m) => share(m.families, m.livingArrangements),
  },
  livingAloneShare: {
    ...percent,
    title: {
      de: 'Anteil der Alleinstehenden (Mikrozensus)',
      en: 'Share of people who live alone (microcensus)',
    },
    description: {
      de: 'Wie viele von 100 Lebensformen (Paare, Familien und Alleinstehende) Alleinstehende waren, im Jahresmittel.',
      en: 'How many of 100 living arrangements (couples, families and people who live alone) were people who live alone, as a mean of the year.',
    },
    caveats: ofMikrozensus,
    informs: ['strategy'],
    formula: (m) => share(m.livingAlone, m.livingArrangements),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
