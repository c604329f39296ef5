import type { DemoActor } from './demo-actor.ts';

/** Invented organisations in Prignitz (12070). None of them exists. */
export const demoActorsPrignitz: readonly DemoActor[] = Object.freeze([
  {
    key: 'prignitz-integration-staff-unit',
    kind: 'administration',
    name: 'Landkreis Prignitz, Stabsstelle Zusammenleben (Beispiel)',
    description: {
      de: 'Stimmt die Integrationsarbeit des Landkreises mit den Städten, Ämtern und Gemeinden ab und führt die Zahlen zusammen.',
      en: 'Coordinates the integration work of the district with its towns, Ämter and municipalities and brings the figures together.',
    },
    territories: ['12070'],
    topics: ['coordination', 'data', 'public-relations'],
    languages: ['de', 'en'],
  },
  {
    key: 'perleberg-town-residents-office',
    kind: 'administration',
    name: 'Stadt Perleberg, Bürgerbüro Ankommen (Beispiel)',
    description: {
      de: 'Erste Anlaufstelle im Rathaus für Neuzugezogene, mit Wegweiser zu den Angeboten in Stadt und Kreis.',
      en: 'First contact in the town hall for newcomers, with a guide to what town and district offer.',
    },
    territories: ['12070296'],
    topics: ['advice', 'housing'],
    languages: ['de', 'en', 'ru'],
  },
  {
    key: 'storchenland-welfare',
    kind: 'welfareOrganisation',
    name: 'Wohlfahrtswerk Storchenland (Beispiel)',
    description: {
      de: 'Berät Zugewanderte zu Aufenthalt, Familie und Gesundheit, mit Sprechstunden in drei Städten.',
      en: 'Advises migrants on residence, family and health, with office hours in three towns.',
    },
    territories: ['12070296', '12070316', '12070424'],
    topics: ['advice', 'health', 'family'],
    languages: ['de', 'ar', 'fa', 'ru'],
  },
  {
    key: 'elbe-voices',
    kind: 'migrantOrganisation',
    name: 'Stimmen an der Elbe (Beispiel)',
    description: {
      de: 'Zusammenschluss von Zugewanderten, der ihre Anliegen in die Gremien von Kreis und Städten trägt.',
      en: 'Union of migrants that carries their concerns into the bodies of the district and its towns.',
    },
    territories: ['12070424', '12070296'],
    topics: ['participation', 'antidiscrimination'],
    languages: ['de', 'ar', 'uk'],
    migrantLed: true,
  },
  {
    key: 'wittenberge-repair-cafe',
    kind: 'volunteerInitiative',
    name: 'Werkstattcafé Drahtesel Wittenberge (Beispiel)',
    description: {
      de: 'Ehrenamtliche setzen mit Zugewanderten Fahrräder instand und üben dabei Deutsch.',
      en: 'Volunteers repair bicycles together with migrants and practise German on the way.',
    },
    territories: ['12070424'],
    topics: ['mobility', 'language', 'volunteering'],
    languages: ['de', 'en'],
  },
  {
    key: 'pritzwalk-sports-club',
    kind: 'association',
    name: 'Sportverein Blau-Gelb Musterau (Beispiel)',
    description: {
      de: 'Öffnet Training und Ehrenämter für Kinder und Erwachsene, die neu in der Stadt sind.',
      en: 'Opens training and honorary posts to children and adults who are new in the town.',
    },
    territories: ['12070316'],
    topics: ['sport', 'volunteering'],
    languages: ['de'],
  },
  {
    key: 'prignitz-job-centre',
    kind: 'jobCentre',
    name: 'Jobcenter Musterkreis Prignitz (Beispiel)',
    description: {
      de: 'Begleitet Zugewanderte in Arbeit und Ausbildung und stimmt Sprachkurse und Vermittlung aufeinander ab.',
      en: 'Accompanies migrants into work and training and fits language courses and placement together.',
    },
    territories: ['12070'],
    topics: ['labour-market', 'vocational-training'],
    languages: ['de', 'en', 'ar'],
  },
  {
    key: 'stepenitz-school',
    kind: 'school',
    name: 'Schule an der Mustermühle Pritzwalk (Beispiel)',
    description: {
      de: 'Nimmt neu zugewanderte Kinder in Vorbereitungsgruppen auf und führt sie in die Regelklassen.',
      en: 'Takes newly arrived children into preparatory groups and leads them into the regular classes.',
    },
    territories: ['12070316'],
    topics: ['school', 'language'],
    languages: ['de', 'uk'],
  },
  {
    key: 'prignitz-adult-education',
    kind: 'educationProvider',
    name: 'Volkshochschule Beispielsaue Prignitz (Beispiel)',
    description: {
      de: 'Bietet Integrations- und Berufssprachkurse an, auch abends und in den Ämtern auf dem Land.',
      en: 'Offers integration courses and vocational language courses, also in the evening and in the rural Ämter.',
    },
    territories: ['12070'],
    topics: ['language', 'vocational-training'],
    languages: ['de', 'en'],
  },
  {
    key: 'karstaedt-timber-works',
    kind: 'employer',
    name: 'Holzwerk Musterforst Karstädt (Beispiel)',
    description: {
      de: 'Bildet Zugewanderte aus und gibt ihnen Zeit für den Sprachkurs.',
      en: 'Trains migrants and gives them time for the language course.',
    },
    territories: ['12070173'],
    topics: ['labour-market', 'vocational-training'],
    languages: ['de', 'pl', 'ro'],
  },
]);
