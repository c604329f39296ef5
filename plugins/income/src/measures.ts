import type { MeasureDefinition } from '@kreisweit/plugin-kit';

const recipients = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  apportionBy: 'population',
  reportedAt: 'district',
  informs: ['data'],
} as const;

const notClaimed = {
  de: 'Wer Anspruch auf eine Leistung hat und sie nicht beantragt, zählt nicht mit: Die Zahl sagt nicht, wie viele Menschen arm sind.',
  en: 'Those who are entitled to a benefit and do not claim it are not counted: the number does not say how many people are poor.',
} as const;

/** The kinds of benefits exclude each other: nobody receives two of them on the same day. */
export const measures = {
  recipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Mindestsicherungsleistungen',
      en: 'Recipients of minimum-income benefits',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Leistungen zum Lebensunterhalt bekamen: Grundsicherung für Arbeitsuchende, Hilfe zum Lebensunterhalt, Grundsicherung im Alter und bei Erwerbsminderung oder Regelleistungen nach dem Asylbewerberleistungsgesetz.',
      en: 'People who received benefits for their livelihood on 31 December: for job seekers, as social assistance, in old age or with reduced earning capacity, or under the Asylum Seekers’ Benefits Act.',
    },
    caveats: {
      de: `${notClaimed.de} Das Ergebnis für Deutschland 2010 enthält eine Nachlieferung aus Nordrhein-Westfalen nicht (430 Menschen). Für Mecklenburg-Vorpommern fehlen 2010 und 2011 die Summen der Kreise, 2011 auch die von vier bayerischen.`,
      en: `${notClaimed.en} The figure for Germany of 2010 lacks a later delivery from North Rhine-Westphalia (430 people). The totals of districts are missing for Mecklenburg-Western Pomerania in 2010 and 2011, and for four in Bavaria in 2011.`,
    },
    informs: ['strategy', 'data'],
  },
  sgb2Recipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Grundsicherung für Arbeitsuchende (SGB II)',
      en: 'Recipients of benefits for job seekers (SGB II)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Arbeitslosengeld II oder Sozialgeld bekamen. Auch Erwerbstätige mit geringem Einkommen und Kinder gehören dazu.',
      en: 'People who received unemployment benefit II or social allowance on 31 December. Working people with a low income and children are among them.',
    },
    caveats: notClaimed,
  },
  sgb2EmployableRecipients: {
    ...recipients,
    title: {
      de: 'Erwerbsfähige Leistungsberechtigte (SGB II)',
      en: 'Recipients able to work (SGB II)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Arbeitslosengeld II bekamen: Sie können mindestens drei Stunden am Tag arbeiten.',
      en: 'People who received unemployment benefit II on 31 December: they are able to work for at least three hours a day.',
    },
  },
  sgb2NonEmployableRecipients: {
    ...recipients,
    title: {
      de: 'Nicht erwerbsfähige Leistungsberechtigte (SGB II)',
      en: 'Recipients not able to work (SGB II)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Sozialgeld bekamen. Die allermeisten sind Kinder unter 15 Jahren.',
      en: 'People who received social allowance on 31 December. Nearly all are children under 15.',
    },
  },
  subsistenceRecipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Hilfe zum Lebensunterhalt (SGB XII)',
      en: 'Recipients of social assistance (SGB XII)',
    },
    description: {
      de: 'Menschen außerhalb von Einrichtungen, die am 31. Dezember Hilfe zum Lebensunterhalt bekamen, etwa weil sie vorübergehend nicht arbeiten können.',
      en: 'People outside of institutions who received social assistance on 31 December, for example because they cannot work for a time.',
    },
    caveats: notClaimed,
  },
  basicSecurityRecipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Grundsicherung im Alter und bei Erwerbsminderung (SGB XII)',
      en: 'Recipients of basic security in old age and with reduced earning capacity (SGB XII)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Grundsicherung bekamen, weil sie im Rentenalter oder dauerhaft voll erwerbsgemindert sind.',
      en: 'People who received basic security on 31 December because they are of pension age or permanently unable to work.',
    },
    caveats: notClaimed,
  },
  asylumBenefitRecipients: {
    ...recipients,
    title: {
      de: 'Empfängerinnen und Empfänger von Regelleistungen für Asylbewerber (Mindestsicherung)',
      en: 'Recipients of asylum benefits (minimum income)',
    },
    description: {
      de: 'Menschen, die am 31. Dezember Regelleistungen nach dem Asylbewerberleistungsgesetz bekamen, als Teil der Mindestsicherung gezählt.',
      en: 'People who received regular benefits under the Asylum Seekers’ Benefits Act on 31 December, counted as a part of the minimum-income benefits.',
    },
    caveats: {
      de: 'Wer anerkannt ist, wechselt meist in die Grundsicherung für Arbeitsuchende: Sinkt die Zahl, heißt das nicht, dass weniger Schutzsuchende hier leben. Für einzelne bayerische Kreise nennt die Tabelle 2010 und 2011 eine 0; ob sie stimmt, ist nicht bekannt. Die Asylbewerberleistungsstatistik gliedert die Zahl auch nach Alter und Geschlecht.',
      en: 'Those who are recognised mostly change to the benefits for job seekers: a falling number does not mean that fewer people seeking protection live here. For some Bavarian districts the table says 0 in 2010 and 2011; whether that is right is not known. The statistics of asylum benefits also break the number down by age and sex.',
    },
  },
} as const satisfies Record<string, MeasureDefinition>;

/** The name of a measure of this plug-in. */
export type IncomeMeasure = keyof typeof measures;
