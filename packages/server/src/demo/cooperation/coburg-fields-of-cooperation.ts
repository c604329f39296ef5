import { done, planned, running } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'coburg-integration-staff-unit';
const courses = 'coburg-adult-education';
const jobCentre = 'coburg-job-centre';
const network = 'coburg-integration-network';
const neustadt = 'neustadt-town-integration-office';
const rodach = 'bad-rodach-town-hall';

/** Fields of action of the concept of the Landkreis Coburg in the demo that are about work, volunteering and the administration. */
export const coburgFieldsOfCooperation: readonly FieldRow[] = [
  {
    key: 'language-and-work',
    title: ['Sprache und Arbeit', 'Language and work'],
    goals: [
      {
        key: 'german-at-work',
        title: ['Deutsch lernen neben der Arbeit', 'Learning German beside work'],
        tasks: ['language-courses', 'company-contacts'],
        targets: [['language/participationShare', 'AT_LEAST', 70, 2]],
        actions: [
          [
            'company-courses',
            'Kurse in drei Betrieben',
            'Courses in three companies',
            [courses, 'sonnefeld-upholstery'],
            running(-11, 3),
          ],
          [
            'afternoon-courses',
            'Nachmittagskurse mit Kinderbetreuung',
            'Afternoon courses with child care',
            [courses],
            running(-6, 8),
          ],
        ],
      },
      {
        key: 'language-mentors',
        title: [
          'Wer keinen Kursplatz hat, übt mit Patinnen und Paten',
          'Those without a place in a course practise with mentors',
        ],
        recommendations: ['competence-volunteers'],
        tasks: ['language-mentors'],
        actions: [
          [
            'mentor-network',
            'Lernpatenschaften in fünf Orten',
            'Mentors in five places',
            [courses, 'bad-rodach-language-cafe'],
            running(-12, -1),
          ],
          [
            'mentor-handbook',
            'Handreichung für Patinnen und Paten',
            'Handbook for mentors',
            [courses],
            done(-11, -8, null),
          ],
        ],
      },
      {
        key: 'skills-used',
        title: ['Mitgebrachte Abschlüsse zählen', 'Qualifications from abroad count'],
        tasks: ['recognition', 'vocational-integration'],
        actions: [
          [
            'recognition-advice',
            'Anerkennungsberatung vor Ort',
            'Advice on recognition on site',
            [jobCentre],
            running(-7, 4),
          ],
        ],
      },
    ],
  },
  {
    key: 'community',
    title: ['Ehrenamt und Begegnung', 'Volunteering and encounter'],
    goals: [
      {
        key: 'strong-volunteers',
        title: ['Ehrenamt wird begleitet und anerkannt', 'Volunteering is supported and honoured'],
        recommendations: ['regular-training'],
        tasks: ['volunteering-coordination'],
        actions: [
          [
            'volunteer-card',
            'Gemeinsame Ehrenamtskarte',
            'Joint card for volunteers',
            [office, rodach],
            running(-5, 7),
          ],
          [
            'volunteer-evening',
            'Dankabend für Ehrenamtliche',
            'Evening of thanks for volunteers',
            ['lautertal-neighbours', network],
            done(-7, -5, -5),
          ],
        ],
      },
      {
        key: 'culture-connects',
        title: ['Kultur verbindet', 'Culture connects'],
        tasks: ['encounter'],
        actions: [
          [
            'intercultural-week',
            'Interkulturelle Woche in acht Orten',
            'Intercultural week in eight places',
            [network, 'itz-international'],
            planned(4, 5),
          ],
          ['open-orchestra', 'Offenes Orchester', 'Open orchestra', ['sesslach-music-club'], running(-13, 0)],
        ],
      },
    ],
  },
  {
    key: 'administration',
    title: ['Verwaltung und Daten', 'Administration and data'],
    goals: [
      {
        key: 'opening-offices',
        title: [
          'Die Verwaltung spiegelt die Vielfalt des Landkreises',
          'The administration mirrors the diversity of the district',
        ],
        recommendations: ['competence-administration'],
        tasks: ['intercultural-opening'],
        actions: [
          [
            'recruiting',
            'Ausbildungsplätze mehrsprachig bewerben',
            'Advertise training places in several languages',
            [office, neustadt],
            running(-10, 1),
          ],
          [
            'plain-forms',
            'Verständliche Formulare',
            'Forms that are easy to understand',
            [neustadt],
            done(-12, -6, -4),
          ],
        ],
      },
      {
        key: 'shared-figures',
        title: [
          'Zahlen werden einmal erhoben und von allen genutzt',
          'Figures are collected once and used by all',
        ],
        recommendations: ['as-is-record', 'district-level-data'],
        tasks: ['monitoring'],
        actions: [
          [
            'figure-list',
            'Liste der Kennzahlen festlegen',
            'Choose the list of indicators',
            [office, jobCentre],
            done(-11, -8, -8),
          ],
          [
            'report',
            'Integrationsbericht des Landkreises',
            'District report on integration',
            [office],
            running(-3, 2),
          ],
        ],
      },
    ],
  },
];
