import { demoAssignments } from './demo-assignments.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDeadlines } from './demo-deadlines.ts';
import { demoTrainings } from './demo-trainings.ts';
import type { DistrictCooperation } from './district-cooperation.ts';
import { goslarBodies, goslarMembers } from './goslar-bodies.ts';
import { goslarConcepts } from './goslar-concepts.ts';
import { goslarDecisions } from './goslar-decisions.ts';
import { goslarMeetings } from './goslar-meetings.ts';
import { goslarAssignments, goslarOverrides, goslarTasks } from './goslar-tasks.ts';

/** The cooperation in the Landkreis Goslar of the demo. */
export function goslarCooperation(days: DemoDays): DistrictCooperation {
  const district = '03153';
  const members = goslarMembers(days);
  const decisions = goslarDecisions(days);
  return {
    district,
    tasks: goslarTasks,
    overrides: goslarOverrides,
    assignments: demoAssignments(days, goslarAssignments),
    bodies: goslarBodies(days),
    members,
    meetings: goslarMeetings(days, members),
    decisions,
    concepts: goslarConcepts(days, decisions),
    trainings: demoTrainings(days, district, 'goslar-adult-education', ['03153017', '03153012']),
    deadlines: demoDeadlines(days, district),
  };
}
