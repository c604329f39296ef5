import { type IndicatorDefinition, share } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const percent = { unit: 'percent', decimals: 1 } as const;

const atTheSchool = {
  de: 'Gezählt wird am Ort der Schule, nicht der Wohnung. Abschlüsse an beruflichen Schulen fehlen. Nach der Staatsangehörigkeit ist die Tabelle nicht gegliedert, nach dem Geschlecht nennt sie nur Mädchen und junge Frauen.',
  en: 'Counted at the place of the school, not of residence. Certificates of vocational schools are missing. The table is not broken down by citizenship, and by sex it names only girls and young women.',
};

/** What the plug-in publishes beside its measures. */
export const indicators = {
  withoutCertificateShare: {
    ...percent,
    title: {
      de: 'Schulabgänge ohne Hauptschulabschluss (Anteil)',
      en: 'Share of leavers without a certificate',
    },
    description: {
      de: 'Anteil derer ohne Hauptschulabschluss an allen, die im Schuljahr eine allgemeinbildende Schule verlassen haben.',
      en: 'Those without a certificate as a share of all who left a general school during the school year.',
    },
    direction: 'lowerIsBetter',
    caveats: {
      de: `${atTheSchool.de} Wo eine Förderschule steht, ist der Anteil höher.`,
      en: `${atTheSchool.en} Where there is a special-needs school the share is higher.`,
    },
    informs: ['strategy'],
    formula: (m) => share(m.leaversWithoutCertificate, m.leavers),
  },
  lowerCertificateShare: {
    ...percent,
    title: {
      de: 'Schulabgänge mit Hauptschulabschluss (Anteil)',
      en: 'Share of leavers with the lower secondary certificate',
    },
    description: {
      de: 'Anteil derer mit Hauptschulabschluss an allen, die im Schuljahr eine allgemeinbildende Schule verlassen haben.',
      en: 'Those with the lower secondary certificate as a share of all who left a general school during the school year.',
    },
    caveats: atTheSchool,
    informs: ['strategy'],
    formula: (m) => share(m.leaversWithLowerCertificate, m.leavers),
  },
  intermediateCertificateShare: {
    ...percent,
    title: {
      de: 'Schulabgänge mit Mittlerem Abschluss (Anteil)',
      en: 'Share of leavers with the intermediate certificate',
    },
    description: {
      de: 'Anteil derer mit Mittlerem Abschluss an allen, die im Schuljahr eine allgemeinbildende Schule verlassen haben.',
      en: 'Those with the intermediate certificate as a share of all who left a general school during the school year.',
    },
    caveats: atTheSchool,
    informs: ['strategy'],
    formula: (m) => share(m.leaversWithIntermediateCertificate, m.leavers),
  },
  universityEntranceShare: {
    ...percent,
    title: {
      de: 'Schulabgänge mit allgemeiner Hochschulreife (Anteil)',
      en: 'Share of leavers with general entrance to universities',
    },
    description: {
      de: 'Anteil derer mit allgemeiner Hochschulreife an allen, die im Schuljahr eine allgemeinbildende Schule verlassen haben.',
      en: 'Those with general entrance to universities as a share of all who left a general school during the school year.',
    },
    caveats: {
      de: `${atTheSchool.de} Kreise mit wenigen Gymnasien haben kleine Werte, Städte mit vielen große.`,
      en: `${atTheSchool.en} Districts with few grammar schools have small values, cities with many of them large ones.`,
    },
    informs: ['strategy'],
    formula: (m) => share(m.leaversWithUniversityEntrance, m.leavers),
  },
  femaleWithoutCertificateShare: {
    ...percent,
    title: {
      de: 'Mädchen ohne Hauptschulabschluss (Anteil an allen Mädchen)',
      en: 'Female leavers without a certificate (share of all female leavers)',
    },
    description: {
      de: 'Anteil derer ohne Hauptschulabschluss an allen Mädchen und jungen Frauen, die im Schuljahr eine allgemeinbildende Schule verlassen haben.',
      en: 'Those without a certificate as a share of all girls and young women who left a general school during the school year.',
    },
    direction: 'lowerIsBetter',
    caveats: atTheSchool,
    informs: ['strategy'],
    formula: (m) => share(m.femaleLeaversWithoutCertificate, m.femaleLeavers),
  },
  womenAmongWithoutCertificate: {
    ...percent,
    title: {
      de: 'Mädchenanteil unter den Schulabgängen ohne Hauptschulabschluss',
      en: 'Share of girls among leavers without a certificate',
    },
    description: {
      de: 'Anteil der Mädchen und jungen Frauen an allen, die im Schuljahr eine allgemeinbildende Schule ohne Hauptschulabschluss verlassen haben.',
      en: 'Girls and young women as a share of all who left a general school without a certificate during the school year.',
    },
    caveats: atTheSchool,
    informs: ['strategy'],
    formula: (m) => share(m.femaleLeaversWithoutCertificate, m.leaversWithoutCertificate),
  },
  womenAmongUniversityEntrance: {
    ...percent,
    title: {
      de: 'Mädchenanteil unter den Schulabgängen mit allgemeiner Hochschulreife',
      en: 'Share of girls among leavers with general entrance to universities',
    },
    description: {
      de: 'Anteil der Mädchen und jungen Frauen an allen, die im Schuljahr eine allgemeinbildende Schule mit allgemeiner Hochschulreife verlassen haben.',
      en: 'Girls and young women as a share of all who left a general school with general entrance to universities during the school year.',
    },
    caveats: atTheSchool,
    informs: ['strategy'],
    formula: (m) => share(m.femaleLeaversWithUniversityEntrance, m.leaversWithUniversityEntrance),
  },
  preparatoryClassShare: {
    ...percent,
    title: { de: 'Anteil in Vorbereitungsklassen', en: 'Share in preparatory classes' },
    description: {
      de: 'Anteil der Schülerinnen und Schüler in Vorbereitungsklassen an allen der allgemeinbildenden Schulen am Stichtag im Herbst.',
      en: 'Pupils in preparatory classes as a share of all pupils of general schools on the day in autumn.',
    },
    caveats: {
      de: 'Ein kleiner Anteil kann auch heißen, dass Kinder gleich in Regelklassen lernen: Länder und Schulen machen es verschieden.',
      en: 'A small share can also mean that children learn in ordinary classes at once: states and schools do it differently.',
    },
    informs: ['strategy', 'networking'],
    formula: (m) => share(m.preparatoryClassPupils, m.pupils),
  },
} as const satisfies Record<string, IndicatorDefinition<Measure>>;
