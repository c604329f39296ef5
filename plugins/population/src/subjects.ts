import type { SubjectDefinition } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

/** What several statistics of the plug-in report, each in its own way. */
export const subjects: Readonly<Record<string, SubjectDefinition<Measure>>> = {
  residents: {
    title: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
    measures: ['residents', 'censusResidents', 'census2022Residents'],
    differences: {
      de: 'Die Fortschreibung zählt jedes Jahr am 31. Dezember, bis 2010 auf Grundlage der Volkszählung 1987 (neue Länder: Register von 1990), ab 2011 auf der des Zensus 2011, ab 2022 auf der des Zensus 2022; die Zensus zählten je einmal, am 9. Mai 2011 und am 15. Mai 2022.',
      en: 'The population update counts every 31 December, until 2010 based on the census of 1987 (eastern states: registers of 1990), from 2011 on that of 2011, from 2022 on that of 2022; the censuses counted once each, on 9 May 2011 and on 15 May 2022.',
    },
  },
  foreigners: {
    title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
    measures: ['foreigners', 'censusForeigners'],
    differences: {
      de: 'Die Fortschreibung zählt am 31. Dezember nach den Melderegistern; der Zensus zählte am 9. Mai 2011, und seine kleinen Zahlen sind vom Institut verändert, so dass Summen abweichen können.',
      en: 'The population update counts on 31 December by the residents’ registers; the census counted on 9 May 2011, and the institute alters its small numbers, so that sums may differ.',
    },
  },
};
