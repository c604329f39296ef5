import { type ColumnMapping, defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { type Measure, measures, type Statistic } from './measures.ts';
import { ages } from './recipient-ages.ts';

const recipients = 'Regelleistungsempfänger';

const columns: readonly ColumnMapping<Measure>[] = [
  { header: [recipients], measure: 'recipients' },
  { header: [recipients, 'weiblich'], measure: 'recipients', breakdown: { sex: 'female' } },
  { header: [recipients, 'weiblich'], measure: 'femaleRecipients' },
  { header: [recipients, 'Grundleistungen'], measure: 'basicBenefitRecipients' },
  {
    header: [recipients, 'laufende Hilfe zum Lebensunterhalt'],
    measure: 'livelihoodAssistanceRecipients',
  },
  ...ages.flatMap(({ label, category, part }): readonly ColumnMapping<Measure>[] => {
    const header = [recipients, label];
    return [
      { header, measure: 'recipients', breakdown: { ageGroupBenefits: category } },
      ...(part === null ? [] : [{ header, measure: part }]),
    ];
  }),
];

/**
 * People who seek protection: recipients of asylum benefits of districts from the official table, unaccompanied minors and the
 * allocation of refugees from own figures of districts. A definition only.
 */
export const protectionPlugin = defineIndicatorPlugin<Statistic, Measure>({
  id: 'protection',
  apiVersion: 1,
  title: { de: 'Schutzsuchende', en: 'Protection' },
  statistics: {
    asylumBenefits: {
      title: { de: 'Asylbewerberleistungsstatistik', en: 'Statistics of asylum benefits' },
      code: '22221',
      institute: 'Statistische Ämter des Bundes und der Länder',
      licence: 'dl-de/by-2-0',
      populationBase: 'asylum-benefit-recipients',
      url: 'https://www.regionalstatistik.de/',
    },
    ownFigures: {
      title: {
        de: 'Eigene Zahlen der Kreise zu Aufnahme und Jugendhilfe',
        en: 'Own figures of districts on reception and youth welfare',
      },
      institute: 'Landkreise und kreisfreie Städte',
      licence: 'dl-de/by-2-0',
      populationBase: 'refugees-in-charge-of-the-district',
      url: 'https://www.gesetze-im-internet.de/asylvfg_1992/__50.html',
    },
  },
  inputs: {
    recipientsByDistrict: {
      statistic: 'asylumBenefits',
      level: 'district',
      reader: 'genesis',
      table: '22221-01-01-4',
      columns,
    },
    ownFigures: { statistic: 'ownFigures', level: 'municipality', reader: 'own-figures' },
  },
  measures,
  indicators,
  plausibility: {
    kindsAddUp: {
      title: {
        de: 'Grundleistungen und Hilfe zum Lebensunterhalt ergeben zusammen alle, die Leistungen erhalten',
        en: 'Basic benefits and assistance towards living expenses together are all recipients',
      },
      severity: 'warning',
      note: {
        de: 'Das Institut liefert beide Arten zusammen einzelne Male mit weniger Menschen als insgesamt (Waldeck-Frankenberg 2010, Hessen 2013); ab 2020 rundet es jede Zahl für sich.',
        en: 'The institute sometimes delivers both kinds together with fewer people than in total (Waldeck-Frankenberg 2010, Hesse 2013); from 2020 on it rounds each figure on its own.',
      },
      sum: ['basicBenefitRecipients', 'livelihoodAssistanceRecipients'],
      equals: 'recipients',
    },
    womenAmongRecipients: {
      title: {
        de: 'Nicht mehr Empfängerinnen als Empfängerinnen und Empfänger',
        en: 'Not more female recipients than recipients',
      },
      severity: 'error',
      atMost: ['femaleRecipients', 'recipients'],
    },
    plausibleMinors: {
      title: {
        de: 'Die Zahl der unbegleiteten Minderjährigen ändert sich in einem Jahr nicht um mehr als das Fünffache',
        en: 'The number of unaccompanied minors does not change by more than five times in a year',
      },
      severity: 'warning',
      note: {
        de: 'In Jahren, in denen viele Menschen fliehen, kann das stimmen.',
        en: 'This can be right in years in which many people flee.',
      },
      change: 'unaccompaniedMinors',
      upTo: 5,
      above: 10,
    },
  },
});
