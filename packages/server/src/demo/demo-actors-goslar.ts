import type { DemoActor } from './demo-actor.ts';

/** Invented organisations in Goslar (03153). None of them exists. */
export const demoActorsGoslar: readonly DemoActor[] = Object.freeze([
  {
    key: 'goslar-integration-staff-unit',
    kind: 'administration',
    name: 'Landkreis Goslar, Stabsstelle Vielfalt am Harz (Beispiel)',
    description: {
      de: 'Steuert das Integrationskonzept des Landkreises gemeinsam mit den Städten und Gemeinden.',
      en: 'Steers the integration concept of the district together with its towns and municipalities.',
    },
    territories: ['03153'],
    topics: ['coordination', 'data', 'participation'],
    languages: ['de', 'en'],
  },
  {
    key: 'liebenburg-municipal-office',
    kind: 'administration',
    name: 'Gemeinde Liebenburg, Kontaktstelle Nachbarschaft (Beispiel)',
    description: {
      de: 'Vermittelt in der Gemeinde zwischen Verwaltung, Ehrenamt und neuen Nachbarinnen und Nachbarn.',
      en: 'Mediates in the municipality between administration, volunteers and new neighbours.',
    },
    territories: ['03153008'],
    topics: ['advice', 'volunteering'],
    languages: ['de'],
  },
  {
    key: 'tannenzweig-welfare',
    kind: 'welfareOrganisation',
    name: 'Sozialwerk Tannenzweig (Beispiel)',
    description: {
      de: 'Trägt die Migrationsberatung und begleitet Familien bei Kita, Schule und Wohnungssuche.',
      en: 'Runs the migration advice service and accompanies families with day care, school and finding a home.',
    },
    territories: ['03153017', '03153012', '03153019'],
    topics: ['advice', 'family', 'housing'],
    languages: ['de', 'ar', 'tr', 'uk'],
  },
  {
    key: 'harz-women-circle',
    kind: 'migrantOrganisation',
    name: 'Frauenkreis Neue Heimat Harz (Beispiel)',
    description: {
      de: 'Zugewanderte Frauen beraten und stärken einander und vertreten sich in der Öffentlichkeit.',
      en: 'Migrant women advise and strengthen one another and speak for themselves in public.',
    },
    territories: ['03153017', '03153002'],
    topics: ['participation', 'family', 'health'],
    languages: ['de', 'ar', 'fa', 'ku'],
    migrantLed: true,
  },
  {
    key: 'clausthal-student-bridge',
    kind: 'migrantOrganisation',
    name: 'Studierendenbrücke Oberharz (Beispiel)',
    description: {
      de: 'Internationale Studierende helfen neu Ankommenden bei Behördengängen und im Alltag.',
      en: 'International students help newcomers with authorities and in daily life.',
    },
    territories: ['03153018'],
    topics: ['advice', 'participation'],
    languages: ['de', 'en', 'zh', 'fr'],
    migrantLed: true,
  },
  {
    key: 'seesen-godparents',
    kind: 'volunteerInitiative',
    name: 'Patenkreis Hand in Hand Seesen (Beispiel)',
    description: {
      de: 'Ehrenamtliche Patinnen und Paten begleiten Familien im ersten Jahr.',
      en: 'Volunteer mentors accompany families in their first year.',
    },
    territories: ['03153012'],
    topics: ['volunteering', 'family', 'language'],
    languages: ['de', 'en', 'ru'],
  },
  {
    key: 'braunlage-mountain-club',
    kind: 'association',
    name: 'Wanderverein Mustergipfel Braunlage (Beispiel)',
    description: {
      de: 'Lädt Einheimische und Zugewanderte zu gemeinsamen Wanderungen ein.',
      en: 'Invites locals and migrants to hikes together.',
    },
    territories: ['03153016'],
    topics: ['sport', 'culture'],
    languages: ['de'],
  },
  {
    key: 'goslar-job-centre',
    kind: 'jobCentre',
    name: 'Jobcenter Musterkreis Goslar (Beispiel)',
    description: {
      de: 'Vermittelt in Arbeit und Ausbildung und arbeitet dafür mit Betrieben und Sprachkursträgern zusammen.',
      en: 'Places people in work and training, together with companies and providers of language courses.',
    },
    territories: ['03153'],
    topics: ['labour-market', 'vocational-training'],
    languages: ['de', 'en', 'ar', 'uk'],
  },
  {
    key: 'bad-harzburg-school',
    kind: 'school',
    name: 'Schule am Musterbrunnen Bad Harzburg (Beispiel)',
    description: {
      de: 'Verbindet Sprachförderung mit Ganztag und Elterncafé.',
      en: 'Combines language support with all-day school and a café for parents.',
    },
    territories: ['03153002'],
    topics: ['school', 'language', 'family'],
    languages: ['de', 'uk'],
  },
  {
    key: 'goslar-adult-education',
    kind: 'educationProvider',
    name: 'Bildungshaus Beispielstollen Goslar (Beispiel)',
    description: {
      de: 'Führt Integrationskurse durch und schult Verwaltungen und Ehrenamt in interkultureller Kompetenz.',
      en: 'Runs integration courses and trains administrations and volunteers in intercultural competence.',
    },
    territories: ['03153'],
    topics: ['language', 'intercultural-competence'],
    languages: ['de', 'en'],
  },
]);
