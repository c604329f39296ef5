import type { DemoActor } from './demo-actor.ts';

/** Invented organisations in the Landkreis Coburg (09473). None of them exists. */
export const demoActorsCoburg: readonly DemoActor[] = Object.freeze([
  {
    key: 'coburg-integration-staff-unit',
    kind: 'administration',
    name: 'Landkreis Coburg, Stabsstelle Miteinander (Beispiel)',
    description: {
      de: 'Bringt Gemeinden, Träger und Vereine an einen Tisch und berichtet dem Kreistag über den Stand der Integration.',
      en: 'Brings municipalities, welfare organisations and associations to one table and reports to the district council.',
    },
    territories: ['09473'],
    topics: ['coordination', 'data', 'public-relations'],
    languages: ['de', 'en'],
  },
  {
    key: 'froschgrund-welfare',
    kind: 'welfareOrganisation',
    name: 'Hilfswerk Froschgrund (Beispiel)',
    description: {
      de: 'Berät Zugewanderte jeden Alters und koordiniert Sprachmittlung für Ämter und Schulen.',
      en: 'Advises migrants of every age and coordinates language mediation for offices and schools.',
    },
    territories: ['09473159', '09473151'],
    topics: ['advice', 'language', 'health'],
    languages: ['de', 'ru', 'tr', 'uk'],
  },
  {
    key: 'itz-international',
    kind: 'migrantOrganisation',
    name: 'Itz International (Beispiel)',
    description: {
      de: 'Vereinigung von Zugewanderten, die Kulturabende gestaltet und Neuankommende berät.',
      en: 'Association of migrants that arranges cultural evenings and advises newcomers.',
    },
    territories: ['09473159', '09473120'],
    topics: ['participation', 'culture', 'advice'],
    languages: ['de', 'ru', 'ro', 'ar'],
    migrantLed: true,
  },
  {
    key: 'bad-rodach-language-cafe',
    kind: 'volunteerInitiative',
    name: 'Sprachcafé Kachelofen Bad Rodach (Beispiel)',
    description: {
      de: 'Ehrenamtliche üben Deutsch im Gespräch und vermitteln Kontakte zu Vereinen.',
      en: 'Volunteers practise German in conversation and open the way to clubs.',
    },
    territories: ['09473158'],
    topics: ['language', 'volunteering'],
    languages: ['de', 'en'],
  },
  {
    key: 'sesslach-music-club',
    kind: 'association',
    name: 'Musikverein Musterklang Seßlach (Beispiel)',
    description: {
      de: 'Öffnet Instrumentalunterricht und Orchester für Kinder aus zugewanderten Familien.',
      en: 'Opens instrument lessons and the orchestra to children of migrant families.',
    },
    territories: ['09473165'],
    topics: ['culture', 'family'],
    languages: ['de'],
  },
  {
    key: 'coburg-job-centre',
    kind: 'jobCentre',
    name: 'Jobcenter Musterkreis Coburg-Land (Beispiel)',
    description: {
      de: 'Verbindet Arbeitsvermittlung mit Sprachförderung und Anerkennung von Abschlüssen.',
      en: 'Combines placement in work with language support and the recognition of qualifications.',
    },
    territories: ['09473'],
    topics: ['labour-market', 'recognition-of-qualifications'],
    languages: ['de', 'en', 'uk'],
  },
  {
    key: 'neustadt-school',
    kind: 'school',
    name: 'Mittelschule am Puppenwinkel Neustadt (Beispiel)',
    description: {
      de: 'Führt Deutschklassen und begleitet Jugendliche in die Ausbildung.',
      en: 'Runs German classes and accompanies young people into vocational training.',
    },
    territories: ['09473151'],
    topics: ['school', 'language', 'vocational-training'],
    languages: ['de', 'tr'],
  },
  {
    key: 'coburg-adult-education',
    kind: 'educationProvider',
    name: 'Volkshochschule Musterhügel Coburger Land (Beispiel)',
    description: {
      de: 'Bietet Sprachkurse in mehreren Gemeinden an, mit Kinderbetreuung.',
      en: 'Offers language courses in several municipalities, with child care.',
    },
    territories: ['09473'],
    topics: ['language', 'childcare'],
    languages: ['de', 'en'],
  },
  {
    key: 'sonnefeld-upholstery',
    kind: 'employer',
    name: 'Polstermanufaktur Beispielsitz Sonnefeld (Beispiel)',
    description: {
      de: 'Stellt Zugewanderte ein und bietet Deutsch am Arbeitsplatz an.',
      en: 'Employs migrants and offers German at the workplace.',
    },
    territories: ['09473166', '09473174'],
    topics: ['labour-market', 'language'],
    languages: ['de', 'ro', 'pl'],
  },
  {
    key: 'ebersdorf-interfaith-circle',
    kind: 'religiousCommunity',
    name: 'Ökumenischer Gesprächskreis Offene Tür Ebersdorf (Beispiel)',
    description: {
      de: 'Lädt Menschen aller Bekenntnisse zu Begegnung und gemeinsamem Essen ein.',
      en: 'Invites people of all faiths to meet and to eat together.',
    },
    territories: ['09473121'],
    topics: ['interfaith-dialogue', 'volunteering'],
    languages: ['de', 'en', 'ti'],
  },
]);
