import { done, planned, running, stopped } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'goslar-integration-staff-unit';
const courses = 'goslar-adult-education';
const jobCentre = 'goslar-job-centre';
const welfare = 'tannenzweig-welfare';
const goslar = 'goslar-town-participation-office';
const seesen = 'seesen-town-citizens-office';
const harzburg = 'bad-harzburg-town-social-office';
const network = 'harz-integration-network';

/** Fields of action of the concept of the Landkreis Goslar in the demo that are about housing, language and work. */
export const goslarFieldsOfLife: readonly FieldRow[] = [
  {
    key: 'living',
    title: ['Wohnen und Ankommen', 'Housing and arriving'],
    goals: [
      {
        key: 'own-home',
        title: [
          'Aus der Unterkunft in die eigene Wohnung',
          'From shared accommodation to a home of one’s own',
        ],
        tasks: ['housing'],
        actions: [
          [
            'letting-guide',
            'Leitfaden für Vermietende',
            'Guide for those who let homes',
            [welfare, goslar],
            done(-10, -7, -7),
          ],
          [
            'housing-agreement',
            'Vereinbarung zum Wohnen vorbereiten',
            'Prepare the agreement on housing',
            [office, harzburg],
            running(-9, 2),
          ],
          [
            'housing-support',
            'Wohnbegleitung im ersten Jahr',
            'Support for tenants in the first year',
            [welfare],
            running(-8, -2),
          ],
        ],
      },
      {
        key: 'first-year',
        title: [
          'Wer ankommt, bleibt gern, und die Zahl der Einwohner bleibt stabil',
          'Those who arrive like to stay, and the number of residents remains stable',
        ],
        recommendations: ['competence-volunteers'],
        tasks: ['initial-orientation'],
        targets: [['population/residents', 'AT_LEAST', 137_000, 3]],
        actions: [
          [
            'mentors',
            'Patenschaften in jeder Gemeinde',
            'Mentors in every municipality',
            ['seesen-godparents', network],
            running(-11, 7),
          ],
          [
            'welcome-evening',
            'Willkommensabende der Städte',
            'Welcome evenings of the towns',
            [seesen, goslar],
            done(-9, -5, -3),
          ],
          [
            'student-buddies',
            'Tandems an der Hochschule',
            'Buddies at the university',
            ['clausthal-student-bridge'],
            running(-10, null),
            { tasks: ['student-arrivals'] },
          ],
        ],
      },
    ],
  },
  {
    key: 'language-and-work',
    title: ['Sprache, Bildung und Arbeit', 'Language, education and work'],
    goals: [
      {
        key: 'learn-and-work',
        title: ['Arbeit und Sprachkurs passen zusammen', 'Work and language course go together'],
        tasks: ['language-courses', 'tourism-workers'],
        actions: [
          [
            'hotel-german',
            'Deutschkurse im Hotel',
            'German courses in hotels',
            [courses, 'harz-hospitality'],
            running(-7, 6),
            { tasks: ['tourism-workers'] },
          ],
          [
            'evening-courses',
            'Abendkurse in Langelsheim',
            'Evening courses in Langelsheim',
            [courses, 'langelsheim-town-office'],
            stopped(-9, -3, 'Der Raum stand nicht mehr zur Verfügung.'),
          ],
        ],
      },
      {
        key: 'school-success',
        title: ['Kein Kind ohne Abschluss', 'No child without a certificate'],
        tasks: ['school', 'school-to-work'],
        actions: [
          [
            'parents-cafe',
            'Elterncafé an drei Schulen',
            'Parents’ café at three schools',
            ['bad-harzburg-school'],
            done(-10, null, -4),
          ],
          [
            'language-summer',
            'Sprachsommer in den Ferien',
            'Language summer in the holidays',
            [courses],
            planned(3, 6),
          ],
        ],
      },
      {
        key: 'own-business',
        title: ['Zugewanderte gründen Betriebe', 'Migrants found businesses'],
        tasks: ['recognition', 'vocational-integration'],
        actions: [
          [
            'founders-desk',
            'Sprechstunde für Gründungen',
            'Office hours for founders',
            ['goslar-founders-circle', jobCentre],
            running(-6, 3),
          ],
        ],
      },
    ],
  },
];
