import { done, planned, running, stopped } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'coburg-integration-staff-unit';
const jobCentre = 'coburg-job-centre';
const welfare = 'froschgrund-welfare';
const roedental = 'roedental-town-family-office';
const parents = 'coburg-parents-circle';

/** Fields of action of the concept of the Landkreis Coburg in the demo that are about orientation and families. */
export const coburgFieldsOfLife: readonly FieldRow[] = [
  {
    key: 'orientation',
    title: ['Erstorientierung und Beratung', 'First orientation and advice'],
    goals: [
      {
        key: 'people-settle',
        title: [
          'Menschen lassen sich nieder, und die Zahl der Einwohner bleibt stabil',
          'People settle, and the number of residents remains stable',
        ],
        recommendations: ['task-division'],
        tasks: ['initial-orientation', 'counselling'],
        targets: [['population/residents', 'AT_LEAST', 86_000, 3]],
        actions: [
          [
            'orientation-guide',
            'Wegweiser in sieben Sprachen',
            'Guide in seven languages',
            [office],
            done(-13, -9, -10),
          ],
          [
            'orientation-desk',
            'Sprechstunden in den Gemeinden',
            'Office hours in the municipalities',
            [office, 'grub-am-forst-joint-office'],
            running(-10, 6),
          ],
        ],
      },
      {
        key: 'health-access',
        title: ['Ärztliche Versorgung ist erreichbar', 'Medical care is within reach'],
        tasks: ['health', 'interpreters'],
        actions: [
          [
            'practice-interpreters',
            'Sprachmittlung für Arztpraxen',
            'Interpreters for medical practices',
            [welfare],
            running(-9, -2),
          ],
        ],
      },
    ],
  },
  {
    key: 'families',
    title: ['Familie, Kita und Schule', 'Family, day care and school'],
    goals: [
      {
        key: 'parents-partners',
        title: ['Eltern sind Partner von Kita und Schule', 'Parents are partners of day care and school'],
        recommendations: ['migrant-participation'],
        tasks: ['early-years', 'school'],
        actions: [
          [
            'parent-guides',
            'Elternlotsinnen und Elternlotsen',
            'Guides for parents',
            [parents, roedental],
            running(-12, 5),
          ],
          [
            'day-care-days',
            'Kita-Kennenlerntage',
            'Days to get to know day care',
            [roedental],
            done(-9, -6, -3),
          ],
          [
            'homework-club',
            'Lernzeit am Nachmittag',
            'Study time in the afternoon',
            ['neustadt-school'],
            stopped(-13, -4, 'Das Angebot ging im Ganztag der Schule auf.'),
          ],
        ],
      },
      {
        key: 'into-training',
        title: ['Jugendliche finden in Ausbildung', 'Young people find vocational training'],
        tasks: ['school-to-work'],
        actions: [
          [
            'apprentice-tandems',
            'Tandems für Auszubildende',
            'Tandems for apprentices',
            [jobCentre, 'neustadt-school'],
            planned(1, 13),
          ],
          [
            'trade-fair',
            'Ausbildungsbörse mit Sprachmittlung',
            'Training fair with interpreters',
            [jobCentre],
            done(-8, -7, -7),
          ],
        ],
      },
    ],
  },
];
