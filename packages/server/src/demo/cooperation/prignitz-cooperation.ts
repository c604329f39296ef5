import { demoAssignments } from './demo-assignments.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDeadlines } from './demo-deadlines.ts';
import { demoTrainings } from './demo-trainings.ts';
import type { DistrictCooperation } from './district-cooperation.ts';
import { prignitzBodies, prignitzMembers } from './prignitz-bodies.ts';
import { prignitzConcepts } from './prignitz-concepts.ts';
import { prignitzDecisions } from './prignitz-decisions.ts';
import { prignitzMeetings } from './prignitz-meetings.ts';
import { prignitzAssignments, prignitzOverrides, prignitzTasks } from './prignitz-tasks.ts';

/** The cooperation in the Prignitz of the demo. */
export function prignitzCooperation(days: DemoDays): DistrictCooperation {
  const district = '12070';
  const members = prignitzMembers(days);
  const decisions = prignitzDecisions(days);
  return {
    district,
    tasks: prignitzTasks,
    overrides: prignitzOverrides,
    assignments: demoAssignments(days, prignitzAssignments),
    bodies: prignitzBodies(days),
    members,
    meetings: prignitzMeetings(days, members),
    decisions,
    concepts: prignitzConcepts(days, decisions),
    trainings: demoTrainings(days, district, 'prignitz-adult-education', ['12070296', '12070424']),
    deadlines: demoDeadlines(days, district),
  };
}
