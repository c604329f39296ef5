import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const persons = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'none',
  reference: { during: 'period' },
  disclosure: { minimum: 3 },
  reportedAt: 'municipality',
  informs: ['data'],
} as const;

/** Course places and people in the courses of a year, counted where the course takes place. */
export const measures = {
  coursePlaces: {
    title: { de: 'Plätze in Sprachkursen', en: 'Places in language courses' },
    description: {
      de: 'Plätze in den Sprachkursen, die im Jahr hier begonnen haben, ob besetzt oder nicht.',
      en: 'Places in the language courses that began here during the year, taken or not.',
    },
    unit: 'count',
    rollup: 'sum',
    overTime: 'sum',
    reference: { during: 'period' },
    disclosure: 'none',
    reportedAt: 'municipality',
    informs: ['cooperation', 'data'],
  },
  eligiblePersons: {
    title: { de: 'Berechtigte für einen Sprachkurs', en: 'People entitled to a language course' },
    description: {
      de: 'Menschen, die hier wohnen und im Jahr einen Sprachkurs besuchen durften oder mussten.',
      en: 'People living here who were allowed or obliged to attend a language course during the year.',
    },
    caveats: {
      de: 'Eine Person zählt in jedem Jahr, in dem sie berechtigt ist: Mehrere Jahre dürfen nicht addiert werden.',
      en: 'A person counts in every year of entitlement: several years must not be added up.',
    },
    ...persons,
  },
  participants: {
    title: { de: 'Teilnehmende an Sprachkursen', en: 'Participants of language courses' },
    description: {
      de: 'Menschen, die im Jahr hier einen Sprachkurs begonnen haben.',
      en: 'People who began a language course here during the year.',
    },
    dimensions: ['sex'],
    ...persons,
  },
  testTakers: {
    title: { de: 'Geprüfte in Sprachkursen', en: 'People who took the test of a language course' },
    description: {
      de: 'Menschen, die im Jahr hier die Abschlussprüfung eines Sprachkurses abgelegt haben.',
      en: 'People who took the final test of a language course here during the year.',
    },
    dimensions: ['sex'],
    ...persons,
    // Beside the participants this count would tell how many took no test, however few they are.
    published: false,
  },
  b1Reached: {
    title: { de: 'Geprüfte mit Niveau B1', en: 'People who reached level B1' },
    description: {
      de: 'Menschen, die im Jahr hier in der Abschlussprüfung mindestens das Sprachniveau B1 erreicht haben.',
      en: 'People who reached at least language level B1 in the final test here during the year.',
    },
    dimensions: ['sex'],
    ...persons,
    // Beside the count of those tested this one would tell the number of those who failed, however few they are.
    published: false,
  },
  // Weighted by places: a mean weighted by an own count of persons would let that count be worked out.
  waitingDays: {
    title: { de: 'Wartezeit auf einen Sprachkurs', en: 'Waiting time for a language course' },
    description: {
      de: 'Wie viele Tage im Mittel zwischen Anmeldung und Kursbeginn lagen, bei den Kursen, die im Jahr hier begonnen haben; Gemeinden mit mehr Plätzen zählen mehr.',
      en: 'How many days lay between registration and start on average, for the courses that began here during the year; municipalities with more course places count more.',
    },
    caveats: {
      de: 'Wer am Jahresende noch wartet, ist nicht enthalten.',
      en: 'Those who still wait at the end of the year are not included.',
    },
    unit: 'day',
    decimals: 1,
    rollup: { weightedMeanBy: 'coursePlaces' },
    overTime: 'none',
    reference: { mean: 'year' },
    disclosure: 'none',
    reportedAt: 'municipality',
    direction: 'lowerIsBetter',
    informs: ['cooperation', 'data'],
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type LanguageMeasure = keyof typeof measures;
