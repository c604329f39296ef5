import type { DemoActor } from './demo-actor.ts';

/** Offices of towns and municipalities in the Landkreis Coburg (09473), and whom they work with. None of them exists. */
export const demoPartnersCoburg: readonly DemoActor[] = Object.freeze([
  {
    key: 'neustadt-town-integration-office',
    kind: 'administration',
    name: 'Stadt Neustadt bei Coburg, Anlaufstelle Integration (Beispiel)',
    description: {
      de: 'Berät in eigener Zuständigkeit bei Einbürgerung und Wohnen und öffnet die Verwaltung für Mehrsprachigkeit.',
      en: 'Advises in its own right on naturalisation and housing and opens the administration to several languages.',
    },
    territories: ['09473151'],
    topics: ['advice', 'housing'],
    languages: ['de', 'en', 'tr'],
  },
  {
    key: 'roedental-town-family-office',
    kind: 'administration',
    name: 'Stadt Rödental, Familienstützpunkt (Beispiel)',
    description: {
      de: 'Verbindet Kitas, Schulen und Elterngruppen und beteiligt zugewanderte Familien an der Planung.',
      en: 'Connects day care, schools and parents’ groups and gives migrant families a part in planning.',
    },
    territories: ['09473159'],
    topics: ['family', 'childcare', 'participation'],
    languages: ['de', 'en', 'ru'],
  },
  {
    key: 'bad-rodach-town-hall',
    kind: 'administration',
    name: 'Stadt Bad Rodach, Bürgerbüro (Beispiel)',
    description: {
      de: 'Begleitet das Ehrenamt in der Stadt und weist den Weg zu Beratung und Kursen.',
      en: 'Supports volunteers in the town and shows the way to advice and courses.',
    },
    territories: ['09473158'],
    topics: ['volunteering', 'advice'],
  },
  {
    key: 'sonnefeld-municipal-office',
    kind: 'administration',
    name: 'Gemeinde Sonnefeld, Haupt- und Sozialverwaltung (Beispiel)',
    description: {
      de: 'Stimmt mit den Betrieben der Gemeinde Wohnraum und Sprachförderung ab.',
      en: 'Agrees with the companies of the municipality on housing and language support.',
    },
    territories: ['09473166'],
    topics: ['labour-market', 'housing'],
  },
  {
    key: 'grub-am-forst-joint-office',
    kind: 'administration',
    name: 'Verwaltungsgemeinschaft Grub am Forst, Soziales (Beispiel)',
    description: {
      de: 'Handelt für die beiden Gemeinden der Verwaltungsgemeinschaft und vertritt sie in den Gremien.',
      en: 'Acts for both municipalities of the joint administration and represents them in the bodies.',
    },
    territories: ['09473134', '09473153'],
    topics: ['coordination', 'housing'],
  },
  {
    key: 'coburg-parents-circle',
    kind: 'association',
    name: 'Elternkreis Viele Sprachen Coburger Land (Beispiel)',
    description: {
      de: 'Zugewanderte Eltern begleiten andere Eltern zu Gesprächen in Kita und Schule.',
      en: 'Migrant parents accompany other parents to meetings in day care and school.',
    },
    territories: ['09473151', '09473159'],
    topics: ['family', 'school', 'participation'],
    languages: ['de', 'ar', 'uk', 'tr'],
    migrantLed: true,
  },
  {
    key: 'lautertal-neighbours',
    kind: 'volunteerInitiative',
    name: 'Nachbarschaftshilfe Lauterufer Lautertal (Beispiel)',
    description: {
      de: 'Ehrenamtliche helfen bei Behördengängen, Fahrten und der Suche nach einem Verein.',
      en: 'Volunteers help with offices, with lifts and with finding a club.',
    },
    territories: ['09473141'],
    topics: ['volunteering', 'mobility'],
  },
  {
    key: 'coburg-integration-network',
    kind: 'other',
    name: 'Netzwerk Vielfalt Coburger Land (Beispiel)',
    description: {
      de: 'Dach der Träger, Vereine und Initiativen im Landkreis; berät bei Diskriminierung und bündelt Anliegen.',
      en: 'Umbrella of welfare organisations, associations and initiatives; advises on discrimination and gathers concerns.',
    },
    territories: ['09473'],
    topics: ['coordination', 'anti-discrimination'],
    languages: ['de', 'en'],
  },
]);
