import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { columns } from './columns.ts';
import { indicators } from './indicators.ts';
import { type Measure, measures, type Statistic } from './measures.ts';

/**
 * School leavers of districts by certificate from the official table, and pupils in preparatory classes from own figures of
 * districts. A definition only.
 */
export const schoolPlugin = defineIndicatorPlugin<Statistic, Measure>({
  id: 'school',
  apiVersion: 1,
  title: { de: 'Schule', en: 'School' },
  statistics: {
    generalSchools: {
      title: { de: 'Statistik der allgemeinbildenden Schulen', en: 'Statistics of general schools' },
      code: '21111',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'leavers-at-the-place-of-the-school',
      url: 'https://www.regionalstatistik.de/',
    },
    ownFigures: {
      title: {
        de: 'Eigene Zahlen der Kreise zu Schülerinnen und Schülern',
        en: 'Own figures of districts on pupils',
      },
      institute: 'Landkreise und kreisfreie Städte',
      licence: 'dl-de/by-2-0',
      populationBase: 'pupils-at-the-place-of-the-school',
      url: 'https://www.kmk.org/dokumentation-statistik/statistik.html',
    },
  },
  inputs: {
    leaversByDistrict: {
      statistic: 'generalSchools',
      level: 'district',
      reader: 'genesis',
      table: '21111-02-06-4',
      columns,
      // Fewer than no young women: the institute's own mistakes, while it says so.
      mistakes: [
        { territory: '06432', found: '-56' },
        { territory: '06631', found: '-21' },
      ].map((mistake) => ({
        ...mistake,
        date: '1995',
        header: ['Schulabschluss', 'mit Fachhochschulreife', 'weiblich'],
        reason: 'a count below zero in the table of the institute',
      })),
    },
    ownFigures: { statistic: 'ownFigures', level: 'district', reader: 'own-figures' },
  },
  measures,
  indicators,
  plausibility: {
    schoolPartAmongIntermediate: {
      title: {
        de: 'Nicht mehr mit dem schulischen Teil der Fachhochschulreife als mit Mittlerem Abschluss',
        en: 'Not more with the school part of the entrance to universities of applied sciences than with the intermediate certificate',
      },
      severity: 'error',
      atMost: ['leaversWithSchoolPartOfAppliedEntrance', 'leaversWithIntermediateCertificate'],
    },
    womenAmongLeavers: {
      title: {
        de: 'Nicht mehr Mädchen als Schulabgänge',
        en: 'Not more female leavers than leavers',
      },
      severity: 'error',
      atMost: ['femaleLeavers', 'leavers'],
    },
    preparatoryAmongPupils: {
      title: {
        de: 'Nicht mehr in Vorbereitungsklassen als Schülerinnen und Schüler',
        en: 'Not more in preparatory classes than pupils',
      },
      severity: 'error',
      atMost: ['preparatoryClassPupils', 'pupils'],
    },
  },
});
