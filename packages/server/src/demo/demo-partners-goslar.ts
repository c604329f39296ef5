import type { DemoActor } from './demo-actor.ts';

/**
 * Offices of towns in the Landkreis Goslar (03153), and whom they work with. None of them exists. One was entered twice, and one is no more:
 * so that both can be seen.
 */
export const demoPartnersGoslar: readonly DemoActor[] = Object.freeze([
  {
    key: 'goslar-town-participation-office',
    kind: 'administration',
    name: 'Stadt Goslar, Servicestelle Teilhabe (Beispiel)',
    description: {
      de: 'Führt die Geschäfte des Beirats der Stadt und berät bei Anmeldung, Wohnung und Einbürgerung.',
      en: 'Runs the office of the town’s advisory council and advises on registration, housing and naturalisation.',
    },
    territories: ['03153017'],
    topics: ['participation', 'advice', 'housing'],
    languages: ['de', 'en', 'tr', 'ar'],
  },
  {
    key: 'seesen-town-citizens-office',
    kind: 'administration',
    name: 'Stadt Seesen, Bürgerservice Willkommen (Beispiel)',
    description: {
      de: 'Begrüßt Neuzugezogene und bringt sie mit Patenschaften, Kita und Vereinen zusammen.',
      en: 'Welcomes those who move in and puts them in touch with mentors, day care and clubs.',
    },
    territories: ['03153012'],
    topics: ['advice', 'volunteering'],
    languages: ['de', 'en'],
  },
  {
    key: 'bad-harzburg-town-social-office',
    kind: 'administration',
    name: 'Stadt Bad Harzburg, Sachgebiet Soziale Angelegenheiten (Beispiel)',
    description: {
      de: 'Kümmert sich um Anschlussunterbringung und um Begegnung im Kurviertel.',
      en: 'Takes care of accommodation after reception and of encounter in the spa quarter.',
    },
    territories: ['03153002'],
    topics: ['housing', 'culture'],
  },
  {
    key: 'langelsheim-town-office',
    kind: 'administration',
    name: 'Stadt Langelsheim, Ordnungs- und Sozialverwaltung (Beispiel)',
    description: {
      de: 'Ansprechstelle auch für die Orte der früheren Samtgemeinde Lutter am Barenberge.',
      en: 'Contact point also for the places of the former Samtgemeinde Lutter am Barenberge.',
    },
    territories: ['03153019'],
    topics: ['advice', 'mobility'],
  },
  {
    key: 'harz-hospitality',
    kind: 'employer',
    name: 'Hotelgruppe Beispielblick Oberharz (Beispiel)',
    description: {
      de: 'Bildet Zugewanderte in Küche und Service aus und stellt sie für den Sprachkurs frei.',
      en: 'Trains migrants in kitchen and service and gives them time off for the language course.',
    },
    territories: ['03153016', '03153018'],
    topics: ['labour-market', 'vocational-training'],
    languages: ['de', 'en', 'vi'],
  },
  {
    key: 'oker-prayer-house',
    kind: 'religiousCommunity',
    name: 'Gebetshaus Offenes Tor Oker (Beispiel)',
    description: {
      de: 'Lädt die Nachbarschaft zum Fastenbrechen ein und hilft Familien bei Schule und Behörden.',
      en: 'Invites the neighbourhood to break the fast and helps families with school and offices.',
    },
    territories: ['03153017'],
    topics: ['interfaith-dialogue', 'family'],
    languages: ['de', 'tr', 'ar'],
  },
  {
    key: 'harz-integration-network',
    kind: 'other',
    name: 'Netzwerk Zusammen im Harz (Beispiel)',
    description: {
      de: 'Dach der Träger, Vereine und Initiativen im Landkreis; begleitet das Ehrenamt und berät bei Diskriminierung.',
      en: 'Umbrella of welfare organisations, associations and initiatives; supports volunteers and advises on discrimination.',
    },
    territories: ['03153'],
    topics: ['coordination', 'volunteering', 'anti-discrimination'],
    languages: ['de', 'en'],
  },
  {
    key: 'goslar-founders-circle',
    kind: 'association',
    name: 'Gründungskreis Neue Wege Goslar (Beispiel)',
    description: {
      de: 'Selbstständige mit Zuwanderungsgeschichte beraten andere bei Gründung und Anerkennung.',
      en: 'Self-employed migrants advise others on founding a business and on recognition.',
    },
    territories: ['03153017'],
    topics: ['labour-market', 'recognition-of-qualifications'],
    languages: ['de', 'en', 'tr', 'ru'],
    migrantLed: true,
  },
  {
    key: 'womens-circle-new-home',
    kind: 'migrantOrganisation',
    name: 'Frauenkreis „Neue Heimat“ Goslar (Beispiel)',
    description: {
      de: 'Doppelt erfasst: derselbe Kreis wie „Frauenkreis Neue Heimat Harz“.',
      en: 'Entered twice: the same circle as “Frauenkreis Neue Heimat Harz”.',
    },
    territories: ['03153017'],
    topics: ['participation'],
    migrantLed: true,
  },
  {
    key: 'langelsheim-clothes-room',
    kind: 'volunteerInitiative',
    name: 'Kleiderstube Faden und Knopf Langelsheim (Beispiel)',
    description: {
      de: 'Gab gut erhaltene Kleidung weiter und war Treffpunkt für Neuzugezogene; inzwischen aufgelöst.',
      en: 'Passed on good clothes and was a place to meet for newcomers; dissolved since.',
    },
    territories: ['03153019'],
    topics: ['volunteering'],
    deactivatedOn: '2025-06-30',
  },
]);
