import { done, planned, running } from './demo-action.ts';
import type { FieldRow } from './demo-field.ts';

const office = 'goslar-integration-staff-unit';
const courses = 'goslar-adult-education';
const women = 'harz-women-circle';
const seesen = 'seesen-town-citizens-office';
const network = 'harz-integration-network';

/** Fields of action of the concept of the Landkreis Goslar in the demo that are about taking part and working together. */
export const goslarFieldsOfCooperation: readonly FieldRow[] = [
  {
    key: 'taking-part',
    title: ['Teilhabe und Schutz', 'Participation and protection'],
    goals: [
      {
        key: 'women-strong',
        title: ['Frauen gestalten mit', 'Women have a say'],
        recommendations: ['migrant-participation'],
        tasks: ['migrant-participation'],
        actions: [
          [
            'women-forum',
            'Frauenforum zweimal im Jahr',
            'Women’s forum twice a year',
            [women],
            running(-10, 8),
          ],
          [
            'child-care-at-meetings',
            'Kinderbetreuung bei Sitzungen',
            'Child care at meetings',
            [office],
            done(-11, -9, -10),
          ],
        ],
      },
      {
        key: 'against-discrimination',
        title: ['Wer benachteiligt wird, findet Rat', 'Those who are discriminated against find advice'],
        tasks: ['anti-discrimination'],
        actions: [
          [
            'advice-centre',
            'Anlaufstelle bei Diskriminierung',
            'Contact point for discrimination',
            [network],
            running(-9, -1),
          ],
          [
            'bystander-training',
            'Training für Zivilcourage',
            'Bystander training',
            [network, courses],
            planned(2, 5),
            { recommendations: ['regular-training'] },
          ],
        ],
      },
      {
        key: 'places-to-meet',
        title: [
          'In jeder Gemeinde gibt es einen Ort der Begegnung',
          'Every municipality has a place to meet',
        ],
        tasks: ['encounter'],
        actions: [
          [
            'open-kitchen',
            'Offene Küche im Advent',
            'Open kitchen in Advent',
            ['oker-prayer-house', 'braunlage-mountain-club'],
            done(-11, -10, null),
          ],
          [
            'meeting-place-map',
            'Karte der Begegnungsorte',
            'Map of meeting places',
            [office],
            running(-5, 1),
          ],
        ],
      },
    ],
  },
  {
    key: 'working-together',
    title: ['Zusammenarbeit und Verwaltung', 'Cooperation and administration'],
    goals: [
      {
        key: 'open-offices',
        title: [
          'Verwaltungen sind verständlich und geschult',
          'Administrations are easy to understand and trained',
        ],
        recommendations: ['competence-administration', 'regular-training'],
        tasks: ['intercultural-opening', 'training'],
        targets: [['opening/staffTrainedShare', 'AT_LEAST', 50, 2]],
        actions: [
          [
            'plain-letters',
            'Bescheide in einfacher Sprache',
            'Letters in plain language',
            [office, seesen],
            running(-8, 4),
          ],
          [
            'staff-training',
            'Fortbildungen für alle Rathäuser',
            'Training for all town halls',
            [courses],
            running(-10, 2),
          ],
        ],
      },
      {
        key: 'one-message',
        title: [
          'Landkreis und Gemeinden sprechen mit einer Stimme',
          'District and municipalities speak with one voice',
        ],
        recommendations: ['shared-narrative', 'public-relations'],
        tasks: ['public-relations'],
        actions: [
          [
            'joint-campaign',
            'Gemeinsame Kampagne „Zusammen im Harz“',
            'Joint campaign “Together in the Harz”',
            [office, network],
            done(-8, -4, -2),
          ],
          [
            'press-kit',
            'Textbausteine für Amtsblätter',
            'Texts for official gazettes',
            [office],
            planned(1, 4),
          ],
        ],
      },
    ],
  },
];
