import { defineIndicatorPlugin, share } from '@kreisweit/plugin-kit';
import { measures } from './measures.ts';

const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;

/** Language courses: places, people and tests, as providers and municipalities of a district count them. */
export const languagePlugin = defineIndicatorPlugin({
  id: 'language',
  apiVersion: 1,
  title: { de: 'Sprache', en: 'Language' },
  statistics: {
    courses: {
      title: { de: 'Eigene Erhebung zu Sprachkursen', en: 'Own count of language courses' },
      institute: 'Landkreis, Gemeinden und Kursträger (eigene Erhebung)',
      licence: 'dl-de/by-2-0',
      populationBase: 'own-count-of-language-courses',
      url: 'https://www.bamf.de/',
    },
  },
  inputs: { ownFigures: { level: 'municipality', reader: 'own-figures' } },
  measures,
  indicators: {
    placesPerEligible: {
      title: {
        de: 'Sprachkursplätze je 100 Berechtigte',
        en: 'Language course places per 100 entitled people',
      },
      description: {
        de: 'Plätze in den Sprachkursen des Jahres je 100 Menschen, die einen Kurs besuchen durften oder mussten.',
        en: 'Places in the language courses of the year per 100 people who were allowed or obliged to attend one.',
      },
      caveats: {
        de: 'Über 100 % ist möglich: Die Plätze zählen am Kursort, die Berechtigten am Wohnort. Viele fahren zum Kurs in eine andere Gemeinde; der Wert sagt nur für den ganzen Kreis etwas aus.',
        en: 'More than 100 % is possible: places count where the course takes place, entitled people where they live. Many travel to a course in another municipality; the value is meaningful only for the whole district.',
      },
      ...rate,
      informs: ['cooperation', 'data'],
      formula: (m) => share(m.coursePlaces, m.eligiblePersons),
    },
    participationShare: {
      title: { de: 'Teilnahme an Sprachkursen', en: 'Participation in language courses' },
      description: {
        de: 'Wie viele Menschen im Jahr einen Sprachkurs begonnen haben, je 100, die einen besuchen durften oder mussten.',
        en: 'How many people began a language course during the year, per 100 who were allowed or obliged to attend one.',
      },
      direction: 'higherIsBetter',
      caveats: {
        de: 'Berechtigte zählen am Wohnort, Teilnehmende am Kursort: Mehr als 100 % sind möglich.',
        en: 'Entitled people count where they live, participants where the course takes place: more than 100 % is possible.',
      },
      ...rate,
      formula: (m) => share(m.participants, m.eligiblePersons),
    },
    placesTaken: {
      title: { de: 'Auslastung der Sprachkurse', en: 'Language course places taken' },
      description: {
        de: 'Wie viele von 100 Plätzen in den Sprachkursen des Jahres besetzt waren.',
        en: 'How many of 100 places in the language courses of the year were taken.',
      },
      caveats: {
        de: 'Gezählt wird, wer den Kurs begonnen hat: Wer ihn abbricht, zählt mit.',
        en: 'What is counted is who began the course: those who broke it off are included.',
      },
      ...rate,
      formula: (m) => share(m.participants, m.coursePlaces),
    },
    testShare: {
      title: {
        de: 'Anteil der Geprüften an den Teilnehmenden',
        en: 'Share of participants who took the test',
      },
      description: {
        de: 'Wie viele Menschen im Jahr die Abschlussprüfung eines Sprachkurses abgelegt haben, je 100 Teilnehmende des Jahres.',
        en: 'How many people took the final test of a language course during the year, per 100 participants of the year.',
      },
      direction: 'higherIsBetter',
      caveats: {
        de: 'Geprüfte können den Kurs im Vorjahr begonnen haben: In einzelnen Jahren sind mehr als 100 % möglich.',
        en: 'Those tested may have begun the course in the year before: more than 100 % is possible in single years.',
      },
      ...rate,
      formula: (m) => share(m.testTakers, m.participants),
    },
    b1Share: {
      title: {
        de: 'Anteil der Geprüften mit Sprachniveau B1',
        en: 'Share of people tested who reached level B1',
      },
      description: {
        de: 'Wie viele von 100 Geprüften in der Abschlussprüfung mindestens das Sprachniveau B1 erreicht haben.',
        en: 'How many of 100 people tested reached at least language level B1 in the final test.',
      },
      direction: 'higherIsBetter',
      caveats: {
        de: 'Alphabetisierungskurse führen seltener zu B1: Kreise mit vielen solchen Kursen sind schwer zu vergleichen.',
        en: 'Literacy courses lead to B1 less often: districts with many of them are hard to compare.',
      },
      ...rate,
      informs: ['strategy', 'data'],
      formula: (m) => share(m.b1Reached, m.testTakers),
    },
  },
  plausibility: {
    b1AmongTested: {
      title: { de: 'Nicht mehr Menschen mit B1 als Geprüfte', en: 'Not more people with B1 than tested' },
      severity: 'error',
      atMost: ['b1Reached', 'testTakers'],
    },
    participantsAmongEligible: {
      title: {
        de: 'Nicht mehr Teilnehmende als Berechtigte',
        en: 'Not more participants than entitled people',
      },
      severity: 'warning',
      note: {
        de: 'Möglich, wo Menschen aus anderen Gemeinden den Kurs besuchen.',
        en: 'Possible where people of other municipalities attend the course.',
      },
      atMost: ['participants', 'eligiblePersons'],
    },
    testedAmongParticipants: {
      title: { de: 'Nicht mehr Geprüfte als Teilnehmende', en: 'Not more people tested than participants' },
      severity: 'warning',
      note: {
        de: 'Möglich, wo viele den Kurs im Vorjahr begonnen haben.',
        en: 'Possible where many began the course in the year before.',
      },
      atMost: ['testTakers', 'participants'],
    },
    waitingTime: {
      title: { de: 'Wartezeit zwischen 0 und 730 Tagen', en: 'Waiting time between 0 and 730 days' },
      severity: 'warning',
      note: {
        de: 'Länger als zwei Jahre ist ungewöhnlich: Sind es Tage, keine Stunden?',
        en: 'Longer than two years is unusual: are these days, not hours?',
      },
      range: 'waitingDays',
      from: 0,
      to: 730,
    },
  },
});
