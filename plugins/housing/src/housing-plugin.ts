import { defineIndicatorPlugin, per, ref, share } from '@kreisweit/plugin-kit';
import { measures } from './measures.ts';

const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;

/** Collective accommodation of refugees, as a district counts it. */
export const housingPlugin = defineIndicatorPlugin({
  id: 'housing',
  apiVersion: 1,
  title: { de: 'Wohnen', en: 'Housing' },
  statistics: {
    shelters: {
      title: { de: 'Eigene Erhebung zur Unterbringung', en: 'Own count of accommodation' },
      institute: 'Landkreis (eigene Erhebung)',
      licence: 'dl-de/by-2-0',
      populationBase: 'own-count-of-accommodation',
      url: 'https://www.integrationsmonitoring-laender.de/',
    },
  },
  inputs: { ownFigures: { level: 'district', reader: 'own-figures' } },
  measures,
  indicators: {
    shareInShelters: {
      title: {
        de: 'Anteil derer mit Asylbewerberleistungen, die in Gemeinschaftsunterkünften wohnen',
        en: 'Share of recipients of asylum benefits in collective accommodation',
      },
      description: {
        de: 'Wie viele von 100 Menschen mit Asylbewerberleistungen am 31. Dezember in einer Gemeinschaftsunterkunft wohnten.',
        en: 'How many of 100 recipients of asylum benefits lived in collective accommodation on 31 December.',
      },
      caveats: {
        de: 'Landesrecht und Wohnungsmarkt unterscheiden sich: Ein niedriger Anteil heißt nicht, dass die Menschen besser wohnen.',
        en: 'State law and housing markets differ: a low share does not mean that people live better.',
      },
      ...rate,
      informs: ['cooperation', 'data'],
      formula: (m) => share(m.benefitRecipientsInShelters, m.benefitRecipients),
    },
    recognisedShare: {
      title: {
        de: 'Anteil der Anerkannten an allen in Gemeinschaftsunterkünften',
        en: 'Share of recognised people among all in collective accommodation',
      },
      description: {
        de: 'Wie viele von 100 Menschen in Gemeinschaftsunterkünften am 31. Dezember als Schutzberechtigte anerkannt waren und ausziehen dürften.',
        en: 'How many of 100 people in collective accommodation were recognised as in need of protection on 31 December and would be allowed to move out.',
      },
      ...rate,
      informs: ['cooperation', 'data'],
      formula: (m) => share(m.recognisedInShelters, m.personsInShelters),
    },
    occupancy: {
      title: {
        de: 'Belegung der Gemeinschaftsunterkünfte',
        en: 'Occupancy of collective accommodation',
      },
      description: {
        de: 'Wie viele von 100 Plätzen in Gemeinschaftsunterkünften am 31. Dezember belegt waren.',
        en: 'How many of 100 places in collective accommodation were taken on 31 December.',
      },
      caveats: {
        de: 'Über 100 %: Es wohnen mehr Menschen dort, als Plätze vorgesehen sind. Zimmer, die wegen der Familiengröße nicht voll belegt werden, zählen als frei.',
        en: 'Above 100 %: more people live there than there are places. Places in rooms that are not filled because of family size count as free.',
      },
      ...rate,
      formula: (m) => share(m.personsInShelters, m.shelterPlaces),
    },
    personsPerThousandResidents: {
      title: {
        de: 'Menschen in Gemeinschaftsunterkünften je 1 000 Einwohnerinnen und Einwohner',
        en: 'People in collective accommodation per 1,000 residents',
      },
      description: {
        de: 'Wie viele Menschen am 31. Dezember in Gemeinschaftsunterkünften des Landkreises wohnten, bezogen auf 1 000 Einwohnerinnen und Einwohner.',
        en: 'How many people lived in collective accommodation of the district on 31 December, per 1,000 residents.',
      },
      mixedBase: {
        de: 'Menschen nach der Zählung des Landkreises, die Bevölkerung nach der Fortschreibung: als Größenordnung gedacht.',
        en: 'People as counted by the district, residents from the population update: meant as an order of magnitude.',
      },
      unit: 'per_1000',
      decimals: 1,
      informs: ['data'],
      formula: (m) => per(1000, m.personsInShelters, ref('population/residents')),
    },
  },
  plausibility: {
    recognisedAmongPersons: {
      title: {
        de: 'Nicht mehr Anerkannte als Menschen in Gemeinschaftsunterkünften',
        en: 'Not more recognised people than people in collective accommodation',
      },
      severity: 'error',
      atMost: ['recognisedInShelters', 'personsInShelters'],
    },
    recipientsInSheltersAmongRecipients: {
      title: {
        de: 'Nicht mehr Menschen mit Asylbewerberleistungen in Unterkünften als insgesamt',
        en: 'Not more recipients of asylum benefits in collective accommodation than in total',
      },
      severity: 'error',
      atMost: ['benefitRecipientsInShelters', 'benefitRecipients'],
    },
    recipientsInSheltersAmongPersons: {
      title: {
        de: 'Nicht mehr Menschen mit Asylbewerberleistungen in Unterkünften, als dort wohnen',
        en: 'Not more recipients of asylum benefits in collective accommodation than people there',
      },
      severity: 'error',
      atMost: ['benefitRecipientsInShelters', 'personsInShelters'],
    },
  },
});
