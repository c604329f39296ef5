import { done, planned, running, stopped } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'prignitz-integration-staff-unit';
const courses = 'prignitz-adult-education';
const jobCentre = 'prignitz-job-centre';
const network = 'prignitz-integration-network';
const perleberg = 'perleberg-town-residents-office';
const wittenberge = 'wittenberge-town-social-office';

/** Fields of action of the concept of the Prignitz in the demo that are about work, taking part and working together. */
export const prignitzFieldsOfCooperation: readonly FieldRow[] = [
  {
    key: 'work',
    title: ['Arbeit und Ausbildung', 'Work and training'],
    goals: [
      {
        key: 'into-training',
        title: [
          'Mehr junge Menschen beginnen eine Ausbildung',
          'More young people begin vocational training',
        ],
        tasks: ['school-to-work', 'vocational-integration'],
        actions: [
          [
            'training-tour',
            'Ausbildungstour zu Betrieben',
            'Tour of companies that train',
            [jobCentre, 'karstaedt-timber-works'],
            done(-12, -9, -9),
          ],
          [
            'entry-year',
            'Einstiegsjahr im Handwerk',
            'Entry year in the crafts',
            [jobCentre],
            stopped(-10, 2, 'Es meldeten sich zu wenige Betriebe.'),
          ],
        ],
      },
      {
        key: 'recognised-skills',
        title: ['Abschlüsse werden anerkannt', 'Qualifications are recognised'],
        tasks: ['recognition'],
        actions: [
          [
            'recognition-days',
            'Anerkennungstage in drei Städten',
            'Recognition days in three towns',
            [jobCentre, courses],
            running(-6, -1),
          ],
        ],
      },
    ],
  },
  {
    key: 'participation',
    title: ['Teilhabe und Zusammenhalt', 'Participation and cohesion'],
    goals: [
      {
        key: 'migrants-decide',
        title: ['Zugewanderte entscheiden mit', 'Migrants take part in decisions'],
        recommendations: ['migrant-participation'],
        tasks: ['migrant-participation'],
        actions: [
          [
            'council-seats',
            'Beratende Sitze in Ausschüssen',
            'Advisory seats on committees',
            [office, wittenberge],
            done(-13, -10, null),
          ],
          [
            'council-support',
            'Geschäftsstelle für den Beirat',
            'Office for the advisory council',
            ['elbe-voices', office],
            running(-12, 12),
          ],
        ],
      },
      {
        key: 'open-clubs',
        title: ['Vereine und Ehrenamt öffnen sich', 'Clubs and volunteering open up'],
        recommendations: ['competence-volunteers'],
        tasks: ['encounter', 'volunteering-coordination'],
        actions: [
          [
            'trial-month',
            'Schnuppermonat im Verein',
            'Trial month in a club',
            ['pritzwalk-sports-club'],
            done(-9, -4, -4),
          ],
          [
            'volunteer-fund',
            'Kleiner Fonds für Initiativen',
            'Small fund for initiatives',
            [network],
            planned(2, 14),
          ],
          [
            'bicycle-course',
            'Radwerkstatt mit Sprachübung',
            'Bicycle workshop with language practice',
            ['wittenberge-repair-cafe'],
            running(-14, 0),
          ],
        ],
      },
    ],
  },
  {
    key: 'data',
    title: ['Gemeinsame Daten', 'Joint data'],
    goals: [
      {
        key: 'one-report',
        title: ['Alle arbeiten mit denselben Zahlen', 'Everybody works with the same figures'],
        recommendations: ['district-level-data', 'systematic-monitoring'],
        tasks: ['monitoring'],
        actions: [
          [
            'figures-agreed',
            'Zwölf Kennzahlen vereinbaren',
            'Agree on twelve indicators',
            [office],
            done(-13, -11, -8),
          ],
          [
            'yearly-report',
            'Jährlicher Integrationsbericht',
            'Yearly report on integration',
            [office, perleberg],
            running(-4, -1),
          ],
        ],
      },
    ],
  },
];
