import { change, type IndicatorDefinition, lag, per, ref, share } from '@kreisweit/plugin-kit';
import type { IncomeMeasure } from './measures.ts';

const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;

const mixedBase = {
  de: 'Menschen mit Leistungen nach der Statistik der Träger, die Bevölkerung nach der Fortschreibung, beide am 31. Dezember: So berechnen auch die statistischen Ämter die Quote.',
  en: 'Recipients as counted by the authorities that pay, residents from the population update, both on 31 December: the statistical offices compute the rate in the same way.',
} as const;

const allAges = {
  de: 'Bezogen auf alle Einwohnerinnen und Einwohner, auch im Rentenalter: Das ist nicht die SGB-II-Quote der Bundesagentur für Arbeit, die nur Menschen unter der Altersgrenze zählt.',
  en: 'Per resident of any age: this is not the SGB II rate of the Federal Employment Agency, which counts only people below pension age.',
} as const;

const notClaimed = {
  de: 'Wer Anspruch auf eine Leistung hat und sie nicht beantragt, zählt nicht mit. Die Zahl derer mit Asylbewerberleistungen hängt auch davon ab, wie viele Menschen dem Kreis zugewiesen sind.',
  en: 'Those who are entitled to a benefit and do not claim it are not counted. The number of those with asylum benefits also depends on how many people are allocated to the district.',
} as const;

/** Shares of the kinds of benefits, and recipients per resident. */
export const indicators = {
  minimumIncomeRate: {
    title: { de: 'Mindestsicherungsquote', en: 'Minimum-income rate' },
    description: {
      de: 'Wie viele von 100 Einwohnerinnen und Einwohnern am 31. Dezember eine Leistung der Mindestsicherung bekamen.',
      en: 'How many of 100 residents received a minimum-income benefit on 31 December.',
    },
    caveats: notClaimed,
    mixedBase,
    ...rate,
    informs: ['strategy', 'data'],
    formula: (m) => share(m.recipients, ref('population/residents')),
  },
  sgb2Rate: {
    title: {
      de: 'Grundsicherung für Arbeitsuchende je 100 Einwohnerinnen und Einwohner',
      en: 'Recipients of benefits for job seekers per 100 residents',
    },
    description: {
      de: 'Wie viele von 100 Einwohnerinnen und Einwohnern jeden Alters am 31. Dezember Arbeitslosengeld II oder Sozialgeld bekamen.',
      en: 'How many of 100 residents of any age received unemployment benefit II or social allowance on 31 December.',
    },
    caveats: allAges,
    mixedBase,
    ...rate,
    formula: (m) => share(m.sgb2Recipients, ref('population/residents')),
  },
  asylumBenefitRate: {
    title: {
      de: 'Regelleistungen für Asylbewerber (Mindestsicherung) je 1 000 Einwohnerinnen und Einwohner',
      en: 'Recipients of asylum benefits (minimum income) per 1,000 residents',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Regelleistungen nach dem Asylbewerberleistungsgesetz bekamen, je 1 000 Einwohnerinnen und Einwohner.',
      en: 'People who received regular benefits under the Asylum Seekers’ Benefits Act on 31 December, per 1,000 residents.',
    },
    caveats: {
      de: 'Erstaufnahmeeinrichtungen und Unterkünfte des Landes verändern den Wert eines Kreises stark. Die Asylbewerberleistungsstatistik gliedert die Zahl auch nach Alter und Geschlecht.',
      en: 'Reception centres and accommodation of the state change the value of a district a lot. The statistics of asylum benefits also break the number down by age and sex.',
    },
    informs: ['cooperation', 'data'],
    mixedBase,
    unit: 'per_1000',
    decimals: 1,
    formula: (m) => per(1000, m.asylumBenefitRecipients, ref('population/residents')),
  },
  sgb2ShareOfRecipients: {
    title: {
      de: 'Anteil der Grundsicherung für Arbeitsuchende an der Mindestsicherung',
      en: 'Share of benefits for job seekers among minimum-income benefits',
    },
    description: {
      de: 'Wie viele von 100 Menschen mit Mindestsicherung Arbeitslosengeld II oder Sozialgeld bekamen, am 31. Dezember.',
      en: 'How many of 100 recipients of minimum-income benefits received unemployment benefit II or social allowance, on 31 December.',
    },
    ...rate,
    formula: (m) => share(m.sgb2Recipients, m.recipients),
  },
  asylumShareOfRecipients: {
    title: {
      de: 'Anteil der Asylbewerberleistungen an der Mindestsicherung',
      en: 'Share of asylum benefits among minimum-income benefits',
    },
    description: {
      de: 'Wie viele von 100 Menschen mit Mindestsicherung Regelleistungen nach dem Asylbewerberleistungsgesetz bekamen, am 31. Dezember.',
      en: 'How many of 100 recipients of minimum-income benefits received regular benefits under the Asylum Seekers’ Benefits Act, on 31 December.',
    },
    ...rate,
    formula: (m) => share(m.asylumBenefitRecipients, m.recipients),
  },
  basicSecurityShareOfRecipients: {
    title: {
      de: 'Anteil der Grundsicherung im Alter und bei Erwerbsminderung an der Mindestsicherung',
      en: 'Share of basic security in old age and reduced capacity among minimum-income benefits',
    },
    description: {
      de: 'Wie viele von 100 Menschen mit Mindestsicherung Grundsicherung im Alter und bei Erwerbsminderung bekamen, am 31. Dezember.',
      en: 'How many of 100 recipients of minimum-income benefits received basic security in old age and with reduced earning capacity, on 31 December.',
    },
    ...rate,
    formula: (m) => share(m.basicSecurityRecipients, m.recipients),
  },
  nonEmployableShareOfSgb2: {
    title: {
      de: 'Anteil der nicht Erwerbsfähigen in der Grundsicherung für Arbeitsuchende',
      en: 'Share of those not able to work among recipients of benefits for job seekers',
    },
    description: {
      de: 'Wie viele von 100 Menschen mit Grundsicherung für Arbeitsuchende nicht erwerbsfähig waren, am 31. Dezember; die allermeisten sind Kinder unter 15 Jahren.',
      en: 'How many of 100 recipients of benefits for job seekers were not able to work, on 31 December; nearly all are children under 15.',
    },
    ...rate,
    formula: (m) => share(m.sgb2NonEmployableRecipients, m.sgb2Recipients),
  },
  recipientsGrowth: {
    title: {
      de: 'Veränderung der Zahl der Menschen mit Mindestsicherung',
      en: 'Growth of the number of recipients of minimum-income benefits',
    },
    description: {
      de: 'Um wie viel Prozent die Zahl der Menschen mit Mindestsicherung seit dem 31. Dezember des Vorjahres gestiegen (über null) oder gefallen (unter null) ist.',
      en: 'By how many per cent the number of recipients rose (above zero) or fell (below zero) since 31 December of the year before.',
    },
    ...rate,
    formula: (m) => share(change(m.recipients), lag(m.recipients, 1)),
  },
} as const satisfies Record<string, IndicatorDefinition<IncomeMeasure>>;
