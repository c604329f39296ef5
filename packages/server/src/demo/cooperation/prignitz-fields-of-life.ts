import { done, planned, running } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'prignitz-integration-staff-unit';
const courses = 'prignitz-adult-education';
const network = 'prignitz-integration-network';
const welfare = 'storchenland-welfare';
const perleberg = 'perleberg-town-residents-office';
const wittenberge = 'wittenberge-town-social-office';

/** Fields of action of the concept of the Prignitz in the demo that are about arriving and language. */
export const prignitzFieldsOfLife: readonly FieldRow[] = [
  {
    key: 'arriving',
    title: ['Ankommen und Bleiben', 'Arriving and staying'],
    goals: [
      {
        key: 'people-stay',
        title: [
          'Menschen bleiben gern, und die Zahl der Einwohner bleibt stabil',
          'People like to stay, and the number of residents remains stable',
        ],
        recommendations: ['needs-orientation'],
        tasks: ['initial-orientation'],
        targets: [['population/residents', 'AT_LEAST', 77_000, 3]],
        actions: [
          [
            'welcome-point',
            'Willkommenspunkt im Rathaus',
            'Welcome point in the town hall',
            [perleberg],
            done(-13, -6, -7),
          ],
          [
            'village-mentors',
            'Dorfpatenschaften in den Ämtern',
            'Village mentors in the Ämter',
            [network, 'bad-wilsnack-weisen-office'],
            running(-9, 5),
          ],
        ],
      },
      {
        key: 'homes-for-all',
        title: ['Wer ankommt, findet eine Wohnung', 'Those who arrive find a home'],
        tasks: ['housing'],
        actions: [
          [
            'home-exchange',
            'Wohnraumbörse für alle Gemeinden',
            'Exchange of homes for all municipalities',
            [office, wittenberge],
            running(-10, -2),
          ],
          [
            'tenant-course',
            'Mietführerschein in vier Sprachen',
            'Course for tenants in four languages',
            [welfare],
            done(-12, -8, -5),
          ],
        ],
      },
    ],
  },
  {
    key: 'language',
    title: ['Sprache und Bildung', 'Language and education'],
    goals: [
      {
        key: 'courses-within-reach',
        title: [
          'Ein Sprachkurs ist von jedem Ort erreichbar',
          'A language course is within reach of every place',
        ],
        recommendations: ['exchange'],
        tasks: ['language-courses', 'course-shuttle'],
        targets: [['language/placesPerEligible', 'AT_LEAST', 80, 2]],
        actions: [
          ['courses-in-every-amt', 'Kurse in jedem Amt', 'Courses in every Amt', [courses], running(-8, 9)],
          [
            'shuttle',
            'Fahrdienst zu Abendkursen',
            'Shuttle to evening courses',
            [welfare, 'lenzen-elbtalaue-office'],
            running(-14, null),
            { tasks: ['course-shuttle'] },
          ],
        ],
      },
      {
        key: 'early-language',
        title: [
          'Kinder sprechen zum Schulstart sicher Deutsch',
          'Children speak German well when they start school',
        ],
        tasks: ['early-years', 'school'],
        actions: [
          [
            'reading-mentors',
            'Vorlesepatenschaften in Kitas',
            'Reading mentors in day care',
            ['pritzwalk-town-education-office'],
            done(-11, null, -3),
          ],
          [
            'preparatory-groups',
            'Vorbereitungsgruppen an Schulen',
            'Preparatory groups at schools',
            ['stepenitz-school'],
            running(-15, 3),
          ],
        ],
      },
      {
        key: 'interpreting',
        title: ['Verständigung gelingt in jedem Amt', 'People are understood in every office'],
        recommendations: ['competence-administration'],
        tasks: ['interpreters'],
        actions: [
          [
            'interpreter-pool',
            'Pool für Sprachmittlung',
            'Pool of interpreters',
            [office, 'elbe-voices'],
            planned(1, 10),
          ],
          [
            'interpreter-training',
            'Schulung der Sprachmittlung',
            'Training of interpreters',
            [courses],
            running(-7, 4),
            { recommendations: ['regular-training'] },
          ],
        ],
      },
    ],
  },
];
