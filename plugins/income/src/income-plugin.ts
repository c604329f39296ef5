import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { columns } from './columns.ts';
import { indicators } from './indicators.ts';
import { measures } from './measures.ts';

/** Recipients of minimum-income benefits in districts (22811, 31 December), by kind of benefit. A definition only. */
export const incomePlugin = defineIndicatorPlugin({
  id: 'income',
  apiVersion: 1,
  title: { de: 'Einkommen', en: 'Income' },
  statistics: {
    minimumIncome: {
      title: {
        de: 'Sozialberichterstattung: Mindestsicherungsleistungen',
        en: 'Social reporting: minimum-income benefits',
      },
      code: '22811',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'minimum-income-recipients',
      url: 'https://www.regionalstatistik.de/',
    },
  },
  inputs: {
    recipientsByDistrict: {
      level: 'district',
      reader: 'genesis',
      table: '22811-01-01-4',
      // The total is `-` beside parts that are counted (four Bavarian districts 2011), and in a reform some benefits stand with
      // the new districts and others with the old ones (Mecklenburg-Vorpommern 2010 and 2011). A real zero is written `0`.
      dash: 'notAvailable',
      columns,
    },
  },
  measures,
  indicators,
  plausibility: {
    recipientsByBenefit: {
      title: {
        de: 'Die einzelnen Leistungen ergeben zusammen alle Empfängerinnen und Empfänger',
        en: 'The recipients of each benefit together are all recipients',
      },
      severity: 'error',
      sum: ['sgb2Recipients', 'subsistenceRecipients', 'basicSecurityRecipients', 'asylumBenefitRecipients'],
      equals: 'recipients',
    },
    sgb2ByAbility: {
      title: {
        de: 'Erwerbsfähige und nicht Erwerbsfähige sind zusammen alle mit Leistungen nach dem SGB II',
        en: 'Those able and not able to work together are all recipients under SGB II',
      },
      severity: 'error',
      sum: ['sgb2EmployableRecipients', 'sgb2NonEmployableRecipients'],
      equals: 'sgb2Recipients',
    },
    notMoreThanResidents: {
      title: {
        de: 'Nicht mehr Empfängerinnen und Empfänger als Einwohnerinnen und Einwohner',
        en: 'Not more recipients than residents',
      },
      severity: 'error',
      atMost: ['recipients', 'population/residents'],
    },
  },
});
