import type { IntegrationTask, TaskOverride } from '@kreisweit/domain';
import type { AssignmentRow } from './demo-assignments.ts';
import { override, ownTask } from './demo-task.ts';

const district = '09473';

/** The tasks that the Landkreis Coburg of the demo added itself. */
export const coburgTasks: readonly IntegrationTask[] = [
  ownTask(
    district,
    'language-mentors',
    'DISTRICT',
    ['Lernpatenschaften Deutsch', 'Mentors for learning German'],
    [
      'Ehrenamtliche üben einmal in der Woche mit Erwachsenen, die keinen Kursplatz haben.',
      'Volunteers practise once a week with adults who have no place in a course.',
    ],
  ),
  ownTask(
    district,
    'company-contacts',
    'MUNICIPAL',
    ['Zusammenarbeit mit Betrieben vor Ort', 'Working with local companies'],
    [
      'Gemeinden und Betriebe stimmen Wohnraum, Schichtzeiten und Sprachförderung miteinander ab.',
      'Municipalities and companies agree on housing, shifts and language support.',
    ],
  ),
];

/** Where tasks of the catalogue are other in the Landkreis Coburg of the demo. */
export const coburgOverrides: readonly TaskOverride[] = [
  override(district, 'volunteering-coordination', { level: 'MUNICIPAL' }, [
    'Das Ehrenamt wird vor Ort begleitet; der Landkreis schult die Ansprechstellen der Gemeinden.',
    'Volunteers are supported locally; the district trains the contact points of the municipalities.',
  ]),
  override(district, 'initial-orientation', { obligation: 'MANDATORY', level: 'DISTRICT' }, [
    'Eine Zweckvereinbarung überträgt dem Landkreis die Erstorientierung für alle Gemeinden.',
    'An agreement passes first orientation on to the district for all of its municipalities.',
  ]),
];

const office = 'coburg-integration-staff-unit';
const courses = 'coburg-adult-education';
const welfare = 'froschgrund-welfare';
const jobCentre = 'coburg-job-centre';
const neustadt = 'neustadt-town-integration-office';
const roedental = 'roedental-town-family-office';
const rodach = 'bad-rodach-town-hall';
const sonnefeld = 'sonnefeld-municipal-office';
const grub = 'grub-am-forst-joint-office';
const cafe = 'bad-rodach-language-cafe';

/** Who does what where: much is settled, some of it twice, and some of it by nobody. */
export const coburgAssignments: readonly AssignmentRow[] = [
  ['reception', district, office, 'RESPONSIBLE', -60],
  ['reception', '09473159', roedental, 'CONSULTED', -26],
  ['reception', '09473151', neustadt, 'CONSULTED', -26],
  ['asylum-seekers-benefits', district, office, 'RESPONSIBLE', -60],
  ['unaccompanied-minors', district, office, 'RESPONSIBLE', -60],
  ['immigration-authority', district, office, 'RESPONSIBLE', -60],
  ['naturalisation', district, office, 'RESPONSIBLE', -60],
  ['naturalisation', '09473151', neustadt, 'CONTRIBUTES', -16],
  // The district for all by agreement, one town for itself as well: a nested overlap.
  ['initial-orientation', district, office, 'RESPONSIBLE', -15],
  ['initial-orientation', '09473151', neustadt, 'RESPONSIBLE', -34],
  ['initial-orientation', '09473158', rodach, 'RESPONSIBLE', -34, -16],
  ['initial-orientation', '09473159', 'itz-international', 'CONTRIBUTES', -15],
  ['housing', '09473159', roedental, 'RESPONSIBLE', -30],
  ['housing', '09473151', neustadt, 'RESPONSIBLE', -30],
  ['housing', '09473166', sonnefeld, 'RESPONSIBLE', -10],
  ['housing', '094735418', grub, 'RESPONSIBLE', -25],
  ['language-courses', district, courses, 'RESPONSIBLE', -55],
  ['language-courses', '09473158', cafe, 'CONTRIBUTES', -29],
  ['language-courses', '09473166', 'sonnefeld-upholstery', 'CONTRIBUTES', -13],
  ['interpreters', district, welfare, 'RESPONSIBLE', -33],
  // Two at once for the whole district: an overlap.
  ['interpreters', district, 'itz-international', 'RESPONSIBLE', -7],
  ['counselling', '09473159', welfare, 'RESPONSIBLE', -46],
  ['counselling', '09473151', welfare, 'RESPONSIBLE', -46],
  ['counselling', '09473151', neustadt, 'INFORMED', -14],
  ['early-years', district, office, 'RESPONSIBLE', -60],
  ['early-years', '09473159', roedental, 'CONTRIBUTES', -35],
  ['early-years', '09473159', 'coburg-parents-circle', 'CONSULTED', -9],
  ['school', district, office, 'RESPONSIBLE', -60],
  ['school', '09473151', 'neustadt-school', 'CONTRIBUTES', -41],
  ['school', '09473151', 'coburg-parents-circle', 'CONTRIBUTES', -9],
  ['school-to-work', district, jobCentre, 'RESPONSIBLE', -32],
  ['school-to-work', '09473151', 'neustadt-school', 'CONTRIBUTES', -32],
  ['vocational-integration', district, jobCentre, 'RESPONSIBLE', -60],
  ['vocational-integration', '09473166', 'sonnefeld-upholstery', 'CONTRIBUTES', -20],
  ['recognition', district, jobCentre, 'RESPONSIBLE', -28],
  ['health', district, office, 'RESPONSIBLE', -60],
  ['health', district, welfare, 'CONTRIBUTES', -19],
  ['mobility', district, office, 'RESPONSIBLE', -24, -5],
  ['volunteering-coordination', '09473158', cafe, 'RESPONSIBLE', -18],
  ['volunteering-coordination', '09473158', rodach, 'RESPONSIBLE', -12],
  ['volunteering-coordination', '09473141', 'lautertal-neighbours', 'RESPONSIBLE', -22],
  ['volunteering-coordination', '094735418', grub, 'RESPONSIBLE', -8],
  ['encounter', '09473165', 'sesslach-music-club', 'RESPONSIBLE', -27],
  ['encounter', '09473121', 'ebersdorf-interfaith-circle', 'RESPONSIBLE', -27],
  ['encounter', '09473159', 'itz-international', 'RESPONSIBLE', -23],
  ['encounter', '09473141', 'lautertal-neighbours', 'RESPONSIBLE', -21, -2],
  ['migrant-participation', '09473159', roedental, 'RESPONSIBLE', -17],
  ['migrant-participation', '09473159', 'itz-international', 'CONTRIBUTES', -17],
  ['intercultural-opening', '09473151', neustadt, 'RESPONSIBLE', -11],
  ['intercultural-opening', '094735418', grub, 'RESPONSIBLE', -6],
  ['training', district, courses, 'RESPONSIBLE', -26],
  ['anti-discrimination', district, 'coburg-integration-network', 'RESPONSIBLE', -20],
  ['public-relations', district, office, 'RESPONSIBLE', -31],
  ['public-relations', '09473158', rodach, 'CONSULTED', -10],
  ['coordination', district, office, 'RESPONSIBLE', -60],
  ['monitoring', district, office, 'RESPONSIBLE', -25],
  ['language-mentors', district, courses, 'RESPONSIBLE', -14],
  ['language-mentors', '09473158', cafe, 'CONTRIBUTES', -14],
  ['company-contacts', '09473166', sonnefeld, 'RESPONSIBLE', -10],
];
