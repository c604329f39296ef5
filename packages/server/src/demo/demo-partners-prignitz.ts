import type { DemoActor } from './demo-actor.ts';

/** Offices of towns, municipalities and Ämter in the Prignitz (12070), and whom they work with. None of them exists. */
export const demoPartnersPrignitz: readonly DemoActor[] = Object.freeze([
  {
    key: 'wittenberge-town-social-office',
    kind: 'administration',
    name: 'Stadt Wittenberge, Fachdienst Soziales und Quartier (Beispiel)',
    description: {
      de: 'Vermittelt Wohnraum, begleitet das Ehrenamt und lädt zu Quartiersrunden ein.',
      en: 'Finds homes, supports volunteers and invites people to neighbourhood meetings.',
    },
    territories: ['12070424'],
    topics: ['housing', 'volunteering', 'participation'],
    languages: ['de', 'en', 'ar'],
  },
  {
    key: 'pritzwalk-town-education-office',
    kind: 'administration',
    name: 'Stadt Pritzwalk, Fachbereich Bildung und Sport (Beispiel)',
    description: {
      de: 'Trägt Grundschulen und Kitas und stimmt mit ihnen die Aufnahme zugewanderter Kinder ab.',
      en: 'Maintains primary schools and day care and agrees with them on the admission of migrant children.',
    },
    territories: ['12070316'],
    topics: ['school', 'childcare'],
  },
  {
    key: 'karstaedt-municipal-office',
    kind: 'administration',
    name: 'Gemeinde Karstädt, Bürgerdienste (Beispiel)',
    description: {
      de: 'Ansprechstelle in der Gemeinde, auch für Menschen, die nur für eine Saison hier arbeiten.',
      en: 'Contact point in the municipality, also for people who work here for a season only.',
    },
    territories: ['12070173'],
    topics: ['advice', 'labour-market'],
    languages: ['de', 'pl', 'ro'],
  },
  {
    key: 'bad-wilsnack-weisen-office',
    kind: 'administration',
    name: 'Amt Bad Wilsnack/Weisen, Ordnung und Soziales (Beispiel)',
    description: {
      de: 'Nimmt die Aufgaben der Integration für die fünf Gemeinden des Amtes gemeinsam wahr.',
      en: 'Carries out the tasks of integration jointly for the five municipalities of the Amt.',
    },
    territories: ['12070008', '12070052', '12070241', '12070348', '12070416'],
    topics: ['coordination', 'volunteering'],
  },
  {
    key: 'lenzen-elbtalaue-office',
    kind: 'administration',
    name: 'Amt Lenzen-Elbtalaue, Zentrale Dienste (Beispiel)',
    description: {
      de: 'Vertritt vier Gemeinden an der Elbe in den Gremien des Kreises und organisiert Fahrten zu Kursen.',
      en: 'Represents four municipalities on the Elbe in the bodies of the district and arranges rides to courses.',
    },
    territories: ['12070060', '12070236', '12070244', '12070246'],
    topics: ['coordination', 'mobility'],
  },
  {
    key: 'elbe-women-studio',
    kind: 'association',
    name: 'Nähatelier Frauen an der Elbe (Beispiel)',
    description: {
      de: 'Von zugewanderten Frauen gegründet: gemeinsames Nähen, Beratung und Mut zur Ausbildung.',
      en: 'Founded by migrant women: sewing together, advice and encouragement to train for a profession.',
    },
    territories: ['12070424', '12070296'],
    topics: ['participation', 'vocational-training'],
    languages: ['de', 'fa', 'ar', 'uk'],
    migrantLed: true,
  },
  {
    key: 'prignitz-interfaith-table',
    kind: 'religiousCommunity',
    name: 'Tafelrunde der Religionen Prignitz (Beispiel)',
    description: {
      de: 'Gemeinden verschiedener Bekenntnisse laden reihum zum Gespräch und zum gemeinsamen Essen ein.',
      en: 'Communities of several faiths take turns in inviting people to talk and to eat together.',
    },
    territories: ['12070296', '12070316'],
    topics: ['interfaith-dialogue', 'volunteering'],
    languages: ['de', 'en', 'ar'],
  },
  {
    key: 'prignitz-integration-network',
    kind: 'other',
    name: 'Netzwerk Ankommen in der Prignitz (Beispiel)',
    description: {
      de: 'Dach der freien Träger, Vereine und Initiativen; spricht in den Gremien des Kreises für seine Mitglieder.',
      en: 'Umbrella of welfare organisations, associations and initiatives; speaks for its members in the bodies of the district.',
    },
    territories: ['12070'],
    topics: ['coordination', 'participation'],
    languages: ['de', 'en'],
  },
]);
