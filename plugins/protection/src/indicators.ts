import { add, change, type IndicatorDefinition, lag, per, ref, share } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const percent = { unit: 'percent', decimals: 1 } as const;

const ofFacilities = {
  de: 'Erstaufnahmeeinrichtungen und Unterkünfte des Landes verändern den Wert eines Kreises stark.',
  en: 'Reception centres and accommodation of the state change the value of a district a lot.',
};

/** What the plug-in publishes beside its measures. */
export const indicators = {
  recipientsPerThousandResidents: {
    unit: 'per_1000',
    decimals: 1,
    title: {
      de: 'Empfängerinnen und Empfänger von Asylbewerberleistungen je 1 000 Einwohnerinnen und Einwohner',
      en: 'Recipients of asylum benefits per 1,000 residents',
    },
    description: {
      de: 'Menschen mit Regelleistungen nach dem Asylbewerberleistungsgesetz, bezogen auf 1 000 Einwohnerinnen und Einwohner, beides am 31. Dezember.',
      en: 'People with regular benefits under the Asylum Seekers’ Benefits Act per 1,000 residents, both on 31 December.',
    },
    caveats: ofFacilities,
    informs: ['strategy', 'cooperation'],
    mixedBase: {
      de: 'Menschen, die Leistungen erhalten (Asylbewerberleistungsstatistik), bezogen auf die Bevölkerung (Fortschreibung): nicht alle, die Leistungen erhalten, sind schon gemeldet.',
      en: 'People who receive benefits (statistics of asylum benefits) in relation to the population (population update): not all who receive benefits are registered yet.',
    },
    formula: (m) => per(1000, m.recipients, ref('population/residents')),
  },
  childrenShare: {
    ...percent,
    title: {
      de: 'Anteil der Kinder und Jugendlichen unter denen, die Asylbewerberleistungen erhalten',
      en: 'Share of children among recipients of asylum benefits',
    },
    description: {
      de: 'Anteil der unter 18-Jährigen an allen, die am 31. Dezember Asylbewerberleistungen erhielten.',
      en: 'Those under 18 as a share of all who received asylum benefits on 31 December.',
    },
    informs: ['strategy', 'networking'],
    formula: (m) => share(add(m.recipientsUnder7, m.recipientsAged7To17), m.recipients),
  },
  youngAdultsShare: {
    ...percent,
    title: {
      de: 'Anteil der jungen Erwachsenen unter denen, die Asylbewerberleistungen erhalten',
      en: 'Share of young adults among recipients of asylum benefits',
    },
    description: {
      de: 'Anteil der 18- bis unter 25-Jährigen an allen, die am 31. Dezember Asylbewerberleistungen erhielten.',
      en: 'Those aged 18 to under 25 as a share of all who received asylum benefits on 31 December.',
    },
    informs: ['strategy', 'networking'],
    formula: (m) => share(m.recipientsAged18To24, m.recipients),
  },
  womenShare: {
    ...percent,
    title: {
      de: 'Frauenanteil unter denen, die Asylbewerberleistungen erhalten',
      en: 'Share of women among recipients of asylum benefits',
    },
    description: {
      de: 'Anteil der Frauen und Mädchen an allen, die am 31. Dezember Asylbewerberleistungen erhielten.',
      en: 'Women and girls as a share of all who received asylum benefits on 31 December.',
    },
    informs: ['strategy', 'networking'],
    formula: (m) => share(m.femaleRecipients, m.recipients),
  },
  basicBenefitsShare: {
    ...percent,
    title: {
      de: 'Anteil mit Grundleistungen unter denen, die Asylbewerberleistungen erhalten',
      en: 'Share with basic benefits among recipients of asylum benefits',
    },
    description: {
      de: 'Anteil derer mit Grundleistungen an allen, die am 31. Dezember Asylbewerberleistungen erhielten. Ein hoher Anteil heißt meist, dass viele noch nicht lange da sind.',
      en: 'Those with basic benefits as a share of all who received asylum benefits on 31 December. A high share mostly means that many have not been here for long.',
    },
    caveats: {
      de: 'Nach welcher Zeit höhere Leistungen folgen, hat das Gesetz mehrmals geändert (bis Februar 2015 nach 48 Monaten, dann nach 15): Über diese Jahre hinweg nicht vergleichen.',
      en: 'The law has changed several times after how long higher benefits follow (until February 2015 after 48 months, then after 15): do not compare across these years.',
    },
    informs: ['strategy'],
    formula: (m) => share(m.basicBenefitRecipients, m.recipients),
  },
  recipientsChange: {
    ...percent,
    title: {
      de: 'Veränderung der Zahl derer, die Asylbewerberleistungen erhalten, in einem Jahr',
      en: 'Change of the number of recipients of asylum benefits in one year',
    },
    description: {
      de: 'Um wie viel Prozent mehr (über null) oder weniger (unter null) Menschen am 31. Dezember Asylbewerberleistungen erhielten als ein Jahr zuvor.',
      en: 'By how many per cent more (above zero) or fewer (below zero) people received asylum benefits on 31 December than a year before.',
    },
    caveats: ofFacilities,
    informs: ['strategy', 'cooperation'],
    formula: (m) => share(change(m.recipients, 1), lag(m.recipients, 1)),
  },
  unaccompaniedMinorsPerTenThousandResidents: {
    unit: 'per_10000',
    decimals: 1,
    title: {
      de: 'Unbegleitete Minderjährige je 10 000 Einwohnerinnen und Einwohner',
      en: 'Unaccompanied minors per 10,000 residents',
    },
    description: {
      de: 'Unbegleitete ausländische Kinder und Jugendliche in Obhut und Hilfe des Jugendamts, bezogen auf 10 000 Einwohnerinnen und Einwohner, beides am 31. Dezember.',
      en: 'Unaccompanied foreign children and young people in the care of the youth office per 10,000 residents, both on 31 December.',
    },
    informs: ['strategy', 'networking'],
    mixedBase: {
      de: 'Eigene Zählung des Jugendamts, bezogen auf die Bevölkerung (Fortschreibung).',
      en: 'Own count of the youth office in relation to the population (population update).',
    },
    formula: (m) => per(10_000, m.unaccompaniedMinors, ref('population/residents')),
  },
  allocationFulfilled: {
    ...percent,
    title: { de: 'Erfüllung der Aufnahmequote', en: 'Allocation quota fulfilled' },
    description: {
      de: 'Aufgenommene Geflüchtete als Anteil derer, die bis zum 31. Dezember nach dem Schlüssel des Landes aufzunehmen waren. Mehr als 100 % heißt: mehr aufgenommen als verlangt.',
      en: 'Refugees taken in as a share of those to be taken in by 31 December according to the key of the state. More than 100 % means: more were taken in than required.',
    },
    caveats: {
      de: 'Die Länder rechnen verschieden an: Nur Kreise eines Landes sind vergleichbar.',
      en: 'The states count in different ways: only districts of one state can be compared.',
    },
    informs: ['cooperation', 'strategy'],
    formula: (m) => share(m.placedPersons, m.allocationQuota),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
