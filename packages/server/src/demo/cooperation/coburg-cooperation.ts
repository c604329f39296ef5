import { coburgBodies, coburgMembers } from './coburg-bodies.ts';
import { coburgConcepts } from './coburg-concepts.ts';
import { coburgDecisions } from './coburg-decisions.ts';
import { coburgMeetings } from './coburg-meetings.ts';
import { coburgAssignments, coburgOverrides, coburgTasks } from './coburg-tasks.ts';
import { demoAssignments } from './demo-assignments.ts';
import type { DemoDays } from './demo-days.ts';
import { demoDeadlines } from './demo-deadlines.ts';
import { demoTrainings } from './demo-trainings.ts';
import type { DistrictCooperation } from './district-cooperation.ts';

/** The cooperation in the Landkreis Coburg of the demo. */
export function coburgCooperation(days: DemoDays): DistrictCooperation {
  const district = '09473';
  const members = coburgMembers(days);
  const decisions = coburgDecisions(days);
  return {
    district,
    tasks: coburgTasks,
    overrides: coburgOverrides,
    assignments: demoAssignments(days, coburgAssignments),
    bodies: coburgBodies(days),
    members,
    meetings: coburgMeetings(days, members),
    decisions,
    concepts: coburgConcepts(days, decisions),
    trainings: demoTrainings(days, district, 'coburg-adult-education', ['09473159', '09473151']),
    deadlines: demoDeadlines(days, district),
  };
}
