import type { MeasureDefinition } from '@kreisweit/plugin-kit';

export type Statistic = 'generalSchools' | 'ownFigures';

const leavers = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'sum',
  reference: { schoolYear: 'end' },
  disclosure: 'atSource',
  statistic: 'generalSchools',
  reportedAt: 'district',
} as const;

/** Once more for formulas, which cannot choose a category. */
const part = { ...leavers, dimensions: ['sex'], published: false } as const;
const partOfWomen = { ...leavers, published: false } as const;

const ownCount = {
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '10-01' },
  disclosure: { minimum: 3 },
  statistic: 'ownFigures',
  reportedAt: 'district',
} as const;

const atTheSchool = {
  de: 'Gezählt wird am Ort der Schule, nicht der Wohnung: Kreise um eine Stadt haben weniger, als dort wohnen. Abschlüsse an beruflichen Schulen fehlen. Nach dem Geschlecht nennt die Tabelle nur Mädchen und junge Frauen.',
  en: 'Counted at the place of the school, not of residence: districts around a city have fewer than live there. Certificates of vocational schools are missing. By sex the table names only girls and young women.',
};

const ofTheTable = {
  de: 'Doppelte Abiturjahrgänge ließen die Zahl in einzelnen Ländern einmal stark steigen. In Niedersachsen sind 2004 Wechsel in die Oberstufe mitgezählt; aus Hessen fehlen die Zahlen von 2007. In Hessen 1995, Bremen 2007 und 2014 (bei Mädchen auch 2008), Hamburg 2014 und im Saarland 2014 und 2015 ergeben die Abschlüsse zusammen nicht den Gesamtwert: Die Ämter haben sie so geliefert.',
  en: 'Double years of final exams once raised the number in some states a lot. In Lower Saxony moves to the upper level are counted in 2004; the figures of Hesse are missing for 2007. In Hesse in 1995, Bremen in 2007 and 2014 (of girls also in 2008), Hamburg in 2014 and Saarland in 2014 and 2015 the certificates together are not the total: the offices delivered them so.',
};

/** The measures of the statistics of general schools, and those that districts count themselves. */
export const measures = {
  leavers: {
    ...leavers,
    title: { de: 'Schulabgänge', en: 'School leavers' },
    description: {
      de: 'Jugendliche, die im Schuljahr eine allgemeinbildende Schule mit oder ohne Abschluss verlassen haben; auch nach dem Abschluss, den sie erreicht haben. Das Jahr ist das, in dem das Schuljahr endet.',
      en: 'Young people who left a general school during the school year, with or without a certificate; also by the certificate that they reached. The year is that in which the school year ends.',
    },
    caveats: { de: `${atTheSchool.de} ${ofTheTable.de}`, en: `${atTheSchool.en} ${ofTheTable.en}` },
    dimensions: ['sex', 'schoolCertificate'],
    informs: ['strategy', 'data'],
  },
  femaleLeavers: {
    ...partOfWomen,
    title: { de: 'Schulabgänge von Mädchen', en: 'Female school leavers' },
  },
  leaversWithoutCertificate: {
    ...part,
    title: {
      de: 'Schulabgänge ohne Hauptschulabschluss',
      en: 'School leavers without a certificate',
    },
  },
  femaleLeaversWithoutCertificate: {
    ...partOfWomen,
    title: {
      de: 'Schulabgänge von Mädchen ohne Hauptschulabschluss',
      en: 'Female school leavers without a certificate',
    },
  },
  leaversWithLowerCertificate: {
    ...part,
    title: {
      de: 'Schulabgänge mit Hauptschulabschluss',
      en: 'School leavers with the lower secondary certificate',
    },
  },
  leaversWithIntermediateCertificate: {
    ...part,
    title: {
      de: 'Schulabgänge mit Mittlerem Abschluss',
      en: 'School leavers with the intermediate certificate',
    },
  },
  leaversWithUniversityEntrance: {
    ...part,
    title: {
      de: 'Schulabgänge mit allgemeiner Hochschulreife',
      en: 'School leavers with general entrance to universities',
    },
  },
  femaleLeaversWithUniversityEntrance: {
    ...partOfWomen,
    title: {
      de: 'Schulabgänge von Mädchen mit allgemeiner Hochschulreife',
      en: 'Female school leavers with general entrance to universities',
    },
  },
  leaversWithSchoolPartOfAppliedEntrance: {
    ...leavers,
    title: {
      de: 'Schulabgänge mit dem schulischen Teil der Fachhochschulreife',
      en: 'School leavers with the school part of the entrance to universities of applied sciences',
    },
    description: {
      de: 'Jugendliche, die im Schuljahr eine allgemeinbildende Schule mit dem schulischen Teil der Fachhochschulreife verlassen haben: Dazu fehlt noch ein beruflicher Teil. Sie gehören zu denen mit Mittlerem Abschluss.',
      en: 'Young people who left a general school during the school year with the school part of the entrance to universities of applied sciences: a vocational part is still missing. They are among those with the intermediate certificate.',
    },
    caveats: {
      de: `${atTheSchool.de} Die Länder zählen verschieden, einige gar nicht.`,
      en: `${atTheSchool.en} The states count in different ways, some not at all.`,
    },
    dimensions: ['sex'],
    informs: ['strategy'],
  },
  pupils: {
    ...ownCount,
    title: { de: 'Schülerinnen und Schüler', en: 'Pupils' },
    description: {
      de: 'Wer am Stichtag der Schulstatistik im Herbst, der als 1. Oktober geführt wird, eine allgemeinbildende Schule des Kreises besuchte; Zahlen der Schulverwaltung.',
      en: 'Who attended a general school of the district on the day of the school statistics in autumn, kept as 1 October; figures of the school administration.',
    },
    caveats: {
      de: 'Gezählt wird am Ort der Schule, nicht der Wohnung.',
      en: 'Counted at the place of the school, not of residence.',
    },
    informs: ['data'],
  },
  preparatoryClassPupils: {
    ...ownCount,
    title: {
      de: 'Schülerinnen und Schüler in Vorbereitungsklassen',
      en: 'Pupils in preparatory classes',
    },
    description: {
      de: 'Neu zugewanderte Schülerinnen und Schüler, die am Stichtag der Schulstatistik im Herbst in einer eigenen Klasse Deutsch lernten (Vorbereitungs-, Willkommens- oder Sprachlernklasse); Zahlen der Schulverwaltung.',
      en: 'Newly arrived pupils who on the day of the school statistics in autumn learned German in a class of their own (preparatory, welcome or language-learning class); figures of the school administration.',
    },
    caveats: {
      de: 'Wer in einer Regelklasse Förderstunden erhält, zählt nicht dazu: Länder und Schulen machen es verschieden.',
      en: 'Those who receive support lessons in an ordinary class are not counted: states and schools do it differently.',
    },
    informs: ['strategy', 'networking'],
  },
} as const satisfies Record<string, MeasureDefinition<Statistic>>;

export type Measure = keyof typeof measures;
