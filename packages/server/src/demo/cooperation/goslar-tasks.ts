import type { IntegrationTask, TaskOverride } from '@kreisweit/domain';
import type { AssignmentRow } from './demo-assignments.ts';
import { override, ownTask } from './demo-task.ts';

const district = '03153';

/** The tasks that the Landkreis Goslar of the demo added itself. */
export const goslarTasks: readonly IntegrationTask[] = [
  ownTask(
    district,
    'student-arrivals',
    'MUNICIPAL',
    ['Ankommen internationaler Studierender', 'Arrival of international students'],
    [
      'Begleitung im ersten Semester: Anmeldung, Wohnungssuche und Anschluss an das Leben im Ort.',
      'Support in the first term: registration, finding a home and becoming part of local life.',
    ],
  ),
  ownTask(
    district,
    'tourism-workers',
    'DISTRICT',
    ['Deutsch für Beschäftigte im Tourismus', 'German for workers in tourism'],
    [
      'Kurse am Arbeitsplatz für Beschäftigte in Hotels und Gaststätten, abgestimmt auf die Saison.',
      'Courses at the workplace for staff of hotels and restaurants, planned around the season.',
    ],
  ),
];

/** Where tasks of the catalogue are other in the Landkreis Goslar of the demo. */
export const goslarOverrides: readonly TaskOverride[] = [
  override(district, 'encounter', { level: 'DISTRICT' }, [
    'Die Gemeinden haben dem Landkreis die Förderung von Begegnungsorten gemeinsam übertragen.',
    'The municipalities jointly passed the funding of meeting places on to the district.',
  ]),
  override(district, 'monitoring', { obligation: 'MANDATORY' }, [
    'Der Kreistag hat beschlossen, jedes Jahr einen Integrationsbericht vorzulegen.',
    'The district council resolved to present a report on integration every year.',
  ]),
];

const office = 'goslar-integration-staff-unit';
const courses = 'goslar-adult-education';
const welfare = 'tannenzweig-welfare';
const jobCentre = 'goslar-job-centre';
const goslar = 'goslar-town-participation-office';
const seesen = 'seesen-town-citizens-office';
const harzburg = 'bad-harzburg-town-social-office';
const langelsheim = 'langelsheim-town-office';
const liebenburg = 'liebenburg-municipal-office';
const students = 'clausthal-student-bridge';

/** Who does what where: much is settled, some of it twice, and some of it by nobody. */
export const goslarAssignments: readonly AssignmentRow[] = [
  ['reception', district, office, 'RESPONSIBLE', -60],
  ['reception', '03153017', goslar, 'CONTRIBUTES', -42],
  ['reception', '03153012', seesen, 'CONTRIBUTES', -42],
  ['reception', '03153002', harzburg, 'INFORMED', -42],
  ['asylum-seekers-benefits', district, office, 'RESPONSIBLE', -60],
  ['unaccompanied-minors', district, office, 'RESPONSIBLE', -60],
  ['unaccompanied-minors', district, welfare, 'CONTRIBUTES', -38],
  ['immigration-authority', district, office, 'RESPONSIBLE', -60],
  // The town has an authority of its own beside that of the district: a nested overlap.
  ['immigration-authority', '03153017', goslar, 'RESPONSIBLE', -48],
  ['naturalisation', district, office, 'RESPONSIBLE', -60],
  ['initial-orientation', '03153017', goslar, 'RESPONSIBLE', -36],
  ['initial-orientation', '03153008', liebenburg, 'RESPONSIBLE', -36],
  ['initial-orientation', '03153012', seesen, 'RESPONSIBLE', -21],
  ['initial-orientation', '03153012', 'seesen-godparents', 'RESPONSIBLE', -11],
  ['initial-orientation', '03153018', students, 'CONTRIBUTES', -27],
  ['initial-orientation', '03153019', langelsheim, 'CONTRIBUTES', -34, -8],
  ['housing', '03153017', goslar, 'RESPONSIBLE', -40],
  ['housing', '03153002', harzburg, 'RESPONSIBLE', -31],
  ['housing', '03153019', langelsheim, 'RESPONSIBLE', -31, -3],
  ['housing', district, welfare, 'CONSULTED', -31],
  ['language-courses', district, courses, 'RESPONSIBLE', -52],
  ['language-courses', district, jobCentre, 'CONTRIBUTES', -52],
  ['language-courses', '03153012', seesen, 'INFORMED', -15],
  ['interpreters', district, welfare, 'RESPONSIBLE', -29],
  ['interpreters', district, 'harz-women-circle', 'CONTRIBUTES', -29],
  ['interpreters', '03153002', 'bad-harzburg-school', 'CONSULTED', -7],
  // Two advise in the same town: an overlap.
  ['counselling', '03153017', welfare, 'RESPONSIBLE', -45],
  ['counselling', '03153017', 'harz-women-circle', 'RESPONSIBLE', -12],
  ['counselling', '03153012', welfare, 'RESPONSIBLE', -45],
  ['counselling', '03153019', welfare, 'RESPONSIBLE', -45],
  ['early-years', district, office, 'RESPONSIBLE', -60],
  ['early-years', '03153017', goslar, 'RESPONSIBLE', -50],
  ['early-years', '03153008', liebenburg, 'CONTRIBUTES', -23],
  ['school', district, office, 'RESPONSIBLE', -60],
  ['school', '03153002', 'bad-harzburg-school', 'CONTRIBUTES', -33],
  ['school-to-work', district, jobCentre, 'RESPONSIBLE', -30],
  ['school-to-work', district, courses, 'RESPONSIBLE', -5],
  ['vocational-integration', district, jobCentre, 'RESPONSIBLE', -60],
  ['vocational-integration', '03153016', 'harz-hospitality', 'CONTRIBUTES', -18],
  ['recognition', district, jobCentre, 'RESPONSIBLE', -26],
  ['recognition', '03153017', 'goslar-founders-circle', 'CONTRIBUTES', -10],
  ['health', district, office, 'RESPONSIBLE', -60],
  ['mobility', '03153019', langelsheim, 'RESPONSIBLE', -14],
  ['volunteering-coordination', district, office, 'RESPONSIBLE', -28, -13],
  ['volunteering-coordination', district, 'harz-integration-network', 'RESPONSIBLE', -12],
  ['encounter', district, office, 'RESPONSIBLE', -16],
  ['encounter', '03153016', 'braunlage-mountain-club', 'CONTRIBUTES', -16],
  ['encounter', '03153017', 'oker-prayer-house', 'CONTRIBUTES', -16],
  ['migrant-participation', '03153017', goslar, 'RESPONSIBLE', -20],
  ['migrant-participation', '03153017', 'harz-women-circle', 'CONTRIBUTES', -20],
  ['migrant-participation', '03153002', harzburg, 'RESPONSIBLE', -6],
  ['intercultural-opening', '03153012', seesen, 'RESPONSIBLE', -17],
  ['training', district, courses, 'RESPONSIBLE', -22],
  ['anti-discrimination', district, 'harz-integration-network', 'RESPONSIBLE', -24, -9],
  ['public-relations', district, office, 'RESPONSIBLE', -19],
  ['coordination', district, office, 'RESPONSIBLE', -60],
  ['monitoring', district, office, 'RESPONSIBLE', -18],
  ['student-arrivals', '03153018', students, 'RESPONSIBLE', -13],
  ['tourism-workers', district, courses, 'RESPONSIBLE', -8],
  ['tourism-workers', '03153016', 'harz-hospitality', 'CONTRIBUTES', -8],
];
