import type { IntegrationTask, TaskOverride } from '@kreisweit/domain';
import type { AssignmentRow } from './demo-assignments.ts';
import { override, ownTask } from './demo-task.ts';

const district = '12070';

/** The tasks that the Prignitz of the demo added itself. */
export const prignitzTasks: readonly IntegrationTask[] = [
  ownTask(
    district,
    'course-shuttle',
    'DISTRICT',
    ['Fahrdienst zu Sprachkursen', 'Shuttle to language courses'],
    [
      'Sammelfahrten aus den Dörfern zu Kursen in Perleberg, Pritzwalk und Wittenberge.',
      'Shared rides from the villages to courses in Perleberg, Pritzwalk and Wittenberge.',
    ],
  ),
  ownTask(
    district,
    'seasonal-workers',
    'MUNICIPAL',
    ['Ansprache von Saisonkräften', 'Reaching seasonal workers'],
    [
      'Informationen und Sprechstunden für Beschäftigte, die für eine Ernte in die Gemeinde kommen.',
      'Information and office hours for workers who come to the municipality for a harvest.',
    ],
  ),
];

/** Where tasks of the catalogue are other in the Prignitz of the demo. */
export const prignitzOverrides: readonly TaskOverride[] = [
  override(district, 'housing', { level: 'DISTRICT' }, [
    'Landkreis und Gemeinden haben vereinbart, dass der Landkreis die Wohnraumvermittlung für alle übernimmt.',
    'The district and its municipalities agreed that the district finds homes on behalf of all of them.',
  ]),
  override(district, 'interpreters', { obligation: 'MANDATORY' }, [
    'Der Kreistag hat Sprachmittlung in allen Ämtern zum verbindlichen Standard erklärt.',
    'The district council made interpreting a binding standard in all offices.',
  ]),
];

const office = 'prignitz-integration-staff-unit';
const courses = 'prignitz-adult-education';
const welfare = 'storchenland-welfare';
const jobCentre = 'prignitz-job-centre';
const perleberg = 'perleberg-town-residents-office';
const wittenberge = 'wittenberge-town-social-office';
const pritzwalk = 'pritzwalk-town-education-office';
const karstaedt = 'karstaedt-municipal-office';
const wilsnack = 'bad-wilsnack-weisen-office';
const lenzen = 'lenzen-elbtalaue-office';

/** Who does what where: much is settled, some of it twice, and some of it by nobody. */
export const prignitzAssignments: readonly AssignmentRow[] = [
  ['reception', district, office, 'RESPONSIBLE', -60],
  ['reception', district, welfare, 'CONTRIBUTES', -36],
  ['reception', '12070424', wittenberge, 'CONSULTED', -24],
  ['asylum-seekers-benefits', district, office, 'RESPONSIBLE', -60],
  ['unaccompanied-minors', district, office, 'RESPONSIBLE', -60],
  ['immigration-authority', district, office, 'RESPONSIBLE', -60],
  ['naturalisation', district, office, 'RESPONSIBLE', -60],
  ['naturalisation', '12070296', perleberg, 'INFORMED', -18],
  // Each municipality for itself, or its Amt for it: the others are gaps.
  ['initial-orientation', '12070296', perleberg, 'RESPONSIBLE', -40],
  ['initial-orientation', '12070424', wittenberge, 'RESPONSIBLE', -30],
  ['initial-orientation', '12070424', 'wittenberge-repair-cafe', 'CONTRIBUTES', -30],
  ['initial-orientation', '120705001', wilsnack, 'RESPONSIBLE', -22],
  ['initial-orientation', '12070316', pritzwalk, 'RESPONSIBLE', -20, -4],
  // The district for all, one town for itself as well: a nested overlap.
  ['housing', district, office, 'RESPONSIBLE', -14],
  ['housing', '12070424', wittenberge, 'RESPONSIBLE', -28],
  ['housing', '12070173', karstaedt, 'RESPONSIBLE', -40, -15],
  ['housing', '12070173', karstaedt, 'CONTRIBUTES', -14],
  // Two at once for the whole district: an overlap.
  ['language-courses', district, courses, 'RESPONSIBLE', -48],
  ['language-courses', district, jobCentre, 'RESPONSIBLE', -10],
  ['language-courses', '12070424', 'wittenberge-repair-cafe', 'CONTRIBUTES', -26],
  ['language-courses', '120705005', lenzen, 'CONSULTED', -12],
  ['interpreters', district, office, 'RESPONSIBLE', -30],
  ['interpreters', district, 'elbe-voices', 'CONTRIBUTES', -30],
  ['interpreters', '12070316', 'stepenitz-school', 'INFORMED', -8],
  ['counselling', '12070296', welfare, 'RESPONSIBLE', -44],
  ['counselling', '12070316', welfare, 'RESPONSIBLE', -44],
  ['counselling', '12070424', welfare, 'RESPONSIBLE', -44],
  ['counselling', '12070424', 'elbe-voices', 'RESPONSIBLE', -9],
  ['counselling', district, office, 'INFORMED', -44],
  ['early-years', district, office, 'RESPONSIBLE', -60],
  ['early-years', '12070296', perleberg, 'CONTRIBUTES', -32],
  ['school', district, office, 'RESPONSIBLE', -60],
  ['school', '12070316', 'stepenitz-school', 'CONTRIBUTES', -50],
  ['school', '12070316', pritzwalk, 'RESPONSIBLE', -20],
  ['school-to-work', district, jobCentre, 'RESPONSIBLE', -36],
  ['school-to-work', '12070173', 'karstaedt-timber-works', 'CONTRIBUTES', -24],
  ['vocational-integration', district, jobCentre, 'RESPONSIBLE', -60],
  ['vocational-integration', district, courses, 'CONTRIBUTES', -30],
  ['recognition', district, courses, 'RESPONSIBLE', -30, -7],
  ['recognition', district, jobCentre, 'RESPONSIBLE', -6],
  ['health', district, office, 'RESPONSIBLE', -60],
  ['volunteering-coordination', '12070424', wittenberge, 'RESPONSIBLE', -26],
  ['volunteering-coordination', '120705001', wilsnack, 'RESPONSIBLE', -16],
  ['encounter', '12070316', 'pritzwalk-sports-club', 'RESPONSIBLE', -33],
  ['encounter', '12070424', 'wittenberge-repair-cafe', 'RESPONSIBLE', -33],
  ['encounter', '12070296', perleberg, 'RESPONSIBLE', -25],
  ['encounter', '12070296', 'elbe-women-studio', 'CONTRIBUTES', -15],
  ['migrant-participation', '12070424', wittenberge, 'RESPONSIBLE', -19],
  ['migrant-participation', '12070424', 'elbe-voices', 'CONTRIBUTES', -19],
  ['intercultural-opening', '12070296', perleberg, 'RESPONSIBLE', -13],
  ['intercultural-opening', '120705005', lenzen, 'RESPONSIBLE', -11],
  ['training', district, courses, 'RESPONSIBLE', -24],
  ['public-relations', district, office, 'RESPONSIBLE', -24],
  ['public-relations', district, 'prignitz-integration-network', 'CONSULTED', -24],
  ['coordination', district, office, 'RESPONSIBLE', -60],
  ['coordination', '120705001', wilsnack, 'RESPONSIBLE', -12],
  ['monitoring', district, office, 'RESPONSIBLE', -20],
  ['course-shuttle', district, welfare, 'RESPONSIBLE', -17],
  ['course-shuttle', '120705005', lenzen, 'CONTRIBUTES', -17],
  ['seasonal-workers', '12070173', karstaedt, 'RESPONSIBLE', -9],
];
